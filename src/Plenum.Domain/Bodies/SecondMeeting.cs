using NodaTime;

namespace Plenum.Domain.Bodies;

/// <summary>A second meeting follows a first of the same body that had no quorum, and follows it once.</summary>
public sealed record NotAfterAFailedSitting(SittingNo First)
    : Reason("sitting.not-after-a-failed-one");

public sealed record SecondAlreadyCalled(SittingNo Second)
    : Reason("sitting.second-already-called");

/// <summary>Too late to be the second meeting: a new first one may be called.</summary>
public sealed record SecondTooLate(Instant Latest) : Reason("sitting.second-too-late");

public sealed record AgendaDiffers(SittingNo First) : Reason("sitting.agenda-differs");

/// <summary>Basic law is never decided by the few who come to a second meeting.</summary>
public sealed record NeverAtASecondMeeting(MatterNo Matter) : Reason("sitting.never-at-a-second");

/// <summary>When a meeting without a quorum may be held again, by any number (R10).</summary>
public static class SecondMeeting
{
    private static readonly Period AtMostAfter = Period.FromDays(14);

    public static Ruling InTime(Section section, CallSitting call, Instant now, Func<Ruling> then)
    {
        var rule = section.Rules.Quorum;
        var first = section.Bodies.Of(call.SecondOf);
        if (
            first.Stage != SittingStage.Failed
            || first.Body != call.Body
            || first.SecondOf != SittingNo.None
        )
            return new NotAfterAFailedSitting(call.SecondOf).By(rule.Article);
        foreach (var second in section.Bodies.Sittings.Values.Where(s => s.SecondOf == first.No))
            return new SecondAlreadyCalled(second.No).By(rule.Article);
        if (call.Agenda != first.Agenda)
            return new AgendaDiffers(first.No).By(rule.Article);
        foreach (var matter in first.Agenda)
            if (section.Matters.Find(matter) is { Procedure.BasicLaw: true })
                return new NeverAtASecondMeeting(matter).By(rule.Article);
        // It has notice of its own, or the few could meet within the hour.
        var notice = section.RuleOf(call.Body).Notice;
        var earliest = Instant.Max(
            section.After(first.At, rule.SecondMeetingAfter),
            Instant.Min(section.After(now, notice), section.After(now, rule.SecondMeetingAfter))
        );
        if (call.At < earliest)
            return new NoticeTooShort(earliest).By(rule.Article);
        var latest = section.After(first.At, AtMostAfter);
        return call.At > latest ? new SecondTooLate(latest).By(rule.Article) : then();
    }
}
