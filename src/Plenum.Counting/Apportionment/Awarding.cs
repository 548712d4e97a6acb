using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Apportionment;

/// <summary>How strong a claim to a seat is: one number over another; over nought it goes before all others.</summary>
internal readonly record struct Claim(BigInteger Above, BigInteger Below) : IComparable<Claim>
{
    public int CompareTo(Claim other)
    {
        var compared = (Above * other.Below).CompareTo(other.Above * Below);
        return compared != 0 || !Below.IsZero ? compared : Above.CompareTo(other.Above);
    }

    public static bool operator <(Claim left, Claim right) => left.CompareTo(right) < 0;

    public static bool operator >(Claim left, Claim right) => left.CompareTo(right) > 0;

    public static bool operator <=(Claim left, Claim right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Claim left, Claim right) => left.CompareTo(right) >= 0;
}

/// <summary>Seats given one by one to the strongest claim, or taken back from the weakest, ties by lot.</summary>
internal sealed class Awarding
{
    private static readonly Comparer<Claim> StrongestFirst = Comparer<Claim>.Create(
        (left, right) => right.CompareTo(left)
    );

    private readonly BigInteger[] sizes;
    private readonly long[] least;
    private readonly long[] most;
    private readonly long[] held;
    private readonly Lots lots;
    private readonly List<AllotmentTie> ties = [];
    private int lotsDrawn;

    public Awarding(IReadOnlyList<Claimant> claimants, Lots lots, int lotsDrawn)
    {
        (this.lots, this.lotsDrawn) = (lots, lotsDrawn);
        // Over a common denominator the sizes are whole numbers; no method looks at more than their proportions.
        Scale = claimants.Aggregate(
            BigInteger.One,
            (sum, c) =>
                sum * c.Size.Denominator / BigInteger.GreatestCommonDivisor(sum, c.Size.Denominator)
        );
        sizes = [.. claimants.Select(c => (c.Size * Scale).Numerator)];
        least = [.. claimants.Select(c => c.Size.Sign > 0 ? Math.Min(c.Least, c.Most) : 0)];
        most = [.. claimants.Select(c => c.Size.Sign > 0 ? c.Most : 0)];
        held = new long[sizes.Length];
    }

    /// <summary>What one member or vote is counted as.</summary>
    public BigInteger Scale { get; }

    /// <summary>All sizes together, and at least 1, so that it can be divided by.</summary>
    public BigInteger AllSizes => BigInteger.Max(1, sizes.Sum());

    /// <summary>Gives what everybody has before seats are fought for, held between minimum and maximum.</summary>
    public void Promise(Func<BigInteger, BigInteger> first)
    {
        for (var i = 0; i < held.Length; i++)
            held[i] = (long)BigInteger.Max(least[i], BigInteger.Min(most[i], first(sizes[i])));
    }

    /// <summary>Gives or takes back until as many are held as there are seats.</summary>
    public Allotment Until(long seats, Func<BigInteger, long, Claim> claim)
    {
        var promised = least.Sum();
        if (promised > seats)
            return new Allotment.TooFewSeats(promised);
        var possible = most.Select(each => (BigInteger)each).Sum();
        if (possible < seats)
            return new Allotment.TooManySeats((long)possible);
        var left = seats - held.Sum();
        if (left >= 0)
            Change(left, +1, i => held[i] < most[i], i => claim(sizes[i], held[i]));
        else
            Change(-left, -1, i => held[i] > least[i], i => Weakness(claim(sizes[i], held[i])));
        return new Allotment.Given([.. held], [.. ties]);
    }

    private static Claim Weakness(Claim claim) => claim with { Above = -claim.Above };

    private void Change(long seats, int by, Predicate<int> may, Func<int, Claim> claim)
    {
        var waiting = new PriorityQueue<int, Claim>(StrongestFirst);
        for (var i = 0; i < held.Length; i++)
            Queue(i);
        var equal = new List<int>();
        while (seats > 0 && waiting.TryDequeue(out var first, out var strongest))
        {
            equal.Clear();
            equal.Add(first);
            while (
                waiting.TryPeek(out var next, out var strength)
                && strength.CompareTo(strongest) == 0
            )
            {
                equal.Add(next);
                waiting.Dequeue();
            }
            var chosen = equal.Count <= seats ? equal : Draw([.. equal.Order()], (int)seats);
            foreach (var i in chosen)
            {
                held[i] += by;
                Queue(i);
            }
            seats -= chosen.Count;
        }

        void Queue(int i)
        {
            if (may(i))
                waiting.Enqueue(i, claim(i));
        }
    }

    private List<int> Draw(IEnumerable<int> tied, int seats)
    {
        ImmutableArray<Candidate> all = [.. tied.Select(Candidate.At)];
        var (left, drawn) = (all, new List<TieStep.Lot>());
        while (drawn.Count < seats)
        {
            var lot = lots.Draw(++lotsDrawn, left);
            drawn.Add(new TieStep.Lot(lotsDrawn, left, lot.Slips, lot.Candidate));
            left = left.Remove(lot.Candidate);
        }
        ties.Add(
            new AllotmentTie(all, seats, [.. drawn.Select(lot => lot.Drawn).Order()], [.. drawn])
        );
        return [.. drawn.Select(lot => lot.Drawn.Index)];
    }
}
