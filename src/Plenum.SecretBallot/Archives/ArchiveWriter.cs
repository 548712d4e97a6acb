using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Archives;

/// <summary>Writes the records of an archive, one event after the other.</summary>
internal sealed class ArchiveWriter
{
    private readonly List<byte> _bytes = [];
    private readonly long _time;
    private string? _parent;
    private int _height;

    public ArchiveWriter(long time)
    {
        _time = time;
        Record(ArchiveHeader.First, ArchiveHeader.Content(time));
    }

    private ArchiveWriter(long time, string parent, int height) =>
        (_time, _parent, _height) = (time, parent, height);

    /// <summary>The records of one more event, to be put behind an archive.</summary>
    public static byte[] Behind(
        long time,
        ArchivedEvent last,
        EventKind kind,
        params byte[][] objects
    )
    {
        var writer = new ArchiveWriter(time, last.Hash, last.Height + 1);
        writer.Add(kind, objects);
        return writer.ToArray();
    }

    public void Add(EventKind kind, params byte[][] objects)
    {
        foreach (var content in objects)
            Record(Digest.Hex(content) + ".data.json", content);
        var happened = ArchivedEvent.Write(
            _parent,
            _height++,
            kind,
            objects.Length > 0 ? Digest.Hex(objects[^1]) : null
        );
        _parent = Digest.Hex(happened);
        Record(_parent + ".event.json", happened);
    }

    public byte[] ToArray() => [.. _bytes];

    private void Record(string name, byte[] content)
    {
        _bytes.AddRange(ArchiveHeader.Write(name, content.Length, _time));
        _bytes.AddRange(content);
        _bytes.AddRange(new byte[-content.Length & (ArchiveHeader.Block - 1)]);
    }
}
