using Plenum.Texts.Marking;
using Plenum.Texts.Words;

namespace Plenum.Texts.Tests;

/// <summary>What is written is read as the same text, whatever people typed.</summary>
public sealed class MarkdownTests
{
    internal static TextVersion Read(string markdown, byte seed = 0) =>
        MarkdownReader.Read(markdown, BlockIds.Seeded([seed])) is TextReading.Read(var text, _)
            ? text
            : throw new InvalidOperationException(markdown);

    [Fact]
    public void What_is_written_is_read_as_the_same_text() =>
        Cases.Of(
            1500,
            drawn =>
            {
                var text = drawn.Text(6, wild: true);
                var written = MarkdownWriter.Write(text);
                var read = Read(written);
                if (
                    !(
                        text.Blocks.Length == read.Blocks.Length
                        && text.Blocks.Zip(read.Blocks).All(pair => pair.First.Says(pair.Second))
                    )
                )
                    Assert.Fail(
                        $"{written}\n--- read as ---\n{MarkdownWriter.Write(read)}\n{Shown(text)}\n--\n{Shown(read)}"
                    );
                Assert.Equal(written, MarkdownWriter.Write(read));
            }
        );

    [Fact]
    public void The_canonical_form_is_read_as_the_same_text_with_its_ids() =>
        Cases.Of(
            500,
            drawn =>
            {
                var text = drawn.Text(6, wild: true);
                var read = Assert.IsType<TextReading.Read>(TextCanon.Read(TextCanon.Write(text)));
                Assert.Equal(Shown(text), Shown(read.Text));
                Assert.Equal(text, read.Text);
                Assert.Equal(text.Digest, read.Text.Digest);
            }
        );

    [Theory]
    [InlineData("§ 3 The board\n\n(1) meets.\n", "§ 3|The board", "(1)|meets.")]
    [InlineData("# 3. Dues\n", "3.|Dues")]
    [InlineData("1. one\n1. two\n1. three\n", "1.|one", "2.|two", "3.|three")]
    [InlineData("3. one\n5. two\n", "3.|one", "5.|two")]
    [InlineData("- a\n  - b\n\n    more\n- c\n", "-|a", "-|b", "|more", "-|c")]
    [InlineData("> said\n> - one\n", "|said", "-|one")]
    [InlineData("| a | b |\n|---|---|\n| c | |\n", "|a\tb", "|c")]
    [InlineData("2026 was a year\n", "|2026 was a year")]
    [InlineData("a *b* **c** `d`\\\ne [f](https://g.example)\n", "|a b c d\ne f")]
    public void Markdown_becomes_blocks_with_labels(string markdown, params string[] blocks) =>
        Assert.Equal(blocks, Read(markdown).Blocks.Select(block => $"{block.Label}|{block.Text}"));

    [Theory]
    [InlineData("![seal](https://a.example/s.png)", "drop.image", "seal")]
    [InlineData("[x](javascript:alert(1))", "drop.link", "x")]
    [InlineData("```\ncode here\n```", "code.block", "code here")]
    [InlineData("- # head", "heading.in-list", "head")]
    [InlineData("- a\n\n  > b", "quote.in-list", "a b")]
    [InlineData("-\n- a", "drop.empty-item", "a")]
    public void What_is_not_kept_is_said_and_its_words_stay(
        string markdown,
        string code,
        string words
    )
    {
        var read = Assert.IsType<TextReading.Read>(
            MarkdownReader.Read(markdown, BlockIds.Seeded([]))
        );
        Assert.Equal(code, Assert.Single(read.Notes).Code);
        Assert.Equal(words, string.Join(' ', read.Text.Blocks.Select(block => block.Text)));
    }

    [Fact]
    public void Html_is_words_and_nothing_else() =>
        Assert.Equal(
            "<script>alert(1)</script> <b>",
            Read("<script>alert(1)</script> <b>").Blocks.Single().Text.ToString()
        );

    private static string Shown(TextVersion text) =>
        string.Join(
            '\n',
            text.Blocks.Select(block =>
                $"{block.Id} {block.Kind} {block.Level} {block.Label}|{string.Join('·', block.Text.Select(word => $"{word.Gap}/{word.Style}/{word.Link}/{word.Text}"))}"
            )
        );
}
