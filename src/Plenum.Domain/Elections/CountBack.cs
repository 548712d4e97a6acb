using System.Globalization;
using NodaTime;
using Plenum.Counting.Proportional;
using Plenum.Counting.Ties;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Elections;

/// <summary>
/// The time to consent is over: the papers of the member who left are counted again, at their values, for the
/// candidates who agreed (R7). Sitting members are untouched.
/// </summary>
public sealed record CountBack(
    MandateNo Vacated,
    Instant Due,
    [property: Sealed] [Sealed] EquatableArray<string> Papers
) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            if (
                !section.Elections.CountBacks.TryGetValue(Vacated, out var pending)
                || pending.ConsentBy != Due
                || occasion.Now < Due
            )
                return new NothingDue();
            var matter = section.Matters.All[pending.Election];
            var elect = (Question.Elect)matter.Question;
            var body = section.RuleOf(elect.Body);
            var election = section.Elections.Of(pending.Election);
            // The same papers and the same public seed as on the day give the same piles.
            var count = Counts.Count(
                section,
                pending.Election,
                elect,
                section.Ballots.Of(election.Box),
                // What a panel had put right stays right.
                election.PapersThatCount(section.Ballots.Of(election.Box), Papers),
                election.Seed
            );
            var story = Counting.Proportional.CountBack.Count(
                count,
                new Counting.Ballots.Candidate(pending.Candidate),
                pending.Consenting.Select(c => new Counting.Ballots.Candidate(c)),
                Lots.Seeded(Convert.FromHexString(occasion.Drawn.SeedHex))
            );
            var winner = story.Outcome is CountBackOutcome.Replaced replaced
                ? replaced.By.Number
                : 0;
            var unfolding = new Unfolding(section).Then(
                new ElectionsEvent.CountedBack(Vacated, winner, Document.Of(Story(story, winner)))
            );
            // Room may have gone meanwhile: all seats may have been elected anew.
            var since = Seating.FreeFrom(unfolding.Section, body, seats: 1, occasion.Now);
            if (winner > 0 && MaySit(section, election, winner, pending.Until))
            {
                if (since < pending.Until)
                    unfolding.Then(
                        Seating.Seat(
                            unfolding.Section,
                            body,
                            election.Candidate(winner).Member,
                            since,
                            pending.Until,
                            pending.Election,
                            election.Box
                        )
                    );
            }
            else
                Vacancies.Refill(unfolding, body, pending.Until, occasion.Now);
            return new Ruling.InOrder(
                new Authority.Clock(),
                section.Rules.Elections.Article,
                unfolding.Events,
                []
            );
        });

    private static bool MaySit(Section section, Election election, int candidate, Instant until)
    {
        var member = election.Candidate(candidate).Member;
        var elect = (Question.Elect)section.Matters.All[election.No].Question;
        return section.Membership.Of(member).IsInGoodStanding
            && !Seating.Holds(section, elect.Body, member, until)
            && Ceilings.HasRoom(section, elect.Body, member, until);
    }

    // Plain figures, a line a stage: whoever held how much; enough to work it out again from the papers.
    private static string Story(CountBackStory story, int winner) =>
        string.Join(
            '\n',
            story
                .Stages.Select(s => string.Join(' ', s.Votes.Select(v => v.ToString())))
                .Prepend(string.Join(' ', story.Consenting.Select(c => c.ToString())))
                .Append(winner.ToString(CultureInfo.InvariantCulture))
        );
}
