using Plenum.Domain.Letters;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Competences;

/// <summary>What questions about powers, and letters about them, bring about.</summary>
public static class CompetenceEffects
{
    /// <summary>Nothing is sought that is not reserved any more, nothing lent after its date or after leaving.</summary>
    public static bool Stops(Section section, CompetenceQuestion asked, NodaTime.Instant now) =>
        asked switch
        {
            CompetenceQuestion.SeekPower seek => seek.Review <= now
                || !section.Rules.Competences.IsReserved(seek.Subject),
            CompetenceQuestion.LendPower lend => lend.Review <= now
                || section.Sections.Tree.Federation.Federation != lend.Federation,
        };

    public static void Follow(
        Unfolding unfolding,
        Matter matter,
        CompetenceQuestion asked,
        Occasion occasion
    )
    {
        switch (asked)
        {
            case CompetenceQuestion.SeekPower seek:
                Lending.Seek(unfolding, matter.No, seek, occasion.Now);
                break;
            case CompetenceQuestion.LendPower lend:
                Lending.Lend(unfolding, matter.No, lend, occasion.Now);
                break;
        }
    }

    public static void NotCarried(Unfolding unfolding, Matter matter, CompetenceQuestion asked)
    {
        if (asked is CompetenceQuestion.LendPower lend)
            Lending.Refuse(
                unfolding,
                lend.Federation,
                lend.Theirs,
                unfolding.Section.Matters.All[matter.No].Is(Outcome.Rejected)
                    ? Refusal.VotedDown
                    : Refusal.NotDecided
            );
    }

    public static void Open(
        Unfolding unfolding,
        SectionId from,
        CompetenceLetter letter,
        Occasion occasion
    )
    {
        switch (letter)
        {
            case CompetenceLetter.ConsentSought sought:
                Lending.Consider(unfolding, from, sought, occasion.Now);
                break;
            case CompetenceLetter.ConsentGiven given:
                Lending.Take(unfolding, from, given.Cession, consents: true, occasion.Now);
                break;
            case CompetenceLetter.ConsentRefused refused:
                Lending.Take(unfolding, from, refused.Cession, consents: false, occasion.Now);
                break;
            case CompetenceLetter.StatutesIssued issued:
                Framing.Receive(unfolding, from, issued, occasion.Now);
                break;
            case CompetenceLetter.VariationsTold told:
                Framing.Note(unfolding, from, told, occasion.Now);
                break;
        }
    }

    public static Unfolding WriteOnCompetence(
        this Unfolding unfolding,
        SectionId to,
        CompetenceLetter letter
    ) => unfolding.Write(to, new Letter.OnCompetence(letter));
}
