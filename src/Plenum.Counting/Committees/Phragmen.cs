using System.Numerics;

namespace Plenum.Counting.Committees;

/// <summary>A committee under way and the load each bundle of papers bears, or the money it has left.</summary>
internal sealed record Loaded(ulong Committee, Fraction[] Loads) : IEquatable<Loaded>
{
    public bool Equals(Loaded? other) =>
        other is not null
        && Committee == other.Committee
        && Loads.AsSpan().SequenceEqual(other.Loads);

    public override int GetHashCode() => Loads.Aggregate(Committee.GetHashCode(), HashCode.Combine);
}

/// <summary>
/// Committees whose burden is shared fairly (E. Phragmen, 1894): every member puts a load of 1 on those who approve
/// them.
/// </summary>
internal static class Phragmen
{
    /// <summary>One after the other, each time whoever leaves the smallest largest load.</summary>
    public static List<ulong>? Sequential(Approvals approvals, int size) =>
        Search
            .Follow(
                new Loaded(0, new Fraction[approvals.Papers.Length]),
                size,
                way => Next(approvals, way)
            )
            ?.ConvertAll(way => way.Committee);

    /// <summary>Whom to add next, in every way a tie allows; those nobody approves come last.</summary>
    public static IEnumerable<Loaded> Next(Approvals approvals, Loaded way)
    {
        Fraction? least = null;
        var best = new List<ulong>();
        foreach (var one in Thiele.Singles(approvals.Standing & ~way.Committee))
        {
            var load = Load(approvals, way, one);
            var compared =
                best.Count == 0 ? -1
                : load is { } some ? (least is { } other ? some.CompareTo(other) : -1)
                : least is null ? 0
                : 1;
            if (compared > 0)
                continue;
            if (compared < 0)
                best.Clear();
            least = load;
            best.Add(one);
        }
        foreach (var one in best)
        {
            var loads = way.Loads.ToArray();
            for (var p = 0; p < loads.Length && least is not null; p++)
            {
                if ((approvals.Papers[p].Candidates & one) != 0)
                    loads[p] = least.Value;
            }
            yield return new Loaded(way.Committee | one, loads);
        }
    }

    private static Fraction? Load(Approvals approvals, Loaded way, ulong one)
    {
        var (load, papers) = (Fraction.One, 0L);
        for (var p = 0; p < approvals.Papers.Length; p++)
        {
            var each = approvals.Papers[p];
            if ((each.Candidates & one) == 0)
                continue;
            load += way.Loads[p] * each.Papers;
            papers += each.Papers;
        }
        return papers == 0 ? null : load / papers;
    }

    /// <summary>
    /// Committees whose largest load can be made smallest. Loads can be laid as evenly as the worst part of a committee
    /// allows: its members over the papers that approve any of them.
    /// </summary>
    public static List<ulong> Maximal(Approvals approvals, int size) =>
        Search.Best(
            Search.Committees(approvals.Standing, size),
            committee => Ease(approvals, committee)
        );

    // Fewest members whom nobody approves; then the smallest largest load.
    private static (int, Fraction) Ease(Approvals approvals, ulong committee)
    {
        var approved = approvals.Papers.Aggregate(0UL, (all, each) => all | each.Candidates);
        var worst = Fraction.Zero;
        for (var part = committee & approved; part != 0; part = (part - 1) & committee & approved)
        {
            var papers = 0L;
            foreach (var each in approvals.Papers)
                papers += (each.Candidates & part) != 0 ? each.Papers : 0;
            var load = new Fraction(BitOperations.PopCount(part), papers);
            worst = load > worst ? load : worst;
        }
        return (-BitOperations.PopCount(committee & ~approved), -worst);
    }
}
