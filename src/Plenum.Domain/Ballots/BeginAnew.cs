using Plenum.Domain.Elections;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Ballots;

/// <summary>
/// What lay in an open box cannot be read any more: its key is lost, or the folder was restored from a backup, which
/// holds no keys. Nobody can say who voted how, so the vote begins anew: the same roll, nobody's mark, all of its time.
/// </summary>
public sealed record BeginAnew(BoxNo Box) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            var box = section.Ballots.Of(Box);
            if (
                box.Closed
                || !box.Secret
                || section.Matters.Find(box.Matter)
                    is not { Stage: Stage.Voting { Box: var open } } matter
                || open != Box
            )
                return new NothingDue();
            var closes = section.After(occasion.Now, matter.Procedure.Voting);
            var unfolding = new Unfolding(section)
                .Then(new BallotsEvent.BegunAnew(Box, matter.No, occasion.Now, closes))
                .Then(new MattersEvent.MovedOn(matter.No, new Stage.Voting(Box, closes)));
            Commissions.Stay(unfolding, matter, closes, occasion.Now);
            return new Ruling.InOrder(
                new Authority.Clock(),
                box.ArticleIn(section),
                unfolding.Events,
                []
            );
        });
}
