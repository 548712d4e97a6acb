using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Mergers;

/// <summary>
/// How one section becomes two (C21): two thirds of its members decide that it divides, then each chooses. Those who go
/// found a section by the texts in force, whose record begins where the other's forks; nobody above has a say.
/// </summary>
public static class Separating
{
    public static void Begin(
        Unfolding unfolding,
        MatterNo by,
        MergerQuestion.Separate question,
        Instant now
    ) =>
        unfolding.Then(
            new MergersEvent.Dividing(
                unfolding.Section.Mergers.NextNo,
                question.Name,
                by,
                unfolding.Section.After(now, Merging.ToChoose),
                unfolding.Section.Programme.Version
            )
        );

    /// <summary>The instant has come. Too few to found a section stay, and nobody is told who wanted to go.</summary>
    public static void Divide(Unfolding unfolding, Merger merger, Instant now)
    {
        var section = unfolding.Section;
        if (
            merger.Going.Count(no => section.Membership.Of(no).IsInGoodStanding)
            < Sections.Begin.FoundersNeeded
        )
        {
            unfolding.Then(new MergersEvent.NotDivided(merger.No));
            return;
        }
        var part = new MergerLetter.PartBegins(
            merger.Name,
            section.Sections.TimeZone,
            section.Statutes.Book.Draft.Digest,
            section.Programme.Digest,
            section.Sections.Name,
            merger.No,
            merger.TakesEffect
        );
        var id = IdOf(section.Id, part);
        unfolding.Then(new MergersEvent.Divided(merger.No, id)).WriteOnMerger(id, part);
        Merging.GoOver(unfolding, unfolding.Section.Mergers.All[merger.No], now);
    }

    /// <summary>The name of the part follows from what it came from: carried twice, it is founded once.</summary>
    public static SectionId IdOf(SectionId from, MergerLetter.PartBegins part) =>
        Sections.Begin.IdOf(
            part.Name,
            part.Statutes,
            part.Programme,
            $"{Sections.Begin.OfAPart}{from}/{part.Merger}"
        );
}
