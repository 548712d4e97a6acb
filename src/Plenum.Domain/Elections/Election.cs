using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Ballots;

namespace Plenum.Domain.Elections;

/// <summary>Somebody standing; the number is the one on the paper.</summary>
public sealed record Candidate(int Number, MemberNo Member, Digest Platform, bool StoodDown)
{
    /// <summary>The section that had as many of the seats as it may, when this candidate was elected beyond them.</summary>
    public SectionId HeldBackFor { get; init; } = new("");
}

/// <summary>An election: who stands, who was elected.</summary>
public sealed record Election(
    MatterNo No,
    EquatableArray<Candidate> Candidates,
    EquatableArray<MemberNo> Commission,
    BoxNo Box,
    EquatableArray<int> Elected,
    string Rule,
    Draw Seed
)
{
    /// <summary>What a panel ordered and is still to be done.</summary>
    public Recounting Recounting { get; init; } = Recounting.None;

    /// <summary>The papers of the hat as two of the commission put them right.</summary>
    public string Hat { get; init; } = "";

    public bool IsCorrected { get; init; }

    /// <summary>When the result that stands was reached again.</summary>
    public Instant RecountedAt { get; init; } = Instant.MinValue;

    /// <summary>With one candidate changed.</summary>
    public Election With(int number, Func<Candidate, Candidate> change) =>
        this with
        {
            Candidates = Candidates.Select(c => c.Number == number ? change(c) : c).ToEquatable(),
        };

    public IEnumerable<Candidate> Standing => Candidates.Where(c => !c.StoodDown);

    public Candidate Candidate(int number) => Candidates.Items.First(c => c.Number == number);
}

/// <summary>A recount that was ordered: at once, or once the papers of the hat have been entered anew; until when the result stayed open before.</summary>
public sealed record Recounting(
    Remedy Remedy,
    Instant Until,
    Instant OpenUntil,
    EquatableArray<PaperEntry> Entries,
    bool IsAgreed
)
{
    public static readonly Recounting None = new(
        Remedy.Dismiss,
        Instant.MinValue,
        Instant.MinValue,
        [],
        IsAgreed: false
    );
}

/// <summary>A count-back waiting for consents.</summary>
public sealed record PendingCountBack(
    MandateNo Vacated,
    MatterNo Election,
    int Candidate,
    Instant ConsentBy,
    Instant Until,
    ImmutableSortedSet<int> Consenting
);
