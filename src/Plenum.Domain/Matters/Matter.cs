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
    public bool IsOpen => Stage is not Stage.Settled;

    public bool Is(Outcome outcome) => Stage is Stage.Settled settled && settled.Outcome == outcome;
}
