using System.Collections.Immutable;

namespace Plenum.Domain;

/// <summary>How a state changes one of the many things it keeps by number.</summary>
internal static class Changing
{
    /// <summary>With that one changed; the same where there is none of that number.</summary>
    public static ImmutableSortedDictionary<TNo, T> Changed<TNo, T>(
        this ImmutableSortedDictionary<TNo, T> all,
        TNo no,
        Func<T, T> change
    )
        where TNo : notnull =>
        all.TryGetValue(no, out var one) ? all.SetItem(no, change(one)) : all;
}
