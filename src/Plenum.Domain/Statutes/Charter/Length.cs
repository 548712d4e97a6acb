using NodaTime;

namespace Plenum.Domain.Statutes;

/// <summary>
/// Compares lengths of time that count months and years, which have no fixed number of hours: a limit holds only if
/// it holds in every calendar.
/// </summary>
internal static class Length
{
    public static bool IsAtMost(this Period found, Period limit) =>
        Hours(found, true) <= Hours(limit, true);

    public static bool IsAtLeast(this Period found, Period limit) =>
        Hours(found, false) >= Hours(limit, false);

    public static long Days(this Period found) => Hours(found, false) / 24;

    private static long Hours(Period period, bool longest)
    {
        long months = period.Years * 12L + period.Months;
        var days =
            months / 12 * (longest ? 366 : 365)
            + months % 12 * (longest ? 31 : 28)
            + period.Weeks * 7L
            + period.Days;
        return days * 24 + period.Hours + (period.Minutes > 0 && longest ? 1 : 0);
    }
}
