using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Elections;

/// <summary>One of the panel says what a protest calls for (C17): nothing, a recount, a correction, or the election again.</summary>
public sealed record Judge(MatterNo Protest, Remedy Remedy) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (section.Matters.Find(Protest) is not { Question: Question.Protest } matter)
                    return new NoSuchMatter(Protest);
                var article = matter.Procedure.Article;
                if (matter.Stage is not Stage.Voting voting || occasion.Now >= voting.Until)
                    return new BoxClosed(BoxNo.None).By(article);
                if (!section.Ballots.Of(voting.Box).Roll.Contains(member.No))
                    return new NotOnRoll(voting.Box).By(article);
                return Ruling.Under(
                    new Authority.Member(member.No),
                    article,
                    new BallotsEvent.Voted(
                        voting.Box,
                        member.No,
                        Remedy == Remedy.Dismiss ? Choice.Against : Choice.For
                    ),
                    new ElectionsEvent.Judged(Protest, member.No, Remedy)
                );
            }
        );
}
