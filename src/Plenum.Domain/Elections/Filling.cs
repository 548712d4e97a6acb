using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>How those elected come to their seats, and who makes room.</summary>
public static class Filling
{
    public static void Seat(
        Unfolding unfolding,
        MatterNo no,
        Question.Elect elect,
        EquatableArray<int> elected,
        BoxNo box,
        Instant now
    )
    {
        var section = unfolding.Section;
        var body = section.RuleOf(elect.Body);
        var election = section.Elections.Of(no);
        var holders = elected.Select(c => election.Candidate(c).Member).ToArray();
        // Whoever acts only until this election leaves with the mandate it gives, and is nobody's predecessor.
        var before = Predecessors(section, elect, holders.Length > 0, now).ToArray();
        // Holders who can still serve their term do; everybody else makes room at certification.
        var waits = elect.Cause == ElectionCause.TermEnds && before.Any(m => m.FullAt(now));
        if (!waits)
            foreach (var mandate in before)
            {
                var recalled =
                    elect.Cause == ElectionCause.Recall && !holders.Contains(mandate.Holder);
                unfolding.Then(
                    new MandatesEvent.Ended(
                        mandate.No,
                        recalled ? EndOfMandate.Recalled : EndOfMandate.Replaced,
                        now
                    )
                );
                if (recalled)
                    Divisions.WithoutSeat(unfolding, mandate, now);
            }
        // An election that took longer than the term it was for fills what is empty now, and for as long as nobody else
        // has been elected to it.
        var late = elect.Until <= now;
        var since =
            waits ? before.Where(m => m.FullAt(now)).Max(m => m.Until)
            : late ? now
            : Seating.FreeFrom(unfolding.Section, body, holders.Length, now);
        var until = late ? Calling.EndOfTerm(unfolding.Section, body, now) : elect.Until;
        var free = Math.Min(
            waits ? elect.Seats : body.Seats,
            body.Seats - Seating.Taken(unfolding.Section, body.Id, since)
        );
        var alreadySitting = unfolding
            .Section.Mandates.Current.Values.Where(m =>
                m.Body == body.Id && since < m.Until && !m.MakesRoom
            )
            .Select(m => m.Holder)
            .ToHashSet();
        foreach (
            var holder in since < until
                ? holders.Where(h => !alreadySitting.Contains(h)).Take(free)
                : []
        )
        {
            unfolding.Then(
                Seating.Seat(
                    unfolding.Section,
                    body,
                    holder,
                    since,
                    Seating.RoomUntil(unfolding.Section, body, since, until),
                    no,
                    box
                ) with
                {
                    // Counted with the term that is still being served, or nobody would ever reach the limit (C1).
                    Term = Nominations.TermOf(section, elect, holder, now),
                }
            );
        }
    }

    // Whose seats an election fills anew: those whose term ends before its own; all who sit, when all seats are recalled;
    // and caretakers and the first keeper, who sit only until anybody is elected.
    private static IEnumerable<Mandate> Predecessors(
        Section section,
        Question.Elect elect,
        bool somebodyFollows,
        Instant now
    ) =>
        section
            .Mandates.On(elect.Body, now)
            .Where(m => !m.IsInterim)
            .Where(m =>
                (somebodyFollows && (m.IsCaretaker || m.By == MatterNo.None))
                || elect.Cause switch
                {
                    ElectionCause.TermEnds => somebodyFollows && m.Until < elect.Until,
                    ElectionCause.Recall => now < elect.Until
                        && elect.Seats > 1
                        && elect.Seats == section.RuleOf(elect.Body).Seats,
                    ElectionCause.Congress => somebodyFollows,
                    ElectionCause.Vacancy or ElectionCause.Rerun => false,
                }
            );
}
