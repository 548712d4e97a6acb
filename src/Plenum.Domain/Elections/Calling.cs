using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>How elections open by themselves (C17).</summary>
public static class Calling
{
    /// <summary>Every body that the members elect and that has empty seats, at the founding of a section.</summary>
    public static Unfolding CallAll(Unfolding unfolding, Instant now)
    {
        foreach (var body in unfolding.Section.BodyRules)
        {
            var section = unfolding.Section;
            if (!IsElected(body) || body.ElectedBy != BodyId.Members)
                continue;
            // Who sits by a mandate carried over goes on; with them end those who fill what is empty beside them. Delegates
            // end with their congress.
            if (
                body.Kind == BodyKind.Delegation
                || section.Mandates.OfBody(body.Id).Any(m => m.IsCarriedOver)
            )
                Vacancies.Refill(unfolding, body, EndOfTerm(section, body, now), now);
            else
                Call(
                    unfolding,
                    body,
                    body.Seats,
                    ElectionCause.Vacancy,
                    NextEnd(section, body, now),
                    now
                );
        }
        return unfolding;
    }

    /// <summary>
    /// Commissions and panels are drawn for each case, whatever method their article names: two ways at once would
    /// seat more than there are seats.
    /// </summary>
    public static bool IsElected(BodyRule body) =>
        body.Seats > 0
        && body.Kind is not (BodyKind.Commission or BodyKind.Panel or BodyKind.Congress)
        && body.Method is ElectionMethod.ScottishStv or ElectionMethod.InstantRunoff;

    /// <summary>When a term beginning after an election called now would end.</summary>
    public static Instant NextEnd(Section section, BodyRule body, Instant now) =>
        section.After(
            section.After(
                section.After(now, section.Rules.Elections.Nomination),
                section.Rules.Elections.Voting
            ),
            body.Term
        );

    /// <summary>Opens nominations for so many seats of a body.</summary>
    public static MatterNo Call(
        Unfolding unfolding,
        BodyRule body,
        int seats,
        ElectionCause cause,
        Instant until,
        Instant now
    )
    {
        var section = unfolding.Section;
        var no = section.Matters.NextNo;
        var procedure = Procedures.OfElection(section, body);
        unfolding.Then(
            new MattersEvent.PutForward(
                no,
                nameof(Question.Elect),
                new Question.Elect(body.Id, seats, cause, until),
                procedure,
                new Stage.Nomination(section.After(now, procedure.Nomination), SecondCall: false),
                MemberNo.None,
                section.Statutes.Version,
                now
            )
        );
        return no;
    }

    /// <summary>Whether an election to this body is running and not yet counted.</summary>
    public static bool IsRunning(Section section, BodyId body) =>
        section.Matters.OpenMatters.Any(m =>
            m.Question is Question.Elect elect
            && elect.Body == body
            && m.Stage is Stage.Nomination or Stage.Voting
        );

    /// <summary>Elects what is empty of a body until its term ends, unless an election is running.</summary>
    public static void Fill(Unfolding unfolding, BodyRule body, Instant now)
    {
        var section = unfolding.Section;
        var empty = EmptySeats(section, body, now);
        if (empty > 0 && !IsRunning(section, body.Id))
            Call(unfolding, body, empty, ElectionCause.Vacancy, EndOfTerm(section, body, now), now);
    }

    /// <summary>With those who sit; before those who wait; or a whole term when there is neither.</summary>
    public static Instant EndOfTerm(Section section, BodyRule body, Instant now)
    {
        var all = section.Mandates.Current.Values.Where(m => m.Body == body.Id).ToArray();
        var full = all.Where(m => m.InForceAt(now) && !m.MakesRoom).Select(m => m.Until).ToArray();
        var waiting = all.Where(m => now < m.Since).Select(m => m.Since).ToArray();
        return full.Length > 0 ? full.Max()
            : waiting.Length > 0 ? waiting.Min()
            : section.Sections.Tree.Allotted is var allotted
            && body.Kind == BodyKind.Delegation
            && now < allotted.Until
                ? allotted.Until
            : NextEnd(section, body, now);
    }

    /// <summary>Seats of a body that nobody holds in full and no count-back is filling.</summary>
    public static int EmptySeats(Section section, BodyRule body, Instant now) =>
        body.Seats
        - Seating.Taken(section, body.Id, now)
        - section.Elections.CountBacks.Values.Count(c =>
            section.Matters.Find(c.Election)?.Question is Question.Elect elect
            && elect.Body == body.Id
        );
}
