using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;
using Plenum.Texts.Merging;
using Plenum.Texts.Words;

namespace Plenum.Texts.Tests;

/// <summary>No word is lost and none is invented, whoever changed what.</summary>
public sealed class MergeTests
{
    [Theory]
    [InlineData(
        "The board meets every month in public",
        "The board meets every month openly",
        "The board meets every month in public and votes",
        "The board meets every month openly and votes",
        0
    )]
    [InlineData(
        "members pay dues monthly",
        "members pay dues",
        "members pay dues monthly by transfer",
        "members pay dues by transfer",
        0
    )]
    [InlineData("one two three four", "one 2 three four", "one two three 4", "one 2 three 4", 0)]
    [InlineData("one two three four", "one 2 three four", "one two 3 four", "one 2 3 four", 0)]
    [InlineData("one two", "one a two", "one b two", "one two", 1)]
    [InlineData("one two", "one a two", "one a two", "one a two", 0)]
    [InlineData("one two three", "one three", "one 2 three", "one two three", 1)]
    [InlineData("one two three", "one three", "one three", "one three", 0)]
    public void Words_are_merged_or_told(
        string text,
        string a,
        string b,
        string merged,
        int conflicts
    )
    {
        var (before, left, right) = Versions(text, a, b);
        var found = Compose.Merge(before, left, right);
        Assert.Equal(conflicts, found.Conflicts.Length);
        if (merged.Length > 0)
            Assert.Equal(merged + "\n", found.Text.ToString());
    }

    [Fact]
    public void A_conflict_shows_the_sentence_as_each_has_it_and_the_text_keeps_the_base()
    {
        var (before, a, b) = Versions(
            "Dues are paid. The board meets every month. It votes.",
            "Dues are paid. The board meets every week. It votes.",
            "Dues are paid. The whole board meets every year. It votes in public."
        );
        var merged = Compose.Merge(before, a, b);
        var conflict = Assert.Single(merged.Conflicts);
        Assert.Equal("The board meets every month.", conflict.Base);
        Assert.Equal(
            ["The board meets every week.", "The whole board meets every year."],
            conflict.Sides.Select(side => side.Text)
        );
        Assert.Equal(
            "Dues are paid. The whole board meets every month. It votes in public.\n",
            merged.Text.ToString()
        );
    }

    [Fact]
    public void Blocks_are_merged_by_their_ids()
    {
        var before = MarkdownTests.Read(
            "# One\n\nFirst paragraph here.\n\nSecond paragraph there.\n\nThird and last one.\n"
        );
        var moved = Matching.Attach(
            before,
            MarkdownTests.Read(
                "# One\n\nSecond paragraph there.\n\nThird and last one.\n\nFirst paragraph here.\n",
                1
            )
        );
        var worded = Matching.Attach(
            before,
            MarkdownTests.Read("# One\n\nFirst long paragraph here.\n\nThird and last one.\n", 2)
        );
        var merged = Compose.Merge(before, moved, worded);
        Assert.Empty(merged.Conflicts);
        Assert.Equal(
            "# One\n\nThird and last one.\n\nFirst long paragraph here.\n",
            merged.Text.ToString()
        );

        var struck = Matching.Attach(
            before,
            MarkdownTests.Read("# One\n\nSecond paragraph there.\n\nThird and last one.\n", 3)
        );
        var conflict = Assert.Single(Compose.Merge(before, struck, worded).Conflicts);
        Assert.Equal((Dispute.Struck, "First paragraph here.\n"), (conflict.About, conflict.Base));
        Assert.Equal(
            ["", "First long paragraph here.\n"],
            conflict.Sides.Select(side => side.Text)
        );
    }

    [Fact]
    public void Merging_loses_no_word_and_invents_none() =>
        Cases.Of(
            1500,
            drawn =>
            {
                var before = drawn.Text(5);
                var (a, b) = (drawn.Changed(before), drawn.Changed(before));
                var merged = Compose.Merge(before, a, b);
                Accounted(before, [a, b], merged);
                Assert.Equal(a, Compose.Merge(before, a, before).Text);
                Assert.Equal(b, Compose.Merge(before, before, b).Text);
                var same = Compose.Merge(before, a, a);
                Assert.Empty(same.Conflicts);
                Assert.Equal(a.ToString(), same.Text.ToString());
                var mirrored = Compose.Merge(before, b, a);
                Assert.Equal(merged.Text, mirrored.Text);
                Assert.Equal(
                    merged.Conflicts.Select(c =>
                        (
                            c.Base,
                            string.Join(
                                '\u0001',
                                c.Sides.Select(s => s.Text).Order(StringComparer.Ordinal)
                            )
                        )
                    ),
                    mirrored.Conflicts.Select(c =>
                        (
                            c.Base,
                            string.Join(
                                '\u0001',
                                c.Sides.Select(s => s.Text).Order(StringComparer.Ordinal)
                            )
                        )
                    )
                );
            }
        );

