using System.Collections.Immutable;
using System.Text;
using Plenum.SecretBallot.Archives;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tests;

/// <summary>
/// An archive taken apart and put together again with every digest right, so that what is changed in it is found by what
/// it means and not by its digest.
/// </summary>
internal sealed record Forged(
    long Time,
    ImmutableArray<(EventKind Kind, ImmutableArray<byte[]> Objects)> Events
)
{
    public static Forged Of(byte[] archive)
    {
        var (time, events) = ArchiveReader.Read(archive);
        return new(time, [.. events.Select(e => (e.Kind, e.Objects))]);
    }

    public byte[] Bytes()
    {
        var writer = new ArchiveWriter(Time);
        foreach (var (kind, objects) in Events)
            writer.Add(kind, [.. objects]);
        return writer.ToArray();
    }

    public int First(EventKind kind) => Events.ToList().FindIndex(e => e.Kind == kind);

    public Forged Without(int at) => this with { Events = Events.RemoveAt(at) };

    public Forged Moved(int from, int to) =>
        this with
        {
            Events = Events.RemoveAt(from).Insert(to, Events[from]),
        };

    public Forged Again(int at, int to) => this with { Events = Events.Insert(to, Events[at]) };

    /// <summary>Another object in place of one, and whatever refers to it refers to the other.</summary>
    public Forged With(int at, int which, byte[] content)
    {
        var objects = Events[at].Objects.ToArray();
        var (before, after) = (Digest.Hex(objects[which]), Digest.Hex(content));
        objects[which] = content;
        for (var other = which + 1; other < objects.Length; other++)
            objects[other] = Encoding.UTF8.GetBytes(
                Encoding
                    .UTF8.GetString(objects[other])
                    .Replace(before, after, StringComparison.Ordinal)
            );
        return this with { Events = Events.SetItem(at, (Events[at].Kind, [.. objects])) };
    }

    public Forged Edited(int at, int which, Func<string, string> edit) =>
        Edited(at, which, edit, out _);

    public Forged Edited(int at, int which, Func<string, string> edit, out bool changed)
    {
        var before = Encoding.UTF8.GetString(Events[at].Objects[which]);
        var after = edit(before);
        changed = before != after;
        return With(at, which, Encoding.UTF8.GetBytes(after));
    }
}
