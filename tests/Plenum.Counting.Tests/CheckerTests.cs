using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Plenum.Checker;
using Plenum.Counting.Ballots;
using Papers = Plenum.Counting.Ballots.Papers;

namespace Plenum.Counting.Tests;

/// <summary>The checker that shares no code with the library agrees with it, and with nothing else.</summary>
public sealed class CheckerTests
{
    public static TheoryData<string> Rules() => ["scottish-stv", "irv", "wigm-prf"];

    // Shared and skipped ranks, marks made twice, candidates withdrawn, an order for ties, names with quotes.
    private static readonly Gen<BallotSet> Odd =
        from candidates in Gen.Int[2, 6]
        from seats in Gen.Int[1, 4]
        from papers in Gen.Select(
            Gen.Int[1, candidates].Array[0, 3].Array[0, 5],
            Gen.Long[1, 30]
        ).List[0, 12]
        from withdrawn in Gen.Int[1, candidates].Array[0, 2]
        from order in Gen.Shuffle(Enumerable.Range(1, candidates).ToArray(), 0, candidates)
        select BallotSet.Of(
            "An \"odd\" one",
            Enumerable.Range(1, candidates).Select(number => $"Zo\u00EB \"{number}\", of 0"),
            seats,
            papers.Select(paper => new Papers(
                Ranking.OfRanks(
                    paper.Item1.Select(rank =>
                        Elections.Candidates([.. rank.Distinct()]).ToImmutableArray()
                    )
                ),
                paper.Item2
            )),
            Elections.Candidates(withdrawn),
            Elections.Candidates(order)
        );

    [Theory, MemberData(nameof(Rules))]
    public void Every_count_is_replayed_by_other_code(string rule) =>
        Gen.OneOf(Elections.Any, Odd)
            .Sample(ballots =>
            {
                var set = rule == "irv" ? ballots.WithSeats(1) : ballots;
                Replay(Certificate(rule, set, seed: "0a0B"), set);
                Replay(Certificate(rule, set, seed: null), set);
            });

    [Theory, MemberData(nameof(Rules))]
    public void Whatever_is_changed_in_a_certificate_is_found_and_named(string rule)
    {
        var ballots = Tied(rule);
        foreach (var seed in new[] { null, "00ff" })
        {
            var certificate = Certificate(rule, ballots, seed);
            Replay(certificate, ballots);
            // Where no lot is drawn, a seed is of no account.
            Assert.Contains("\"slips\"", certificate.ToJsonString(), StringComparison.Ordinal);
            var changed = 0;
            foreach (var (path, change) in Changes(certificate))
            {
                var forged = certificate.DeepClone();
                change(forged);
                var found = Assert.Throws<DifferenceException>(() => Replay(forged, ballots));
                // What the count hangs on is told where it first makes a difference.
                if (path is "rule" or "seats" or "seed")
                    Assert.Matches($"^({path}|count\\..+)$", found.Path);
                else
                    Assert.Equal(path, found.Path);
                Assert.StartsWith(found.Path + ": ", found.Message, StringComparison.Ordinal);
                changed++;
            }
            Assert.InRange(changed, 150, int.MaxValue);
        }
    }

    [Fact]
    public void A_certificate_over_other_papers_or_of_another_rule_is_not_valid()
    {
        var ballots = Tied("irv");
        var certificate = Certificate("irv", ballots, seed: null);
        Assert.Equal(
            "papers_root",
            Assert
                .Throws<DifferenceException>(() =>
                    Replay(certificate, Elections.Blt(Transfers.Replace("40 1 2", "41 1 2")))
                )
                .Path
        );
        Assert.Throws<FormatException>(() => Replay(JsonNode.Parse("[]")!, ballots));
        Assert.Equal(
            "rule",
            Assert
                .Throws<DifferenceException>(() =>
                    Replay(Certificate("meek", ballots, seed: null), ballots)
                )
                .Path
        );
    }

