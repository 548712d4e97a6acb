using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Mergers;
using Plenum.Web.Speech;

namespace Plenum.Web.Mergers;

/// <summary>What both sides of a section that divided are called, and what they have in common (C21).</summary>
public static class Succession
{
    /// <summary>Neither side uses a bare name before it is ruled who succeeds: on its pages that stands beside it.</summary>
    public static string NameOf(Sentences sentences, Section section) =>
        section.Mergers.Forks.Any()
            ? sentences["succession.name", ("name", section.Sections.Name)]
            : section.Sections.Name;

    /// <summary>
    /// Up to which entry the record of a section is the past of one that somebody belongs to; 0 where it is of none. A part
    /// that divided again has that past too: all of it lies before the first entry of the part.
    /// </summary>
    public static int PastOf(Front front, SectionId whole, PersonId person)
    {
        var last = 0;
        foreach (var fork in front.Read(whole).Section.Mergers.Forks)
        {
            if (!fork.WeGo)
                continue;
            var part = front.Read(fork.With).Section;
            if (part.Membership.Of(person).IsInGoodStanding || PastOf(front, fork.With, person) > 0)
                last = Math.Max(last, ForkIn(part, whole));
        }
        return last;
    }

    private static int ForkIn(Section part, SectionId whole) =>
        part
            .Mergers.Forks.Where(m => !m.WeGo && m.With == whole)
            .Select(m => m.Fork.Version)
            .DefaultIfEmpty(0)
            .Max();
}
