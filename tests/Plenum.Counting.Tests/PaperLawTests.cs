using System.Text;
using Plenum.Counting.Ballots;
using Plenum.Counting.Proportional;
using Plenum.Counting.Rounds;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Tests;

/// <summary>How papers come, how many there are of each and who adds them up changes no digit of any rule.</summary>
public sealed class PaperLawTests
{
    // Rules without rounding: three times the papers are three times the votes at every step.
    private static readonly string[] Unrounded = ["wigm", "meek", "warren", "qpq", "irv", "benham"];

    public static TheoryData<string> All() => [.. CountingRule.All.Select(rule => rule.Id)];

    public static TheoryData<string> OfOrders() =>
        [
            .. CountingRule
                .All.Where(rule => rule.Reads == PapersSay.Rankings)
                .Select(rule => rule.Id),
        ];

    public static TheoryData<string> WithoutRounding() => [.. Unrounded];

    [Theory, MemberData(nameof(All))]
    public void Papers_in_another_order_and_in_other_heaps_tell_the_same_story(string id) =>
        Gen.Select(Elections.Any, Gen.Int[1, 1_000])
            .Sample(
                (ballots, seed) =>
                {
                    var set = RuleLawTests.Fitting(id, ballots);
                    // Every heap in two, and all of them shuffled.
                    var pieces = set
                        .Papers.SelectMany(p =>
                            new[]
                            {
                                p with
                                {
                                    Number = p.Number / 3,
                                },
                                p with
                                {
                                    Number = p.Number - (p.Number / 3),
                                },
                            }
                        )
                        .OrderBy(p => HashCode.Combine(p, seed));
                    var again = BallotSet.Of(set.Title, set.Names, set.Seats, pieces);
                    return Story(id, set)
                        == Story(id, set.Grades > 0 ? again.Grading(set.Grades) : again);
                },
                iter: 50
            );

    [Theory, MemberData(nameof(WithoutRounding))]
    public void Every_paper_three_times_over_elects_the_same_where_nothing_is_rounded(string id) =>
        Elections.Any.Sample(ballots =>
        {
            var set = RuleLawTests.Fitting(id, ballots);
            var thrice = BallotSet.Of(
                "",
                set.Names,
                set.Seats,
                set.Papers.Select(p => p with { Number = p.Number * 3 })
            );
            return RuleLawTests
                .Counted(id, set)
                .Elected.SequenceEqual(RuleLawTests.Counted(id, thrice).Elected);
        });

    [Theory, MemberData(nameof(OfOrders))]
    public void One_thread_two_and_eight_give_the_same_digits(string id)
    {
        var file = Many(40_000, candidates: 24, seats: CountingRule.Find(id)!.OneSeatOnly ? 1 : 9);
        var stories = new[] { 1, 2, 8 }.Select(threads =>
            Story(
                id,
                BallotReader.Read(file, threads: threads) is BallotReading.Read(var ballots)
                    ? ballots.OnThreads(threads)
                    : throw new InvalidDataException()
            )
        );
        Assert.Single(stories.Distinct(StringComparer.Ordinal));
    }

    [Fact]
    public void Papers_shared_out_in_parts_give_the_same_digits_as_all_together() =>
        Gen.Select(Elections.Any, Gen.Int[1, 5])
            .Sample(
                (ballots, rows) =>
                {
                    var set = RuleLawTests.Fitting("meek", ballots);
                    var (whole, parts) = (
                        Meek.Count(set, Lots.AsFiled(set)),
                        Meek.CountInParts(set, Lots.AsFiled(set), rows)
                    );
                    return whole.Elected.SequenceEqual(parts.Elected)
                        && Digits(whole).SequenceEqual(Digits(parts));
                }
            );

    private static IEnumerable<string> Digits(RoundCount count) =>
        count.Rounds.SelectMany(round => round.Votes.Concat(round.Keep).Select(f => f.ToString()));

    [Fact]
    public void A_file_read_in_pieces_by_several_threads_is_the_file_read_token_by_token()
    {
        var file = Many(60_000, candidates: 200, seats: 3);
        var plain = Elections.Blt(file);
        // A remark sends the file to the reader of everything that is not plain.
        var slow = Elections.Blt([.. "# a remark\n"u8, .. file]);
        Assert.Equal(60_000, plain.Number);
        Assert.Equal(plain.Names.AsEnumerable(), slow.Names.AsEnumerable());
        Assert.Equal(plain.Papers.AsEnumerable(), slow.Papers.AsEnumerable());
    }

