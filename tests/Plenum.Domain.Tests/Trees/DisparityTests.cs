using Plenum.Domain.Rights;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Equal treatment is no finding, unequal treatment beyond chance is one, and few figures clear nobody (F07).</summary>
public sealed class DisparityTests
{
    [Theory]
    [InlineData(5, 50, 5, 50, Evidence.Nothing)]
    [InlineData(0, 50, 30, 50, Evidence.Nothing)]
    [InlineData(20, 50, 5, 50, Evidence.Found)]
    [InlineData(10, 10, 0, 10, Evidence.Found)]
    [InlineData(4, 12, 2, 40, Evidence.Nothing)]
    // Six in a hundred more is beyond chance among so many, and still more than four fifths as many get in.
    [InlineData(60_000, 500_000, 30_000, 500_000, Evidence.Nothing)]
    [InlineData(250_000, 500_000, 30_000, 500_000, Evidence.Found)]
    [InlineData(9, 9, 0, 500, Evidence.NotEnoughData)]
    [InlineData(0, 9, 0, 500, Evidence.NotEnoughData)]
    [InlineData(10, 10, 0, 9, Evidence.NotEnoughData)]
    [InlineData(0, 0, 0, 0, Evidence.NotEnoughData)]
    public void So_many_kept_out_of_so_many_say(
        int kept,
        int of,
        int keptElsewhere,
        int ofElsewhere,
        Evidence evidence
    ) => Assert.Equal(evidence, Disparity.Of(kept, of, keptElsewhere, ofElsewhere, sections: 2));

    [Fact]
    public void The_more_sections_are_compared_the_more_it_takes()
    {
        Assert.Equal(Evidence.Found, Disparity.Of(12, 20, 4, 40, sections: 2));
        Assert.Equal(Evidence.Nothing, Disparity.Of(12, 20, 4, 40, sections: 2_000));
    }

    /// <summary>The hypergeometric tail, worked out again in floating point from factorials.</summary>
    [Fact]
    public void What_is_found_is_what_a_naive_reckoning_finds()
    {
        var found = 0;
        Gen.Select(Gen.Int[10, 60], Gen.Int[10, 60], Gen.Double[0, 1], Gen.Double[0, 1])
            .Sample(
                (of, elsewhere, rate, other) =>
                {
                    var (kept, keptElsewhere) = ((int)(of * rate), (int)(elsewhere * other));
                    var tail = Tail(kept, of, keptElsewhere, elsewhere);
                    // What lies on the border is left to whole numbers.
                    if (Math.Abs(tail * 300 - 1) < 1e-6)
                        return;
                    var isLess =
                        (of - kept) / (double)of
                        < 0.8 * (elsewhere - keptElsewhere) / elsewhere - 1e-12;
                    var evidence = Disparity.Of(kept, of, keptElsewhere, elsewhere, sections: 3);
                    Interlocked.Add(ref found, evidence == Evidence.Found ? 1 : 0);
                    Assert.Equal(
                        isLess && tail * 300 < 1 ? Evidence.Found : Evidence.Nothing,
                        evidence
                    );
                },
                iter: 3_000
            );
        Assert.True(found > 100, $"found {found} times only");
    }

    private static double Tail(int kept, int of, int keptElsewhere, int elsewhere)
    {
        var (all, bad) = (of + elsewhere, kept + keptElsewhere);
        var sum = 0.0;
        for (var i = kept; i <= Math.Min(bad, of); i++)
            if (of - i <= all - bad)
                sum += Math.Exp(Choose(bad, i) + Choose(all - bad, of - i) - Choose(all, of));
        return sum;
    }

    private static double Choose(int n, int k) =>
        Enumerable.Range(1, k).Sum(i => Math.Log((double)(n - k + i) / i));
}
