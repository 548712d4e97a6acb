using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>A check of the roll: what the lot fell on, who checks until when, and what they found.</summary>
public sealed record RollCheck(int Roll, EquatableArray<MemberNo> Entries)
{
    public EquatableArray<MemberNo> Auditors { get; init; } = [];

    /// <summary>Until then, or over when that never comes.</summary>
    public Instant Until { get; init; } = Instant.MaxValue;

    /// <summary>How often auditors have been drawn.</summary>
    public int Rounds { get; init; }

    public ImmutableSortedDictionary<MemberNo, bool> Found { get; init; } =
        ImmutableSortedDictionary<MemberNo, bool>.Empty;

    public bool IsRunning => Until < Instant.MaxValue;
}

public sealed partial record MembershipRecord
{
    private static readonly RollCheck NoCheck = new(0, []);

    public ImmutableSortedDictionary<MatterNo, RollCheck> Checks { get; init; } =
        ImmutableSortedDictionary<MatterNo, RollCheck>.Empty;

    public RollCheck CheckOf(MatterNo no) => Checks.GetValueOrDefault(no, NoCheck);

    private MembershipRecord Check(MatterNo no, Func<RollCheck, RollCheck> change) =>
        Checks.TryGetValue(no, out var check)
            ? this with
            {
                Checks = Checks.SetItem(no, change(check)),
            }
            : this;
}
