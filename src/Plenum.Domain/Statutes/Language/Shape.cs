namespace Plenum.Domain.Statutes;

/// <summary>Compares a text with the language: unknown and missing keys, values of another type or out of range.</summary>
internal static class Shape
{
    public static void Examine(Node root, FindingList findings)
    {
        var bodies = root["bodies"].Items.Items.Select(b => b["id"].Text).ToEquatable();
        var examination = new Examination(findings, bodies);
        foreach (var block in StatuteLanguage.Blocks)
            examination.Key(root, KeyPath.Root, new(block.Name, block.Kind, block.Presence));
        examination.Unknown(root, KeyPath.Root, [.. StatuteLanguage.Blocks.Select(b => b.Name)]);
        Twice(root["bodies"], KeyPath.Root.Key("bodies"), findings);
    }

    private static void Twice(Node list, KeyPath path, FindingList findings)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in list.Items)
            if (item["id"] is Node.Scalar id && !seen.Add(id.Text))
                findings.Add("duplicate-key", "body", id.Spot, path.Item(id.Text), id.Text);
    }

    private sealed record Examination(FindingList Findings, EquatableArray<string> Bodies)
    {
        private string AllBodies => field ??= string.Join(", ", Bodies.Items);

        public void Key(Node table, KeyPath path, Key key)
        {
            var node = table[key.Name];
            if (node.Exists)
                Value(node, path.Key(key.Name), key.Kind);
            else if (Needed(table, key))
                Findings.Add(
                    "missing",
                    "",
                    table.Spot.Line == 0 ? new(1, 1, 1, 1) : table.Spot,
                    path.Key(key.Name),
                    "",
                    Expected(key.Kind)
                );
        }

        private static bool Needed(Node table, Key key) =>
            key.Presence switch
            {
                Presence.Must => true,
                Presence.May => false,
                Presence.MustOnElectedBodies => table["kind"].Text != "assembly",
            };

        public void Unknown(Node table, KeyPath path, EquatableArray<string> known)
        {
            foreach (
                var entry in table.Entries.Items.Where(e =>
                    !known.Items.Contains(e.Key, StringComparer.Ordinal)
                )
            )
                Findings.Add(
                    "unknown-key",
                    "",
                    entry.Spot,
                    path.Key(entry.Key),
                    entry.Key,
                    Nearest(entry.Key, known),
                    new Repair.Strike(path.Key(entry.Key))
                );
        }

        private void Value(Node node, KeyPath path, Kind kind)
        {
            if (kind is Kind.Table table)
                Table(node, path, table);
            else if (kind is Kind.ListOf list)
                List(node, path, list);
            else if (node is not Node.Scalar scalar)
                Findings.Add("type", "", node.Spot, path, "", Expected(kind));
            else if (!Fits(scalar.Text, kind))
                Findings.Add(
                    IsRange(scalar.Text, kind) ? "range" : "type",
                    "",
                    node.Spot,
                    path,
                    scalar.Text,
                    Expected(kind)
                );
        }

        private void Table(Node node, KeyPath path, Kind.Table table)
        {
            if (node is not Node.Map)
            {
                Findings.Add("type", "", node.Spot, path, node.Text, Expected(table));
                return;
            }
            foreach (var key in table.Keys)
                Key(node, path, key);
            Unknown(node, path, table.Keys.Items.Select(k => k.Name).ToEquatable());
        }

        private void List(Node node, KeyPath path, Kind.ListOf list)
        {
            if (node is not Node.List)
                Findings.Add("type", "", node.Spot, path, node.Text, Expected(list));
            for (var i = 0; i < node.Items.Count; i++)
                Value(node.Items[i], path.Item(Node.NameOf(node.Items[i], i)), list.Item);
        }

        private bool Fits(string text, Kind kind) =>
            kind switch
            {
                Kind.Prose => text.Trim().Length > 0,
                Kind.Whole whole => Values.Whole(text) is { } n
                    && n >= whole.Least
                    && n <= whole.Most,
                Kind.YesNo => Values.YesNo(text) is not null,
                Kind.Amount => Values.Amount(text) is not null,
                Kind.Majority => Values.Majority(text) is not null,
                Kind.Time => Values.Time(text) is not null,
                Kind.Part => Values.Part(text) is not null,
                Kind.Word word => word.Words.Items.Contains(text, StringComparer.Ordinal),
                Kind.Body => Bodies.Items.Contains(text, StringComparer.Ordinal),
                Kind.ListOf or Kind.Table => false,
            };

        private static bool IsRange(string text, Kind kind) =>
            kind is Kind.Word or Kind.Body
            || (kind is Kind.Whole && Values.Whole(text) is not null);

        private string Expected(Kind kind) =>
            kind is Kind.Body ? AllBodies : StatuteLanguage.Describe(kind);
    }

    /// <summary>The known name that differs least, for people who mistyped.</summary>
    private static string Nearest(string found, EquatableArray<string> known) =>
        known.Items.Length == 0 || found.Length > 40
            ? ""
            : known.Items.MinBy(k => Distance(found, k))!;

    // Levenshtein's edit distance.
    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, 1 + Math.Min(row[j], row[j - 1]));
            }
        }
        return row[b.Length];
    }
}
