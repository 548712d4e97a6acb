using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

public sealed partial record CongressesRecord
{
    public int NextNo => All.Count + 1;

    /// <summary>The congress of a body whose seats are allotted now; none before the first.</summary>
    public Congress? Sitting(BodyId body) =>
        All.Values.LastOrDefault(c => c.Body == body && c.IsAllotted);

    /// <summary>All seats of a body, as they were last allotted.</summary>
    public int SeatsOf(BodyId body) => Sitting(body)?.AllSeats ?? 0;

    /// <summary>Seats that delegates of one section hold.</summary>
    public int HeldBy(SectionId section) => BySection.Of(section).Count;

    public ImmutableSortedDictionary<SectionId, Bidding> BiddenOn(MatterNo matter) =>
        Instructed.GetValueOrDefault(matter, ImmutableSortedDictionary<SectionId, Bidding>.Empty);

    /// <summary>When the allotment waits no longer for returns.</summary>
    public Instant NextAt(int no) =>
        All.TryGetValue(no, out var congress) && !congress.IsAllotted
            ? congress.ReturnsUntil
            : Instant.MaxValue;
}
