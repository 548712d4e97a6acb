using System.Collections.Immutable;

namespace Plenum.Store;

/// <summary>
/// One append to the stream of one section: all of it becomes durable together, or nothing does.
/// <c>Expected</c> is the version the caller decided on; 0 founds the stream.
/// </summary>
public sealed record Append(
    string Section,
    long Expected,
    long At,
    Due Due,
    ImmutableArray<Entry> Entries
)
{
    public ImmutableArray<AcceptedCommand> Commands { get; init; } = [];
    public ImmutableArray<Document> Documents { get; init; } = [];
    public ImmutableArray<Paper> Papers { get; init; } = [];

    /// <summary>What no correct caller hands in, found on the caller's own thread and before the queue.</summary>
    internal void Check()
    {
        Require(Section.Length > 0 && !Section.Any(char.IsControl), "A section has a name.");
        Require(Expected >= 0, "Versions begin at 1.");
        foreach (var entry in Entries)
        {
            Require(entry.Type.Length > 0, "An entry has a type.");
            Require(entry.Leaf.Length <= Entry.LargestLeaf, "A leaf has at most 64 KiB.");
            Require(
                CanonicalJson.IsCanonical(entry.Leaf.Span),
                "A leaf is canonical JSON (RFC 8785)."
            );
        }
        Require(Commands.All(c => c.Entries >= 0), "A command owns no negative number of entries.");
        Require(
            Commands.Sum(c => c.Entries) <= Entries.Length,
            "Commands own entries of their own append."
        );
        Require(
            Commands.DistinctBy(c => c.Id, StringComparer.Ordinal).Count() == Commands.Length,
            "A command stands once in an append."
        );
        Require(
            Documents.All(d => d.Digest == Digest.Of(d.Bytes.Span)),
            "A document is named by its digest."
        );
        Require(
            Papers.All(p => p.Key.Length == Paper.KeyLength),
            "The key of a paper has 16 bytes."
        );
        Require(
            Papers.All(p => p.Bytes.Length <= p.Room && p.Room <= ushort.MaxValue),
            "A paper is no longer than the longest of its box."
        );
        Require(
            Papers.DistinctBy(p => (p.Box, Convert.ToHexString(p.Key.Span))).Count()
                == Papers.Length,
            "The key of a paper is its own."
        );
    }

    private static void Require(bool request, string otherwise)
    {
        if (!request)
            throw new ArgumentException(otherwise, nameof(request));
    }
}

/// <summary>What became of an append; given only when it is durable.</summary>
public abstract record Appended
{
    private Appended() { }

    /// <summary>On the record, versions first to last; last is the section's version now.</summary>
    public sealed record Written(long Position, long First, long Last) : Appended;

    /// <summary>The section has moved on: decide again on its actual version.</summary>
    public sealed record Conflict(long Actual) : Appended;

    /// <summary>A command of this append is on the record already, with these versions.</summary>
    public sealed record AlreadyDone(string Command, long First, long Last) : Appended;

    /// <summary>The id of a command is on the record for other bytes.</summary>
    public sealed record CommandIdReused(string Command) : Appended;

    /// <summary>A paper with this key lies in the box already: draw another key.</summary>
    public sealed record PaperKeyTaken(string Box) : Appended;
}
