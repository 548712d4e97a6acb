using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>What each measure brings about, by itself and with no officer acting: always that members decide, meet or check.</summary>
internal static class Measures
{
    public static void CarryOut(Unfolding unfolding, InterventionNo no, Occasion occasion)
    {
        var one = unfolding.Section.Rights.Interventions[no];
        var (matter, sitting) = (
            unfolding.Section.Matters.NextNo.Value,
            unfolding.Section.Bodies.NextNo
        );
        switch (one.Measure)
        {
            case Measure.DecideAdmissions:
                PutAdmissions(unfolding, occasion);
                break;
            case Measure.HoldAssembly:
                Summoning.Call(unfolding, one.Petition, occasion.Now);
                break;
            case Measure.HoldVote:
                PutToTheMembers(unfolding, one.Petition, occasion);
                break;
            case Measure.CheckRoll:
                if (!unfolding.Section.Membership.Checks.Values.Any(c => c.IsRunning))
                    RollChecks.Begin(unfolding, one.Petition, occasion);
                break;
            case Measure.AppointOfficers or Measure.RemoveOfficers or Measure.SetTactics:
                throw new InvalidOperationException($"{one.Measure} is never ordered");
        }
        var section = unfolding.Section;
        unfolding.Then(
            new InterventionsEvent.Acted(
                no,
                Enumerable
                    .Range(matter, section.Matters.NextNo.Value - matter)
                    .Select(m => new MatterNo(m))
                    .ToEquatable(),
                section.Bodies.NextNo == sitting ? SittingNo.None : sitting
            )
        );
    }

    // Whoever waits, and whoever was refused within the year and is not before the members already.
    private static void PutAdmissions(Unfolding unfolding, Occasion occasion)
    {
        var section = unfolding.Section;
        var from = section.Before(occasion.Now, AdmissionCounts.Within);
        foreach (var applicant in section.Membership.Members.Values)
        {
            var waits = applicant.Standing is Standing.Applicant;
            if (
                !waits
                && !(applicant.Standing is Standing.Refused refused && refused.AppealBy >= from)
            )
                continue;
            if (Admissions.IsBeforeTheMembers(section, applicant.No))
                continue;
            var matter = Admissions.PutToTheMembers(unfolding.Section, applicant.No, occasion.Now);
            if (waits)
                unfolding.Then(
                    new MembershipEvent.Referred(
                        applicant.No,
                        section.After(matter.Stage.NextAt, matter.Procedure.Voting)
                    )
                );
            unfolding.Then(matter);
        }
    }

    private static void PutToTheMembers(Unfolding unfolding, MatterNo petition, Occasion occasion)
    {
        var section = unfolding.Section;
        if (
            section.Matters.Find(petition)?.Question
            is not Question.OnRights { Asked: RightsQuestion.AskIntervention asked }
        )
            return;
        var procedure = Procedures.OfMotion(section, BodyId.Members, occasion.Now);
        unfolding.ToDebate(
            MemberNo.None,
            nameof(Question.Adopt),
            new Question.Adopt(asked.Title, Document.Of(asked.Text), [], []),
            procedure,
            occasion.Now
        );
    }
}
