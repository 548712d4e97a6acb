using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>No deadline of this check has come.</summary>
public sealed record NoDeadlineOfACheck(MatterNo Check) : Reason("roll-check.no-deadline");

/// <summary>The auditors' time is over and entries are unchecked: others are drawn, or the check ends with what there is.</summary>
public sealed record LetRollCheckPass(MatterNo Check, Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            var check = section.Membership.CheckOf(Check);
            if (!check.IsRunning || Due != check.Until || occasion.Now < Due)
                return new NoDeadlineOfACheck(Check);
            var unfolding = new Unfolding(section);
            if (check.Rounds < RollChecks.MostRounds)
                RollChecks.DrawAuditors(unfolding, Check, occasion);
            else
                RollChecks.End(unfolding, Check, occasion.Now);
            return new Ruling.InOrder(
                new Authority.Clock(),
                section.Rules.Initiative.Article,
                unfolding.Events,
                []
            );
        });
}
