namespace Plenum.Domain.Statutes;

/// <summary>One thing the charter says about one value: where it lies, whether it holds, and the smallest repair.</summary>
internal sealed record Provision(
    string Code,
    string Case,
    string Path,
    Func<Node, bool> Holds,
    string Expected,
    Func<KeyPath, Node, Repair> Repair,
    Severity Severity = Severity.Error,
    bool Needed = false,
    int Since = 1
)
{
    /// <summary>The same provision, where breaking it only asks for a stated reason.</summary>
    public Provision AsWarning => this with { Severity = Severity.Warning };

    /// <summary>Where nothing is written the charter asks for it too.</summary>
    public Provision AndNeeded => this with { Needed = true };

    public void Examine(Draft draft, FindingList findings)
    {
        foreach (var path in Places(draft))
        {
            var node = draft.At(path);
            var parent = draft.At(path.Parent);
            if (node.Exists ? Holds(node) : !Needed || !parent.Exists)
                continue;
            var spot = node.Exists ? node.Spot : parent.Spot;
            findings.Add(
                Code,
                node.Exists ? Case : "needed",
                spot,
                path,
                Show(node),
                Expected,
                Repair(path, node),
                Severity,
                Since
            );
        }
    }

    /// <summary>The tree with the charter's bound in place of every single value that lies outside it.</summary>
    public Node Bound(Draft draft, Node root) =>
        Places(draft)
            .Where(path => draft.At(path) is Node.Scalar node && !Holds(node))
            .Aggregate(
                root,
                (tree, path) =>
                    Repair(path, draft.At(path)) is Repair.Set set
                        ? tree.With(
                            path.Steps.Items,
                            new Node.Scalar(draft.At(path).Spot, set.Yaml.Trim('"'))
                        )
                        : tree
            );

    // "bodies[].term" stands for every item of the list.
    private IEnumerable<KeyPath> Places(Draft draft)
    {
        var cut = Path.IndexOf("[]", StringComparison.Ordinal);
        if (cut < 0)
            return [KeyPath.Of(Path)];
        var list = KeyPath.Of(Path[..cut]);
        var rest = KeyPath.Of(Path[(cut + 2)..]);
        return draft
            .At(list)
            .Items.Items.Select(
                (n, i) =>
                    new KeyPath(
                        new([.. list.Item(Node.NameOf(n, i)).Steps.Items, .. rest.Steps.Items])
                    )
            );
    }

    public static string Show(Node node) =>
        node switch
        {
            Node.Scalar scalar => scalar.Written,
            Node.List list => "[" + string.Join(", ", list.Nodes.Items.Select(Show)) + "]",
            Node.Map map => "{"
                + string.Join(", ", map.Pairs.Items.Select(e => e.Key + ": " + Show(e.Value)))
                + "}",
            Node.Absent => "",
        };
}
