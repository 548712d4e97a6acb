using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>Where something stands in the document: lines and columns counted from 1, the end just behind the last character.</summary>
public readonly record struct Spot(int Line, int Column, int EndLine, int EndColumn);

/// <summary>One key of a map with its value.</summary>
public sealed record Entry(string Key, Spot Spot, Node Value);

/// <summary>A rule as written: our own tree over YAML's events, every node with its place in the document.</summary>
public abstract record Node
{
    private Node(Spot spot) => Spot = spot;

    public Spot Spot { get; }

    public sealed record Scalar(Spot Place, string Written) : Node(Place);

    public sealed record Map(Spot Place, EquatableArray<Entry> Pairs, bool Flow) : Node(Place);

    public sealed record List(Spot Place, EquatableArray<Node> Nodes, bool Flow) : Node(Place);

    /// <summary>Nothing is written there.</summary>
    public sealed record Absent() : Node(default(Spot));

    public static readonly Node Nothing = new Absent();

    /// <summary>The value of one key; nothing when it is not a map or has no such key.</summary>
    public Node this[string key] =>
        this is Map map
            ? map.Pairs.Items.FirstOrDefault(e => e.Key == key)?.Value ?? Nothing
            : Nothing;

    public bool Exists => this is not Absent;

    /// <summary>The written text of a scalar, otherwise empty.</summary>
    public string Text => this is Scalar scalar ? scalar.Written : "";

    /// <summary>The items of a list, otherwise none.</summary>
    public EquatableArray<Node> Items => this is List list ? list.Nodes : [];

    public EquatableArray<Entry> Entries => this is Map map ? map.Pairs : [];

    /// <summary>
    /// The node at a path such as <c>recall.petition.signatures</c> or <c>bodies[committee].term</c>; items of lists
    /// are named by their <c>id</c>, otherwise by their place.
    /// </summary>
    public Node At(KeyPath path)
    {
        var node = this;
        foreach (var step in path.Steps)
            node = step.IsItem ? node.ItemNamed(step.Name) : node[step.Name];
        return node;
    }

    /// <summary>The same tree with another value at a place where one stands.</summary>
    public Node With(ImmutableArray<Step> path, Node value) =>
        path.IsEmpty
            ? value
            : this switch
            {
                Map map => map with
                {
                    Pairs = map
                        .Pairs.Items.Select(e =>
                            !path[0].IsItem && e.Key == path[0].Name
                                ? e with
                                {
                                    Value = e.Value.With(path[1..], value),
                                }
                                : e
                        )
                        .ToEquatable(),
                },
                List list => list with
                {
                    Nodes = list
                        .Nodes.Items.Select(
                            (n, i) =>
                                path[0].IsItem && NameOf(n, i) == path[0].Name
                                    ? n.With(path[1..], value)
                                    : n
                        )
                        .ToEquatable(),
                },
                Scalar or Absent => this,
            };

    private Node ItemNamed(string name)
    {
        for (var i = 0; i < Items.Count; i++)
            if (IsNamed(Items[i], i, name))
                return Items[i];
        return Nothing;
    }

    // As NameOf says; an item with another id is passed over without looking whether that id is a name.
    private static bool IsNamed(Node item, int index, string name) =>
        (item["id"].Text == name || name is [>= '0' and <= '9', ..]) && NameOf(item, index) == name;

    /// <summary>How a path names an item of a list.</summary>
    public static string NameOf(Node item, int index) =>
        item["id"] is Scalar { Written: var id } && KeyPath.IsName(id)
            ? id
            : index.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Every scalar below, with its path.</summary>
    public IEnumerable<(KeyPath Path, Scalar Leaf)> Leaves(KeyPath path) =>
        this switch
        {
            Scalar scalar => [(path, scalar)],
            Map map => map.Pairs.Items.SelectMany(e => e.Value.Leaves(path.Key(e.Key))),
            List list => list.Nodes.Items.SelectMany((n, i) => n.Leaves(path.Item(NameOf(n, i)))),
            Absent => [],
        };
}
