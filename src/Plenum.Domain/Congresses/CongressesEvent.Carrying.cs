using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

// What the founding of a federation names of a congress that sat before there was a record here.
public abstract partial record CongressesEvent
{
    /// <summary>
    /// The founding names the congress that sits in the organisation carried over and the seats one section has in it, over
    /// how many members, what shows it, and the digest of that paper. Each section has an entry of its own.
    /// </summary>
    [Recorded("congress.carried-over/1")]
    public sealed record CarriedOver(
        [Public] int Congress,
        [Public] BodyId Body,
        [Public] Instant Until,
        [Public] SectionId Section,
        [Public] int Members,
        [Public] int Seats,
        [Members] string Evidence,
        [Public] Digest Paper
    ) : CongressesEvent;
}
