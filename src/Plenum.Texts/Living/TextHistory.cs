using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Merging;

namespace Plenum.Texts.Living;

/// <summary>What came of adopting amendments into a living text.</summary>
public abstract record Adoption
{
    private Adoption() { }

    /// <summary>The text has a further version.</summary>
    /// <param name="History">The text with it.</param>
    /// <param name="Adjacent">What is to be read together.</param>
    public sealed record Adopted(TextHistory History, ImmutableArray<Adjacency> Adjacent)
        : Adoption;

    /// <summary>People have to decide first.</summary>
    /// <param name="Conflicts">What about.</param>
    public sealed record Open(ImmutableArray<Conflict> Conflicts) : Adoption;

    /// <summary>An amendment does not fit, or brings an id that was used before.</summary>
    /// <param name="Amendment">Its name.</param>
    /// <param name="Findings">What is wrong.</param>
    public sealed record Refused(string Amendment, ImmutableArray<Finding> Findings) : Adoption;
}

/// <summary>One version of a living text.</summary>
/// <param name="Name">What brought it: a congress, a decision, a day.</param>
/// <param name="Text">The text.</param>
/// <param name="Origins">Of every block, what brought each of its words.</param>
public sealed record Revision(
    string Name,
    TextVersion Text,
    ImmutableDictionary<BlockId, ImmutableArray<string>> Origins
);

/// <summary>A text through its versions: what it said at any of them, and which change brought each word. No id is ever used again.</summary>
public sealed class TextHistory
{
    private readonly ImmutableHashSet<BlockId> _used;

    private TextHistory(ImmutableArray<Revision> revisions, ImmutableHashSet<BlockId> used) =>
        (Revisions, _used) = (revisions, used);

    /// <summary>All versions, the oldest first.</summary>
    public ImmutableArray<Revision> Revisions { get; }

    /// <summary>The newest version.</summary>
    public Revision Current => Revisions[^1];

    /// <summary>Begins with a first version.</summary>
    /// <param name="name">What its words are said to come from.</param>
    /// <param name="text">The text.</param>
    public static TextHistory Begin(string name, TextVersion text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new TextHistory(
            [
                new Revision(
                    name,
                    text,
                    text.Blocks.ToImmutableDictionary(
                        block => block.Id,
                        block => ImmutableArray.CreateRange(block.Text.Select(_ => name))
                    )
                ),
            ],
            [.. text.Blocks.Select(block => block.Id)]
        );
    }

    /// <summary>Adopts amendments of the newest version together.</summary>
    /// <param name="name">What the version is called.</param>
    /// <param name="amendments">The amendments; their words are said to come from their names.</param>
    public Adoption Adopt(string name, IReadOnlyList<Amendment> amendments)
    {
        ArgumentNullException.ThrowIfNull(amendments);
        foreach (var amendment in amendments)
        foreach (var id in amendment.Changes.Select(NewId).OfType<BlockId>())
            if (_used.Contains(id))
                return new Adoption.Refused(
                    amendment.Name,
                    [
                        new Finding(
                            "block.id-twice",
                            0,
                            id,
                            id.ToString(),
                            "an id that was never used"
                        ),
                    ]
                );
        return Compose.All(Current.Text, amendments) switch
        {
            Composed.Refused(var refused, var findings) => new Adoption.Refused(refused, findings),
            Composed.Done({ Conflicts.IsEmpty: false } open) => new Adoption.Open(open.Conflicts),
            Composed.Done(var done) => new Adoption.Adopted(With(name, done), done.Adjacent),
        };
    }

    /// <summary>The versions in which a block came, changed, moved to other neighbours or went, by their places in <see cref="Revisions" />.</summary>
    /// <param name="id">The block.</param>
    public ImmutableArray<int> RevisionsOf(BlockId id)
    {
        var found = ImmutableArray.CreateBuilder<int>();
        for (var at = 0; at < Revisions.Length; at++)
        {
            var (was, now) = (
                at == 0 ? null : BlockOf(Revisions[at - 1].Text, id),
                BlockOf(Revisions[at].Text, id)
            );
            if (was is null ? now is not null : now is null || !was.Says(now))
                found.Add(at);
        }
        return found.ToImmutable();
    }

    private static Block? BlockOf(TextVersion text, BlockId id) =>
        text.PlaceOf(id) is >= 0 and var at ? text.Blocks[at] : null;

    private static BlockId? NewId(Change change) =>
        change switch
        {
            Change.Insert(_, var block) => block.Id,
            Change.Split(_, _, var id) => id,
            _ => null,
        };

    private TextHistory With(string name, Composition composed)
    {
        var origins = composed.Sources.ToImmutableDictionary(
            block => block.Key,
            block =>
                ImmutableArray.CreateRange(
                    block.Value.Select(source =>
                        source.Amendment.Length > 0 || source.Block == BlockId.Start
                            ? source.Amendment
                            : Current.Origins[source.Block][source.Word]
                    )
                )
        );
        return new TextHistory(
            Revisions.Add(new Revision(name, composed.Text, origins)),
            _used.Union(composed.Text.Blocks.Select(block => block.Id))
        );
    }
}
