using Plenum.Domain.Ballots;

namespace Plenum.Domain.Matters;

/// <summary>There is no show of hands to demand a vote by name instead of.</summary>
public sealed record NoHandsRaised(MatterNo Matter) : Reason("hands.none");

/// <summary>A member demands a vote by name instead of a show of hands, and gets it at once: one is enough.</summary>
public sealed record DemandDivision(MatterNo Matter) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (section.Matters.Find(Matter) is not { } matter)
                    return new NoSuchMatter(Matter);
                var article = matter.Procedure.Article;
                if (matter.Stage is not Stage.Debate || matter.Hands.Tellers.Count == 0)
                    return new NoHandsRaised(Matter).By(article);
                if (!section.IsElector(matter.Procedure.Electorate, member.No, occasion.Now))
                    return new NotAnElector(Matter).By(article);
                var unfolding = new Unfolding(section).Then(
                    new MattersEvent.DivisionDemanded(Matter, member.No)
                );
                Onward.OpenBox(unfolding, matter, BallotForm.Question, options: 3, occasion);
                return new Ruling.InOrder(
                    new Authority.Member(member.No),
                    article,
                    unfolding.Events,
                    []
                );
            }
        );
}
