using System.Collections.Immutable;
using Plenum.Domain;

namespace Plenum.Clerk;

/// <summary>The names of all sections in their order, kept so that a page among thousands of sections sorts nothing.</summary>
internal sealed class SectionList
{
    private readonly Lock _turn = new();
    private ImmutableArray<SectionId> _all = [];

    public ImmutableArray<SectionId> All
    {
        get
        {
            lock (_turn)
                return _all;
        }
    }

    public void Set(IEnumerable<SectionId> sections)
    {
        lock (_turn)
            _all = [.. sections.Order()];
    }

    public void Add(SectionId section)
    {
        lock (_turn)
            if (_all.BinarySearch(section) is < 0 and var before)
                _all = _all.Insert(~before, section);
    }

    public void Remove(SectionId section)
    {
        lock (_turn)
            _all = _all.Remove(section);
    }

    /// <summary>The first that begins so; the empty name where none does.</summary>
    public SectionId Find(string beginning)
    {
        var all = All;
        var at = all.BinarySearch(new SectionId(beginning));
        at = at < 0 ? ~at : at;
        return
            beginning.Length > 0
            && at < all.Length
            && all[at].Value.StartsWith(beginning, StringComparison.Ordinal)
            ? all[at]
            : new SectionId("");
    }
}
