using NodaTime;

namespace Plenum.Web.Speech;

/// <summary>Time as people speak of it: how far away, counted from now.</summary>
public sealed class Times(Sentences sentences, IClock clock)
{
    public Instant Now => clock.GetCurrentInstant();

    public bool IsPast(Instant instant) => instant <= Now;

    /// <summary>"in 2 days", "3 weeks ago"; whole units, rounded down, so that a promise is never too long.</summary>
    public string Relative(Instant instant)
    {
        var ahead = instant > Now;
        var distance = ahead ? instant - Now : Now - instant;
        var (unit, n) = Largest(distance);
        return (unit, ahead) switch
        {
            (Unit.Moment, true) => sentences["time.soon"],
            (Unit.Moment, false) => sentences["time.just-now"],
            (_, true) => sentences["time.ahead", ("span", Words(unit, n))],
            (_, false) => sentences["time.ago", ("span", Words(unit, n))],
        };
    }

    /// <summary>"3 months": a length of time in its largest unit.</summary>
    public string Length(Duration duration)
    {
        var (unit, n) = Largest(duration);
        return Words(unit, n);
    }

    private enum Unit
    {
        Moment,
        Minutes,
        Hours,
        Days,
        Weeks,
        Months,
        Years,
    }

    private static (Unit Unit, int Count) Largest(Duration duration) =>
        duration.TotalDays switch
        {
            < 1.0 / 1440 => (Unit.Moment, 0),
            < 1.0 / 24 => (Unit.Minutes, (int)duration.TotalMinutes),
            < 1 => (Unit.Hours, (int)duration.TotalHours),
            < 15 => (Unit.Days, (int)duration.TotalDays),
            < 61 => (Unit.Weeks, (int)(duration.TotalDays / 7)),
            < 730 => (Unit.Months, (int)(duration.TotalDays / 30.4)),
            _ => (Unit.Years, (int)(duration.TotalDays / 365)),
        };

    private string Words(Unit unit, int n) =>
        unit switch
        {
            Unit.Moment => sentences["time.moments"],
            Unit.Minutes => sentences["time.minutes", ("n", n)],
            Unit.Hours => sentences["time.hours", ("n", n)],
            Unit.Days => sentences["time.days", ("n", n)],
            Unit.Weeks => sentences["time.weeks", ("n", n)],
            Unit.Months => sentences["time.months", ("n", n)],
            Unit.Years => sentences["time.years", ("n", n)],
        };
}
