using NodaTime;

namespace Plenum.Domain.Congresses;

/// <summary>Whether there is a seat for somebody whom a section sends.</summary>
internal static class Room
{
    /// <summary>Nobody sits twice in one congress, whoever sends them.</summary>
    public static bool IsTakenFor(
        Section section,
        SectionId from,
        MemberNo holder,
        Instant since
    ) =>
        section
            .Mandates.OfHolder(holder)
            .Any(mandate =>
                mandate.Until > since
                && section.Congresses.BySection.Sections.TryGetValue(mandate.No, out var other)
                && other != from
            );

    /// <summary>No section has more delegates at a time than it has seats.</summary>
    public static bool IsLeft(Section section, Congress congress, SectionId from, Instant since) =>
        congress.Seats.TryGetValue(from, out var allotted)
        && section.Congresses.BySection.Of(from).Count(s => section.Mandates.Of(s).Until > since)
            < allotted.Seats;
}