    [Fact]
    public void Papers_are_kept_in_canonical_order_and_identical_ones_together() =>
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 4])
            .SelectMany(
                (candidates, papers) =>
                    Gen.Select(Gen.Int[-candidates, candidates].Array[0, 40], Gen.Long[1, 5]).Array[
                        0,
                        papers * 40
                    ]
            )
            .Sample(rows =>
            {
                var papers = rows.Select(row => new Papers(
                        Ranking.OfMarks(Marks(row.Item1)),
                        row.Item2
                    ))
                    .ToList();
                var set = BallotSet.Of("", Enumerable.Repeat("x", 9), 1, papers);
                var expected = papers
                    .GroupBy(p => p.Ranking)
                    .Select(g => new Papers(g.Key, g.Sum(p => p.Number)))
                    .OrderBy(p => p.Ranking);
                Assert.Equal(expected, set.Papers);
            });

    [Fact]
    public void Preferences_leave_out_the_withdrawn_repeats_and_whatever_comes_after_a_shared_rank()
    {
        var set = Elections.Blt(
            "4 1\n-3\n2 3 1 2 0\n1 1 2 1 4 0\n1 2 - 1 0\n3 1 2=4 3 0\n1 3 0\n1 0\n0\na\nb\nc\nd\nt"
        );
        var table = Stages.PapersOnTheTable.Of(set);
        Assert.Equal((7, 2), (table.ValidPapers, table.InvalidPapers));
        Assert.Equal(
            ["0: 3", "0 1: 2", "0 1 3: 1", "1 0: 1"],
            table.Tree.All().Select(p => $"{string.Join(' ', p.Preferences)}: {p.Papers}")
        );
    }

    [Fact]
    public void Pairs_are_compared_as_paper_by_paper() =>
        Elections.Any.Sample(ballots =>
        {
            var shared = BallotSet.Of(
                "",
                ballots.Names,
                1,
                ballots.Papers.Select(p => p with { Ranking = Ranking.OfMarks(Shared(p.Ranking)) }),
                [new Candidate(1)]
            );
            var pairs = Pairwise.PairTable.Of(shared);
            foreach (var one in pairs.Standing)
            foreach (var other in pairs.Standing.Where(other => other != one))
                Assert.Equal(
                    shared
                        .Papers.Where(p => RankOf(p.Ranking, one) < RankOf(p.Ranking, other))
                        .Sum(p => p.Number),
                    pairs[one, other]
                );
        });

    // Every second mark shares the rank before it.
    private static List<int> Shared(Ranking ranking) =>
        [
            .. ranking
                .Ranks.SelectMany(rank => rank)
                .Select((c, i) => i % 2 == 1 ? -c.Number : c.Number),
        ];

    private static int RankOf(Ranking ranking, Candidate candidate)
    {
        var ranks = ranking.Ranks;
        var at = Enumerable
            .Range(0, ranks.Length)
            .FirstOrDefault(r => ranks[r].Contains(candidate), -1);
        return at < 0 ? int.MaxValue : at;
    }

    [Fact]
    public void Very_many_papers_are_sorted_like_a_few()
    {
        var random = 1UL;
        var rows = new PaperRows();
        var together = new Dictionary<Ranking, long>();
        for (var paper = 0; paper < 20_000; paper++)
        {
            var marks = new short[Draw() % 20];
            for (var i = 0; i < marks.Length; i++)
                marks[i] = (short)((Draw() % 3) + 1 + (paper % 7 == 0 ? 29_000UL : 0UL));
            var ranking = Ranking.OfMarks(marks.AsSpan());
            rows.Add(marks, 2);
            together[ranking] = together.GetValueOrDefault(ranking) + 2;
        }
        var sorted = PaperSort.Together(rows, 30_000, threads: 8);
        Assert.Equal(
            together.OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {pair.Key}"),
            Enumerable
                .Range(0, sorted.Length)
                .Select(row => $"{sorted.Number(row)} {Ranking.OfMarks(sorted.Marks(row))}")
        );

        ulong Draw() => Next(ref random);
    }

    private static List<int> Marks(int[] marks) =>
        [.. marks.Select((mark, i) => i == 0 || marks[i - 1] == 0 ? Math.Abs(mark) : mark)];

    private static string Story(string id, BallotSet set) =>
        StoryJson.Write(RuleLawTests.Counted(id, set));

    private static byte[] Many(int papers, int candidates, int seats)
    {
        var text = new StringBuilder($"{candidates} {seats}\n");
        var random = 7UL;
        for (var paper = 0; paper < papers; paper++)
        {
            text.Append("1 ");
            var named = new HashSet<ulong>();
            for (var length = Next(ref random) % 12; length > 0; length--)
            {
                var (one, other) = (Next(ref random), Next(ref random));
                var candidate = 1 + Math.Min(one % (ulong)candidates, other % (ulong)candidates);
                if (named.Add(candidate))
                    text.Append(candidate).Append(' ');
            }
            text.Append("0\n");
        }
        text.Append("0\n");
        for (var candidate = 1; candidate <= candidates; candidate++)
            text.Append('"').Append(candidate).Append("\"\n");
        return Encoding.UTF8.GetBytes(text.Append("\"\"\n").ToString());
    }

    private static ulong Next(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
