using Plenum.Counting.Ballots;
using Plenum.Counting.Majority;
using Plenum.Counting.Proportional;
using Plenum.Counting.Stages;

namespace Plenum.Counting.Tests.Majority;

public sealed class InstantRunOffTests
{
    private static readonly Candidate Reopen = new(3);

    [Fact]
    public void More_than_half_of_the_papers_elects_at_once()
    {
        var count = Run("3 1\n6 1 0\n3 2 0\n2 3 0\n0\nA\nB\nRON\nt");
        Assert.Single(count.Stages);
        Assert.Equal(
            new RunOffOutcome.Elected(new Candidate(1), ByMajorityOfPapers: true),
            InstantRunOff.Outcome(count, Reopen)
        );
    }

    [Fact]
    public void Half_of_the_papers_is_not_a_majority()
    {
        var count = Run("3 1\n4 1 0\n2 2 3 0\n2 3 0\n0\nA\nB\nRON\nt");
        Assert.Equal("5.00000", count.Quota.ToString());
        Assert.True(count.Stages.Length > 1);
    }

    [Fact]
    public void Later_preferences_decide_when_nobody_has_a_majority()
    {
        var count = Run("3 1\n4 1 0\n3 2 0\n2 3 2 0\n0\nA\nB\nRON\nt");
        Assert.Equal(Elections.Candidates(2), count.Elected);
    }

    [Fact]
    public void The_last_one_left_without_a_majority_of_papers_is_marked_so()
    {
        var count = Run("3 1\n4 1 0\n3 2 0\n2 3 0\n0\nA\nB\nRON\nt");
        Assert.Equal(
            new RunOffOutcome.Elected(new Candidate(1), ByMajorityOfPapers: false),
            InstantRunOff.Outcome(count, Reopen)
        );
    }

    [Fact]
    public void Re_open_nominations_can_win() =>
        Assert.IsType<RunOffOutcome.NominationsReopened>(
            InstantRunOff.Outcome(Run("3 1\n2 1 0\n3 2 3 0\n4 3 0\n0\nA\nB\nRON\nt"), Reopen)
        );

    [Fact]
    public void Nobody_stands_when_everybody_withdrew() =>
        Assert.IsType<RunOffOutcome.NobodyStood>(
            InstantRunOff.Outcome(Run("1 1\n-1\n2 1 0\n0\nA\nt"), Reopen)
        );

    [Fact]
    public void A_run_off_elects_whom_Scottish_rules_elect_to_one_seat() =>
        Elections.Any.Sample(ballots =>
        {
            var runOff = InstantRunOff.Count(ballots, Elections.Seed);
            var stv = ScottishStv.Count(ballots.WithSeats(1), Elections.Seed);
            Assert.Equal(stv.Elected.AsEnumerable(), runOff.Elected);
        });

    [Fact]
    public void Portland_2015_elects_its_mayor_again()
    {
        if (Testing.Shared.Find("elections/derived/portland-2015-mayor.blt") is not { } file)
        {
            Assert.Skip(Testing.Shared.Absent);
            return;
        }
        var count = InstantRunOff.Count(Elections.Blt(File.ReadAllBytes(file)), Elections.Seed);
        Assert.Equal("Mavodones, Nicholas M. Jr.", count.NameOf(Assert.Single(count.Elected)));
    }

    [Fact]
    public void Nothing_but_a_run_off_is_read_as_one() =>
        Assert.Throws<ArgumentException>(() =>
            InstantRunOff.Outcome(
                ScottishStv.Count(Elections.Blt("2 1\n1 1 0\n0\nA\nRON\nt"), Elections.Seed),
                new Candidate(2)
            )
        );

    private static ElectionCount Run(string blt) =>
        InstantRunOff.Count(Elections.Blt(blt), Elections.Seed);
}
