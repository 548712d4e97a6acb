using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Congresses;

/// <summary>Seats whose credential is disputed, and what follows when the congress sets one aside.</summary>
public static class Disputed
{
    /// <summary>What the congress is asked about a seat now.</summary>
    public static IEnumerable<Matter> Open(Section section, MandateNo seat) =>
        section.Matters.OpenMatters.Where(m => m.Question is Question.Unseat q && q.Seat == seat);

    /// <summary>The item that is before the congress about a seat, or that has answered this ground.</summary>
    public static Matter? On(Section section, MandateNo seat, SeatGround ground) =>
        section.Matters.All.Values.FirstOrDefault(m =>
            m.Question is Question.Unseat q && q.Seat == seat && (m.IsOpen || q.Ground == ground)
        );

    /// <summary>A seat that is empty already needs no answer.</summary>
    public static bool Stops(Section section, Question.Unseat asked, NodaTime.Instant now) =>
        !section.Mandates.Of(asked.Seat).InForceAt(now);

    /// <summary>
    /// The seat is empty; the mandate stays with its electors, who are told, and send somebody else or elect again. The
    /// congress puts nobody in their place.
    /// </summary>
    public static void SetAside(
        Unfolding unfolding,
        MatterNo by,
        Question.Unseat asked,
        Occasion occasion
    )
    {
        var (credential, _) = unfolding.Section.Congresses.Seats.First(s => s.Value == asked.Seat);
        unfolding.Then(
            new CongressesEvent.SeatSetAside(
                credential.Section,
                credential.Mandate,
                by,
                asked.Ground,
                occasion.Now
            )
        );
        Credentials.Withdraw(
            unfolding,
            credential.Section,
            credential.Mandate,
            EndOfMandate.SetAside,
            occasion.Now,
            occasion
        );
        unfolding.Write(
            credential.Section,
            new Letter.OnMandate(
                new MandateLetter.SetAside(credential.Mandate, by, asked.Ground, occasion.Now)
            )
        );
    }

    /// <summary>The federation tells that a delegate of this section sits there no more.</summary>
    public static void Hear(Unfolding unfolding, SectionId from, MandateLetter.SetAside told)
    {
        var section = unfolding.Section;
        if (
            section.Sections.Tree.Federation.Federation == from
            && section.Mandates.Of(told.Mandate) != MandatesRecord.NoMandate
        )
            unfolding.Then(
                new CongressesEvent.DelegateSetAside(
                    told.Mandate,
                    from,
                    told.By,
                    told.Ground,
                    told.At
                )
            );
    }
}
