using Plenum.Domain.Matters;

namespace Plenum.Domain.Elections;

public sealed record NotStanding(MatterNo Election)
    : Reason("election.not-standing", ReasonKind.NotYou);

/// <summary>A candidate withdraws before voting opens; a holder facing recall declines in the same way (R2).</summary>
public sealed record StandDown(MatterNo Election) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (section.Matters.Find(Election) is not { Question: Question.Elect } matter)
                    return new NoSuchMatter(Election);
                if (matter.Stage is not Stage.Nomination)
                    return new NominationsClosed(Election).By(matter.Procedure.Article);
                var candidate = section
                    .Elections.Of(Election)
                    .Standing.FirstOrDefault(c => c.Member == member.No);
                return candidate is null
                    ? new NotStanding(Election).By(matter.Procedure.Article)
                    : Ruling.Under(
                        new Authority.Member(member.No),
                        matter.Procedure.Article,
                        new ElectionsEvent.StoodDown(Election, candidate.Number)
                    );
            }
        );
}
