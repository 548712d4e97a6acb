using NodaTime;
using Plenum.Counting;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>An election counted again, and who sits after it.</summary>
public static class Recounts
{
    /// <summary>The papers of a box, with those of the hat as they were put right in place of those entered first.</summary>
    public static EquatableArray<string> PapersThatCount(
        this Election election,
        Box box,
        EquatableArray<string> papers
    )
    {
        if (!election.IsCorrected)
            return papers;
        var left = papers.ToList();
        foreach (var wrong in Lines(box.Hat))
            left.Remove(wrong);
        left.AddRange(Lines(election.Hat));
        return left.Order(StringComparer.Ordinal).ToEquatable();
    }

    /// <summary>A moment later, so that the clock does it and not the panel; never at the moment of a recount before.</summary>
    public static Instant SoonAfter(Section section, MatterNo election, Instant now) =>
        Instant.Max(now, section.Elections.Of(election).RecountedAt) + Duration.FromSeconds(1);

    /// <summary>What a panel ordered is done: the same papers, or those put right, under the same law with the same seed.</summary>
    public static void Ordered(
        Unfolding unfolding,
        Matter matter,
        Stage.Protest stage,
        EquatableArray<string> papers,
        Instant now
    )
    {
        var section = unfolding.Section;
        var election = section.Elections.Of(matter.No);
        var ordered = election.Recounting;
        var box = section.Ballots.Of(election.Box);
        // Nobody keeps a correction from being made by not making it; and papers that are not those which were counted
        // prove nothing any more: the election is held again.
        var useless =
            ordered is { Remedy: Remedy.Correct, IsAgreed: false }
            || (box.Counted != Digest.None && Digest.Of(Papers.Sorted(papers)) != box.Counted);
        Commissions.End(unfolding, matter.No, now);
        if (useless)
        {
            unfolding.Then(new ElectionsEvent.RecountDropped(matter.No));
            Protests.Uphold(unfolding, matter.No, now);
            return;
        }
        var changed = Make(unfolding, matter, election.PapersThatCount(box, papers), now);
        // Another result is another thing to protest against.
        var open = changed ? section.After(now, matter.Procedure.Protest) : ordered.OpenUntil;
        unfolding.Then(
            new MattersEvent.MovedOn(
                matter.No,
                stage with
                {
                    Until = Instant.Max(
                        Instant.Max(open, ordered.OpenUntil),
                        now + Duration.FromSeconds(1)
                    ),
                }
            )
        );
    }

    private static bool Make(
        Unfolding unfolding,
        Matter matter,
        EquatableArray<string> papers,
        Instant now
    )
    {
        var elect = (Question.Elect)matter.Question;
        var section = unfolding.Section;
        var election = section.Elections.Of(matter.No);
        var box = section.Ballots.Of(election.Box);
        var (count, elected) = Ceilings.Count(
            unfolding,
            matter.No,
            box,
            papers,
            election.Seed,
            // Who took the seat at the first count could take it; it is not held against them now.
            (asIs, c) =>
                election.Elected.Contains(c)
                || Eligible.MayTakeTheSeat(asIs, matter.No, box, papers, c, now)
        );
        var changed = !elected.ToHashSet().SetEquals(election.Elected);
        unfolding.Then(
            new ElectionsEvent.Recounted(
                matter.No,
                elected,
                papers.Count,
                changed,
                Document.Of(Papers.Sorted(papers)),
                Document.Of(StoryJson.Write(new CountStory.ByStages(count))),
                now
            )
        );
        if (changed)
            Reseat(unfolding, matter.No, elect, elected, box.No, now);
        return changed;
    }

    // Whoever was not elected leaves, and whoever was takes that seat for what remains of it; acts done stand.
    private static void Reseat(
        Unfolding unfolding,
        MatterNo no,
        Question.Elect elect,
        EquatableArray<int> elected,
        BoxNo box,
        Instant now
    )
    {
        var section = unfolding.Section;
        var election = section.Elections.Of(no);
        var holders = elected.Select(c => election.Candidate(c).Member).ToArray();
        var seated = section
            .Mandates.Current.Values.Where(m => m.By == no && m.Body == elect.Body)
            .ToArray();
        var leaving = seated.Where(m => !holders.Contains(m.Holder)).ToArray();
        var coming = holders.Except(seated.Select(m => m.Holder)).ToArray();
        foreach (var mandate in leaving)
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.Annulled, now));
        var body = section.RuleOf(elect.Body);
        foreach (var (holder, at) in coming.Select((h, i) => (h, i)))
        {
            var (since, until) =
                at < leaving.Length
                    ? (Instant.Max(now, leaving[at].Since), leaving[at].Until)
                    : (Seating.FreeFrom(unfolding.Section, body, seats: 1, now), elect.Until);
            if (since < until)
                unfolding.Then(
                    Seating.Seat(unfolding.Section, body, holder, since, until, no, box) with
                    {
                        Term = Nominations.TermOf(unfolding.Section, elect, holder, now),
                    }
                );
        }
        if (leaving.Length > coming.Length && now < elect.Until)
            Calling.Call(
                unfolding,
                body,
                leaving.Length - coming.Length,
                ElectionCause.Vacancy,
                elect.Until,
                now
            );
    }

    private static string[] Lines(string hat) =>
        hat.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
