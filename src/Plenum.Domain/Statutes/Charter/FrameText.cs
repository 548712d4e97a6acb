namespace Plenum.Domain.Statutes;

/// <summary>What a text hands down has to be written in it, and bounds have to bound something.</summary>
internal static class FrameText
{
    private const string Example = "membership.deadline";

    public static void Examine(Draft draft, FindingList findings)
    {
        var keys = KeyPath.Root.Key("frame").Key("keys");
        foreach (var node in draft.At(keys).Items)
            Key(draft, node, keys, findings);
        var open = KeyPath.Root.Key("open");
        for (var i = 0; i < draft.At(open).Items.Count; i++)
        {
            var item = draft.At(open).Items[i];
            var path = open.Item(Node.NameOf(item, i));
            Key(draft, item["key"], path.Key("key"), findings);
            Bound(item, "least", path, findings);
            Bound(item, "most", path, findings);
        }
    }

    private static void Key(Draft draft, Node node, KeyPath path, FindingList findings)
    {
        if (node.Exists && (Frames.KindOf(node.Text) is null || !draft.At(node.Text).Exists))
            findings.Add("type", "", node.Spot, path, node.Text, Example);
    }

    private static void Bound(Node item, string name, KeyPath path, FindingList findings)
    {
        var bound = item[name];
        if (
            bound.Exists
            && Frames.KindOf(item["key"].Text) is { } kind
            && (!Frames.HasOrder(kind) || Order.Of(kind, bound.Text, bound.Text) is null)
        )
            findings.Add(
                "type",
                "",
                bound.Spot,
                path.Key(name),
                bound.Text,
                StatuteLanguage.Describe(kind)
            );
    }
}
