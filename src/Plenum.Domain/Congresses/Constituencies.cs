using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Ties;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>A section that has a claim to seats: by so many members, in this constituency.</summary>
public sealed record Claim(int Members, Constituency In);

/// <summary>
/// Sections of several constituencies in one congress (S17, T15): each constituency has its declared part of the seats,
/// and the sections in it share those by their members.
/// </summary>
public static class Constituencies
{
    /// <summary>
    /// Seats for sections, in their order. A constituency in which no section is leaves its part to the others in
    /// proportion; a section of one that the statutes do not declare votes in the first they do.
    /// </summary>
    public static ImmutableArray<int> Share(
        EquatableArray<ConstituencyShare> shares,
        int seats,
        ImmutableArray<Claim> claims,
        Draw drawn,
        Func<ImmutableArray<Claim>, int, ImmutableArray<int>> within
    )
    {
        var given = new int[claims.Length];
        var groups = Enumerable
            .Range(0, claims.Length)
            .GroupBy(at => Of(shares, claims[at].In))
            .OrderBy(g => g.Key)
            .ToArray();
        var parts = Divided([.. groups.Select(g => shares[g.Key].Part)], seats, drawn);
        foreach (var (group, all) in groups.Zip(parts))
        {
            var at = group.ToArray();
            var shared = within([.. at.Select(i => claims[i])], all);
            foreach (var (i, some) in at.Zip(shared))
                given[i] = some;
        }
        return [.. given];
    }

    /// <summary>The constituency in which a section votes, by its place among those that the statutes declare.</summary>
    public static int Of(EquatableArray<ConstituencyShare> shares, Constituency of) =>
        Math.Max(0, shares.Select(s => s.Constituency).ToImmutableArray().IndexOf(of));

    // By largest remainders: what is declared is kept to within a seat.
    private static ImmutableArray<int> Divided(ImmutableArray<Ratio> parts, int seats, Draw drawn)
    {
        var whole = parts.Aggregate(BigInteger.One, (all, part) => all * part.Under);
        return Apportion.Seats(
            parts
                .Select(
                    (part, at) =>
                        new Claimant(
                            FormattableString.Invariant($"{at}"),
                            whole / part.Under * part.Over
                        )
                )
                .ToArray(),
            new SeatRule.Remainders(Quota.Hare),
            seats,
            Lots.Seeded(Convert.FromHexString(drawn.SeedHex))
        ) switch
        {
            Counting.Apportionment.Allotment.Given(var given, _) => [.. given.Select(s => (int)s)],
            // Without least and most there are never too few or too many.
            Counting.Apportionment.Allotment.TooFewSeats
            or Counting.Apportionment.Allotment.TooManySeats => [.. parts.Select(_ => 0)],
        };
    }
}
