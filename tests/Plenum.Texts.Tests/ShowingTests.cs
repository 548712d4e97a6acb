using System.Globalization;
using System.Text;
using AngleSharp.Html.Parser;
using Plenum.Testing;
using Plenum.Texts.Comparing;
using Plenum.Texts.Living;
using Plenum.Texts.Merging;
using Plenum.Texts.Showing;

namespace Plenum.Texts.Tests;

/// <summary>How a text and its changes are shown: to eyes, to ears and on paper.</summary>
public sealed class ShowingTests
{
    [Fact]
    public void Without_what_is_marked_as_deleted_the_newer_text_is_read_and_without_what_came_the_older() =>
        Cases.Of(
            400,
            drawn =>
            {
                var before = drawn.Text(5);
                var after = drawn.Changed(before);
                var html = HtmlChanges.Write(before, after, HtmlWords.English);
                Assert.Equal(Letters(HtmlWriter.Write(after)), Letters(html, "del"));
                if (
                    !Comparison
                        .Of(before, after)
                        .Changes.Any(change =>
                            change is Changes.Change.Move or Changes.Change.Reshape
                        )
                )
                    Assert.Equal(Letters(HtmlWriter.Write(before)), Letters(html, "ins"));
            }
        );

    [Fact]
    public void Every_line_has_its_number_and_holds_its_words_once() =>
        Cases.Of(
            400,
            drawn =>
            {
                var text = drawn.Text(6, wild: true);
                var lines = LineNumbers.Of(text, 30, 5);
                Assert.Equal(
                    Enumerable.Range(5, lines.Lines.Length),
                    lines.Lines.Select(line => line.Number)
                );
                foreach (var block in text.Blocks)
                {
                    var at = 0;
                    foreach (var line in lines.Lines.Where(line => line.Block == block.Id))
                    {
                        Assert.Equal(at, line.From);
                        at = line.To;
                    }
                    Assert.Equal(block.Text.Count, at);
                }
                Assert.Equal(
                    lines.Lines.Select(line => line.Number.ToString(CultureInfo.InvariantCulture)),
                    new HtmlParser()
                        .ParseDocument(HtmlWriter.Print(text, lines))
                        .QuerySelectorAll("td.no")
                        .Select(cell => cell.TextContent)
                );
            }
        );

    /// <summary>Rule 1 counts as it always did: texts that were cited by it are cited for ever.</summary>
    [Fact]
    public void Lines_are_counted_as_they_always_were()
    {
        var text = new StringBuilder();
        for (var seed = 1; seed <= 12; seed++)
            foreach (var line in LineNumbers.Of(new Drawn(seed).Text(4, wild: true), 40, 1).Lines)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{seed} {line.Number} {line.From}-{line.To} {line.Text}\n"
                );
        Golden.Check("texts/lines.txt", text.ToString());
    }

    [Fact]
    public void A_list_of_changes_can_be_read_out_and_cited()
    {
        var before = MarkdownTests.Read(
            "# § 1 Dues\n\n(1) Members pay dues every month.\n\n(2) The board may waive them.\n\nLast.\n"
        );
        var after = Matching.Attach(
            before,
            MarkdownTests.Read(
                "# § 1 Dues\n\n(1) Members pay dues every single month.\n\nNew words here.\n\n(3) The board must waive them.\n",
                1
            )
        );
        Assert.Equal(
            [
                "Insert (1) 2 'single' behind 'pay dues every'",
                "Renumber (2) 3 '(2)' '(3)'",
                "Replace (2) 3 'may' 'must' behind 'The board'",
                "DeleteBlock  4 'Last.' ''",
                "InsertBlock (1) 2 '' 'New words here.'",
            ],
            WrittenChange
                .Of(before, after, LineNumbers.Of(before))
                .Select(c =>
                    c.Act is Act.Insert
                        ? $"{c.Act} {c.At.Label} {c.At.FirstLine} '{c.Inserted}' behind '{c.Behind}'"
                        : $"{c.Act} {c.At.Label} {c.At.FirstLine} '{c.Deleted}' '{c.Inserted}'{(c.Behind.Length > 0 ? $" behind '{c.Behind}'" : "")}"
                )
        );
    }

    [Fact]
    public void Signs_that_turn_the_direction_are_kept_shown_and_held_in_their_paragraph() =>
        Assert.Equal(
            "<p id=\"b-69m1cm781vc7f\"><bdi>he said <span class=\"sign\">U+202E</span>&#x202E;abc</bdi></p>\n",
            HtmlWriter.Write(MarkdownTests.Read("he said \u202Eabc"))
        );

    [Fact]
    public void Nothing_a_person_typed_becomes_markup_of_the_page() =>
        Assert.DoesNotContain(
            "<script",
            HtmlWriter.Write(MarkdownTests.Read("<script>x</script> \" onload=\"y")),
            StringComparison.OrdinalIgnoreCase
        );

    [Fact]
    public void Every_word_of_a_living_text_knows_what_brought_it_and_no_id_comes_twice()
    {
        var first = MarkdownTests.Read("Members pay dues.\n\nThe end.\n");
        var history = TextHistory.Begin("2019", first);
        var id = first.Blocks[0].Id;
        history = Adopted(
            history.Adopt(
                "2024",
                [
                    Between(1, "A12", history, "Members pay dues monthly.\n\nThe end.\n"),
                    Between(2, "A3", history, "Members pay dues.\n"),
                ]
            )
        );
        history = Adopted(
            history.Adopt("2026", [Between(1, "A7", history, "All members pay dues monthly.\n")])
        );
        Assert.Equal(["A7", "A7", "2019", "2019", "A12", "2019"], history.Current.Origins[id]);
        Assert.Equal(first, history.Revisions[0].Text);
        Assert.Equal([0, 1, 2], history.RevisionsOf(id));
        Assert.Equal([0, 1], history.RevisionsOf(first.Blocks[1].Id));
        Assert.IsType<Adoption.Refused>(
            history.Adopt(
                "x",
                [
                    new Amendment(
                        1,
                        "A1",
                        [
                            new Changes.Change.Insert(
                                id,
                                Block.Paragraph(first.Blocks[1].Id, "again")
                            ),
                        ]
                    ),
                ]
            )
        );
        Assert.IsType<Adoption.Open>(
            history.Adopt(
                "x",
                [
                    Between(1, "A1", history, "All members pay fees monthly.\n"),
                    Between(2, "A2", history, "All members pay tax monthly.\n"),
                ]
            )
        );
    }

    private static TextHistory Adopted(Adoption adoption) =>
        Assert.IsType<Adoption.Adopted>(adoption).History;

    private static Amendment Between(
        int number,
        string name,
        TextHistory history,
        string markdown
    ) =>
        Amendment.Between(
            number,
            name,
            history.Current.Text,
            Matching.Attach(history.Current.Text, MarkdownTests.Read(markdown, (byte)number))
        );

    // What is read when some elements are left out, without the words beside marks and without spaces.
    private static string Letters(string html, string without = "none")
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.QuerySelectorAll($"{without}, .beside").ToList())
            element.Remove();
        return string.Concat(document.Body!.TextContent.Where(c => !char.IsWhiteSpace(c)));
    }
}
