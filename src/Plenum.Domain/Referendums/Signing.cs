using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Referendums;

/// <summary>
/// Signatures for a question above, given in one's own section and sealed there; only their number goes up (R5).
/// </summary>
public static class Signing
{
    /// <summary>
    /// Somebody has signed, or withdrawn. With enough of them an initiative of this section is filed above; from then on
    /// its running total goes up, and so does that of every petition begun elsewhere.
    /// </summary>
    public static void Tell(Unfolding unfolding, MatterNo no)
    {
        var section = unfolding.Section;
        if (section.Matters.Find(no) is not { Question: Question.Initiative initiative } matter)
            return;
        if (section.Referendums.SignedFor.TryGetValue(no, out var question))
            Returns.PassOn(
                unfolding,
                question,
                new Letter.SupportGiven(question, section.Id, matter.Supporters.Count)
            );
        else if (
            !section.Referendums.Filed.Contains(no)
            && matter.Supporters.Count >= matter.Procedure.SupportNeeded
        )
        {
            unfolding.Then(new ReferendumsEvent.Filed(no));
            Returns.PassOn(
                unfolding,
                new QuestionAbove(initiative.Convener, MatterNo.None),
                new Letter.InitiativeFiled(
                    initiative.Convener,
                    section.Id,
                    no,
                    initiative.Title,
                    initiative.Text,
                    initiative.Secret,
                    matter.Supporters.Count
                )
            );
        }
    }

    /// <summary>The convener asks all sections: here it is signed as well, or what is signed here is known above now.</summary>
    public static void Begin(
        Unfolding unfolding,
        SectionId from,
        Letter.SupportSought sought,
        Instant now
    )
    {
        var section = unfolding.Section;
        if (
            section.Sections.Tree.Federation.Federation != from
            || sought.Question.Convener == section.Id
            || section.Referendums.SignedFor.ContainsValue(sought.Question)
        )
            return;
        foreach (var affiliate in section.Sections.Tree.Affiliates.Keys)
            unfolding.Write(affiliate, sought);
        if (now >= sought.Until)
            return;
        var own = sought.Origin == section.Id ? sought.By : MatterNo.None;
        var no = section.Matters.Find(own)
            is { Question: Question.Initiative, Stage: Stage.Support }
            ? own
            : section.Matters.NextNo;
        var stage = new Stage.Support(sought.Until);
        unfolding
            .Then(
                no == own ? new MattersEvent.MovedOn(no, stage) : Petition(section, no, sought, now)
            )
            .Then(new ReferendumsEvent.SupportSought(no, sought.Question));
        if (no == own)
            Tell(unfolding, no);
    }

    /// <summary>Enough have signed in all sections together: the question is put, and nobody signs any more.</summary>
    public static void End(Unfolding unfolding, QuestionAbove question, Instant now)
    {
        foreach (
            var (no, _) in unfolding.Section.Referendums.SignedFor.Where(s => s.Value == question)
        )
            if (unfolding.Section.Matters.All[no].Stage is Stage.Support)
                unfolding.Then(new MattersEvent.Settled(no, Outcome.Adopted, Verdict.None, now));
    }

    private static MattersEvent.PutForward Petition(
        Section section,
        MatterNo no,
        Letter.SupportSought sought,
        Instant now
    ) =>
        new(
            no,
            nameof(Question.Initiative),
            new Question.Initiative(
                sought.Question.Convener,
                sought.Title,
                sought.Text,
                sought.Secret
            ),
            Procedures.OfInitiative(section, now) with
            {
                // Every signature goes up: the threshold is the convener's.
                SupportNeeded = 1,
                SupportIsSecret = true,
                SupportUntil = sought.Until,
            },
            new Stage.Support(sought.Until),
            MemberNo.None,
            section.Statutes.Version,
            now
        );
}
