using System.Collections.Immutable;
using System.Text;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;

namespace Plenum.Clerk;

/// <summary>
/// Commands decided one after the other, each on the state the one before left, and all that has to become durable
/// together before anybody is answered.
/// </summary>
internal sealed class Batch(
    SectionId section,
    (View View, long At) before,
    Codec codec,
    Surroundings around
)
{
    private readonly long _expected = before.View.Version;
    private readonly ImmutableArray<Store.Entry>.Builder _entries =
        ImmutableArray.CreateBuilder<Store.Entry>();
    private readonly ImmutableArray<Store.AcceptedCommand>.Builder _commands =
        ImmutableArray.CreateBuilder<Store.AcceptedCommand>();
    private readonly ImmutableArray<Store.Document>.Builder _documents =
        ImmutableArray.CreateBuilder<Store.Document>();
    private readonly ImmutableArray<Store.Paper>.Builder _papers =
        ImmutableArray.CreateBuilder<Store.Paper>();

    public View After { get; private set; } = before.View;

    /// <summary>When the last of what the record holds then happened, in ticks.</summary>
    public long LastAt { get; private set; } = before.At;

    public List<(Asked Asked, Outcome Outcome)> Outcomes { get; } = [];

    /// <summary>Nothing was accepted, so there is nothing to write.</summary>
    public bool IsEmpty => _commands.Count == 0;

    public void Decide(Asked asked) => Outcomes.Add((asked, Judge(asked, TimeOf(asked))));

    // Time never runs backwards in a record, whatever the machine's clock does; stored times have 100 ns.
    private Instant TimeOf(Asked asked) =>
        Instant.FromUnixTimeTicks(Math.Max(asked.Arrived!.Value.ToUnixTimeTicks(), LastAt));

    public Store.Append ToAppend() =>
        new(
            section.Value,
            _expected,
            LastAt,
            After.Section.Dues.IsEmpty
                ? Store.Due.Never
                : new Store.Due(After.Section.Dues.Min.At.ToUnixTimeTicks()),
            _entries.ToImmutable()
        )
        {
            Commands = _commands.ToImmutable(),
            Documents = _documents.ToImmutable(),
            Papers = _papers.ToImmutable(),
        };

    public static string Box(SectionId section, BoxNo box) => $"{section}/{box}";

    private Outcome Judge(Asked asked, Instant now)
    {
        try
        {
            if (!asked.Prepared.Fits(After.Section))
                return new Outcome.Unprepared();
            var ruling = asked.Command.RuledOn(
                After.Section,
                new Occasion(now, asked.Actor, asked.Drawn) { Prepared = asked.Prepared }
            );
            return ruling switch
            {
                Ruling.OutOfOrder(var reason) => new Outcome.Refused(reason),
                Ruling.InOrder inOrder => Accept(asked, inOrder, now),
            };
        }
        catch (LeafTooLargeException e)
        {
            return new Outcome.Refused(new TooLargeToRecord(e.Length, Codec.LargestLeaf));
        }
        catch (EncoderFallbackException)
        {
            return new Outcome.Refused(new NotText());
        }
#pragma warning disable CA1031 // A bug in one command must not stop the section: its sender gets the exception.
        catch (Exception bug)
        {
            return new Outcome.Failed(bug);
        }
#pragma warning restore CA1031
    }

    // Nothing is added to the batch before everything of this command could be encoded and folded.
    private Outcome.Accepted Accept(Asked asked, Ruling.InOrder inOrder, Instant now)
    {
        var envelope = new Envelope(
            now,
            asked.Actor,
            inOrder.Authority,
            inOrder.Article,
            asked.Id,
            asked.Drawn
        );
        var state = After.Section;
        var encoded = new List<(Encoded Encoded, Event Happened)>(inOrder.Events.Count);
        foreach (var happened in inOrder.Events)
        {
            var one = codec.Encode(happened, envelope);
            var replayed = AsReplayed(happened, one);
            state = asked.Prepared.Read(Section.Evolve(state, replayed));
            encoded.Add((one, replayed));
        }
        var documents = encoded.SelectMany(e => e.Encoded.Documents).SelectMany(Kept).ToArray();
        var papers = inOrder.Papers.Items.Select(paper => Hidden(paper, state)).ToArray();

        _documents.AddRange(documents);
        _papers.AddRange(papers);
        _commands.Add(
            new Store.AcceptedCommand(asked.Id.Value, ToStore(asked.Digest), encoded.Count)
            {
                Formerly = asked.Id.Formerly,
            }
        );
        foreach (var (one, happened) in encoded)
            _entries.Add(
                new Store.Entry(one.Type, one.Leaf, one.Open, one.Envelope)
                {
                    Subjects = Subjects.Of(happened),
                    At = now.ToUnixTimeTicks(),
                }
            );
        LastAt = now.ToUnixTimeTicks();
        var first = After.Version + 1;
        After = new View(state, After.Version + encoded.Count);
        return new Outcome.Accepted(
            new Answer.Done(
                section,
                first,
                After.Version,
                encoded.Select(e => e.Happened).ToEquatable()
            )
        );
    }

    // The living state must be the one a restart will fold, where most documents are digests without content.
    private Event AsReplayed(Event happened, Encoded encoded) =>
        encoded.Documents.Count == 0
            ? happened
            : codec.Decode(
                encoded.Type,
                encoded.Leaf,
                encoded.Open,
                digest => encoded.Documents.First(document => document.Digest == digest).Content
            );

    // A document without its content is a reference to one that is kept already.
    private static IEnumerable<Store.Document> Kept(Document document)
    {
        var isReference = document.Content.Length == 0 && document.Digest != Digest.Of("");
        if (isReference)
            return [];
        var stored = Store.Document.Of(Encoding.UTF8.GetBytes(document.Content));
        return stored.Digest.Hex == document.Digest.Hex
            ? [stored]
            : throw new InvalidOperationException("a document is not what its digest says");
    }

    private Store.Paper Hidden(Paper paper, Section state)
    {
        var key = new byte[Store.Paper.KeyLength];
        around.Randomness(key);
        var bytes = Encoding.UTF8.GetBytes(paper.Choice);
        var longest = Papers.LongestIn(state.Ballots.Of(paper.Box));
        return new Store.Paper(Box(section, paper.Box), key, bytes)
        {
            Room = Math.Max(longest, bytes.Length),
        };
    }

    private static Store.Digest ToStore(Digest digest) =>
        Store.Digest.From(Convert.FromHexString(digest.Hex));
}
