using Plenum.Domain.Statutes;

namespace Plenum.Domain.Bodies;

/// <summary>A sitting that was never called to order is not closed.</summary>
public sealed record SittingNotOpen(SittingNo Sitting) : Reason("sitting.not-open");

/// <summary>
/// The chair closes the sitting, or somebody present who convenes: no officer ends from outside what members opened (C16).
/// </summary>
public sealed record CloseSitting(SittingNo Sitting) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                section.AtSitting(
                    Sitting,
                    occasion.Now,
                    sitting =>
                        sitting.Stage != SittingStage.Open ? new SittingNotOpen(Sitting)
                        : sitting.Chair == member.No
                            ? Close(section, sitting, new Authority.Member(member.No))
                        : section.WithPower(
                            occasion,
                            Power.Convene,
                            (_, mandate) =>
                                sitting.Present.Contains(member.No)
                                    ? Close(section, sitting, new Authority.Mandate(mandate.No))
                                    : new NotPresent(Sitting).ByCharter("C16")
                        )
                )
        );

    private static Ruling Close(Section section, Sitting sitting, Authority authority) =>
        Ruling.Under(
            authority,
            section.ArticleOf(sitting.Body),
            new BodiesEvent.Closed(sitting.No)
        );
}
