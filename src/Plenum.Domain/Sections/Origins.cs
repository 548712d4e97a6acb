using NodaTime;
using Plenum.Domain.Letters;

namespace Plenum.Domain.Sections;

/// <summary>
/// Which sections are parts of a divided one (C6). Nobody declares it: a section most of whose members have moved there
/// from one other section, each alone or together by a merger, counts as a part of that for as long as they came within twenty-four months.
/// </summary>
public static class Origins
{
    public static readonly Period Lasts = Period.FromMonths(24);

    /// <summary>What most members of this section come from, and until when it counts.</summary>
    public static Part Of(Section section, Instant now)
    {
        var membership = section.Membership;
        var most = membership
            .Members.Values.Where(m =>
                m.IsInGoodStanding
                && m.MovedFrom.Value.Length > 0
                && now < section.After(m.Since, Lasts)
            )
            .GroupBy(m => m.MovedFrom)
            .OrderByDescending(g => g.Count())
            .FirstOrDefault();
        if (most is null || most.Count() * 2 <= membership.InGoodStanding)
            return Part.OfNothing;
        // The day on which so many of them have been here for longer that the rest are no majority any more.
        var last = most.Select(m => m.Since)
            .Order()
            .ElementAt(most.Count() - membership.InGoodStanding / 2 - 1);
        return new Part(most.Key, section.After(last, Lasts));
    }

    /// <summary>Told to the federation when it changes, before anything is allotted or weighed by it.</summary>
    public static void Tell(Unfolding unfolding, SectionId federation, Instant now)
    {
        var section = unfolding.Section;
        var part = Of(section, now);
        if (part == section.Sections.Tree.PartOf(section.Id))
            return;
        unfolding
            .Then(new TreeEvent.PartOf(section.Id, part.Origin, part.Until))
            .Write(federation, new Letter.OriginGiven(part.Origin, part.Until));
    }

    public static void Take(Unfolding unfolding, SectionId from, Letter.OriginGiven given)
    {
        if (unfolding.Section.Sections.Tree.HasAffiliate(from))
            unfolding.Then(new TreeEvent.PartOf(from, given.Origin, given.Until));
    }

    /// <summary>
    /// Sections as they count, those of one origin together; whichever of them is the origin stands for all, else the first.
    /// </summary>
    public static EquatableArray<EquatableArray<SectionId>> AsOne(
        Section federation,
        IEnumerable<SectionId> sections,
        Instant now
    ) =>
        sections
            .GroupBy(s => OriginOf(federation, s, now))
            .Select(g => g.OrderBy(s => s != g.Key).ThenBy(s => s).ToEquatable())
            // A section that divides keeps its place, so that no lot between others falls otherwise.
            .OrderBy(parts => parts[0])
            .ToEquatable();

    // Members of the federation itself belong to no section; whoever moves from there divides none.
    private static SectionId OriginOf(Section federation, SectionId section, Instant now)
    {
        var line = new List<SectionId> { section };
        while (true)
        {
            var part = federation.Sections.Tree.PartOf(line[^1]);
            if (part.Until <= now || part.Origin == federation.Id)
                return line[^1];
            // Two that came from each other are one, whichever is asked about.
            if (line.IndexOf(part.Origin) is >= 0 and var first)
                return line.Skip(first).Min();
            line.Add(part.Origin);
        }
    }
}
