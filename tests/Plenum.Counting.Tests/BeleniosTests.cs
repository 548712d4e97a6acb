using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tests;

/// <summary>
/// Small elections, counted here and by <c>belenios-tool</c>, the counting program of Belenios as Debian packages it. It is
/// started as it stands, on papers made here; where it is not installed these tests say so and skip.
/// </summary>
public sealed class BeleniosTests
{
    private const string Tool = "/usr/bin/belenios-tool";
    private const string Absent = Tool + " is not installed (apt-get install belenios-tool)";

    // Ranks of each candidate, nought for none; few papers, so that beats have equal papers for them and chains are level.
    private static Gen<int[][]> Ranked { get; } =
        from candidates in Gen.Int[3, 5]
        from papers in Gen.Int[0, candidates].Array[candidates].Array[3, 14]
        select papers;

    [Fact]
    public void Schulze_by_winning_votes_has_the_same_table_of_pairs_and_the_same_winners()
    {
        if (!File.Exists(Tool))
            Assert.Skip(Absent);
        Ranked.Sample(
            papers =>
            {
                var candidates = papers[0].Length;
                using var told = Asked(
                    papers,
                    "schulze",
                    $"--nchoices={candidates}",
                    "--blank-allowed=true"
                );
                var set = BallotSet.Of("", Names(candidates), 1, papers.Select(Paper));
                var count = Assert
                    .IsType<CountStory.ByPairs>(RuleLawTests.Counted("schulze", set))
                    .Count;
                Assert.Equal(
                    told.RootElement.GetProperty("raw")
                        .EnumerateArray()
                        .SelectMany(row => row.EnumerateArray().Select(n => n.GetInt64())),
                    from one in Enumerable.Range(1, candidates)
                    from other in Enumerable.Range(1, candidates)
                    select count.Pairs[new Candidate(one), new Candidate(other)]
                );
                Assert.Equal(
                    Levels(told)[0],
                    string.Join(' ', count.Order[0].Select(winner => winner.Index))
                );
            },
            iter: 200
        );
    }

    private static string[] Levels(JsonDocument told) =>
        [
            .. told
                .RootElement.GetProperty("winners")
                .EnumerateArray()
                .Select(level =>
                    string.Join(' ', level.EnumerateArray().Select(n => n.GetInt32()).Order())
                ),
        ];

    private static IEnumerable<string> Names(int candidates) =>
        Enumerable.Range(0, candidates).Select(c => $"C{c}");

    private static Papers Paper(int[] ranks) =>
        new(
            Ranking.OfRanks(
                Enumerable
                    .Range(1, ranks.Length)
                    .Select(rank =>
                        Elections.Candidates(At(ranks, rank)) is var there && there.Length > 0
                            ? System.Collections.Immutable.ImmutableArray.Create(there)
                            : []
                    )
            ),
            1
        );

    private static int[] At(int[] places, int place) =>
        [.. Enumerable.Range(1, places.Length).Where(c => places[c - 1] == place)];

    private static JsonDocument Asked(int[][] papers, params string[] arguments)
    {
        var start = new ProcessStartInfo(Tool, ["method", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Write(
            $"[{string.Join(',', papers.Select(paper => $"[{string.Join(',', paper.Select(n => n.ToString(CultureInfo.InvariantCulture)))}]"))}]"
        );
        process.StandardInput.Close();
        var told = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return JsonDocument.Parse(told);
    }
}
