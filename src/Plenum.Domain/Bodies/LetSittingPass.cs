using NodaTime;

namespace Plenum.Domain.Bodies;

/// <summary>No deadline of this sitting has come.</summary>
public sealed record NoDeadlineOfASitting(SittingNo Sitting) : Reason("sitting.no-deadline");

/// <summary>A day after its hour a sitting ends by itself: closed when it was open, failed when nobody opened it.</summary>
public sealed record LetSittingPass(SittingNo Sitting, Instant Due) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.ByClock(() =>
        {
            if (Due != section.Bodies.NextAt(Sitting) || occasion.Now < Due)
                return new NoDeadlineOfASitting(Sitting);
            var sitting = section.Bodies.Of(Sitting);
            return Ruling.Under(
                new Authority.Clock(),
                section.Rules.Quorum.Article,
                sitting.Stage == SittingStage.Open
                    ? new BodiesEvent.Closed(Sitting)
                    : new BodiesEvent.Failed(
                        Sitting,
                        Attendance.Counted(section, sitting, occasion.Now),
                        Attendance.Needed(section, sitting)
                    )
            );
        });
}