    [Fact]
    public void Merging_words_of_one_line_loses_none() =>
        Cases.Of(
            5000,
            drawn =>
            {
                var line = drawn.Line(19);
                var (before, a, b) = Versions(
                    string.Join(' ', line),
                    string.Join(' ', drawn.Edited(line)),
                    string.Join(' ', drawn.Edited(line))
                );
                Accounted(before, [a, b], Compose.Merge(before, a, b));
            }
        );

    internal static (TextVersion Base, TextVersion A, TextVersion B) Versions(
        string text,
        string a,
        string b
    )
    {
        var before = MarkdownTests.Read(text);
        return (
            before,
            Matching.Attach(before, MarkdownTests.Read(a, 1)),
            Matching.Attach(before, MarkdownTests.Read(b, 2))
        );
    }

    /// <summary>
    /// Every word a side has more than the base is in the text or in what that side says in a conflict; every word the base
    /// has and no side struck is in the text; and the text holds no word that none of them has.
    /// </summary>
    internal static void Accounted(
        TextVersion before,
        IReadOnlyList<TextVersion> sides,
        Composition made
    )
    {
        var text = Bag(made.Text.Blocks);
        var told = made
            .Conflicts.SelectMany(c => c.Sides)
            .SelectMany(s => WordsIn(s.Text))
            .CountBy(word => word)
            .ToDictionary(StringComparer.Ordinal);
        var allowed = Bag(before.Blocks);
        var kept = Bag(before.Blocks);
        foreach (var side in sides)
        {
            var (struck, brought) = Edited(before, side);
            foreach (var (word, count) in struck)
                kept[word] = kept.GetValueOrDefault(word) - count;
            foreach (var (word, more) in brought)
            {
                allowed[word] = allowed.GetValueOrDefault(word) + more;
                if (text.GetValueOrDefault(word) + told.GetValueOrDefault(word) < more)
                    Assert.Fail($"'{word}' of a side is lost\n{Shown(before, sides, made)}");
            }
        }
        foreach (var (word, count) in kept)
            if (text.GetValueOrDefault(word) < count)
                Assert.Fail(
                    $"'{word}' is lost though nobody struck it\n{Shown(before, sides, made)}"
                );
        foreach (var (word, count) in text)
            if (!(count <= allowed.GetValueOrDefault(word)))
                Assert.Fail($"'{word}' is invented\n{Shown(before, sides, made)}");
    }

    private static string Shown(
        TextVersion before,
        IReadOnlyList<TextVersion> sides,
        Composition made
    ) =>
        $"{before}\n---\n{string.Join("\n---\n", sides)}\n=== {made.Text}\n{string.Join('\n', made.Conflicts.Select(c => $"{c.About} {c.Base} | {string.Join(" | ", c.Sides)}"))}";

    private static (Dictionary<string, int> Struck, Dictionary<string, int> Brought) Edited(
        TextVersion before,
        TextVersion side
    )
    {
        var (struck, brought) = (new List<Block>(), new List<Block>());
        foreach (var change in Comparison.Of(before, side).Changes)
        {
            var was = before.PlaceOf(change.About) is >= 0 and var at ? before.Blocks[at] : null;
            switch (change)
            {
                case Change.Insert(_, var block):
                    brought.Add(block);
                    break;
                case Change.Delete:
                    struck.Add(was!);
                    break;
                case Change.Replace(_, var from, var to, var words):
                    struck.Add(was! with { Label = "", Text = was.Text.Slice(from, to) });
                    brought.Add(was with { Label = "", Text = words });
                    break;
                case Change.Renumber(_, var label):
                    struck.Add(was! with { Text = Prose.Empty });
                    brought.Add(was with { Label = label, Text = Prose.Empty });
                    break;
            }
        }
        return (Bag(struck), Bag(brought));
    }

    private static Dictionary<string, int> Bag(IEnumerable<Block> blocks) =>
        blocks
            .SelectMany(block => block.Text.Concat(Prose.Of(block.Label)))
            .Where(word => word.IsWord)
            .CountBy(word => word.Text)
            .ToDictionary(StringComparer.Ordinal);

    private static IEnumerable<string> WordsIn(string markdown) =>
        MarkdownTests
            .Read(markdown)
            .Blocks.SelectMany(block => block.Text.Concat(Prose.Of(block.Label)))
            .Where(w => w.IsWord)
            .Select(w => w.Text);
}
