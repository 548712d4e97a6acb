using System.Text.RegularExpressions;
using Plenum.SecretBallot.Archives;
using static Plenum.SecretBallot.Tests.Honest;

namespace Plenum.SecretBallot.Tests;

/// <summary>Archives in which every digest is right and something else is not, each refused for just that.</summary>
public sealed partial class DishonestTests
{
    private static readonly VerifiedBallots Seen = new();

    private static readonly Dictionary<
        string,
        (Lazy<Held> From, Func<Forged, Forged> Change, string Code)
    > OfEvents = new(StringComparer.Ordinal)
    {
        ["a ballot after the end"] = (
            Sums,
            f => f.Moved(1, f.First(EventKind.EndBallots)),
            "event.order"
        ),
        ["no end of the ballots"] = (
            Sums,
            f => f.Without(f.First(EventKind.EndBallots)),
            "event.order"
        ),
        ["an early ballot again after a later one"] = (
            Sums,
            f => f.Again(1, f.First(EventKind.EndBallots)),
            "ballot.twice"
        ),
        ["a ballot left out of the tally"] = (Sums, f => f.Without(2), "tally.counts"),
        ["a tally before the end"] = (
            Sums,
            f => f.Moved(f.First(EventKind.EncryptedTally), 3),
            "event.order"
        ),
        ["two results"] = (Sums, f => f.Again(f.Events.Length - 1, f.Events.Length), "event.order"),
        ["an event after the result"] = (Sums, f => f.Again(1, f.Events.Length), "event.order"),
        ["two setups"] = (Sums, f => f.Again(0, 1), "event.order"),
        ["no setup"] = (Sums, f => f.Without(0), "event.order"),
        ["a result that one trustee did not decrypt"] = (
            Sums,
            f => f.Without(f.First(EventKind.PartialDecryption)),
            "decryption.missing"
        ),
        ["a trustee who decrypts twice"] = (
            Sums,
            f => f.Again(f.First(EventKind.PartialDecryption), f.Events.Length - 1),
            "decryption.owner"
        ),
        ["a decryption under another trustee's number"] = (
            Sums,
            f =>
                f.Edited(
                    f.First(EventKind.PartialDecryption),
                    1,
                    o => o.Replace("\"owner\":1", "\"owner\":2", StringComparison.Ordinal)
                ),
            "decryption.proof"
        ),
        ["an owner nobody is"] = (
            Sums,
            f =>
                f.Edited(
                    f.First(EventKind.PartialDecryption),
                    1,
                    o => o.Replace("\"owner\":1", "\"owner\":3", StringComparison.Ordinal)
                ),
            "json.kind"
        ),
        ["an owner of number nought"] = (
            Sums,
            f =>
                f.Edited(
                    f.First(EventKind.PartialDecryption),
                    1,
                    o => o.Replace("\"owner\":1", "\"owner\":0", StringComparison.Ordinal)
                ),
            "owner"
        ),
        ["more votes than were decrypted"] = (
            Sums,
            f => f.Edited(f.Events.Length - 1, 0, AddOne),
            "result.sum"
        ),
        ["another number of voters"] = (
            Sums,
            f =>
                f.Edited(
                    f.First(EventKind.EncryptedTally),
                    1,
                    o =>
                        o.Replace(
                            "\"num_tallied\":4",
                            "\"num_tallied\":5",
                            StringComparison.Ordinal
                        )
                ),
            "tally.counts"
        ),
        ["a shuffle where nothing is ranked"] = (
            Sums,
            f =>
                f with
                {
                    Events = f
                        .Events.Insert(
                            f.First(EventKind.EncryptedTally) + 1,
                            Forged
                                .Of(Rankings.Value.Archive)
                                .Events.First(e => e.Kind == EventKind.Shuffle)
                        )
                        .Insert(f.First(EventKind.EncryptedTally) + 2, (EventKind.EndShuffles, [])),
                },
            "shuffle.none"
        ),
        ["rankings opened without a shuffle"] = (
            Rankings,
            f =>
                f.Without(f.First(EventKind.Shuffle))
                    .Without(f.First(EventKind.Shuffle))
                    .Without(f.First(EventKind.Shuffle)),
            "shuffle.few"
        ),
        ["rankings shuffled once by one of two"] = (
            Rankings,
            f => f.Without(f.First(EventKind.Shuffle) + 1),
            "shuffle.few"
        ),
        ["a trustee who shuffles twice"] = (
            Rankings,
            f =>
                f.Edited(
                    f.First(EventKind.Shuffle) + 1,
                    1,
                    o => o.Replace("\"owner\":2", "\"owner\":1", StringComparison.Ordinal)
                ),
            "shuffle.owner"
        ),
        ["the second shuffle before the first"] = (
            Rankings,
            f => f.Moved(f.First(EventKind.Shuffle) + 1, f.First(EventKind.Shuffle)),
            "shuffle.proof"
        ),
        ["a ranking that nobody sent"] = (
            Rankings,
            f => f.Edited(f.Events.Length - 1, 0, AddOne),
            "result.row"
        ),
        ["a ranking less in the result"] = (
            Rankings,
            f =>
                f.Edited(
                    f.Events.Length - 1,
                    0,
                    o =>
                        o.Replace("[[[", "[[", StringComparison.Ordinal) is var t
                            ? "{\"result\":[["
                                + t[(t.IndexOf("],[", StringComparison.Ordinal) + 2)..]
                            : t
                ),
            "result.length"
        ),
    };

    public static TheoryData<string> Names => [.. OfEvents.Keys, .. OfObjects.Keys];

    [Theory, MemberData(nameof(Names))]
    public void What_is_not_honest_is_refused_for_what_it_is(string name)
    {
        var (from, change, code) = OfEvents.TryGetValue(name, out var found)
            ? found
            : OfObjects[name];
        var before = Forged.Of(from.Value.Archive);
        Assert.Equal(from.Value.Archive, before.Bytes());
        var verification = Verifier.Verify(change(before).Bytes(), options: new() { Seen = Seen });
        var rejected = Assert.IsType<Verification.Rejected>(verification);
        Assert.Equal(code, rejected.Reason.Code);
        Assert.NotEmpty(rejected.Reason.Place);
    }

    private static string First(string trustees) =>
        trustees[1..trustees.IndexOf("],[\"Single\"", StringComparison.Ordinal)] + "]";

    // The first count of a result is one more.
    private static string AddOne(string result) =>
        Count()
            .Replace(result, match => (int.Parse(match.Value, null) + 1).ToString(null, null), 1);

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Count();

    [GeneratedRegex("\"alpha\":\"[0-9]+\"")]
    private static partial Regex Alpha();

    [GeneratedRegex("\"signatures\":\\[[^\\]]*\\],")]
    private static partial Regex Signatures();
}
