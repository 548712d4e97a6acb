using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Sections;
using Plenum.Web.Doors;

namespace Plenum.Web.Sections;

/// <summary>
/// Sections in the order of their names, remembered between pages until one comes or goes: nobody waits while thousands
/// of names are sorted.
/// </summary>
public sealed class SectionNames(Front front)
{
    private volatile Named _all = new([], []);
    private volatile Beside _beside = new(
        [],
        ImmutableSortedDictionary<SectionId, Affiliate>.Empty,
        []
    );
    private readonly ConditionalWeakTable<
        ImmutableSortedDictionary<SectionId, Affiliate>,
        Affiliated
    > _below = [];

    /// <summary>Every section kept here. The name of a section never changes.</summary>
    public ImmutableArray<(SectionId Id, string Name)> All
    {
        get
        {
            var sections = front.Sections;
            if (_all.Of != sections)
                _all = new Named(
                    sections,
                    [
                        .. sections
                            .Select(id => (id, front.Read(id).Section.Sections.Name))
                            .OrderBy(named => named.Name, StringComparer.OrdinalIgnoreCase)
                            .ThenBy(named => named.id),
                    ]
                );
            return _all.Sorted;
        }
    }

    /// <summary>The sections of a federation, remembered for as long as its record keeps them so.</summary>
    public ImmutableArray<Affiliate> Below(Tree tree) =>
        _below
            .GetValue(
                tree.Affiliates,
                affiliates => new Affiliated([
                    .. affiliates
                        .Values.OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase)
                        .ThenBy(a => a.Id),
                ])
            )
            .Sorted;

    /// <summary>Every section kept here that is not in a federation. Of several federations the one last asked for is remembered.</summary>
    public ImmutableArray<(SectionId Id, string Name)> NotIn(Tree tree)
    {
        var (all, known) = (All, _beside);
        if (known.Of != all || !ReferenceEquals(known.Not, tree.Affiliates))
            _beside = known = new Beside(
                all,
                tree.Affiliates,
                [.. all.Where(s => !tree.HasAffiliate(s.Id))]
            );
        return known.Sorted;
    }

    /// <summary>The name of a section kept here, or the first letters of its id.</summary>
    public string NameOf(SectionId id) =>
        front.Read(id).Section.Sections.Name is { Length: > 0 } name ? name : Here.Abridged(id);

    private sealed record Named(
        ImmutableArray<SectionId> Of,
        ImmutableArray<(SectionId, string)> Sorted
    );

    private sealed record Beside(
        ImmutableArray<(SectionId Id, string Name)> Of,
        ImmutableSortedDictionary<SectionId, Affiliate> Not,
        ImmutableArray<(SectionId Id, string Name)> Sorted
    );

    private sealed record Affiliated(ImmutableArray<Affiliate> Sorted);
}
