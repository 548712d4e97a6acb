using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

// Constitution and affiliation of sections carried over come in any order, and in none is anybody sent twice or forgotten.
public static partial class Credentials
{
    /// <summary>
    /// The section belongs to its federation from now on: delegates who began before that are sent. Only a founding gives a
    /// section seats before it belongs anywhere.
    /// </summary>
    internal static void IssueAll(Unfolding unfolding, SectionId federation, Instant now)
    {
        var section = unfolding.Section;
        if (section.Sections.Tree.Allotted == AllottedSeats.None)
            return;
        var delegates = section
            .Rules.Bodies.Where(b => b.Kind == BodyKind.Delegation)
            .SelectMany(b => section.Mandates.OfBody(b.Id))
            .Where(m =>
                now < m.Until && section.Membership.Of(m.Holder).Standing is not Standing.Invited
            );
        foreach (var mandate in delegates)
        {
            var alternate = Alternates.For(section, mandate.No);
            unfolding.Write(
                federation,
                Alternates.Issued(
                    section,
                    alternate.No == MandateNo.None ? mandate : alternate,
                    mandate.Since,
                    mandate.Until
                )
            );
        }
    }

    /// <summary>The federation has members, who have constituted it with the congress its founding names: it sits.</summary>
    internal static void SeatAllWhoWait(Unfolding unfolding, Instant now)
    {
        foreach (var (credential, issued) in unfolding.Section.Congresses.Waiting)
            if (now < issued.Until)
                Seat(unfolding, credential.Section, issued, now);
            else
                unfolding.Then(
                    new CongressesEvent.NotSeated(credential.Section, credential.Mandate)
                );
    }
}
