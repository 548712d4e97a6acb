using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>Terms and deadlines, turned by hand.</summary>
internal static class Clockwork
{
    /// <summary>The deadline a command of the clock is about; a person's command has none.</summary>
    public static Instant? DueOf(Command command) =>
        command switch
        {
            Advance c => c.Due,
            Expire c => c.Due,
            CountBack c => c.Due,
            DrawInterim c => c.Due,
            LetDeadlineSpeak c => c.Due,
            LetSittingPass c => c.Due,
            LetRollCheckPass c => c.Due,
            AllotSeats c => c.Due,
            Mergers.CompleteMerger c => c.Due,
            Competences.LetPowerFallBack c => c.Due,
            Rights.EndIntervention c => c.Due,
            Sections.AssessScope c => c.Due,
            _ => null,
        };

    /// <summary>The section as if this mandate had been given otherwise.</summary>
    public static Section With(this Section section, MandateNo no, Func<Mandate, Mandate> change) =>
        section with
        {
            Mandates = section.Mandates with
            {
                Current = section.Mandates.Current.SetItem(
                    no,
                    change(section.Mandates.Current[no])
                ),
            },
        };
}
