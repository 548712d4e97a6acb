using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Elections;

/// <summary>A panel found the papers of the hat entered wrongly: two of the commission enter them again, each alone (C17).</summary>
public static class Corrections
{
    /// <summary>Whether the papers of this box, closed as it is, are to be entered anew now.</summary>
    public static bool AreDue(Section section, Box box, NodaTime.Instant now) =>
        section.Elections.Of(box.Matter).Recounting is { Remedy: Remedy.Correct } ordered
        && section.Elections.Of(box.Matter).Box == box.No
        && now < ordered.Until;

    /// <summary>When both entries are the same, everything is counted anew with these in place of what was entered before.</summary>
    public static Ruling Enter(
        Section section,
        Occasion occasion,
        Authority authority,
        Box box,
        MemberNo by,
        Document written,
        int number
    )
    {
        var entries = section.Elections.Of(box.Matter).Recounting.Entries;
        var unfolding = new Unfolding(section);
        if (entries.Count == 0 || entries[^1].Papers != written.Digest)
            unfolding.Then(new ElectionsEvent.HatWritten(box.Matter, written, number, by));
        else
        {
            unfolding.Then(new ElectionsEvent.HatAgreed(box.Matter, written, number, by));
            Remedies.At(
                unfolding,
                box.Matter,
                Recounts.SoonAfter(section, box.Matter, occasion.Now)
            );
        }
        return new Ruling.InOrder(authority, box.ArticleIn(section), unfolding.Events, []);
    }
}
