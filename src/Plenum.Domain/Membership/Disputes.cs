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
        var eligible = section
            .RollOf(BodyId.Members, occasion.Now, basicLaw: false)
            .Where(m => m != member && !RollChecks.KeepsTheRoll(section, m, occasion.Now))
            .ToArray();
        if (eligible.Length == 0)
            return;
        Panels.Draw(
            unfolding,
            member,
            nameof(Question.UpholdNotice),
            new Question.UpholdNotice(member, words),
            Procedures.OfDispute(section),
            eligible,
            occasion
        );
    }

    /// <summary>The notice holds: the time to cure begins anew.</summary>
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
                    unfolding.Section.After(now, Notify.Cure(unfolding.Section))
                )
            );
        Panels.End(unfolding, no, now);
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
        Panels.End(unfolding, no, now);
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
                Panels.End(unfolding, matter.No, now);
            }
        return unfolding;
    }

    private static bool IsDisputed(Section section, MemberNo member) =>
        section.Membership.Of(member).Standing is Standing.Noticed { Disputed: true };
}
