using System.IO.Compression;
using System.Text;
using Plenum.Texts.Marking;
using Plenum.Texts.Office;
using Plenum.Texts.Showing;

namespace Plenum.Texts.Tests;

/// <summary>What comes from other programs is cleaned, what is dropped is said, and what we write is read again.</summary>
public sealed class OfficeTests
{
    private static readonly BlockIds Ids = BlockIds.Seeded([1]);

    private const string W =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    [Fact]
    public void An_open_document_is_read_as_the_text_it_was_written_from_with_its_ids() =>
        Cases.Of(
            400,
            drawn =>
            {
                var text = drawn.Text(6, wild: true);
                var bytes = OdtWriter.Write(text);
                Assert.Equal(bytes, OdtWriter.Write(text));
                var read = Assert.IsType<TextReading.Read>(OdtReader.Read(bytes, Ids)).Text;
                Assert.Equal(text.ToString(), read.ToString());
                Assert.Equal(text, read);
            }
        );

    [Fact]
    public void What_is_written_as_html_is_read_with_the_same_words() =>
        Cases.Of(
            400,
            drawn =>
            {
                var text = drawn.Text(6);
                var read = Assert
                    .IsType<TextReading.Read>(HtmlReader.Read(HtmlWriter.Write(text), Ids))
                    .Text;
                Assert.Equal(Words(text), Words(read));
            }
        );

    [Theory]
    [InlineData("<p>One <b>two</b> <i>three</i><br>four</p>", "One **two** _three_\\\nfour")]
    [InlineData("<h2>Head</h2><ul><li>a<ul><li>b</ul><li>c</ul>", "## Head\n\n- a\n\n  - b\n\n- c")]
    [InlineData("<ol start=3><li>a<li>b</ol>", "3. a\n4. b")]
    [InlineData("<ol type=a><li>x<li>y</ol>", "- a) x\n- b) y")]
    [InlineData("<blockquote><p>said</p></blockquote>after", "> said\n\nafter")]
    [InlineData("<table><tr><th>a<th>b<tr><td>c<td></table>", "| a | b |\n| --- | --- |\n| c |  |")]
    [InlineData("<b style='font-weight:normal'><p>doc</p></b>", "doc")]
    [InlineData("<ul><li>a</li><ul><li>b</li></ul></ul>", "- a\n\n  - b")]
    [InlineData(
        "<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span>item</p>",
        "1. item"
    )]
    [InlineData("<p>*no* _markup_ &lt;b&gt;</p>", "\\*no\\* \\_markup\\_ \\<b>")]
    [InlineData("<div>one<div>two</div>three</div>", "one\n\ntwo\n\nthree")]
    [InlineData("<p>x <a href='https://a.example/b'>link</a></p>", "x [link](https://a.example/b)")]
    public void What_is_pasted_becomes_blocks(string html, string markdown) =>
        Assert.Equal(
            markdown + "\n",
            Assert.IsType<TextReading.Read>(HtmlReader.Read(html, Ids)).Text.ToString()
        );

    [Theory]
    [InlineData("<p>a<script>alert(1)</script>b</p>", "drop.hidden", "ab\n")]
    [InlineData("<p>a<span style='display: none'>secret</span></p>", "drop.hidden", "a\n")]
    [InlineData("<p>a<span style='mso-hide:all'>secret</span></p>", "drop.hidden", "a\n")]
    [InlineData("<p><a href='javascript:x()'>go</a></p>", "drop.link", "go\n")]
    [InlineData("<p>seal <img src=x alt='of the union'></p>", "drop.image", "seal of the union\n")]
    public void What_is_dropped_is_said(string html, string code, string markdown)
    {
        var read = Assert.IsType<TextReading.Read>(HtmlReader.Read(html, Ids));
        Assert.Equal(code, Assert.Single(read.Notes).Code);
        Assert.Equal(markdown, read.Text.ToString());
    }

