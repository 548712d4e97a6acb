using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>A rule block of an article as written, with the line its fence opens on.</summary>
public sealed record RuleBlock(string Text, int Line, Node Root);

/// <summary>An article: a stable id that events cite, a number for display, prose, and rules.</summary>
public sealed record Article(
    ArticleId Id,
    int Number,
    string Title,
    int Line,
    int EndLine,
    string Prose,
    EquatableArray<RuleBlock> Blocks
);

/// <summary>
/// Statutes as proposed: it can express what the charter forbids, so that a bad text can be read, shown and answered.
/// Any text at all gives a draft, with findings about whatever is not well formed.
/// </summary>
public sealed record Draft(
    string Text,
    string Title,
    EquatableArray<Article> Articles,
    Node Root,
    EquatableArray<Finding> Findings
)
{
    public static Draft Parse(string text)
    {
        var findings = new FindingList();
        var (title, articles) = DocumentReader.Read(text, findings);
        findings.In(articles);
        var root = Merge(articles, findings);
        var isTooMuch = !Size.IsWithin(articles, root, findings);
        if (!isTooMuch)
            Shape.Examine(root, findings);
        return new(text, title, articles, root, findings.Sorted()) { IsTooMuch = isTooMuch };
    }

    /// <summary>It holds more than is looked at; what the language and the charter say to it nobody has examined.</summary>
    public bool IsTooMuch { get; private init; }

    public Digest Digest => Digest.Of(Text);

    public Node At(KeyPath path) => Root.At(path);

    public Node At(string path) => Root.At(KeyPath.Of(path));

    public ArticleId ArticleAt(int line) => FindingList.ArticleAt(Articles, line);

    // Every block stands once; bodies and prohibitions are lists that several articles add to.
    private static Node.Map Merge(EquatableArray<Article> articles, FindingList findings)
    {
        var entries = new List<Entry>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var lists = new Dictionary<int, ImmutableArray<Node>.Builder>();
        var all = articles
            .Items.SelectMany(a => a.Blocks.Items)
            .SelectMany(b => b.Root.Entries.Items);
        foreach (var entry in all)
            if (places.TryAdd(entry.Key, entries.Count))
                entries.Add(entry);
            else if (
                places[entry.Key] is var at
                && entries[at].Value is Node.List first
                && entry.Value is Node.List more
            )
            {
                if (!lists.TryGetValue(at, out var list))
                    (lists[at] = list = ImmutableArray.CreateBuilder<Node>()).AddRange(
                        first.Nodes.Items
                    );
                list.AddRange(more.Nodes.Items);
            }
            else
                findings.Add(
                    "duplicate-key",
                    "",
                    entry.Spot,
                    KeyPath.Root.Key(entry.Key),
                    entry.Key
                );
        foreach (var (at, list) in lists)
            entries[at] = entries[at] with
            {
                Value = ((Node.List)entries[at].Value) with { Nodes = new(list.ToImmutable()) },
            };
        return new(default, entries.ToEquatable(), false);
    }
}
