using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk;

/// <summary>Reads a record back into events and states.</summary>
public sealed class Keeping(Store.Record record, Codec codec)
{
    // Enough that sections of one page keep every core, little beside what the states need.
    private const int ReadAtOnce = 2048;

    internal Store.Record Record { get; } = record;
    internal Codec Codec { get; } = codec;

    /// <summary>An event as it was recorded, with what lies around it.</summary>
    public Happened Read(Store.StoredEntry entry) =>
        new(entry, Codec.Decode(entry.Type, entry.Leaf, entry.Open, Content), entry.Envelope);

    public Event Event(Store.StoredEntry entry) =>
        Codec.Decode(entry.Type, entry.Leaf, entry.Open, Content);

    /// <summary>The latest events about a subject, newest first.</summary>
    public IReadOnlyList<Happened> History(
        SectionId section,
        string subject,
        int take,
        long before = long.MaxValue
    ) => [.. Record.History(section.Value, subject, before, take).Select(Read)];

    /// <summary>The events of some kinds about a subject, newest first, however much came after them.</summary>
    public IReadOnlyList<Happened> History(
        SectionId section,
        string subject,
        ImmutableArray<Type> kinds,
        int take
    ) =>
        [
            .. Record
                .History(section.Value, subject, kinds.SelectMany(Codec.Catalogue.NamesOf), take)
                .Select(Read),
        ];

    /// <summary>What the record of a section holds from one version to another, both included.</summary>
    public IEnumerable<Happened> Between(SectionId section, long from, long to) =>
        Record
            .ReadStream(section.Value, Math.Max(1, from))
            .TakeWhile(entry => entry.Version <= to)
            .Select(Read);

    /// <summary>Which versions the commands of a section wrote whose ids begin so, in their order.</summary>
    public IEnumerable<(CommandId Id, long First, long Last)> Commands(
        SectionId section,
        string beginning
    ) =>
        Record
            .Commands(section.Value, beginning, beginning[..^1] + (char)(beginning[^1] + 1))
            .Select(c => (CommandId.Recorded(c.Id), c.First, c.Last));

    /// <summary>What happened between two versions by the acts of one person, on a screen or entered for them at a desk.</summary>
    public IEnumerable<Happened> ActsOf(SectionId section, PersonId person, long from, long to) =>
        Record
            .ReadStream(section.Value, Math.Max(1, from))
            .TakeWhile(entry => entry.Version <= to)
            .Where(entry =>
                Codec.DecodeEnvelope(entry.Leaf, entry.Envelope).Actor is Actor.Person by
                && by.Id == person
            )
            .Select(Read);

    /// <summary>Folds what came after a view, and tells when the last of it was written.</summary>
    public (View View, long At) Fold(SectionId section, View from, long at) =>
        Fold(section, (from, at), Record.ReadStream(section.Value, from.Version + 1));

    /// <summary>
    /// Folds all sections. The record is read once in the order in which it was written, which is how it lies on the
    /// disk, and while its next pages are read the sections of those before are folded side by side.
    /// </summary>
    public IReadOnlyDictionary<SectionId, (View View, long At)> FoldAll()
    {
        var all = new ConcurrentDictionary<SectionId, (View, long)>();
        using var pages = Record.ReadAll().Chunk(ReadAtOnce).GetEnumerator();
        var reading = Task.Run(Next);
        while (reading.GetAwaiter().GetResult() is { Length: > 0 } page)
        {
            reading = Task.Run(Next);
            Parallel.ForEach(
                page.GroupBy(entry => entry.Section, StringComparer.Ordinal),
                one =>
                {
                    var section = new SectionId(one.Key);
                    var from = all.GetValueOrDefault(section, (View.Unfounded, 0));
                    all[section] = Fold(section, from, one);
                }
            );
        }
        return all;

        Store.StoredEntry[] Next() => pages.MoveNext() ? pages.Current : [];
    }

    private (View View, long At) Fold(
        SectionId section,
        (View View, long At) from,
        IEnumerable<Store.StoredEntry> entries
    )
    {
        var ((state, version), at) = from;
        foreach (var entry in entries)
        {
            try
            {
                state = Section.Evolve(state, Event(entry));
            }
            catch (RecordDamagedException e)
            {
                throw new RecordDamagedException($"{section} version {entry.Version}", e);
            }
            (version, at) = (entry.Version, entry.At);
        }
        return (new View(state, version), at);
    }

    /// <summary>The answer a command got when it was accepted; none if the record does not know its id.</summary>
    internal Answer? AnswerOf(CommandId id, Digest digest)
    {
        if (Find(id, digest) is not { } known)
            return null;
        if (known.Digest.Hex != digest.Hex)
            return new Answer.IdReused();
        var events = Record
            .ReadStream(known.Section, known.First)
            .TakeWhile(entry => entry.Version <= known.Last)
            .Select(Event);
        return new Answer.Done(
            new SectionId(known.Section),
            known.First,
            known.Last,
            events.ToEquatable()
        );
    }

    // What was recorded before ids named their giver counts where it is the same command of the same sender.
    private Store.StoredCommand? Find(CommandId id, Digest digest) =>
        Record.TryFindCommand(id.Value, out var known) ? known
        : id.Formerly.Length > 0
        && Record.TryFindCommand(id.Formerly, out var before)
        && before.Digest.Hex == digest.Hex
            ? before
        : null;

    /// <summary>The text a digest names; empty when it is not kept here.</summary>
    public string Content(Digest digest) =>
        Store.Digest.TryParse(digest.Hex, out var named)
        && Record.TryFindDocument(named, out var bytes)
            ? Encoding.UTF8.GetString(bytes.Span)
            : "";
}

/// <summary>An entry of the record, the event it holds and, where it may be shown, who brought it about and how.</summary>
public sealed record Happened(Store.StoredEntry Entry, Event Event, ReadOnlyMemory<byte> Sealed)
{
    /// <summary>Who asked, by which authority and article: for members, and not where the event hides its people.</summary>
    public Envelope Envelope => field ??= Codec.DecodeEnvelope(Entry.Leaf, Sealed);

    /// <summary>The event has a property that only the law reads, so pages must not tell who brought it about.</summary>
    public bool HidesItsPeople => Catalogue.HidesPeople(Event.GetType());
}

/// <summary>A record proves itself by being folded again.</summary>
public static class Replay
{
    public static Section Fold(IEnumerable<Event> stream) =>
        stream.Aggregate(Section.Unfounded, Section.Evolve);

    /// <summary>Two states are the same when their canonical writing is, down to the last map.</summary>
    public static Digest DigestOf(Section section) => Digest.Of(Shape.Canonical(section));
}
