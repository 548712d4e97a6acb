using Plenum.Counting.Apportionment;
using Plenum.Counting.Margins;

namespace Plenum.Counting.Tests.Margins;

/// <summary>Margins of apportionments, tried with every number of votes from every list to every other one.</summary>
public sealed class SeatMarginTests
{
    private static readonly Gen<Claimant[]> Few = (
        from size in Gen.Int[0, 9]
        from least in Gen.Frequency((4, Gen.Const(0)), (1, Gen.Int[1, 2]))
        from most in Gen.Frequency((4, Gen.Const(99)), (1, Gen.Int[2, 3]))
        select new Claimant("", size, least, most)
    ).Array[1, 4];

    public static TheoryData<Divisor> All() => [.. Enum.GetValues<Divisor>()];

    [Theory, MemberData(nameof(All))]
    public void So_many_votes_from_one_list_to_another_change_the_seats_and_no_fewer(Divisor by) =>
        Gen.Select(Few, Gen.Int[0, 7], Gen.Int[0, 12])
            .Sample(
                (lists, seats, parts) =>
                {
                    // In thirds, so that it lies between whole votes too.
                    var threshold = parts > 9 ? Fraction.Zero : new Fraction(parts, 3);
                    if (Given(lists, by, seats, threshold) is not Allotment.Given given)
                        return;
                    var margin = MarginOf.Seats(lists, by, given.Seats, threshold);
                    Margin tried =
                        by is Divisor.DHondt or Divisor.SainteLague or Divisor.Adams
                        && Tried(lists, by, seats, threshold, given) is { } votes
                            ? new Margin.Exactly(votes)
                            : new Margin.None();
                    Assert.Equal(tried, margin);
                },
                iter: 3_000
            );

    private static long? Tried(
        Claimant[] lists,
        Divisor by,
        int seats,
        Fraction threshold,
        Allotment.Given given
    )
    {
        if (lists.Length < 2)
            return null;
        for (var votes = 0; votes < 20; votes++)
        {
            for (var from = 0; from < lists.Length; from++)
            for (var to = 0; to < lists.Length; to++)
            {
                if (from == to || lists[from].Size < votes)
                    continue;
                Claimant[] then = [.. lists];
                then[from] = then[from] with { Size = then[from].Size - votes };
                then[to] = then[to] with { Size = then[to].Size + votes };
                if (
                    Given(then, by, seats, threshold) is not Allotment.Given(var now, var ties)
                    || ties.Length > 0
                    || !now.SequenceEqual(given.Seats)
                )
                    return votes;
            }
        }
        return null;
    }

    private static Allotment Given(Claimant[] lists, Divisor by, int seats, Fraction threshold) =>
        Apportion.Seats(
            Apportion.AtLeast(lists, threshold),
            new SeatRule.Dividing(by),
            seats,
            Elections.ByNumber
        );
}
