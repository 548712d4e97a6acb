namespace Plenum.Domain.Statutes;

/// <summary>
/// How much a text may hold: many times what organisations write, and little enough to be held against the charter at
/// once. A text that was adopted before there were bounds is read like any other.
/// </summary>
internal static class Size
{
    public const int MostArticles = 1_000;
    public const int MostBlocks = 1_000;

    /// <summary>Keys and items of lists, together.</summary>
    public const int MostKeys = 10_000;
    public const int MostItems = 500;

    public static bool IsWithin(EquatableArray<Article> articles, Node root, FindingList findings)
    {
        var (keys, longest) = (0, Node.Nothing);
        Count(root, ref keys, ref longest);
        var blocks = articles.Items.SelectMany(a => a.Blocks.Items).ToList();
        return Fits("articles", articles.Count, MostArticles, () => At(articles[^1].Line))
            & Fits("blocks", blocks.Count, MostBlocks, () => At(blocks[^1].Line))
            & Fits("keys", keys, MostKeys, () => root.Entries[^1].Spot)
            & Fits("items", longest.Items.Count, MostItems, () => longest.Spot);

        bool Fits(string what, int found, int most, Func<Spot> where)
        {
            if (found > most)
                findings.Add(
                    "syntax",
                    "too-many-" + what,
                    where(),
                    KeyPath.Root,
                    Show(found),
                    Show(most)
                );
            return found <= most;
        }
    }

    private static void Count(Node node, ref int keys, ref Node longest)
    {
        foreach (var entry in node.Entries)
        {
            keys++;
            Count(entry.Value, ref keys, ref longest);
        }
        if (node.Items.Count > longest.Items.Count)
            longest = node;
        foreach (var item in node.Items)
        {
            keys++;
            Count(item, ref keys, ref longest);
        }
    }

    private static Spot At(int line) => new(line, 1, line, 1);

    private static string Show(int number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
