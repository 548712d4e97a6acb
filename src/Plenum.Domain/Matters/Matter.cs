using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>
/// The procedure of a matter, frozen when it was put forward: a change of the statutes never touches a matter already
/// on its way. Instants are computed once.
/// </summary>
public sealed record Procedure(
    ArticleId Article,
    int SupportNeeded,
    bool SupportIsSecret,
    Instant SupportUntil,
    Period Debate,
    Period Nomination,
    Period Voting,
    Period Protest,
    BodyId Electorate,
    bool Secret,
    bool BasicLaw,
    Threshold Majority,
    Quantity Quorum
);

/// <summary>A minority's report and who stands behind it.</summary>
public sealed record Dissent(
    int No,
    Digest Text,
    MemberNo By,
    ImmutableSortedSet<MemberNo> Signers,
    bool IsAttached
);

/// <summary>What one teller counted.</summary>
public sealed record HandCount(MemberNo Teller, int For, int Against, int Abstained);

/// <summary>A motion put to a meeting: who counts, how many were there, what was counted. Over when somebody wants names.</summary>
public sealed record ShowOfHands(
    SittingNo Sitting,
    EquatableArray<MemberNo> Tellers,
    int Present,
    int Needed,
    EquatableArray<HandCount> Counts,
    bool IsOver
)
{
    public static readonly ShowOfHands None = new(SittingNo.None, [], 0, 0, [], IsOver: false);

    /// <summary>A teller who counts again means the new count.</summary>
    public ShowOfHands With(MattersEvent.HandsCounted counted) =>
        this with
        {
            Counts = Counts
                .Where(c => c.Teller != counted.Teller)
                .Append(
                    new HandCount(counted.Teller, counted.For, counted.Against, counted.Abstained)
                )
                .ToEquatable(),
        };
}

/// <summary>Where a notice of a matter hangs and since when, to how many it went by post, and who saw to it.</summary>
public sealed record PostedNotice(string Place, int Posted, LocalDate Day, MemberNo By);

/// <summary>A thing to be decided: stage, frozen procedure, question.</summary>
public sealed record Matter(
    MatterNo No,
    Question Question,
    Procedure Procedure,
    Stage Stage,
    MemberNo By,
    int StatutesVersion,
    Instant PutForwardAt,
    ImmutableSortedSet<MemberNo> Supporters,
    ImmutableSortedSet<MemberNo> SecretAskedBy,
    ImmutableSortedSet<MemberNo> Objectors,
    Instant SettledAt
)
{
    /// <summary>Reports of minorities, attached or still looking for signatures.</summary>
    public EquatableArray<Dissent> Reports { get; init; } = [];

    /// <summary>How many voted on the side that lost.</summary>
    public int Outvoted { get; init; }

    /// <summary>The members' meeting in which the motion is debated.</summary>
    public SittingNo Meeting { get; init; } = SittingNo.None;

    /// <summary>Notices on paper.</summary>
    public EquatableArray<PostedNotice> Notices { get; init; } = [];

    public ShowOfHands Hands { get; init; } = ShowOfHands.None;

    public bool IsOpen => Stage is not Stage.Settled;

    public bool Is(Outcome outcome) => Stage is Stage.Settled settled && settled.Outcome == outcome;
}
