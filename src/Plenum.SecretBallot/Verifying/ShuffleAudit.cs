using System.Collections.Immutable;
using System.Globalization;
using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Tallies;

namespace Plenum.SecretBallot.Verifying;

/// <summary>Follows the rankings through every shuffle.</summary>
internal sealed class ShuffleAudit(Setup setup, Tally tally, int? policy)
{
    public Tally Of(ImmutableArray<ArchivedEvent> events, Action<string, FormattableString> holds)
    {
        var shuffles = events.Where(e => e.Kind == EventKind.Shuffle).ToArray();
        var beyond = events.FirstOrDefault(e =>
            e.Kind is EventKind.EndShuffles or EventKind.PartialDecryption or EventKind.Result
        );
        if (!setup.Election.HasRankings)
            return shuffles.Length == 0 && events.All(e => e.Kind != EventKind.EndShuffles)
                ? tally
                : throw new RejectedException(
                    "shuffle.none",
                    shuffles[0].Place,
                    "Nothing is ranked in this election, so there is nothing to shuffle."
                );
        var needed = policy ?? Math.Min(2, setup.Trustees.Keys.Length);
        if (beyond is not null && shuffles.Length < needed)
            throw new RejectedException(
                "shuffle.few",
                beyond.Place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The rankings were shuffled by {shuffles.Length} trustees before they were opened, and {needed} are needed."
                )
            );
        var owners = new HashSet<int>();
        var lists = tally.Rankings;
        foreach (var shuffle in shuffles)
        {
            var owner = Owned.Read(
                shuffle.Objects[1],
                shuffle.Objects[0],
                setup.Trustees.Keys.Length,
                shuffle.Place
            );
            if (!owners.Add(owner))
                throw new RejectedException(
                    "shuffle.owner",
                    shuffle.Place,
                    string.Create(CultureInfo.InvariantCulture, $"Trustee {owner} shuffles twice.")
                );
            lists = Shuffle.Read(setup.Election, lists, shuffle.Objects[0], shuffle.Place).Lists;
        }
        if (shuffles.Length > 0)
            holds(
                "shuffles",
                $"{shuffles.Length} different trustees shuffled the rankings, and each proved that only order and encryption changed."
            );
        return tally.Shuffled(lists);
    }
}
