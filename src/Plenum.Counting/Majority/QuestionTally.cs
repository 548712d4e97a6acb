namespace Plenum.Counting.Majority;

/// <summary>
/// Votes on one question. What they decide - a majority of what, whether abstentions count - is for the law.
/// </summary>
/// <param name="Yes">For.</param>
/// <param name="No">Against; on an unopposed candidate, for re-opening nominations.</param>
/// <param name="Abstain">Neither.</param>
public readonly record struct QuestionTally(long Yes, long No, long Abstain)
{
    /// <summary>Votes for and against.</summary>
    public long Cast => Yes + No;

    /// <summary>All votes, abstentions included.</summary>
    public long Present => Yes + No + Abstain;

    /// <summary>Both tallies together, for a vote held in parts.</summary>
    public static QuestionTally operator +(QuestionTally left, QuestionTally right) =>
        new(left.Yes + right.Yes, left.No + right.No, left.Abstain + right.Abstain);
}

/// <summary>
/// An election with one candidate: yes against "re-open nominations". More yes than no elects; a tie does not, and is
/// not drawn for, because a candidate nobody opposes has to win a majority rather than a lot.
/// </summary>
public static class Unopposed
{
    /// <summary>Whether the candidate is elected.</summary>
    /// <param name="tally">Yes for the candidate, no for re-opening nominations.</param>
    public static bool Elects(QuestionTally tally) => tally.Yes > tally.No;
}