    // As the library does, it compares what is written and not what it is taken for.
    [Fact]
    public void Bytes_that_are_no_UTF_8_are_no_certificate()
    {
        Assert.Equal("A\uFFFD", Checker.Text.Of("\uFEFFA\uFFFD"u8));
        Assert.Throws<FormatException>(() => Checker.Text.Of([(byte)'A', 0xFF]));
    }

    // Ties that an earlier stage breaks, ties that only a lot breaks, a surplus, papers that end, papers without a word.
    private const string Transfers =
        "9 2\n[withdrawn 9]\n[tie 8 7 6 5 4 3 2 1]\n40 1 2 0\n30 2 3 0\n20 3 1 0\n6 4 3 0\n"
        + "5 5 4=3 0\n1 6 5 2 0\n3 6 0\n1 7 0\n1 - 8=9 0\n4 9 0\n2 0\n3 1=6 2 0\n0\n"
        + "\"Ann\"\n\"Bo \"\"B\"\"\"\n\"Cy\"\n\"Di\"\n\"Ed\"\n\"Fay\"\n\"Gus\"\n\"Hal\"\n\"Ida\"\n\"Title\"\n";

    private static BallotSet Tied(string rule) =>
        rule == "irv" ? Elections.Blt(Transfers).WithSeats(1) : Elections.Blt(Transfers);

    private static JsonNode Certificate(string rule, BallotSet ballots, string? seed)
    {
        var written = CertificateCommand.Write(
            BltWriter.Write(ballots),
            new CountOptions(rule, Json: true, Seed: seed)
        );
        Assert.Equal(0, written.ExitCode);
        return JsonNode.Parse(written.Text)!;
    }

    private static void Replay(JsonNode certificate, BallotSet ballots) =>
        new Replay(
            certificate,
            new Checker.Papers(Encoding.UTF8.GetString(BltWriter.Write(ballots)))
        ).Run();

    private static IEnumerable<(string Path, Action<JsonNode> Change)> Changes(JsonNode root) =>
        Changes(root, "", same => same);

    // Everything once: each value changed, each field and the last of each list taken out, one more put in.
    private static IEnumerable<(string Path, Action<JsonNode> Change)> Changes(
        JsonNode node,
        string path,
        Func<JsonNode, JsonNode> find
    )
    {
        if (node is JsonObject fields)
        {
            var dot = path.Length > 0 ? "." : "";
            yield return ($"{path}{dot}more", root => find(root)["more"] = 1);
            yield return ($"{path}{dot}more", root => find(root)["more"] = null);
            foreach (var (name, child) in fields)
            {
                var inner = path + dot + name;
                yield return (inner, root => find(root).AsObject().Remove(name));
                foreach (var other in Others(child!))
                    yield return (inner, root => find(root)[name] = other);
                foreach (var change in Changes(child!, inner, root => find(root)[name]!))
                    yield return change;
            }
        }
        else if (node is JsonArray items)
        {
            var count = items.Count;
            yield return ($"{path}[{count}]", root => find(root).AsArray().Add(1));
            if (count > 0)
                yield return (
                    $"{path}[{count - 1}]",
                    root => find(root).AsArray().RemoveAt(count - 1)
                );
            for (var i = 0; i < count; i++)
            {
                var (at, inner) = (i, $"{path}[{i}]");
                foreach (var other in Others(items[at]!))
                    yield return (inner, root => find(root)[at] = other);
                foreach (var change in Changes(items[at]!, inner, root => find(root)[at]!))
                    yield return change;
            }
        }
    }

    private static IEnumerable<JsonNode> Others(JsonNode leaf)
    {
        if (leaf is not JsonValue value)
            yield break;
        if (value.TryGetValue<int>(out var number))
        {
            yield return number + 1;
            yield return number - 1;
            yield return $"{number}";
        }
        else
        {
            var text = value.GetValue<string>();
            yield return text + "0";
            if (text.Length == 0)
                yield break;
            yield return "";
            yield return text[..^1] + (text[^1] == '0' ? '1' : '0');
        }
    }
}
