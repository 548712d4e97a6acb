using NodaTime;

namespace Plenum.Domain.Statutes;

/// <summary>After how many notices, each with how long to cure, a membership lapses (C5 b).</summary>
public sealed record LapseRule(int Notices, Period Cure)
{
    /// <summary>Where statutes have no such rule, no membership lapses.</summary>
    public static readonly LapseRule None = new(0, Period.Zero);

    public bool IsWritten => Notices > 0;
}
