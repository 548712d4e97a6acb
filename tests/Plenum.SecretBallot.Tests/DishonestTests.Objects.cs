using Plenum.SecretBallot.Archives;
using static Plenum.SecretBallot.Tests.Honest;

namespace Plenum.SecretBallot.Tests;

public sealed partial class DishonestTests
{
    private static readonly Dictionary<
        string,
        (Lazy<Held> From, Func<Forged, Forged> Change, string Code)
    > OfObjects = new(StringComparer.Ordinal)
    {
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
}
