using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Plenum.Counting;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Box = Plenum.Domain.Ballots.Box;
using Stage = Plenum.Domain.Matters.Stage;

namespace Plenum.Domain.Elections;

/// <summary>The count of an election and the seating of those elected.</summary>
public static class Counts
{
    public static void Close(
        Unfolding unfolding,
        Matter matter,
        Stage.Voting voting,
        EquatableArray<string> papers,
        Occasion occasion
    )
    {
        var elect = (Question.Elect)matter.Question;
        var box = unfolding.Section.Ballots.Of(voting.Box);
        // Whoever has left since no longer stands; it is recorded, so that every later count reads the papers alike.
        foreach (var gone in unfolding.Section.Elections.Of(matter.No).Standing.ToArray())
            if (!unfolding.Section.Membership.Of(gone.Member).IsInGoodStanding)
                unfolding.Then(new ElectionsEvent.StoodDown(matter.No, gone.Number));
        var section = unfolding.Section;
        var count = Count(section, matter.No, elect, box, papers, occasion.Drawn);
        // Nobody is elected by nobody.
        var elected =
            papers.Count == 0
                ? []
                : count
                    .Elected.Select(c => c.Number)
                    .Where(c => c < box.Options)
                    .Where(c =>
                        Eligible.MayTakeTheSeat(section, matter.No, box, papers, c, occasion.Now)
                    )
                    .ToEquatable();
        unfolding
            .Then(Onward.Close(box, papers))
            .Then(
                new ElectionsEvent.Counted(
                    matter.No,
                    box.No,
                    count.Rule,
                    DecimalOf(count.Quota),
                    elected,
                    papers.Count,
                    count
                        .Ties.Select(t => string.Join(' ', t.Tied) + " -> " + t.Chosen)
                        .ToEquatable(),
                    occasion.Drawn,
                    Document.Of(CountJson.Write(count))
                )
            );
        Seat(unfolding, matter.No, elect, elected, box.No, occasion.Now);
        unfolding.Then(
            new MattersEvent.MovedOn(
                matter.No,
                new Stage.Protest(box.No, section.After(occasion.Now, matter.Procedure.Protest))
            )
        );
        // Nominations re-opened by the voters, or more seats than candidates: what is empty is filled anew.
        var body = unfolding.Section.Statutes.Book.Body(elect.Body);
        var left = elect.Seats - elected.Count;
        if (left > 0 && occasion.Now < elect.Until)
            Calling.Call(unfolding, body, left, ElectionCause.Vacancy, elect.Until, occasion.Now);
    }

    /// <summary>The count itself; the same papers and seed give the same story, to the last digit.</summary>
    public static ElectionCount Count(
        Section section,
        MatterNo no,
        Question.Elect elect,
        Box box,
        IEnumerable<string> papers,
        Draw drawn
    )
    {
        var body = section.Statutes.Book.Body(elect.Body);
        var election = section.Elections.Of(no);
        var options = box.Options;
        var all = papers.ToArray();
        var reopening = Reopening(elect.Seats, election.Standing.Count(), all, options);
        var ballots = BallotSet.Of(
            elect.Body.Value,
            Enumerable
                .Range(1, options - 1 + Math.Max(1, reopening))
                .Select(o =>
                    o >= options ? "re-open nominations" : o.ToString(CultureInfo.InvariantCulture)
                ),
            elect.Seats,
            all.GroupBy(p => p, StringComparer.Ordinal)
                .Select(g => new Papers(
                    Ranking.Of([
                        .. Ballots
                            .Papers.Ranking(g.Key, options)
                            .SelectMany(o =>
                                o < options
                                    ? [o]
                                    : Enumerable.Range(options, Math.Max(1, reopening))
                            ),
                    ]),
                    g.Count()
                )),
            election
                .Candidates.Where(c => c.StoodDown)
                .Select(c => c.Number)
                .Concat(reopening == 0 ? [options] : Array.Empty<int>())
                .Select(c => new Counting.Ballots.Candidate(c))
        );
        var rule =
            body.Method == ElectionMethod.InstantRunoff && elect.Seats == 1
                ? CountingRule.InstantRunOff
                : CountingRule.ScottishStv;
        return rule.Count(ballots, Lots.Seeded(Convert.FromHexString(drawn.SeedHex)));
    }

    /// <summary>
    /// For how many seats new nominations stand. Where several seats have no more candidates than there are seats, for as
    /// many as whole quotas of papers ask for: so that voters can refuse each candidate (R8), and yet no majority can
    /// refuse the one a quota wants (R3), and no lot falls between a candidate and a refusal nobody voted for.
    /// </summary>
    private static int Reopening(int seats, int standing, string[] papers, int options)
    {
        if (seats == 1 || standing > seats)
            return 1;
        var quota = papers.Length / (seats + 1) + 1;
        var asking = papers.Count(p => Ballots.Papers.Ranking(p, options).Contains(options));
        return Math.Min(seats, asking / quota);
    }

    private static void Seat(
        Unfolding unfolding,
        MatterNo no,
        Question.Elect elect,
        EquatableArray<int> elected,
        BoxNo box,
        Instant now
    )
    {
        var section = unfolding.Section;
        var body = section.Statutes.Book.Body(elect.Body);
        var election = section.Elections.Of(no);
        var holders = elected.Select(c => election.Candidate(c).Member).ToArray();
        var before = Predecessors(section, elect, holders.Length > 0, now).ToArray();
        // Holders who can still serve their term do; everybody else makes room at certification.
        var waits = elect.Cause == ElectionCause.TermEnds && before.Any(m => m.FullAt(now));
        if (!waits)
            foreach (var mandate in before)
                unfolding.Then(
                    new MandatesEvent.Ended(
                        mandate.No,
                        elect.Cause == ElectionCause.Recall && !holders.Contains(mandate.Holder)
                            ? EndOfMandate.Recalled
                            : EndOfMandate.Replaced,
                        now
                    )
                );
        var since = waits
            ? before.Where(m => m.FullAt(now)).Max(m => m.Until)
            : Seating.FreeFrom(unfolding.Section, body, holders.Length, now);
        // An election that took longer than the term it was for gives a whole one.
        var until = now < elect.Until ? elect.Until : section.After(now, body.Term);
        var free = waits
            ? elect.Seats
            : body.Seats - Seating.Taken(unfolding.Section, body.Id, since);
        var alreadySitting = unfolding
            .Section.Mandates.Current.Values.Where(m =>
                m.Body == body.Id && since < m.Until && !m.IsCaretaker
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
                Seating.Seat(unfolding.Section, body, holder, since, until, no, box) with
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
            .Where(m =>
                (somebodyFollows && (m.IsCaretaker || m.By == MatterNo.None))
                || elect.Cause switch
                {
                    ElectionCause.TermEnds => somebodyFollows && m.Until < elect.Until,
                    ElectionCause.Recall => now < elect.Until
                        && elect.Seats > 1
                        && elect.Seats == section.Statutes.Book.Body(elect.Body).Seats,
                    ElectionCause.Vacancy or ElectionCause.Rerun => false,
                }
            );

    private static string DecimalOf(Votes votes) => votes.ToString() ?? "";
}
