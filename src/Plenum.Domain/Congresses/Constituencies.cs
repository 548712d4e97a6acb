using System.Collections.Immutable;
using Plenum.Counting;
using Plenum.Counting.Apportionment;
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
        // By largest remainders: what is declared is kept to within a seat.
        var parts = Allotting.Share(
            [.. groups.Select(g => shares[g.Key].Part).Select(p => new Fraction(p.Over, p.Under))],
            new SeatRule.Remainders(Quota.Hare),
            (0, seats),
            seats,
            drawn
        );
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
}
