using System.Numerics;
using Plenum.Counting.Apportionment;

namespace Plenum.Counting.Margins;

/// <summary>
/// The fewest votes that, given by one list to another, move a seat, or leave it to a lot: found for each that could lose and
/// each that could gain, in closed form.
/// </summary>
/// <remarks>
/// A seat moves when the claim to a next seat reaches that of somebody's last (Balinski and Young, "Fair Representation",
/// 1982); by Adams first seats have a claim over nought, and the larger go first. It moves too when a list that holds one falls
/// below the threshold, or has no vote left, and when one that rises above it has seats promised. Whoever loses a seat gives
/// the votes best, where they have as many; where a threshold asks for more, anybody else who has.
/// </remarks>
internal sealed class SeatMargin(
    IReadOnlyList<Claimant> lists,
    Divisor by,
    IReadOnlyList<long> seats,
    Fraction threshold
)
{
    private BigInteger? least;

    /// <summary>So many, or null where no number of votes moves a seat.</summary>
    public BigInteger? Fewest()
    {
        for (var one = 0; one < lists.Count; one++)
        {
            Falls(one);
            Promised(one);
            for (var has = 0; has < lists.Count; has++)
            {
                if (has != one && seats[has] > lists[has].Least && seats[one] < lists[one].Most)
                    Moves(has, one);
            }
        }
        return least;
    }

    private void Falls(int giver)
    {
        var size = lists[giver].Size;
        if (seats[giver] == 0)
            return;
        if (threshold.Sign > 0)
            By(giver, (size - threshold).Floor + 1);
        else if (size.IsWhole)
            By(giver, size.Numerator);
    }

    private void Promised(int wants)
    {
        if (
            Needed(wants) is { IsZero: false } votes
            && lists[wants].Least > 0
            && lists[wants].Most > 0
        )
            ByAnybody(votes, wants, wants);
    }

    private void Moves(int has, int wants)
    {
        var (last, next) = (Divides(seats[has] - 1), Divides(seats[wants]));
        // A first seat over nought goes before all others.
        if (last == 0 && next > 0)
            return;
        var (from, to) = (lists[has].Size, lists[wants].Size);
        var needed = Needed(wants);
        var given = last == 0 ? (from - to) / 2 : ((from * next) - (to * last)) / (last + next);
        var votes = BigInteger.Max(needed, given.Ceiling);
        By(has, votes);
        if (votes <= from)
            return;
        // Others give what they cannot, and they keep their own.
        var kept = last == 0 ? from - to : ((from * next) - (to * last)) / last;
        ByAnybody(BigInteger.Max(needed, kept.Ceiling), has, wants);
    }

    // What a list needs to take part at all.
    private BigInteger Needed(int wants)
    {
        var size = lists[wants].Size;
        return size.Sign > 0 && size >= threshold
            ? BigInteger.Zero
            : BigInteger.Max(BigInteger.One, (threshold - size).Ceiling);
    }

    private void ByAnybody(BigInteger votes, int has, int wants)
    {
        for (var giver = 0; giver < lists.Count; giver++)
        {
            if (giver != has && giver != wants)
                By(giver, votes);
        }
    }

    private void By(int giver, BigInteger votes)
    {
        var number = BigInteger.Max(votes, BigInteger.Zero);
        if (
            lists.Count > 1
            && number <= lists[giver].Size
            && (least is not { } known || number < known)
        )
            least = number;
    }

    private long Divides(long held) =>
        by switch
        {
            Divisor.SainteLague => (2 * held) + 1,
            Divisor.Adams => held,
            _ => held + 1,
        };
}
