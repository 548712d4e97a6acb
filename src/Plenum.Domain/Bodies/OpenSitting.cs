using NodaTime;

namespace Plenum.Domain.Bodies;

public sealed record AlreadyOpen(SittingNo Sitting) : Reason("sitting.already-open");

public sealed record TooEarlyToOpen(Instant At) : Reason("sitting.too-early");

/// <summary>There is no quorum yet; the sitting waits for it until then.</summary>
public sealed record NoQuorumYet(int Present, int Needed, Instant Until)
    : Reason("sitting.no-quorum-yet");

/// <summary>
/// Anybody present calls the sitting to order and chairs it until it elects otherwise, so that no officer can keep it
/// from opening. Half an hour without a quorum, and it has failed.
/// </summary>
public sealed record OpenSitting(SittingNo Sitting) : Command
{
    private static readonly Duration Grace = Duration.FromMinutes(30);

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                section.AtSitting(
                    Sitting,
                    occasion.Now,
                    sitting =>
                        sitting.Stage == SittingStage.Open ? new AlreadyOpen(Sitting)
                        : !Attendance.IsEntitled(section, sitting.Body, member.No, occasion.Now)
                            ? new NotOfThisBody(sitting.Body).By(section.ArticleOf(sitting.Body))
                        : !sitting.Present.Contains(member.No) ? new NotPresent(Sitting)
                        : occasion.Now < sitting.At ? new TooEarlyToOpen(sitting.At)
                        : CallToOrder(section, occasion, sitting, member.No)
                )
        );

    private static Ruling CallToOrder(
        Section section,
        Occasion occasion,
        Sitting sitting,
        MemberNo by
    )
    {
        var now = occasion.Now;
        var present = Attendance.Counted(section, sitting, now);
        var needed = Attendance.Needed(section, sitting);
        if (present < needed && now < sitting.At + Grace)
            return new NoQuorumYet(present, needed, sitting.At + Grace).By(
                section.Rules.Quorum.Article
            );
        if (sitting.IsForElectionsOnly)
            return new Ruling.InOrder(
                new Authority.Member(by),
                section.Rules.Quorum.Article,
                ElectionsMeetings.Open(section, sitting, present, occasion).Events,
                []
            );
        return Ruling.Under(
            new Authority.Member(by),
            section.Rules.Quorum.Article,
            present < needed
                ? new BodiesEvent.Failed(sitting.No, present, needed)
                : new BodiesEvent.Opened(sitting.No, by, present, needed)
        );
    }
}
