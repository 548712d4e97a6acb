using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>A letter needs time both ways: where anyone votes by post, voting lasts at least 21 days (C18, R4).</summary>
public static class Postal
{
    /// <summary>The vote lasts longer from now on, for everybody alike, when it would have been too short for a letter.</summary>
    public static void Lengthen(Unfolding unfolding, Box box)
    {
        var closes = unfolding.Section.After(
            box.Opened,
            Lasts(unfolding.Section, unfolding.Section.Matters.Find(box.Matter)?.Question)
        );
        if (box.Closes >= closes)
            return;
        unfolding
            .Then(new BallotsEvent.Lengthened(box.No, closes))
            .Then(new MattersEvent.MovedOn(box.Matter, new Stage.Voting(box.No, closes)));
    }

    /// <summary>Statutes say it for elections and recalls; for all other votes the charter does.</summary>
    public static Period Lasts(Section section, Question? question) =>
        question switch
        {
            Question.Elect => section.Rules.Elections.VotingByPost,
            Question.Recall => section.Rules.Recall.LastsByPost,
            _ => ElectionRule.LeastByPost,
        };
}
