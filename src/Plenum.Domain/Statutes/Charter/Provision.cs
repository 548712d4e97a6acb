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
        foreach (var (path, node, parent) in Places(draft))
        {
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
            .Where(place => place.Node is Node.Scalar && !Holds(place.Node))
            .Aggregate(
                root,
                (tree, place) =>
                    Repair(place.Path, place.Node) is Repair.Set set
                        ? tree.With(
                            place.Path.Steps.Items,
                            new Node.Scalar(place.Node.Spot, set.Yaml.Trim('"'))
                        )
                        : tree
            );

    // "bodies[].term" stands for every item of the list; nobody searches the list for each of its items.
    private IEnumerable<(KeyPath Path, Node Node, Node Parent)> Places(Draft draft)
    {
        var cut = Path.IndexOf("[]", StringComparison.Ordinal);
        if (cut < 0)
        {
            var path = KeyPath.Of(Path);
            yield return (path, draft.At(path), draft.At(path.Parent));
            yield break;
        }
        var list = KeyPath.Of(Path[..cut]);
        var rest = KeyPath.Of(Path[(cut + 2)..]);
        var items = draft.At(list).Items;
        for (var i = 0; i < items.Count; i++)
            yield return (
                new(new([.. list.Item(Node.NameOf(items[i], i)).Steps.Items, .. rest.Steps.Items])),
                items[i].At(rest),
                items[i].At(rest.Parent)
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
