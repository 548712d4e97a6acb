using NodaTime;

namespace Plenum.Domain.Matters;

/// <summary>Nothing is due here now.</summary>
public sealed record NothingDue() : Reason("clock.nothing-due");

/// <summary>
/// A deadline of a matter has come: the next stage begins by itself. The papers are those of the box, when the stage
/// that ends is a secret vote.
/// </summary>
public sealed record Advance(
    MatterNo Matter,
    Instant Due,
    [property: Sealed] [Sealed] EquatableArray<string> Papers
) : Command
{
    public override Prepared Prepare(Section section) =>
        section.Matters.Find(Matter) is { Question: Question.AmendStatutes amend }
            ? Statutes.Amended.Of(section, amend.Changes)
            : Prepared.Nothing;

    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            if (
                section.Matters.Find(Matter) is not { } matter
                || matter.Stage.NextAt != Due
                || occasion.Now < Due
            )
                return new NothingDue();
            var unfolding = new Unfolding(section);
            Onward.ByTheClock(unfolding, matter, Papers, occasion);
            return new Ruling.InOrder(
                new Authority.Clock(),
                matter.Procedure.Article,
                unfolding.Events,
                []
            );
        });
}
