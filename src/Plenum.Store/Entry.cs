using System.Collections.Immutable;

namespace Plenum.Store;

/// <summary>What is to be appended: the leaf never changes, the open values can be erased.</summary>
public sealed record Entry(
    string Type,
    ReadOnlyMemory<byte> Leaf,
    ReadOnlyMemory<byte> Open,
    ReadOnlyMemory<byte> Envelope
)
{
    public const int LargestLeaf = 64 * 1024;

    /// <summary>The matters, members or mandates in whose history this entry is to be found.</summary>
    public ImmutableArray<string> Subjects { get; init; } = [];

    /// <summary>When it happened, where its append gathers what happened one after the other; otherwise the append says it.</summary>
    public long? At { get; init; }
}

/// <summary>An entry as it stands in the record; <c>At</c> is in Unix ticks (100 ns).</summary>
public sealed record StoredEntry(
    long Position,
    string Section,
    long Version,
    string Type,
    long At,
    ReadOnlyMemory<byte> Leaf,
    ReadOnlyMemory<byte> Open,
    ReadOnlyMemory<byte> Envelope
);

/// <summary>A command that was accepted; it owns the next <c>Entries</c> entries of its append.</summary>
public sealed record AcceptedCommand(string Id, Digest Digest, int Entries)
{
    /// <summary>An id under which the same command may have been recorded before; with another digest it is not the same.</summary>
    public string Formerly { get; init; } = "";
}

/// <summary>What the record knows of an accepted command; it wrote nothing when last is before first.</summary>
public sealed record StoredCommand(string Id, Digest Digest, string Section, long First, long Last);

/// <summary>A text, roll or file named by its digest.</summary>
public sealed record Document(Digest Digest, ReadOnlyMemory<byte> Bytes)
{
    public static Document Of(ReadOnlyMemory<byte> bytes) => new(Digest.Of(bytes.Span), bytes);
}

/// <summary>
/// A paper of a secret vote under a random key of 16 bytes, with no time and no command. It is sealed as if it were as
/// long as the longest of its box, so that its length says nothing of what was chosen.
/// </summary>
public sealed record Paper(string Box, ReadOnlyMemory<byte> Key, ReadOnlyMemory<byte> Bytes)
{
    public const int KeyLength = 16;

    private const int UsualRoom = 64;

    /// <summary>How many bytes the longest paper of this box can have.</summary>
    public int Room { get; init; } = UsualRoom;
}

/// <summary>When the clock next has to act in a section, in Unix ticks.</summary>
public readonly record struct Due(long Earliest)
{
    public static Due Never { get; } = new(long.MaxValue);
}

/// <summary>A section and the instant at which something falls due in it.</summary>
public sealed record DueSection(string Section, long At);

/// <summary>A section and the version its stream has reached.</summary>
public sealed record StoredSection(string Section, long Version);
