using System.Collections.Immutable;
using System.Globalization;
using Plenum.Texts.Words;

namespace Plenum.Texts.Tests;

/// <summary>Texts drawn at random, the same for the same seed: few different words, so that they repeat, and every kind of mark.</summary>
internal sealed class Drawn(int seed)
{
    private static readonly ImmutableArray<string> Nouns =
    [
        "board",
        "members",
        "branch",
        "congress",
        "dues",
        "delegate",
        "the",
        "of",
        "and",
        "meets",
        "every",
        "month",
        "votes",
        "in",
        "public",
        "Ärzte",
        "naïve",
        "l'eau",
        "co-operative",
        "3.5",
        "1,000",
        "2026",
    ];

    private static readonly ImmutableArray<string> Odd =
    [
        "*",
        "_",
        "`",
        "[",
        "]",
        "<",
        ">",
        "#",
        "-",
        "+",
        "=",
        "~",
        "|",
        "&",
        "!",
        "\\",
        "(",
        ")",
        "\"",
        "'",
        "/",
        "amp;",
        "&lt;",
        "**",
        "1.",
        "2)",
        "---",
        "§ 3",
        "(2)",
        "a)",
        "a_b",
        "会議",
        "\u202Ex\u202C",
        "so\u00ADft",
        "e\u0301",
        "👩‍👩‍👧",
        "€",
        "x\u00A0y",
        "http://x.y/?a=1&b_c",
        "<b>",
        "![i](u)",
        "[x]: y",
        "```",
        "&#65;",
        ":",
        "^",
    ];

    private readonly Random _random = new(seed);
    private int _ids;

    public int Below(int bound) => _random.Next(bound);

    public bool Once(int inHowMany) => _random.Next(inHowMany) == 0;

    public T Of<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    public BlockId NewId() => BlockIds.Seeded(BitConverter.GetBytes(seed))[_ids++];

    /// <summary>Words with a full stop now and then and nothing else.</summary>
    public string Plain(int most) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, 1 + Below(most))
                .Select(_ =>
                    Of(Nouns)
                    + (
                        Once(7) ? "."
                        : Once(9) ? ","
                        : ""
                    )
                )
        );

    /// <summary>One word a place, from few words: what line-based programs compare.</summary>
    public List<string> Line(int most) =>
        [.. Enumerable.Range(0, 1 + Below(most)).Select(_ => ((char)('a' + Below(20))).ToString())];

    /// <summary>Whatever words can be, in every style.</summary>
    public Prose Wild(int most)
    {
        var words = new List<Word>();
        for (var left = 1 + Below(most); left > 0; left--)
        {
            var style = (Style)(Once(4) ? Below(8) : 0);
            var link = Once(9)
                ? Of(["https://a.example/x?y=1&amp=2", "https://b.example/(z)_q*"])
                : "";
            link = Links.Accepted(link);
            foreach (var word in Prose.Of(Once(3) ? Of(Odd) : Of(Nouns)))
                words.Add(
                    word with
                    {
                        Style = style,
                        Link = link,
                        Gap =
                            word.Gap == Gap.None || Once(4) ? Gap.None
                            : Once(12) ? Gap.Break
                            : Once(12) ? Gap.Fixed
                            : Gap.Space,
                    }
                );
        }
        return Prose.Of(words);
    }

    public Block Block(bool wild)
    {
        var kind = Of([
            BlockKind.Paragraph,
            BlockKind.Paragraph,
            BlockKind.Heading,
            BlockKind.Item,
            BlockKind.Item,
            BlockKind.Quote,
            BlockKind.Row,
            BlockKind.Rule,
        ]);
        var text =
            kind == BlockKind.Row
                ? Prose.Of(Wild(4).Append(new Word(Word.Cell, Gap.None)).Concat(Wild(3)))
                : Wild(9);
        if (!wild)
            text = Prose.Of(kind == BlockKind.Row ? Plain(3) + "\t" + Plain(3) : Plain(14));
        var label =
            kind is BlockKind.Item ? Of(["-", "1.", "2.", "3)", "a)"])
            : Once(4) ? Of(["§ 3", "(2)", "a)", "§ 12a"])
            : "";
        return new Block(
            NewId(),
            kind,
            kind == BlockKind.Paragraph && !Once(4) ? 0 : 1 + Below(3),
            label,
            text
        );
    }

    public TextVersion Text(int most, bool wild = false) =>
        TextVersion.Of(Enumerable.Range(0, Below(most + 1)).Select(_ => Block(wild)).ToList());

    /// <summary>The text with some of its blocks and words changed by hand.</summary>
    public TextVersion Changed(TextVersion text, bool wild = false)
    {
        var blocks = text.Blocks.ToList();
        for (var times = 1 + Below(4); times > 0; times--)
        {
            var at = Below(blocks.Count + 1);
            if (at == blocks.Count || Once(6))
                blocks.Insert(at, Block(wild));
            else if (Once(6))
                blocks.RemoveAt(at);
            else if (Once(6))
            {
                var moved = blocks[at];
                blocks.RemoveAt(at);
                blocks.Insert(Below(blocks.Count + 1), moved);
            }
            else if (Once(8))
                blocks[at] = blocks[at] with { Label = Of(["§ 4", "(3)", "b)", "5."]) };
            else if (Once(12))
                blocks[at] = blocks[at] with { Kind = BlockKind.Paragraph, Level = 0 };
            else
                blocks[at] = blocks[at] with { Text = Reworded(blocks[at].Text, wild) };
        }
        return TextVersion.Of(blocks);
    }

    private Prose Reworded(Prose text, bool wild)
    {
        var words = text.Words.ToList();
        var from = Below(words.Count + 1);
        var to = Math.Min(words.Count, from + Below(4));
        if (Once(5) && from < to)
            words[from] = words[from] with { Style = words[from].Style ^ Style.Strong };
        else
        {
            words.RemoveRange(from, to - from);
            if (!Once(3))
                words.InsertRange(from, wild ? Wild(3) : Prose.Of(Plain(3)));
        }
        return Prose.Of(words);
    }

    public List<string> Edited(List<string> words)
    {
        var edited = words.ToList();
        for (var times = 1 + Below(2); times > 0; times--)
        {
            var at = Below(edited.Count + 1);
            var length = Math.Min(edited.Count - at, Below(3));
            edited.RemoveRange(at, length);
            if (length == 0 || !Once(3))
                edited.InsertRange(
                    at,
                    Line(3)
                        .Select(word =>
                            Once(2)
                                ? word
                                : word + Below(1000).ToString(CultureInfo.InvariantCulture)
                        )
                );
        }
        return edited;
    }
}
