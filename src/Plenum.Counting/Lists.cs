using System.Collections.Immutable;

namespace Plenum.Counting;

/// <summary>Lists compared element by element, as records that hold them are; one that was never made is an empty one.</summary>
internal static class Lists
{
    public static bool Same<T>(ImmutableArray<T> one, ImmutableArray<T> other) =>
        one.AsSpan().SequenceEqual(other.AsSpan());

    public static bool Same<T>(
        ImmutableArray<ImmutableArray<T>> one,
        ImmutableArray<ImmutableArray<T>> other
    )
    {
        var left = one.AsSpan();
        var right = other.AsSpan();
        if (left.Length != right.Length)
            return false;
        for (var i = 0; i < left.Length; i++)
        {
            if (!Same(left[i], right[i]))
                return false;
        }
        return true;
    }

    public static int Hash<T>(ImmutableArray<T> list)
    {
        var hash = new HashCode();
        foreach (var each in list.AsSpan())
            hash.Add(each);
        return hash.ToHashCode();
    }

    /// <summary>The list, or an empty one in place of one that was never made.</summary>
    public static ImmutableArray<T> Made<T>(ImmutableArray<T> list) => list.IsDefault ? [] : list;
}
