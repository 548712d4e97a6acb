using Plenum.Domain.Matters;
using Plenum.Domain.Rights;

namespace Plenum.Domain.Membership;

/// <summary>What is still to be decided about somebody, or for somebody who asked.</summary>
public static class Cases
{
    /// <summary>The first open case of a person; none where there is none.</summary>
    public static MatterNo Of(Section section, MemberNo member) =>
        section
            .Matters.OpenMatters.Where(matter => IsOf(section, matter, member))
            .Select(matter => matter.No)
            .FirstOrDefault(MatterNo.None);

    private static bool IsOf(Section section, Matter matter, MemberNo member) =>
        matter.Question switch
        {
            Question.Admit admit => admit.Applicant == member,
            Question.UpholdNotice notice => notice.Member == member,
            // Who protests, and who stands to lose the seat.
            Question.Protest protest => matter.By == member
                || section.Elections.Of(protest.Election).Standing.Any(c => c.Member == member),
            Question.OnRights { Asked: RightsQuestion.AppealIntervention } => matter.By == member,
            _ => false,
        };
}
