using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>The end of nominations: a second call, an empty seat, or a vote run by a commission drawn by lot.</summary>
public static class Nominations
{
    public static void Close(
        Unfolding unfolding,
        Matter matter,
        Stage.Nomination nomination,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        var election = section.Elections.Of(matter.No);
        if (election.Standing.Any(c => Eligible.StillStands(section, c)))
        {
            // The last option on every paper is to re-open nominations (R8).
            Onward.OpenBox(
                unfolding,
                matter,
                BallotForm.Ranking,
                election.Candidates.Count + 1,
                occasion
            );
        }
        else if (!nomination.SecondCall)
            unfolding.Then(
                new MattersEvent.MovedOn(
                    matter.No,
                    new Stage.Nomination(
                        section.After(occasion.Now, section.Rules.Elections.SecondCall),
                        SecondCall: true
                    )
                )
            );
        else
        {
            unfolding.Then(
                new MattersEvent.Settled(matter.No, Outcome.NobodyStood, Verdict.None, occasion.Now)
            );
            Vacate(unfolding, (Question.Elect)matter.Question, occasion.Now);
        }
    }

    // All who were to be re-elected have declined and nobody else stands: the seats are empty (R2, R8).
    private static void Vacate(Unfolding unfolding, Question.Elect elect, Instant now)
    {
        if (elect.Cause != ElectionCause.Recall)
            return;
        foreach (
            var mandate in unfolding
                .Section.Mandates.On(elect.Body, now)
                .Where(m => !m.IsInterim)
                .ToArray()
        )
        {
            unfolding.Then(new MandatesEvent.Ended(mandate.No, EndOfMandate.Recalled, now));
            Divisions.WithoutSeat(unfolding, mandate, now);
        }
    }

    /// <summary>Which term in a row this would be for a candidate.</summary>
    public static int TermOf(Section section, Question.Elect elect, MemberNo member, Instant now)
    {
        var serving = section
            .Mandates.Current.Values.Where(m =>
                m.Body == elect.Body && m.Holder == member && !m.IsInterim
            )
            .ToArray();
        if (serving.Length == 0)
            return section.Mandates.NextTerm(elect.Body, member, now);
        var term = serving.Max(m => m.Term);
        // Re-elected within the same term by a recall: the term goes on, it is not another.
        return serving.Any(m => m.Until >= elect.Until) ? term : term + 1;
    }
}
