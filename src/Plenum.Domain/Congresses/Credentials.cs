using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>
/// The mandate lives with its electors, the seat with its body: what begins and ends there is told here, and nothing
/// else makes or ends a seat.
/// </summary>
public static partial class Credentials
{
    /// <summary>
    /// What was decided, with a letter to the federation for every delegate who was given a mandate or lost it. The
    /// letters go out in the same append, so that nobody can hold them back.
    /// </summary>
    public static Ruling Accompany(Section section, Ruling ruling)
    {
        if (
            ruling is not Ruling.InOrder decided
            || section.Sections.Tree.Federation == Sections.Affiliation.None
        )
            return ruling;
        var unfolding = new Unfolding(section);
        foreach (var happened in decided.Events)
        {
            var before = unfolding.Section;
            // A letter that was written already counts on from those that go along.
            if (happened is LettersEvent.Sent sent)
                unfolding.Write(sent.To, sent.Letter);
            else
                unfolding.Then(happened);
            foreach (var letter in Told(before, happened).Concat(Alternates.Told(before, happened)))
                unfolding.Write(section.Sections.Tree.Federation.Federation, letter);
        }
        return decided with { Events = unfolding.Events };
    }

    private static IEnumerable<Letter> Told(Section before, Event happened) =>
        happened switch
        {
            MandatesEvent.Began began
                when IsDelegation(before, began.Body)
                    && before.Membership.Of(began.Holder).Standing is not Standing.Invited =>
            [
                new Letter.CredentialIssued(
                    began.Mandate,
                    before.Membership.Of(began.Holder).Person,
                    began.Since,
                    began.Until,
                    began.Term
                ),
            ],
            // A delegate carried over is sent when they accept: before, they are no member here.
            MembershipEvent.Admitted admitted
                when before.Membership.Of(admitted.Member).Standing is Standing.Invited => before
                .Mandates.OfHolder(admitted.Member)
                .Where(m => IsDelegation(before, m.Body) && admitted.Since < m.Until)
                .Select(m => Alternates.Issued(before, m, m.Since, m.Until)),
            MandatesEvent.Ended ended
                when IsDelegation(before, before.Mandates.Of(ended.Mandate).Body) =>
            [
                new Letter.CredentialWithdrawn(ended.Mandate, ended.How, ended.At),
            ],
            _ => [],
        };

    private static bool IsDelegation(Section section, BodyId body) =>
        section.Statutes.Book.Has(body, BodyKind.Delegation);

    /// <summary>A section sends a delegate, who takes a seat if the section has one left.</summary>
    public static void Seat(
        Unfolding unfolding,
        SectionId from,
        Letter.CredentialIssued issued,
        Instant now
    )
    {
        var section = unfolding.Section;
        var congress = section.Congresses.All.Values.LastOrDefault(c => c.IsAllotted);
        if (
            congress is null
            || !Room.IsLeft(section, congress, from, issued.Since)
            || section.Congresses.SetAside.Contains(new Credential(from, issued.Mandate))
        )
        {
            unfolding.Then(new CongressesEvent.NotSeated(from, issued.Mandate));
            return;
        }
        var known = section.Membership.Of(issued.Holder);
        // A circle has no congress that could decide: its founders confirm with everything else that this one sits.
        if (
            section.Sections.Founding == Founding.Circle
            || Room.IsTakenFor(section, from, known.No, issued.Since)
        )
        {
            unfolding.Then(
                new CongressesEvent.SeatWaits(
                    from,
                    issued.Mandate,
                    issued.Holder,
                    issued.Since,
                    issued.Until,
                    issued.Term
                )
            );
            return;
        }
        var member = known == MembershipRecord.Nobody ? section.Membership.NextNo : known.No;
        Transfers.TurnAway(unfolding, member, TransferAnswer.SitsHere);
        if (!known.IsInGoodStanding)
            unfolding.Then(new MembershipEvent.Delegated(member, issued.Holder, from));
        var seat = section.Mandates.NextNo;
        unfolding
            .Then(
                new MandatesEvent.Began(
                    seat,
                    congress.Body,
                    member,
                    BodyId.Sections,
                    Instant.Max(now, issued.Since),
                    issued.Until,
                    // No election follows here: the section that sent the delegate holds it.
                    issued.Until,
                    MatterNo.None,
                    BoxNo.None,
                    issued.Term
                )
            )
            .Then(new CongressesEvent.Seated(from, issued.Mandate, seat));
    }

    // Letters of two sections come in no order: whoever has moved may be sent by the new one before the old has told.
    private static void SeatWhoWaited(Unfolding unfolding, PersonId person, Instant now)
    {
        foreach (
            var (credential, issued) in unfolding.Section.Congresses.Waiting.Where(w =>
                w.Value.Holder == person
            )
        )
            Seat(unfolding, credential.Section, issued, now);
    }
}
