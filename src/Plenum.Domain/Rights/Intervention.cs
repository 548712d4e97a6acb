using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>How an intervention ended.</summary>
public enum EndOfIntervention
{
    /// <summary>It runs.</summary>
    NotYet,

    /// <summary>Its time was over.</summary>
    ByTheClock,

    /// <summary>A panel upheld the section's appeal.</summary>
    Lifted,

    /// <summary>The section left the federation.</summary>
    Left,

    /// <summary>It never began: too late, or not what members of the section had asked for.</summary>
    NeverBegan,
}

/// <summary>What a federation ordered in one of its sections, on the petition of members there.</summary>
public sealed record InterventionOrder(
    InterventionNo No,
    SectionId Section,
    Measure Measure,
    MatterNo Petition,
    MatterNo By,
    Instant Since,
    Instant Until,
    EndOfIntervention End,
    bool IsDone
);

/// <summary>What the level above ordered here, what it brought about, and when it ends by itself.</summary>
public sealed record Intervention(
    InterventionNo No,
    SectionId Federation,
    InterventionNo Order,
    Measure Measure,
    MatterNo Petition,
    Instant Since,
    Instant Until,
    EquatableArray<MatterNo> Matters,
    SittingNo Sitting,
    EndOfIntervention End,
    Instant EndedAt,
    bool IsDone
)
{
    public bool IsRunning => End == EndOfIntervention.NotYet;
}
