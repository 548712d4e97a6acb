using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Archives;

/// <summary>Reads an archive from its first byte to its last; nothing in it may be left over.</summary>
internal sealed class ArchiveReader
{
    private readonly byte[] _bytes;
    private int _at;
    private int _records;
    private long _time;

    private ArchiveReader(byte[] bytes) => _bytes = bytes;

    public static (long Time, ImmutableArray<ArchivedEvent> Events) Read(byte[] bytes)
    {
        var reader = new ArchiveReader(bytes);
        return (reader.Header(), reader.Events());
    }

    /// <summary>Whether it begins as an archive does at all.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) =>
        bytes.Length >= 2 * ArchiveHeader.Block
        && bytes.StartsWith(Encoding.ASCII.GetBytes(ArchiveHeader.First + "\0"));

    private string Place =>
        string.Create(CultureInfo.InvariantCulture, $"record {_records} at byte {_at}");

    private long Header()
    {
        const string place = "record 0";
        // The time stands in the content, and the block before it repeats it.
        if (_bytes.Length < ArchiveHeader.Block)
            throw Broken("archive.truncated", "The archive ends in the middle of a record.");
        var size = Size();
        if (size is < 1 or > 200)
            throw Broken("archive.header", "The first record does not say what it should.");
        var content = Body(size);
        var fields = Shape.Fields(JsonReader.Read(content, place), place, "version", "timestamp");
        Election.Version(fields[0], place);
        _time = Decimals.Parse(Shape.Word(fields[1], place), ArchiveHeader.LatestTime + 1)
            is { } time
            ? (long)time
            : throw new RejectedException(
                "archive.time",
                place,
                "The time is a text of digits, in seconds."
            );
        Expect(ArchiveHeader.First, size);
        Advance(size);
        return _time;
    }

    private ImmutableArray<ArchivedEvent> Events()
    {
        var events = ImmutableArray.CreateBuilder<ArchivedEvent>();
        var waiting = ImmutableArray.CreateBuilder<byte[]>();
        while (_at < _bytes.Length)
        {
            if (_bytes.Length - _at < ArchiveHeader.Block)
                throw Broken("archive.truncated", "The archive ends in the middle of a record.");
            if (_bytes.AsSpan(_at, ArchiveHeader.Block).IndexOfAnyExcept((byte)0) < 0)
                throw Broken(
                    "archive.trailer",
                    "An empty block: an archive has none, and nothing may follow its last record."
                );
            var size = Size();
            var content = Body(size);
            var hash = Digest.Hex(content);
            var isEvent = Named(hash + ".event.json");
            Expect(hash + (isEvent ? ".event.json" : ".data.json"), size);
            Advance(size);
            if (isEvent)
            {
                events.Add(
                    ArchivedEvent.Read(
                        content,
                        hash,
                        events.Count > 0 ? events[^1] : null,
                        waiting.ToImmutable()
                    )
                );
                waiting.Clear();
            }
            else
                waiting.Add(content);
        }
        if (waiting.Count > 0)
            throw new RejectedException(
                "archive.unreferenced",
                string.Create(CultureInfo.InvariantCulture, $"record {_records - 1}"),
                "No event refers to this object."
            );
        return events.ToImmutable();
    }

    private bool Named(string name) =>
        _bytes.AsSpan(_at, name.Length).SequenceEqual(Encoding.ASCII.GetBytes(name));

    private int Size()
    {
        var size = 0L;
        foreach (var digit in _bytes.AsSpan(_at + 124, 11))
        {
            if (digit is < (byte)'0' or > (byte)'7')
                throw Broken("archive.header", "The size of the record is no octal number.");
            size = size * 8 + digit - '0';
        }
        return size <= _bytes.Length - _at - ArchiveHeader.Block
            ? (int)size
            : throw Broken("archive.truncated", "The archive ends in the middle of a record.");
    }

    private byte[] Body(int size)
    {
        var padded = Padded(size);
        if (padded > _bytes.Length - _at - ArchiveHeader.Block)
            throw Broken("archive.truncated", "The archive ends in the middle of a record.");
        var body = _bytes.AsSpan(_at + ArchiveHeader.Block, padded);
        if (body[size..].IndexOfAnyExcept((byte)0) >= 0)
            throw Broken(
                "archive.padding",
                "After the end of the record stands more than noughts."
            );
        return body[..size].ToArray();
    }

    // Compared whole: a name that is not the digest of what follows, another time, a wrong sum.
    private void Expect(string name, int size)
    {
        var expected = ArchiveHeader.Write(name, size, _time);
        if (_bytes.AsSpan(_at, ArchiveHeader.Block).SequenceEqual(expected))
            return;
        throw Named(name)
            ? Broken("archive.header", "The block before the record is not as it must be.")
            : Broken("archive.digest", "The record does not have the digest it is named by.");
    }

    private void Advance(int size)
    {
        _at += ArchiveHeader.Block + Padded(size);
        _records++;
    }

    private static int Padded(int size) => checked(size + (-size & (ArchiveHeader.Block - 1)));

    private RejectedException Broken(string code, string sentence) => new(code, Place, sentence);
}
