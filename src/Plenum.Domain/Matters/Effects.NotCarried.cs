using Plenum.Domain.Competences;
using Plenum.Domain.Elections;
using Plenum.Domain.Letters;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;

namespace Plenum.Domain.Matters;

/// <summary>What follows when a matter is not carried.</summary>
public static partial class Effects
{
    /// <summary>The matter is not carried; some still leave something to be done.</summary>
    public static void NotCarried(Unfolding unfolding, Matter matter, Occasion occasion)
    {
        switch (matter.Question)
        {
            case Question.Admit admit when Awaits(unfolding.Section, admit):
                Transfers.TellOfRefusal(
                    unfolding.Then(
                        new MembershipEvent.Refused(
                            admit.Applicant,
                            Clause: 0,
                            Words: "",
                            occasion.Now
                        )
                    ),
                    admit.Applicant
                );
                break;
            case Question.Protest protest:
                Panels.End(unfolding, matter.No, occasion.Now);
                break;
            case Question.OnCompetence power:
                CompetenceEffects.NotCarried(unfolding, matter, power.Asked);
                break;
            case Question.OnMerger merger:
                MergerEffects.NotCarried(unfolding, matter, merger.Asked);
                break;
            case Question.OnRights rights:
                RightsEffects.NotCarried(unfolding, matter, rights.Asked, occasion);
                break;
            case Question.Recognise recognise:
                Recognition.Refuse(
                    unfolding,
                    recognise.Section,
                    matter.No,
                    unfolding.Section.Matters.All[matter.No].Is(Outcome.Rejected)
                        ? Refusal.VotedDown
                        : Refusal.NotDecided
                );
                break;
            case Question.UpholdNotice uphold:
                Disputes.Dismiss(unfolding, matter.No, uphold, occasion.Now);
                break;
            default:
                break;
        }
    }

    private static bool Awaits(Section section, Question.Admit admit) =>
        section.Membership.Of(admit.Applicant).Standing is Standing.Referred or Standing.Refused;
}
