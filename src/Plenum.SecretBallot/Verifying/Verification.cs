using System.Collections.Immutable;

namespace Plenum.SecretBallot;

/// <summary>One thing that was checked and holds.</summary>
/// <param name="Code">A code that stays the same, as <c>ballots</c>.</param>
/// <param name="Sentence">What holds, in English.</param>
public sealed record VerifiedCheck(string Code, string Sentence);

/// <summary>Where an election stands that verifies.</summary>
public enum ElectionStage
{
    /// <summary>Ballots are still taken.</summary>
    Open,

    /// <summary>No more ballots are taken.</summary>
    Closed,

    /// <summary>The sums are recorded.</summary>
    Tallied,

    /// <summary>All rankings are shuffled.</summary>
    Shuffled,

    /// <summary>Trustees are decrypting.</summary>
    Decrypting,

    /// <summary>The result is recorded.</summary>
    Finished,
}

/// <summary>What a verifier says of an archive.</summary>
public abstract record Verification
{
    private Verification(ImmutableArray<VerifiedCheck> checks, ImmutableArray<string> warnings) =>
        (Checks, Warnings) = (checks, warnings);

    /// <summary>What holds, in the order it was checked.</summary>
    public ImmutableArray<VerifiedCheck> Checks { get; }

    /// <summary>What a reader should know besides, in English.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>Every check holds.</summary>
    public sealed record Valid : Verification
    {
        internal Valid(
            ImmutableArray<VerifiedCheck> checks,
            ImmutableArray<string> warnings,
            VerifiedElection election
        )
            : base(checks, warnings) => Election = election;

        /// <summary>What the archive is of.</summary>
        public VerifiedElection Election { get; }
    }

    /// <summary>One check does not hold; nothing after it was looked at.</summary>
    public sealed record Rejected : Verification
    {
        internal Rejected(
            ImmutableArray<VerifiedCheck> checks,
            ImmutableArray<string> warnings,
            Reason reason
        )
            : base(checks, warnings) => Reason = reason;

        /// <summary>Which, where and why.</summary>
        public Reason Reason { get; }
    }

    /// <summary>This is no archive of an election at all.</summary>
    public sealed record Unreadable : Verification
    {
        internal Unreadable(Reason reason)
            : base([], []) => Reason = reason;

        /// <summary>What was found instead.</summary>
        public Reason Reason { get; }
    }
}

/// <summary>An election whose archive verifies.</summary>
/// <param name="Uuid">Its name in the archive.</param>
/// <param name="Name">Its title.</param>
/// <param name="Group">The group it is encrypted in.</param>
/// <param name="Fingerprint">The digest of questions, group and key, which stands in every ballot.</param>
/// <param name="Questions">What was asked.</param>
/// <param name="Voters">How many may vote.</param>
/// <param name="Stage">Where it stands.</param>
/// <param name="Ballots">How many ballots were cast, those cast anew among them.</param>
/// <param name="Counted">How many were counted: the last of each voter.</param>
/// <param name="Weight">The sum of their weights.</param>
/// <param name="Head">The digest of the last event, which stands for the whole archive.</param>
/// <param name="Trackers">The tracker of each voter's ballot that counts, in the order of casting.</param>
/// <param name="Results">The result of each question; empty until there is one.</param>
public sealed record VerifiedElection(
    string Uuid,
    string Name,
    string Group,
    string Fingerprint,
    ImmutableArray<Question> Questions,
    int Voters,
    ElectionStage Stage,
    int Ballots,
    int Counted,
    System.Numerics.BigInteger Weight,
    string Head,
    ImmutableArray<string> Trackers,
    ImmutableArray<QuestionResult> Results
);

/// <summary>The counted answers to one question.</summary>
public abstract record QuestionResult
{
    private QuestionResult() { }

    /// <summary>Votes for each answer; where a vote may be blank, blank votes come first.</summary>
    /// <param name="Votes">How many, by weight.</param>
    public sealed record Sums(ImmutableArray<System.Numerics.BigInteger> Votes) : QuestionResult;

    /// <summary>Every ranking that was cast, in an order that says nothing of its voter.</summary>
    /// <param name="Rows">The rank or grade of each answer: 1 is best, 0 is none.</param>
    /// <param name="Spoiled">Which rows, from 0, are no rankings and do not count.</param>
    public sealed record Rankings(
        ImmutableArray<ImmutableArray<int>> Rows,
        ImmutableArray<int> Spoiled
    ) : QuestionResult;
}
