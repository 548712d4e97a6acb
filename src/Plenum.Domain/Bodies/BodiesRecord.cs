using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Bodies;

public enum SittingStage
{
    Called,
    Open,
    Failed,
    Closed,
}

/// <summary>A meeting of an assembly or committee: when, who is there, whether it can decide.</summary>
public sealed record Sitting(
    SittingNo No,
    BodyId Body,
    Instant At,
    SittingNo SecondOf,
    EquatableArray<MatterNo> Agenda,
    SittingStage Stage,
    ImmutableSortedSet<MemberNo> Present,
    MemberNo Chair
)
{
    public string Place { get; init; } = "";

    /// <summary>After two failures: elections and nothing else, with whoever comes (R10).</summary>
    public bool IsForElectionsOnly { get; init; }
}

/// <summary>The sittings of every body.</summary>
public sealed record BodiesRecord
{
    /// <summary>A sitting that nobody closes ends by itself after a day.</summary>
    public static readonly Duration LongestSitting = Duration.FromHours(24);

    public static readonly BodiesRecord Empty = new();

    public ImmutableSortedDictionary<SittingNo, Sitting> Sittings { get; init; } =
        ImmutableSortedDictionary<SittingNo, Sitting>.Empty;
    public SittingNo NextNo => new(Sittings.Count + 1);

    public static readonly Sitting NoSitting = new(
        SittingNo.None,
        new BodyId(""),
        Instant.MaxValue,
        SittingNo.None,
        [],
        SittingStage.Closed,
        [],
        MemberNo.None
    );

    public Sitting Of(SittingNo no) =>
        Sittings.TryGetValue(no, out var sitting) ? sitting : NoSitting;

    public Instant NextAt(SittingNo no) =>
        Of(no) is { Stage: SittingStage.Called or SittingStage.Open } sitting
            ? sitting.At + LongestSitting
            : Instant.MaxValue;

    public BodiesRecord Evolve(BodiesEvent happened) =>
        happened switch
        {
            BodiesEvent.Called e => this with
            {
                Sittings = Sittings.SetItem(
                    e.Sitting,
                    new Sitting(
                        e.Sitting,
                        e.Body,
                        e.At,
                        e.SecondOf,
                        e.Agenda,
                        SittingStage.Called,
                        [],
                        MemberNo.None
                    )
                    {
                        Place = e.Place,
                    }
                ),
            },
            BodiesEvent.ElectionsOnly e => Change(
                e.Sitting,
                s => s with { IsForElectionsOnly = true }
            ),
            BodiesEvent.Entered e => Change(
                e.Sitting,
                s => s with { Present = s.Present.Add(e.Member) }
            ),
            BodiesEvent.Departed e => Change(
                e.Sitting,
                s => s with { Present = s.Present.Remove(e.Member) }
            ),
            BodiesEvent.Opened e => Change(
                e.Sitting,
                s => s with { Stage = SittingStage.Open, Chair = e.Chair }
            ),
            BodiesEvent.Failed e => Change(e.Sitting, s => s with { Stage = SittingStage.Failed }),
            BodiesEvent.Closed e => Change(e.Sitting, s => s with { Stage = SittingStage.Closed }),
        };

    private BodiesRecord Change(SittingNo no, Func<Sitting, Sitting> change) =>
        this with
        {
            Sittings = Sittings.Changed(no, change),
        };
}
