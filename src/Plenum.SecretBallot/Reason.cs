namespace Plenum.SecretBallot;

/// <summary>Why something is refused: a code for programs, the place where it was found, and a sentence for people.</summary>
/// <param name="Code">A code that stays the same, as <c>ballot.twice</c>.</param>
/// <param name="Place">Where: the record, the event, the field.</param>
/// <param name="Sentence">What was found and what belongs there, in English.</param>
public sealed record Reason(string Code, string Place, string Sentence)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Sentence} ({Code})";
}

/// <summary>What was given is refused; carried to the door where it becomes an answer.</summary>
internal sealed class RejectedException(Reason reason) : Exception(reason.ToString())
{
    public RejectedException(string code, string place, string sentence)
        : this(new Reason(code, place, sentence)) { }

    public Reason Reason { get; } = reason;
}
