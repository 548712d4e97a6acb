using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>
/// A sudden influx (C19): more than ten, and more than a quarter of those then on the roll, joined within ninety days.
/// For twelve months changes of basic law also need a majority of the members who were there before.
/// </summary>
public static class Influx
{
    public const int MoreThan = 10;

    public static readonly Ratio MoreThanShare = new(1, 4);

    private static readonly Duration Within = Duration.FromDays(90);

    private static readonly Period Lasts = Period.FromMonths(12);

    /// <summary>
    /// Whoever on the roll joined at this instant or later is newly come; an instant that never comes when there was no
    /// influx. Founders, and whoever was on an older roll before the section was constituted, are never newly come.
    /// </summary>
    public static Instant Since(Section section, IEnumerable<MemberNo> roll, Instant now)
    {
        var from = Instant.Max(section.Before(now, Lasts), section.Sections.ConstitutedAt);
        var joined = roll.Select(no => section.Membership.Of(no).Joined).Order().ToArray();
        var end = 0;
        for (var first = 0; first < joined.Length; first++)
        {
            if (joined[first] <= from)
                continue;
            while (end < joined.Length && joined[end] <= joined[first] + Within)
                end++;
            var came = end - first;
            if (came > MoreThan && came * MoreThanShare.Under > end * MoreThanShare.Over)
                return joined[first];
        }
        return Instant.MaxValue;
    }
}
