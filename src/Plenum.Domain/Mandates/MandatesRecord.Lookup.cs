using System.Collections.Immutable;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

public sealed partial record MandatesRecord
{
    /// <summary>The current mandates by body and by holder, so that whoever votes in a congress of thousands is looked up and not searched for.</summary>
    public ImmutableSortedDictionary<BodyId, ImmutableSortedSet<MandateNo>> ByBody { get; init; } =
        ImmutableSortedDictionary<BodyId, ImmutableSortedSet<MandateNo>>.Empty;

    public ImmutableSortedDictionary<
        MemberNo,
        ImmutableSortedSet<MandateNo>
    > ByHolder { get; init; } =
        ImmutableSortedDictionary<MemberNo, ImmutableSortedSet<MandateNo>>.Empty;

    /// <summary>Every mandate of a body, also one that has not begun or whose end nobody has written down.</summary>
    public IEnumerable<Mandate> OfBody(BodyId body) =>
        ByBody.TryGetValue(body, out var numbers) ? numbers.Select(Of) : [];

    public IEnumerable<Mandate> OfHolder(MemberNo member) =>
        ByHolder.TryGetValue(member, out var numbers) ? numbers.Select(Of) : [];

    private static ImmutableSortedDictionary<T, ImmutableSortedSet<MandateNo>> With<T>(
        ImmutableSortedDictionary<T, ImmutableSortedSet<MandateNo>> all,
        T of,
        MandateNo no
    )
        where T : notnull =>
        all.SetItem(of, all.TryGetValue(of, out var numbers) ? numbers.Add(no) : [no]);

    private static ImmutableSortedDictionary<T, ImmutableSortedSet<MandateNo>> Without<T>(
        ImmutableSortedDictionary<T, ImmutableSortedSet<MandateNo>> all,
        T of,
        MandateNo no
    )
        where T : notnull
    {
        if (!all.TryGetValue(of, out var numbers))
            return all;
        var left = numbers.Remove(no);
        return left.IsEmpty ? all.Remove(of) : all.SetItem(of, left);
    }
}
