using System.Collections.Immutable;
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
    private volatile Affiliated _below = new(
        ImmutableSortedDictionary<SectionId, Affiliate>.Empty,
        []
    );

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

    /// <summary>The sections of a federation. Of several federations the one last looked at is remembered.</summary>
    public ImmutableArray<Affiliate> Below(Tree tree)
    {
        var known = _below;
        if (ReferenceEquals(known.Of, tree.Affiliates))
            return known.Sorted;
        known = new Affiliated(
            tree.Affiliates,
            [
                .. tree
                    .Affiliates.Values.OrderBy(a => a.Name, StringComparer.OrdinalIgnoreCase)
                    .ThenBy(a => a.Id),
            ]
        );
        if (!known.Sorted.IsEmpty)
            _below = known;
        return known.Sorted;
    }

    /// <summary>The name of a section kept here, or the first letters of its id.</summary>
    public string NameOf(SectionId id) =>
        front.Read(id).Section.Sections.Name is { Length: > 0 } name ? name : Here.Abridged(id);

    private sealed record Named(
        ImmutableArray<SectionId> Of,
        ImmutableArray<(SectionId, string)> Sorted
    );

    private sealed record Affiliated(
        ImmutableSortedDictionary<SectionId, Affiliate> Of,
        ImmutableArray<Affiliate> Sorted
    );
}
