using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Proportional;

public sealed class MeekNzTests
{
    // First where the program leaves places empty rather than to elect without a vote (clause 3).
    private static readonly string[] Otherwise =
    [
        "counts/fewer-candidates-than-seats",
        "counts/no-papers",
        // It excludes with 2.27 votes still to be passed on, because rounding raised a keep value by a unit (clause 13).
        "generated/073",
    ];

    [Fact]
    public void Every_iteration_of_every_table_agrees_to_the_last_digit()
    {
        var (wrong, compared) = (new List<string>(), 0);
        foreach (var table in OpenStv.Tables("meek-nz"))
        {
            if (OpenStv.Papers(table.Name) is not { } ballots)
                continue;
            compared++;
            var count = OpenStv.Count("meek-nz", ballots);
            var expected = Rows(table, ballots.Seats).ToList();
            var found = OpenStv.Figures(count).ToList();
            var agree =
                expected.SequenceEqual(found)
                && table.Winners.SequenceEqual(OpenStv.Winners(count));
            if (agree == Otherwise.Contains(table.Name))
                wrong.Add(
                    $"{table.Name}\n{string.Join('\n', expected)}\nfound\n{string.Join('\n', found)}"
                );
        }
        Assert.True(compared > 125, $"{compared} tables");
        Assert.Empty(wrong);
    }

    // Once as many are left as places the count is complete (clause 3); the program iterates once more.
    private static IEnumerable<string> Rows(OpenStvTable table, int seats) =>
        table
            .Rounds.Where(
                (round, i) =>
                    i == 0
                    || round.Votes.Skip(round.Votes.Length / 2).Count(keep => keep != "0.000000000")
                        > seats
            )
            .Select(round => $"{round.Quota} {round.Exhausted} {string.Join(' ', round.Votes)}");

    [Fact]
    public void Every_Scottish_ward_agrees_in_every_figure_of_every_iteration()
    {
        if (OpenStv.WardsThatDiffer("meek-nz") is not { } different)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        Assert.Empty(different);
    }

    [Fact]
    public void The_first_quota_is_the_official_one()
    {
        // Kapiti Coast, five places of the whole district, 2016: 17,783 papers, 490 of them of no use from the beginning.
        var names = Enumerable.Range(1, 13).Select(number => $"C{number}");
        var ballots = BallotSet.Of(
            "",
            names,
            5,
            [new Papers(Ranking.Of(1), 17_293), new Papers(Ranking.Of(), 490)]
        );
        Assert.Equal(
            "2882.166666667",
            OpenStv.Count("meek-nz", ballots).Rounds[0].Quota.ToString()
        );
    }

    [Fact]
    public void What_passes_two_who_are_elected_is_cut_as_in_the_official_count_of_Cargill()
    {
        const ulong one = 1_000_000_000;
        new NarrowKeep(one, Parting.Up).Part(
            308_948_430,
            one - 59_775_757,
            out var kept,
            out var passed
        );
        // Taken up, as clause 10 has it, it would be 0.018467627.
        Assert.Equal(18_467_626UL, passed);
        Assert.Equal(308_948_430UL, kept + passed);
    }

    [Fact]
    public void Somebody_may_be_excluded_in_the_first_iteration_and_those_without_a_vote_together()
    {
        var count = OpenStv.Count(
            "meek-nz",
            Elections.Blt("5 1\n9 1 0\n8 2 0\n5 3 2 0\n0\nA\nB\nC\nD\nE\nt")
        );
        Assert.IsType<RoundAction.Sorting>(count.Rounds[0].Action);
        Assert.Equal(Elections.Candidates(4, 5), count.Rounds[0].Excluded);
        Assert.Equal(Elections.Candidates(3), count.Rounds[1].Excluded);
        Assert.Equal(Elections.Candidates(2), count.Elected);
    }

    [Fact]
    public void A_keep_value_that_rounding_raises_does_not_end_an_iteration_that_still_moves_votes()
    {
        // The program excludes the second while eight tenths of a vote are still to come to them.
        var count = OpenStv.Count(
            "meek-nz",
            Elections.Blt("6 4\n2 3 4 1 2 0\n0\nA\nB\nC\nD\nE\nF\nt")
        );
        Assert.Equal(Elections.Candidates(1, 2, 3, 4), count.Elected.Order());
    }

    [Fact]
    public void A_tie_goes_to_whoever_was_ahead_at_the_first_difference()
    {
        // B comes level with A by C's papers.
        var count = OpenStv.Count(
            "meek-nz",
            Elections.Blt("4 1\n6 1 0\n4 2 0\n2 3 2 0\n7 4 0\n0\nA\nB\nC\nD\nt")
        );
        var tie = count.Ties[0];
        var step = Assert.IsType<TieStep.EarliestRound>(Assert.Single(tie.Steps));
        Assert.Equal((1, new Candidate(2)), (step.Round, tie.Chosen));
    }
}