    [Fact]
    public void A_plain_docx_is_read_with_its_headings_lists_and_tables()
    {
        var read = Assert.IsType<TextReading.Read>(
            DocxReader.Read(
                Docx(
                    """
                    <w:p><w:pPr><w:pStyle w:val="berschrift1"/></w:pPr><w:r><w:t>Rules</w:t></w:r></w:p>
                    <w:p><w:r><w:t xml:space="preserve">The </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>board</w:t></w:r><w:r><w:t xml:space="preserve"> meets.</w:t></w:r></w:p>
                    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>
                    <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>under</w:t></w:r></w:p>
                    <w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:hyperlink r:id="rId1"><w:r><w:t>two</w:t></w:r></w:hyperlink></w:p>
                    <w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
                    """
                ),
                Ids
            )
        );
        Assert.Equal(
            "# Rules\n\nThe **board** meets.\n\n1. one\n\n   - a) under\n\n2. [two](https://a.example/)\n\n| a | b |\n| --- | --- |\n",
            read.Text.ToString()
        );
        Assert.Empty(read.Notes);
    }

    [Theory]
    [InlineData("<w:p><w:ins w:id=\"1\"><w:r><w:t>new</w:t></w:r></w:ins></w:p>")]
    [InlineData("<w:p><w:del w:id=\"1\"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>")]
    [InlineData("<w:p><w:moveFrom w:id=\"1\"><w:r><w:t>there</w:t></w:r></w:moveFrom></w:p>")]
    public void A_docx_with_tracked_changes_is_refused(string body) =>
        Refused("text.tracked-changes", DocxReader.Read(Docx(body), Ids));

    [Fact]
    public void What_is_no_document_is_refused_with_what_was_expected()
    {
        Refused("package.none", DocxReader.Read("no zip"u8.ToArray(), Ids));
        Refused("package.none", OdtReader.Read("no zip"u8.ToArray(), Ids));
        Refused("package.part", OdtReader.Read(Docx(""), Ids));
        Refused(
            "package.part",
            DocxReader.Read(
                Zip(("word/document.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>")),
                Ids
            )
        );
        Refused(
            "package.too-large",
            DocxReader.Read(
                Zip(("word/document.xml", new string(' ', 300_000))),
                Ids,
                TextLimits.Usual with
                {
                    Unpacked = 200_000,
                }
            )
        );
        Refused(
            "text.too-deep",
            DocxReader.Read(
                Zip(
                    (
                        "word/document.xml",
                        string.Concat(Enumerable.Repeat("<a>", 500))
                            + string.Concat(Enumerable.Repeat("</a>", 500))
                    )
                ),
                Ids
            )
        );
        Refused(
            "text.too-deep",
            HtmlReader.Read(string.Concat(Enumerable.Repeat("<div>", 5000)), Ids)
        );
        Refused(
            "text.too-large",
            HtmlReader.Read(new string('a', 5000), Ids, TextLimits.Usual with { Characters = 4000 })
        );
        Refused("text.no-text", HtmlReader.Read("a\0b", Ids));
    }

    internal static void Refused(string code, TextReading reading)
    {
        var finding = Assert.Single(Assert.IsType<TextReading.Malformed>(reading).Findings);
        Assert.Equal(code, finding.Code);
    }

    internal static byte[] Docx(string body) =>
        Zip(
            ("word/document.xml", $"<w:document {W}><w:body>{body}</w:body></w:document>"),
            (
                "word/styles.xml",
                $"<w:styles {W}><w:style w:type=\"paragraph\" w:styleId=\"berschrift1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"
            ),
            (
                "word/numbering.xml",
                $"<w:numbering {W}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1.\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:lvlText w:val=\"%2)\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"
            ),
            (
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Target=\"https://a.example/\"/></Relationships>"
            )
        );

    private static byte[] Zip(params (string Name, string Text)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        return bytes.ToArray();
    }

    private static string Words(TextVersion text) =>
        string.Join(
            ' ',
            text.Blocks.SelectMany(block =>
                    Plenum.Texts.Words.Prose.Of(block.Label).Concat(block.Text)
                )
                .Where(word => word.IsWord)
                .Select(word => word.Text)
        );
}
