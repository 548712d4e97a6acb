using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Plenum.Counting;
using Plenum.Counting.Ballots;
using Plenum.Counting.Majority;
using Plenum.Counting.Proportional;
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
        // Recorded, so that every later count reads the papers alike.
        foreach (var gone in unfolding.Section.Elections.Of(matter.No).Standing.ToArray())
            if (!Eligible.StillStands(unfolding.Section, gone))
                unfolding.Then(new ElectionsEvent.StoodDown(matter.No, gone.Number));
        var (count, elected) = Ceilings.Count(
            unfolding,
            matter.No,
            box,
            papers,
            occasion.Drawn,
            (section, c) =>
                Eligible.MayTakeTheSeat(section, matter.No, box, papers, c, occasion.Now)
        );
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
                    Document.Of(StoryJson.Write(new CountStory.ByStages(count)))
                )
            );
        Filling.Seat(unfolding, matter.No, elect, elected, box.No, occasion.Now);
        Rebuilding.CallFirst(unfolding, occasion.Now);
        unfolding.Then(
            new MattersEvent.MovedOn(
                matter.No,
                new Stage.Protest(
                    box.No,
                    unfolding.Section.After(occasion.Now, matter.Procedure.Protest)
                )
            )
        );
        // Nominations re-opened by the voters, or more seats than candidates: what is empty is filled anew.
        var body = unfolding.Section.RuleOf(elect.Body);
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
        var body = section.RuleOf(elect.Body);
        var ballots = Set(section, no, elect, box, papers);
        var lots = Lots.Seeded(Convert.FromHexString(drawn.SeedHex));
        return body.Method == ElectionMethod.InstantRunoff && elect.Seats == 1
            ? InstantRunOff.Count(ballots, lots)
            : ScottishStv.Count(ballots, lots);
    }

    /// <summary>The papers as the count reads them, so that whoever is given them can count them with other programs.</summary>
    public static BallotSet Set(
        Section section,
        MatterNo no,
        Question.Elect elect,
        Box box,
        IEnumerable<string> papers
    )
    {
        var election = section.Elections.Of(no);
        var options = box.Options;
        var all = papers.ToArray();
        var reopening = Reopening(elect.Seats, election.Standing.Count(), all, options);
        return BallotSet.Of(
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

    private static string DecimalOf(Votes votes) => votes.ToString() ?? "";
}
