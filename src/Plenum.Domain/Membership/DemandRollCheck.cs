using Plenum.Domain.Matters;

namespace Plenum.Domain.Membership;

/// <summary>A check of the roll is running, or asked for already.</summary>
public sealed record RollCheckUnderWay(MatterNo Check) : Reason("roll-check.under-way");

/// <summary>Members have the roll checked; enough signatures begin it, with no officer acting (C16).</summary>
public sealed record DemandRollCheck : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                foreach (var (no, check) in section.Membership.Checks)
                    if (check.IsRunning)
                        return new RollCheckUnderWay(no).By(section.Rules.Initiative.Article);
                foreach (var matter in section.Matters.OpenMatters)
                    if (matter.Question is Question.CheckRoll)
                        return new RollCheckUnderWay(matter.No).By(
                            section.Rules.Initiative.Article
                        );
                return PutForward.Petition(section, occasion, member.No, new Question.CheckRoll());
            }
        );
}
