namespace Plenum.Domain.Bodies;

public sealed record NotPresent(SittingNo Sitting) : Reason("sitting.not-present");

/// <summary>Somebody present goes; from then on they do not count.</summary>
public sealed record DepartSitting(SittingNo Sitting) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                section.AtSitting(
                    Sitting,
                    occasion.Now,
                    sitting =>
                        sitting.Present.Contains(member.No)
                            ? Ruling.Under(
                                new Authority.Member(member.No),
                                section.ArticleOf(sitting.Body),
                                new BodiesEvent.Departed(Sitting, member.No)
                            )
                            : new NotPresent(Sitting)
                )
        );
}
