using Plenum.SecretBallot.Making;

namespace Plenum.SecretBallot;

/// <summary>What came of adding an event to an archive.</summary>
public abstract record Appended
{
    private Appended() { }

    /// <summary>The bytes to put behind the archive; with them it verifies.</summary>
    /// <param name="Tail">Records to write behind the last byte.</param>
    /// <param name="Whole">What a verifier says of the archive with them.</param>
    public sealed record Verified(byte[] Tail, Verification.Valid Whole) : Appended;

    /// <summary>It does not belong there.</summary>
    /// <param name="Reason">Why.</param>
    public sealed record Refused(Reason Reason) : Appended;

    /// <summary>What follows from an archive and one more object, or one of the words below.</summary>
    /// <param name="archive">The archive as it stands.</param>
    /// <param name="word"><c>end-ballots</c>, <c>tally</c>, <c>end-shuffles</c> or <c>result</c>, where no object is given.</param>
    /// <param name="content">A ballot, a shuffle or a partial decryption.</param>
    /// <param name="trustee">Whose, where the object does not tell.</param>
    /// <param name="options">As for <see cref="Verifier"/>; with ballots seen before, appending is quick.</param>
    public static Appended To(
        byte[] archive,
        string word,
        byte[]? content = null,
        int? trustee = null,
        VerifierOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentNullException.ThrowIfNull(word);
        var known = (options ?? new()) with { Seen = options?.Seen ?? new() };
        try
        {
            var stage = Stage.Of(archive, known);
            var tail = Appending.Next(stage, word, content, trustee);
            return Verifier.Verify([.. archive, .. tail], options: known) switch
            {
                Verification.Valid valid => new Verified(tail, valid),
                Verification.Rejected rejected => new Refused(rejected.Reason),
                Verification.Unreadable unreadable => new Refused(unreadable.Reason),
            };
        }
        catch (RejectedException rejected)
        {
            return new Refused(rejected.Reason);
        }
    }
}
