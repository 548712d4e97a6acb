namespace Plenum.Domain.Statutes;

/// <summary>Applies the repairs of findings to a text, one after the other, and touches nothing else.</summary>
public static class Repairs
{
    public static string Apply(string text, EquatableArray<Finding> findings)
    {
        foreach (var finding in findings)
            if (finding.Severity == Severity.Error)
                text = finding.Repair switch
                {
                    Repair.ByHand => text,
                    Repair.Set set => Set(text, set.Path, set.Yaml, "# charter: " + finding.Code),
                    Repair.Strike strike => Strike(Draft.Parse(text), strike.Path),
                };
        return text;
    }

    /// <summary>Writes one value, with the mark that says where it comes from.</summary>
    internal static string Set(string text, KeyPath path, string yaml, string mark)
    {
        var draft = Draft.Parse(text);
        var lines = new TextLines(draft.Text);
        var node = draft.At(path);
        var parent = draft.At(path.Parent);
        if (node is Node.Map { Flow: false } or Node.List { Flow: false })
            lines.ReplaceLines(
                KeyLine(draft, path),
                LastLine(node),
                old => Indent(old) + path.Last.Name + ": " + yaml + " " + mark
            );
        else if (node.Exists)
            lines.ReplaceSpan(node.Spot, yaml, mark);
        else if (path.Steps.Count == 1)
            lines.Append(path.Last.Name, yaml, mark);
        else if (parent is Node.Map { Flow: true } flow)
            lines.InsertInto(
                flow.Spot,
                (flow.Pairs.Count > 0 ? ", " : "") + path.Last.Name + ": " + yaml
            );
        else if (parent is Node.Map { Pairs.Count: > 0 } map)
            lines.InsertAfter(
                LastLine(map),
                new string(' ', map.Pairs[0].Spot.Column - 1)
                    + path.Last.Name
                    + ": "
                    + yaml
                    + " "
                    + mark
            );
        return lines.Text;
    }

    private static string Strike(Draft draft, KeyPath path)
    {
        var lines = new TextLines(draft.Text);
        var place = draft.At(path.Parent).Entries;
        var index = place.Items.ToList().FindIndex(e => e.Key == path.Last.Name);
        if (index < 0)
            return draft.Text;
        var entry = place[index];
        if (path.Steps.Count == 1 && Alone(draft, entry) is { Line: > 0 } block)
            lines.RemoveLines(block.Line, block.Line + block.Text.Count(c => c == '\n') + 2);
        else if (draft.At(path.Parent) is Node.Map { Flow: true })
            lines.RemoveSpan(
                index + 1 < place.Count
                    ? entry.Spot with
                    {
                        EndLine = place[index + 1].Spot.Line,
                        EndColumn = place[index + 1].Spot.Column,
                    }
                    : entry.Value.Spot with
                    {
                        Line = index > 0 ? place[index - 1].Value.Spot.EndLine : entry.Spot.Line,
                        Column =
                            index > 0 ? place[index - 1].Value.Spot.EndColumn : entry.Spot.Column,
                    }
            );
        else
            lines.RemoveLines(entry.Spot.Line, Math.Max(entry.Spot.Line, LastLine(entry.Value)));
        return lines.Text;
    }

    // The block that holds nothing but this entry.
    private static RuleBlock? Alone(Draft draft, Entry entry) =>
        draft
            .Articles.Items.SelectMany(a => a.Blocks.Items)
            .FirstOrDefault(b => b.Root.Entries is { Count: 1 } only && only[0] == entry);

    private static int KeyLine(Draft draft, KeyPath path) =>
        draft.At(path.Parent).Entries.Items.First(e => e.Key == path.Last.Name).Spot.Line;

    private static string Indent(string line) => line[..(line.Length - line.TrimStart().Length)];

    private static int LastLine(Node node) =>
        node switch
        {
            Node.Map { Flow: false, Pairs: { Count: > 0 } pairs } => pairs.Items.Max(e =>
                LastLine(e.Value)
            ),
            Node.List { Flow: false, Nodes: { Count: > 0 } nodes } => nodes.Items.Max(LastLine),
            _ => node.Spot.EndLine,
        };
}
