using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Mergers;

/// <summary>The instant that both records name has come: whoever chose to go goes.</summary>
public sealed record CompleteMerger(MergerNo Merger, Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            if (section.Mergers.NextAt(Merger) != Due || occasion.Now < Due)
                return new NothingDue();
            var unfolding = new Unfolding(section);
            var merger = section.Mergers.All[Merger];
            if (merger.Divides)
                Separating.Divide(unfolding, merger, occasion.Now);
            else
                Merging.GoOver(unfolding, merger, occasion.Now);
            return new Ruling.InOrder(
                new Authority.Clock(),
                section.Rules.Membership.Article,
                unfolding.Events,
                []
            );
        });
}
