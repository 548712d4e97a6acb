using NodaTime;
using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>What follows from a decided matter, by itself: the one place that maps questions to events of other words.</summary>
public static partial class Effects
{
    /// <summary>Some petitions need no vote after them: enough signatures are the decision.</summary>
    public static bool TakesEffectAtThreshold(Section section, Matter matter, Instant now) =>
        matter.Question switch
        {
            Question.Recall recall => Recalls.IsOfAGroup(
                section,
                Recalls.Target(section, recall, now)
            ),
            Question.Summon
            or Question.CheckRoll
            or Question.ElectionsAssembly
            or Question.Demand => true,
            Question.OnRights rights => RightsEffects.TakesEffectAtThreshold(rights.Asked),
            Question.Adopt
            or Question.Elect
            or Question.AmendStatutes
            or Question.AmendProgramme
            or Question.Admit
            or Question.Challenge
            or Question.Protest
            or Question.OnCompetence
            or Question.OnMerger
            or Question.Join
            or Question.Leave
            or Question.SummonCongress
            or Question.Recognise
            or Question.UpholdNotice
            or Question.PutToAll
            or Question.Instruct
            or Question.Unseat
            or Question.Initiative => false,
        };

    /// <summary>Whether what was carried may not take effect: every amendment is checked again when it would.</summary>
    public static bool Stops(Section section, Matter matter, Occasion occasion) =>
        matter.Question switch
        {
            Question.AmendStatutes amend => !Amendments.StillHolds(section, amend, occasion),
            Question.AmendProgramme amend => section.Programme.Digest != amend.Base,
            Question.Join join => !Joining.MayStillAsk(section, join.Federation),
            Question.OnRights rights => RightsEffects.Stops(section, rights.Asked),
            Question.OnMerger merger => MergerEffects.Stops(section, merger.Asked),
            Question.OnCompetence power => CompetenceEffects.Stops(
                section,
                power.Asked,
                occasion.Now
            ),
            Question.Instruct instruct => Instructing.Stops(section, instruct),
            Question.Unseat unseat => Disputed.Stops(section, unseat, occasion.Now),
            Question.SummonCongress summon => section.Sections.Tree.Federation.Federation
                != summon.Federation,
            Question.Leave leave => section.Sections.Tree.Federation.Federation != leave.Federation,
            Question.Adopt
            or Question.Elect
            or Question.Recall
            or Question.Admit
            or Question.Summon
            or Question.Challenge
            or Question.Protest
            or Question.Recognise
            or Question.UpholdNotice
            or Question.CheckRoll
            or Question.ElectionsAssembly
            or Question.PutToAll
            or Question.Demand
            or Question.Initiative => false,
        };

    /// <summary>The matter is carried.</summary>
    public static void Follow(Unfolding unfolding, Matter matter, Occasion occasion)
    {
        var section = unfolding.Section;
        switch (matter.Question)
        {
            case Question.Adopt adopt:
                foreach (var task in adopt.Tasks)
                    unfolding.Then(
                        new MotionsEvent.TaskGiven(
                            unfolding.Section.Motions.Tasks.Count + 1,
                            matter.No,
                            task.Mandate,
                            task.What,
                            task.Due
                        )
                    );
                break;
            case Question.Recall recall:
                Recalls.Carry(unfolding, recall, occasion.Now);
                break;
            case Question.AmendStatutes
            or Question.AmendProgramme when BasicLaw.GoesOn(section, matter):
                BasicLaw.GoOn(unfolding, matter, occasion.Now);
                break;
            case Question.AmendStatutes amend:
                Amendments.TakeEffect(unfolding, matter.No, amend, occasion);
                break;
            case Question.AmendProgramme amend:
                unfolding.Then(
                    new ProgrammeEvent.Adopted(
                        section.Programme.Version + 1,
                        Document.Of(amend.Text),
                        matter.No
                    )
                );
                break;
            // An applicant who has gone meanwhile is not made a member.
            case Question.Admit admit when Awaits(section, admit):
                Admissions.LetIn(unfolding, admit.Applicant, AdmittedBy.Appeal, occasion.Now);
                break;
            case Question.Summon summon:
                Summoning.Call(unfolding, matter.No, summon, occasion.Now);
                break;
            case Question.Challenge challenge:
                unfolding.Then(
                    new MattersEvent.Settled(
                        challenge.Decision,
                        Outcome.Annulled,
                        Verdict.None,
                        occasion.Now
                    )
                );
                break;
            case Question.Protest protest:
                Remedies.CarryOut(unfolding, matter, protest.Election, occasion.Now);
                Panels.End(unfolding, matter.No, occasion.Now);
                break;
            case Question.OnCompetence power:
                CompetenceEffects.Follow(unfolding, matter, power.Asked, occasion);
                break;
            case Question.OnMerger merger:
                MergerEffects.Follow(unfolding, matter, merger.Asked, occasion);
                break;
            case Question.OnRights rights:
                RightsEffects.Follow(unfolding, matter, rights.Asked, occasion);
                break;
            case Question.Join join:
                Joining.Ask(unfolding, matter.No, join.Federation, occasion.Now);
                break;
            case Question.SummonCongress summon:
                unfolding.Write(summon.Federation, new Letter.CongressAsked(matter.No));
                break;
            case Question.Instruct instruct:
                Instructing.Carry(unfolding, matter.No, instruct, occasion.Now);
                break;
            case Question.Unseat unseat:
                Disputed.SetAside(unfolding, matter.No, unseat, occasion);
                break;
            case Question.Leave:
                Joining.Leave(unfolding, matter.No, occasion.Now);
                break;
            case Question.Recognise recognise:
                Recognition.TakeIn(unfolding, matter.No, recognise, occasion.Now);
                break;
            case Question.UpholdNotice uphold:
                Disputes.Uphold(unfolding, matter.No, uphold, occasion.Now);
                break;
            case Question.CheckRoll:
                RollChecks.Begin(unfolding, matter.No, occasion);
                break;
            case Question.ElectionsAssembly call:
                Summoning.Call(unfolding, matter.No, call, occasion.Now);
                break;
            case Question.Demand demand:
                Referendums.Demands.Meet(unfolding, matter.No, demand.Asked, occasion.Now);
                break;
            case Question.Elect:
            case Question.Admit:
            case Question.PutToAll:
            case Question.Initiative:
                break;
        }
    }
}
