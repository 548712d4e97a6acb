using System.Globalization;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Proportional;

public sealed class Ers97Tests
{
    // What the program does and the rules do not say.
    private static readonly string[] Otherwise =
    [
        // 5.6.2: two with the same votes at every batch are not elected for one place; it draws a lot.
        "elections/droop/blt/SC-Vm-12",
        // 5.2.5 and 5.5.1: enough are left for all places; it leaves places empty rather than to elect without a vote.
        "counts/fewer-candidates-than-seats",
        "counts/no-papers",
    ];

    [Fact]
    public void Every_round_of_every_table_agrees_to_the_last_digit()
    {
        var (wrong, compared) = (new List<string>(), 0);
        foreach (var table in OpenStv.Tables("ers97"))
        {
            if (OpenStv.Papers(table.Name) is not { } ballots)
                continue;
            compared++;
            var count = OpenStv.Count("ers97", ballots);
            var expected = Rows(table, ballots.Seats).ToList();
            var found = OpenStv.Figures(count).Zip(Needed(count)).ToList();
            var agree =
                expected.Select(row => row.Figures).SequenceEqual(found.Select(row => row.First))
                // Neither says what is needed once all places are filled.
                && expected
                    .Zip(found)
                    .All(row =>
                        row.First.Needed is null
                        || row.Second.Second is null
                        || row.First.Needed == row.Second.Second
                    );
            agree &= table.Winners.SequenceEqual(OpenStv.Winners(count));
            if (agree == Otherwise.Contains(table.Name))
                wrong.Add(
                    $"{table.Name}\n{string.Join('\n', expected)}\nfound\n{string.Join('\n', found)}"
                );
        }
        Assert.True(compared > 125, $"{compared} tables");
        Assert.Empty(wrong);
    }

    private static IEnumerable<string?> Needed(RoundCount count)
    {
        var left = count.Ballots.Seats;
        foreach (var round in count.Rounds)
        {
            left -= round.Elected.Length;
            yield return left > 0 ? round.Needed.ToString() : null;
        }
    }

    // Nothing is transferred from the last to be excluded (5.5.1); the program carries on their first batch.
    private static IEnumerable<(string Figures, string? Needed)> Rows(OpenStvTable table, int seats)
    {
        var (left, won, gone) = (table.Rounds[0].Votes.Length, 0, new HashSet<string>());
        foreach (var round in table.Rounds)
        {
            won += round.Won;
            if (round.Action == "eliminate")
                gone.UnionWith(round.Who);
            if (round.Action != "eliminate" || left - gone.Count > seats)
                yield return (
                    $"{round.Quota} {round.Exhausted} {string.Join(' ', round.Votes)}",
                    won < seats ? round.Needed : null
                );
        }
    }

    [Fact]
    public void Every_Scottish_ward_agrees_in_every_figure()
    {
        if (OpenStv.WardsThatDiffer("ers97") is not { } different)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        Assert.Empty(different);
    }

    [Fact]
    public void The_model_election_is_counted_as_the_book_tells_it()
    {
        var count = OpenStv.Count("ers97", OpenStv.Papers("model")!);
        Assert.Equal((753, "107.58"), (count.ValidPapers, count.Rounds[0].Quota.ToString()));
        Assert.Equal([new Candidate(1)], count.Rounds[0].Elected);
        var surplus = Assert.IsType<RoundAction.Surplus>(count.Rounds[1].Action);
        Assert.Equal((new Candidate(1), "26.42"), (surplus.From, surplus.Excess.ToString()));
        // 123 papers at 0.21, and 0.59 that the cut leaves.
        Assert.Equal("0.59", count.Rounds[1].NonTransferable.ToString());
    }

    [Fact]
    public void Two_level_at_every_batch_are_not_elected_for_one_place_but_a_lot_excludes_one()
    {
        var count = OpenStv.Count("ers97", Elections.Blt("3 1\n5 1 0\n5 2 0\n0\nA\nB\nC\nt"));
        Assert.Empty(count.Rounds[0].Elected);
        var tie = Assert.Single(count.Ties);
        Assert.Equal(TiedFor.Exclusion, tie.For);
        Assert.IsType<TieStep.Lot>(Assert.Single(tie.Steps));
        Assert.Equal([new Candidate(2)], count.Elected);
    }

    [Fact]
    public void A_tie_is_broken_by_the_earliest_batch_and_not_by_the_latest()
    {
        // B is behind A at first, ahead after C's papers, and level after D's.
        var count = OpenStv.Count(
            "ers97",
            Elections.Blt(
                "6 1\n20 1 0\n19 2 0\n4 3 2 0\n7 4 1 0\n4 4 2 0\n40 5 0\n30 6 0\n0\nA\nB\nC\nD\nE\nF\nt"
            )
        );
        var tie = Assert.Single(count.Ties);
        var step = Assert.IsType<TieStep.EarliestRound>(Assert.Single(tie.Steps));
        Assert.Equal((1, new Candidate(2)), (step.Round, tie.Chosen));
        Assert.Equal(["20.00", "19.00"], step.Votes.Select(each => each.ToString()));
    }

    [Fact]
    public void Whoever_has_their_part_of_the_active_vote_is_elected_with_less_than_the_quota()
    {
        var count = OpenStv.Count("ers97", OpenStv.Papers("model")!);
        var prince = count.Rounds.Single(round => round.Elected.Contains(new Candidate(6)));
        Assert.Equal("104.31", prince.Votes[5].ToString());
        Assert.Equal("107.58", prince.Quota.ToString());
    }

    [Fact]
    public void The_quota_falls_until_somebody_is_elected()
    {
        var count = OpenStv.Count(
            "ers97",
            Elections.Blt("4 1\n9 1 0\n8 2 0\n5 3 0\n1 4 0\n0\nA\nB\nC\nD\nt")
        );
        Assert.Equal(
            ["11.50", "8.50"],
            count.Rounds.Take(2).Select(round => round.Quota.ToString())
        );
    }

    [Fact]
    public void Meek_on_the_model_election_settles_at_the_published_figures()
    {
        var lines = File.ReadLines(Path.Combine(OpenStv.Folder, "meek-model.csv"))
            .Select(line => line.Split(','))
            .ToList();
        var count = OpenStv.Count("meek-prf", OpenStv.Papers("model")!);
        var settled = count.Rounds.Where(round => round.Excluded.Length > 0).ToList();
        // The stages at which surpluses were distributed and somebody was excluded next.
        foreach (var (stage, round) in new[] { 3, 5, 7, 9 }.Zip(settled))
        {
            Assert.Equal(
                lines.Skip(2).Take(11).Select(line => Cents(line[stage])),
                round.Votes.Select(each => Cents(each.ToString()))
            );
            Assert.Equal(Cents(lines[^1][stage]), Cents(round.Quota.ToString()));
            // 41.955... is shown as 41.95.
            Assert.InRange(
                Cents(round.NonTransferable.ToString()) - Cents(lines[^2][stage]),
                0,
                0.01m
            );
        }
        Assert.Equal(
            lines
                .Skip(2)
                .Take(11)
                .Select((line, i) => (line, i))
                .Where(x => x.line[12] == "EL")
                .Select(x => x.i + 1),
            count.Elected.Select(c => c.Number).Order()
        );
    }

    private static decimal Cents(string number) =>
        Math.Round(decimal.Parse(number, CultureInfo.InvariantCulture), 2);
}
