using System.Collections.Concurrent;
using System.Collections.Immutable;
using Plenum.SecretBallot.Archives;

namespace Plenum.SecretBallot;

/// <summary>What a verifier is asked for beyond the archive.</summary>
public sealed record VerifierOptions
{
    /// <summary>
    /// Trustees that must have shuffled rankings, each once, before anything is decrypted. Unless it is said: two, or
    /// one where there is only one.
    /// </summary>
    public int? Shuffles { get; init; }

    /// <summary>Ballots that were verified before, by digest; each of this election is added.</summary>
    public VerifiedBallots? Seen { get; init; }
}

/// <summary>Digests of ballots whose every proof was checked, so that none is checked twice.</summary>
/// <remarks>Kept in the memory of one process: whoever can write into it decides what is true.</remarks>
public sealed class VerifiedBallots
{
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);

    /// <summary>How many.</summary>
    public int Count => _keys.Count;

    // The electorate belongs to it: whether a credential may vote is part of what was checked.
    internal bool Contains(string electorate, string hash) => _keys.ContainsKey(electorate + hash);

    internal void Add(string electorate, string hash) =>
        _keys.TryAdd(electorate + hash, value: true);
}

/// <summary>
/// Verifies archives of Belenios, protocol version 1, and demands what the protocol leaves open: the order of events,
/// one form of every object, membership of every number, the recorded tally, shuffles by different trustees, rankings
/// in their one form, and strong proofs of decryption where they are given.
/// </summary>
public static class Verifier
{
    /// <summary>The largest archive that is read.</summary>
    public const long LargestArchive = 1L << 30;

    /// <summary>Verifies an archive from its first byte to its last.</summary>
    /// <param name="archive">The bytes of <c>UUID.bel</c>.</param>
    /// <param name="strongProofs">The bytes of the file of strong proofs, when it is there.</param>
    /// <param name="options">What else is asked for.</param>
    public static Verification Verify(
        byte[] archive,
        byte[]? strongProofs = null,
        VerifierOptions? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(archive);
        if (!ArchiveReader.Begins(archive))
            return new Verification.Unreadable(
                new(
                    "archive.none",
                    "byte 0",
                    "This does not begin as an archive of Belenios does, with a record BELENIOS."
                )
            );
        if (archive.LongLength > LargestArchive)
            return new Verification.Unreadable(
                new("archive.size", "file", "Archives of more than 1 GiB are not read.")
            );
        var audit = new Verifying.Audit(strongProofs, options ?? new());
        try
        {
            return audit.Whole(archive);
        }
        catch (RejectedException rejected)
        {
            return new Verification.Rejected(audit.Checks, audit.Warnings, rejected.Reason);
        }
    }
}
