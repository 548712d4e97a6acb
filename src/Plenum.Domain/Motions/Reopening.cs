using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Motions;

/// <summary>What was rejected comes back after a time, and not before (S43).</summary>
public static class Reopening
{
    /// <summary>Why the same question may not be put again yet; nothing when it may.</summary>
    public static DecidedNotLongAgo? TooSoon(
        Section section,
        Func<Matter, bool> isTheSame,
        Period after,
        Instant now
    ) =>
        section
            .Matters.All.Values.Where(m => m.Is(Outcome.Rejected) && isTheSame(m))
            .Select(m => new DecidedNotLongAgo(m.No, section.After(m.SettledAt, after)))
            .LastOrDefault(no => now < no.From);
}
