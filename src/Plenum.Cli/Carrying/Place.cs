using NodaTime;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Carrying;

/// <summary>A section of the tree that is carried over, with everybody on its roll, in the order of their numbers here.</summary>
internal sealed record Place(
    Row Row,
    string Key,
    string Name,
    string Above,
    string Statutes,
    string Programme,
    DateTimeZone Zone,
    SectionId Id,
    string Nonce
)
{
    public List<Somebody> Roll { get; } = [];

    public List<Held> Mandates { get; } = [];

    public List<Place> Below { get; } = [];

    /// <summary>The seats of the sections below in the congress that sits here.</summary>
    public List<Sending> Congress { get; } = [];

    /// <summary>The seats this section has in the congress above; none where it sends nobody.</summary>
    public Sending? Seats { get; set; }

    public Instant Day(LocalDate day) => day.AtStartOfDayInZone(Zone).ToInstant();
}

/// <summary>The seats of a section in the congress above it. Each reads the day on which they end on its own clock.</summary>
internal sealed record Sending(
    Row Row,
    SectionId Section,
    BodyId Body,
    LocalDate Until,
    int Members,
    int Seats,
    string Evidence,
    Digest Paper
)
{
    public CarriedSeats Of => new(Section, Members, Seats, Evidence, Paper);
}

/// <summary>Somebody on the older roll; the number is the older one and tells them apart in the files alone.</summary>
internal sealed record Somebody(Row Row, string Number, PersonalData Data, Instant Since);

/// <summary>A mandate that runs, before anybody here has a number.</summary>
internal sealed record Held(
    Row Row,
    Somebody Holder,
    BodyId Body,
    Instant Since,
    Instant Until,
    int Term,
    string Evidence,
    Digest Paper
)
{
    public CarriedMandate Of(PersonId person) =>
        new(person, Body, Since, Until, Term, Evidence, Paper);
}
