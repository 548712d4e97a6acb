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
    private static readonly Ratio TwoThirds = new(2, 3);

    public static void Close(
        Unfolding unfolding,
        Matter matter,
        Stage.Voting voting,
        EquatableArray<string> papers,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        var elect = (Question.Elect)matter.Question;
        var box = section.Ballots.Of(voting.Box);
        var election = section.Elections.Of(matter.No);
        var count = Count(section, matter.No, elect, box, papers, occasion.Drawn);
        var reopen = box.Options;
        var elected = count
            .Elected.Select(c => c.Number)
            .Where(c =>
                c != reopen && MayTakeTheSeat(section, elect, election, count, c, occasion.Now)
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
        if (left > 0)
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
        var ballots = BallotSet.Of(
            elect.Body.Value,
            Enumerable
                .Range(1, options)
                .Select(o =>
                    o == options ? "re-open nominations" : o.ToString(CultureInfo.InvariantCulture)
                ),
            elect.Seats,
            papers
                .GroupBy(p => p, StringComparer.Ordinal)
                .Select(g => new Papers(
                    Ranking.Of(Ballots.Papers.Ranking(g.Key, options)),
                    g.Count()
                )),
            election
                .Candidates.Where(c => c.StoodDown)
                .Select(c => new Counting.Ballots.Candidate(c.Number))
        );
        var rule =
            body.Method == ElectionMethod.InstantRunoff && elect.Seats == 1
                ? CountingRule.InstantRunOff
                : CountingRule.ScottishStv;
        return rule.Count(ballots, Lots.Seeded(Convert.FromHexString(drawn.SeedHex)));
    }

    // Beyond the limit of terms a holder needs two thirds of the papers (C1).
    private static bool MayTakeTheSeat(
        Section section,
        Question.Elect elect,
        Election election,
        ElectionCount count,
        int candidate,
        Instant now
    )
    {
        var limit = section.Statutes.Book.Body(elect.Body).MaxConsecutive;
        if (Nominations.TermOf(section, elect, election.Candidate(candidate).Member, now) <= limit)
            return true;
        var first = count.Stages[0].Of(new Counting.Ballots.Candidate(candidate));
        return first >= Votes.Of(TwoThirds.CeilingOf(checked((int)count.ValidPapers)));
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
        var before = Predecessors(section, no, elect).ToArray();
        // Holders who can still serve their term do; everybody else makes room at certification.
        var waits = elect.Cause == ElectionCause.TermEnds && before.Any(m => m.FullAt(now));
        var since = waits ? before.Where(m => m.FullAt(now)).Max(m => m.Until) : now;
        var holders = elected.Select(c => election.Candidate(c).Member).ToArray();
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
        foreach (var holder in holders)
        {
            var seat = Seating.Seat(unfolding.Section, body, holder, since, elect.Until, no, box);
            var same = before.FirstOrDefault(m => m.Holder == holder);
            unfolding.Then(
                elect.Cause == ElectionCause.Recall && same is not null
                    ? seat with
                    {
                        Term = same.Term,
                    }
                    : seat
            );
        }
    }

    /// <summary>Whose seats an election fills anew.</summary>
    private static IEnumerable<Mandate> Predecessors(
        Section section,
        MatterNo no,
        Question.Elect elect
    ) =>
        elect.Cause is ElectionCause.Vacancy
            ? []
            : section.Mandates.Current.Values.Where(m => m.Body == elect.Body && m.Successor == no);

    private static string DecimalOf(Votes votes) => votes.ToString() ?? "";
}
