using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>
/// A decision with everything it follows from, so that anybody can work it out again: the roll, who took part, the
/// votes, the quorum, the threshold and the number it makes.
/// </summary>
public sealed record Verdict(
    int Roll,
    int For,
    int Against,
    int Abstained,
    int QuorumNeeded,
    Threshold Majority
)
{
    public static readonly Verdict None = new(
        0,
        0,
        0,
        0,
        0,
        new Threshold(new Ratio(1, 2), VoteBase.Cast, Strict: true)
    );

    public int TookPart => For + Against + Abstained;

    public bool HasQuorum => TookPart >= QuorumNeeded;

    /// <summary>How many the threshold is taken of.</summary>
    public int Base =>
        Majority.Base switch
        {
            VoteBase.Cast => For + Against,
            VoteBase.Present => TookPart,
            VoteBase.Eligible or VoteBase.Seats or VoteBase.Sections => Roll,
        };

    /// <summary>The votes it took.</summary>
    public int Needed => Majority.Needed(Base);

    /// <summary>Carried only with a quorum and a vote for it: nothing is carried by nobody.</summary>
    public bool Carried => HasQuorum && For > 0 && For >= Needed;

    public Outcome Outcome =>
        !HasQuorum ? Outcome.NoQuorum
        : Carried ? Outcome.Adopted
        : Outcome.Rejected;
}
