using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Mergers;

/// <summary>What questions of a merger and letters about it bring about.</summary>
public static class MergerEffects
{
    /// <summary>Nothing is offered or agreed by a section that has left, or whose other merger came first.</summary>
    public static bool Stops(Section section, MergerQuestion asked) =>
        section.Mergers.IsUnderWay
        || asked is not MergerQuestion.Separate
            && section.Sections.Tree.Federation == Affiliation.None
        || asked is MergerQuestion.GoOver { To: var to } && to == section.Id;

    public static void Follow(
        Unfolding unfolding,
        Matter matter,
        MergerQuestion asked,
        Occasion occasion
    )
    {
        switch (asked)
        {
            case MergerQuestion.GoOver go:
                Merging.Offer(unfolding, matter.No, go, occasion.Now);
                break;
            case MergerQuestion.Separate separate:
                Separating.Begin(unfolding, matter.No, separate, occasion.Now);
                break;
            case MergerQuestion.TakeOver take:
                Merging.Agree(unfolding, matter.No, take, occasion.Now);
                break;
        }
    }

    public static void NotCarried(Unfolding unfolding, Matter matter, MergerQuestion asked)
    {
        if (asked is MergerQuestion.TakeOver take)
            Merging.Decline(
                unfolding,
                take.From,
                unfolding.Section.Matters.All[matter.No].Is(Outcome.Rejected)
                    ? Refusal.VotedDown
                    : Refusal.NotDecided
            );
    }

    public static void Open(
        Unfolding unfolding,
        SectionId from,
        MergerLetter letter,
        Occasion occasion
    )
    {
        switch (letter)
        {
            case MergerLetter.Offered offered:
                Merging.Consider(unfolding, from, offered, occasion.Now);
                break;
            case MergerLetter.Agreed agreed:
                Merging.Begin(unfolding, from, agreed);
                break;
            case MergerLetter.Declined declined:
                Merging.Stop(unfolding, from, declined.Why);
                break;
            case MergerLetter.MemberComes comes:
                Merging.Receive(unfolding, from, comes);
                break;
            case MergerLetter.Done done:
                Merging.Close(unfolding, from, done, occasion.Now);
                break;
            // The section has been founded with it.
            case MergerLetter.PartBegins:
                break;
        }
    }

    /// <summary>Whether the members are asked about a merger already.</summary>
    public static bool IsPut(Section section) =>
        section.Matters.OpenMatters.Any(m => m.Question is Question.OnMerger);

    public static Unfolding WriteOnMerger(
        this Unfolding unfolding,
        SectionId to,
        MergerLetter letter
    ) => unfolding.Write(to, new Letter.OnMerger(letter));
}
