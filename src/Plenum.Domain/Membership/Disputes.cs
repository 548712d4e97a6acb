using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>
/// A disputed notice before a panel drawn by lot (C5 b). What the panel votes on is whether the notice holds, so that a
/// notice which nobody upholds in time has fallen.
/// </summary>
public static class Disputes
{
    /// <summary>Draws the panel and opens its vote; in a branch with nobody to draw the dispute just stands.</summary>
    public static void PutToPanel(
        Unfolding unfolding,
        MemberNo member,
        Document words,
        Occasion occasion
    )
    {
        var section = unfolding.Section;
        var rule = section.Rules.Panel;
        var eligible = section
            .RollOf(BodyId.Members, occasion.Now, basicLaw: false)
            .Where(m => m != member && !RollChecks.KeepsTheRoll(section, m, occasion.Now))
            .ToArray();
        if (eligible.Length == 0)
            return;
        var no = section.Matters.NextNo;
        unfolding.Then(
            new MattersEvent.PutForward(
                no,
                nameof(Question.UpholdNotice),
                new Question.UpholdNotice(member, words),
                Procedures.OfDispute(section),
                new Stage.Debate(occasion.Now),
                member,
                section.Statutes.Version,
                occasion.Now
            )
        );
        var until = section.After(occasion.Now, rule.DecidesWithin);
        foreach (var judge in occasion.Drawn.Shuffle($"panel/{no}", eligible).Take(rule.Size))
            unfolding.Then(
                Seating.Seat(
                    unfolding.Section,
                    section.Statutes.Book.Body(rule.Body),
                    judge,
                    occasion.Now,
                    section.After(until, Period.FromDays(1)),
                    no,
                    BoxNo.None
                )
            );
        Onward.OpenBox(
            unfolding,
            unfolding.Section.Matters.All[no],
            Ballots.BallotForm.Question,
            options: 3,
            occasion
        );
    }

    /// <summary>The notice holds: thirty days to cure begin anew.</summary>
    public static void Uphold(
        Unfolding unfolding,
        MatterNo no,
        Question.UpholdNotice question,
        Instant now
    )
    {
        if (IsDisputed(unfolding.Section, question.Member))
            unfolding.Then(
                new MembershipEvent.NoticeUpheld(
                    question.Member,
                    unfolding.Section.After(now, Notify.ToCure)
                )
            );
        Protests.EndPanel(unfolding, no, now);
    }

    /// <summary>The panel did not uphold it, or did not decide: the reading kinder to the member's right (C15).</summary>
    public static void Dismiss(
        Unfolding unfolding,
        MatterNo no,
        Question.UpholdNotice question,
        Instant now
    )
    {
        if (IsDisputed(unfolding.Section, question.Member))
            unfolding.Then(new MembershipEvent.Cured(question.Member, CuredBy.Mistake));
        Protests.EndPanel(unfolding, no, now);
    }

    /// <summary>The notice was settled meanwhile: there is nothing left to judge.</summary>
    public static Unfolding Close(Unfolding unfolding, MemberNo member, Instant now)
    {
        foreach (var matter in unfolding.Section.Matters.OpenMatters.ToArray())
            if (matter.Question is Question.UpholdNotice uphold && uphold.Member == member)
            {
                unfolding.Then(
                    new MattersEvent.Settled(matter.No, Outcome.Withdrawn, Verdict.None, now)
                );
                Protests.EndPanel(unfolding, matter.No, now);
            }
        return unfolding;
    }

    private static bool IsDisputed(Section section, MemberNo member) =>
        section.Membership.Of(member).Standing is Standing.Noticed { Disputed: true };
}
