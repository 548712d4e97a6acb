using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Congresses;

/// <summary>The time for returns is over: seats are allotted over those at hand.</summary>
public sealed record AllotSeats(int Congress, Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            if (section.Congresses.NextAt(Congress) != Due || occasion.Now < Due)
                return new NothingDue();
            var congress = section.Congresses.All[Congress];
            var unfolding = new Unfolding(section);
            Allotting.Allot(unfolding, congress, occasion);
            return new Ruling.InOrder(
                new Authority.Clock(),
                section.Statutes.Book.Body(congress.Body).Article,
                unfolding.Events,
                []
            );
        });
}
