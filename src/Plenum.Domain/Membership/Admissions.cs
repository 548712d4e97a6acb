using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Membership;

/// <summary>What every way of becoming a member has in common.</summary>
public static class Admissions
{
    /// <summary>A member from now on, who votes after the waiting periods that are the same for everybody (C19).</summary>
    public static MembershipEvent.Admitted Admit(
        Section section,
        MemberNo applicant,
        AdmittedBy by,
        Instant now
    ) =>
        new(
            applicant,
            by,
            now,
            section.After(now, section.Rules.Membership.WaitingPeriod),
            section.After(now, section.Rules.Membership.WaitingPeriodForBasicLaw)
        );

    /// <summary>In they come: as a new member, or, from another section of the tree, once it has closed with them.</summary>
    public static Unfolding LetIn(
        Unfolding unfolding,
        MemberNo applicant,
        AdmittedBy by,
        Instant now
    )
    {
        if (unfolding.Section.Membership.Arrivals.ContainsKey(applicant))
            Transfers.Accept(unfolding, applicant, by);
        else
            unfolding.Then(Admit(unfolding.Section, applicant, by, now));
        return unfolding;
    }

    /// <summary>The members decide about an applicant.</summary>
    public static MattersEvent.PutForward PutToTheMembers(
        Section section,
        MemberNo applicant,
        Instant now
    )
    {
        var procedure = Procedures.OfAdmission(section);
        return new(
            section.Matters.NextNo,
            nameof(Question.Admit),
            new Question.Admit(applicant),
            procedure,
            new Stage.Debate(section.After(now, procedure.Debate)),
            applicant,
            section.Statutes.Version,
            now
        );
    }

    /// <summary>Whether the members are deciding about this applicant.</summary>
    public static bool IsBeforeTheMembers(Section section, MemberNo applicant) =>
        section.Matters.OpenMatters.Any(m =>
            m.Question is Question.Admit q && q.Applicant == applicant
        );
}
