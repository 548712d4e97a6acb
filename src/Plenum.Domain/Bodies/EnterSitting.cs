using NodaTime;

namespace Plenum.Domain.Bodies;

public sealed record AlreadyPresent(SittingNo Sitting) : Reason("sitting.already-present");

/// <summary>Nobody is present at a meeting hours before it.</summary>
public sealed record DoorsClosed(Instant Opening) : Reason("sitting.doors-closed");

/// <summary>A member of the body comes to its sitting.</summary>
public sealed record EnterSitting(SittingNo Sitting) : Command
{
    private static readonly Duration DoorsBefore = Duration.FromHours(2);

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                section.AtSitting(
                    Sitting,
                    occasion.Now,
                    sitting =>
                        !Attendance.IsEntitled(section, sitting.Body, member.No, occasion.Now)
                            ? new NotOfThisBody(sitting.Body).By(section.ArticleOf(sitting.Body))
                        : sitting.Present.Contains(member.No) ? new AlreadyPresent(Sitting)
                        : occasion.Now < sitting.At - DoorsBefore
                            ? new DoorsClosed(sitting.At - DoorsBefore)
                        : Ruling.Under(
                            new Authority.Member(member.No),
                            section.ArticleOf(sitting.Body),
                            new BodiesEvent.Entered(Sitting, member.No)
                        )
                )
        );
}
