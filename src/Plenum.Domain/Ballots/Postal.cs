using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Ballots;

/// <summary>A letter needs time both ways: where anyone votes by post, voting lasts at least 21 days (C18, R4).</summary>
public static class Postal
{
    public static readonly Period AtLeast = Period.FromDays(21);

    /// <summary>The vote lasts longer from now on, for everybody alike, when it would have been too short for a letter.</summary>
    public static void Lengthen(Unfolding unfolding, Box box)
    {
        var closes = unfolding.Section.After(box.Opened, AtLeast);
        if (box.Closes >= closes)
            return;
        unfolding
            .Then(new BallotsEvent.Lengthened(box.No, closes))
            .Then(new MattersEvent.MovedOn(box.Matter, new Stage.Voting(box.No, closes)));
    }
}
