using System.Text.RegularExpressions;
using Plenum.SecretBallot.Archives;

namespace Plenum.SecretBallot.Tests;

/// <summary>Archives in which every digest is right and something else is not, each refused for just that.</summary>
public sealed partial class DishonestTests
{
    private static readonly Lazy<Held> Sums = new(() =>
        Held.Of(Shapes.Of("blank") with { Revotes = 1 })
    );

    private static readonly Lazy<Held> Rankings = new(() =>
        Held.Of(Shapes.Of("ranked, two shuffles"))
    );

    private static readonly Lazy<Held> Group = new(() => Held.Of(Shapes.Of("two of three")));

    private static readonly VerifiedBallots Seen = new();

    private static readonly Dictionary<
        string,
        (Lazy<Held> From, Func<Forged, Forged> Change, string Code)
    > Changes = new(StringComparer.Ordinal)
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
        ["nobody is enough to decrypt"] = (
            Group,
            f =>
                f.Edited(
                    0,
                    1,
                    o => o.Replace("\"threshold\":2", "\"threshold\":0", StringComparison.Ordinal)
                ),
            "threshold.bounds"
        ),
        ["more than all are needed"] = (
            Group,
            f =>
                f.Edited(
                    0,
                    1,
                    o => o.Replace("\"threshold\":2", "\"threshold\":4", StringComparison.Ordinal)
                ),
            "threshold.bounds"
        ),
        ["all are needed where two were enough"] = (
            Group,
            f =>
                f.Edited(
                    0,
                    1,
                    o =>
                        o.Replace(
                            "\"threshold\":2,\"certs\"",
                            "\"threshold\":3,\"certs\"",
                            StringComparison.Ordinal
                        )
                ),
            "threshold.context"
        ),
        ["the signatures on what all saw are left out"] = (
            Group,
            f => f.Edited(0, 1, o => Signatures().Replace(o, "")),
            "json.fields"
        ),
        ["one trustee of a group alone"] = (
            Group,
            f => f.Without(f.First(EventKind.PartialDecryption)),
            "decryption.missing"
        ),
        ["a trustee twice"] = (
            Sums,
            f => f.Edited(0, 1, o => "[" + First(o) + "," + First(o) + "]"),
            "trustees.twice"
        ),
        ["a key that is not the trustees'"] = (
            Sums,
            f => f.Edited(0, 1, o => "[" + First(o) + "]"),
            "election.key"
        ),
        ["no trustee"] = (Sums, f => f.Edited(0, 1, _ => "[]"), "trustees.none"),
        ["a credential twice"] = (
            Sums,
            f =>
                f.Edited(
                    0,
                    2,
                    o => "[" + o[1..o.IndexOf(',', StringComparison.Ordinal)] + "," + o[1..]
                ),
            "credential.twice"
        ),
        ["a credential twice, with another weight"] = (
            Sums,
            f =>
                f.Edited(
                    0,
                    2,
                    o =>
                        "["
                        + o[1..(o.IndexOf(',', StringComparison.Ordinal) - 1)]
                        + ",2\","
                        + o[1..]
                ),
            "credential.twice"
        ),
        ["a weight of nought"] = (
            Sums,
            f => f.Edited(0, 2, o => o[..^2] + ",0\"]"),
            "credential.weight"
        ),
        ["a weight in rankings"] = (
            Rankings,
            f => f.Edited(0, 2, o => o[..^2] + ",2\"]"),
            "credential.weight"
        ),
        ["a credential outside the group"] = (
            Rankings,
            f =>
                f.Edited(
                    0,
                    2,
                    o =>
                        $"[\"{GroupTests.Prime(Groups.Group.Find("RFC-3526-2048")!) - 1}\","
                        + o[1..]
                ),
            "number.outside"
        ),
        ["a voter who is not in the list"] = (
            Sums,
            f => f.Edited(0, 2, o => "[" + o[(o.IndexOf(',', StringComparison.Ordinal) + 1)..]),
            "ballot.credential"
        ),
        ["at least more than at most"] = (
            Sums,
            f => f.Edited(0, 0, o => o.Replace("\"min\":1", "\"min\":3", StringComparison.Ordinal)),
            "question.bounds"
        ),
        ["another group"] = (
            Sums,
            f =>
                f.Edited(
                    0,
                    0,
                    o => o.Replace("BELENIOS-2048", "BELENIOS-1024", StringComparison.Ordinal)
                ),
            "election.group"
        ),
        ["another version"] = (
            Sums,
            f =>
                f.Edited(
                    0,
                    0,
                    o => o.Replace("\"version\":1", "\"version\":2", StringComparison.Ordinal)
                ),
            "version"
        ),
        ["a field twice"] = (
            Sums,
            f =>
                f.Edited(
                    0,
                    0,
                    o =>
                        o.Replace(
                            "\"version\":1",
                            "\"version\":1,\"version\":1",
                            StringComparison.Ordinal
                        )
                ),
            "json.repeated"
        ),
        ["a text escaped that need not be"] = (
            Sums,
            f =>
                f.Edited(
                    0,
                    0,
                    o => o.Replace("One or two", "\\u004fne or two", StringComparison.Ordinal)
                ),
            "json.form"
        ),
        ["bytes after the end of an object"] = (
            Sums,
            f => f.Edited(1, 0, o => o + " "),
            "json.form"
        ),
        ["a leading nought"] = (
            Sums,
            f =>
                f.Edited(
                    1,
                    0,
                    o => o.Replace("\"alpha\":\"", "\"alpha\":\"0", StringComparison.Ordinal)
                ),
            "number.form"
        ),
        ["a number in hexadecimal"] = (
            Sums,
            f => f.Edited(1, 0, o => Alpha().Replace(o, "\"alpha\":\"0xff\"", 1)),
            "number.form"
        ),
        ["a huge number"] = (
            Sums,
            f =>
                f.Edited(
                    1,
                    0,
                    o => Alpha().Replace(o, $"\"alpha\":\"{new string('9', 100_000)}\"", 1)
                ),
            "number.form"
        ),
        ["a number that is none"] = (
            Sums,
            f => f.Edited(1, 0, o => Alpha().Replace(o, "\"alpha\":5", 1)),
            "json.kind"
        ),
        ["a huge exponent"] = (
            Sums,
            f =>
                f.Edited(
                    1,
                    0,
                    o =>
                        o.Replace(
                            "\"challenge\":\"",
                            $"\"challenge\":\"{new string('9', 100)}",
                            StringComparison.Ordinal
                        )
                ),
            "number.exponent"
        ),
        ["a number of the wrong order"] = (
            Sums,
            f => f.Edited(1, 0, o => Alpha().Replace(o, "\"alpha\":\"2\"", 1)),
            "ballot.digest"
        ),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory, MemberData(nameof(Names))]
    public void What_is_not_honest_is_refused_for_what_it_is(string name)
    {
        var (from, change, code) = Changes[name];
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
