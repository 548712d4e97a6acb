using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Rights;

/// <summary>The time of an intervention is over: it ends by itself, whatever it has brought about (C11).</summary>
public sealed record EndIntervention(InterventionNo Intervention, Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            if (section.Rights.NextAt(Intervention) != Due || occasion.Now < Due)
                return new NothingDue();
            var unfolding = new Unfolding(section);
            Undergoing.End(
                unfolding,
                section.Rights.Interventions[Intervention],
                EndOfIntervention.ByTheClock,
                occasion.Now
            );
            return new Ruling.InOrder(
                new Authority.Clock(),
                section.Rules.Initiative.Article,
                unfolding.Events,
                []
            );
        });
}
