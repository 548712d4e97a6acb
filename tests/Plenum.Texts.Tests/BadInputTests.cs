using System.Text;
using Plenum.Texts.Comparing;
using Plenum.Texts.Marking;
using Plenum.Texts.Merging;
using Plenum.Texts.Office;
using Plenum.Texts.Showing;

namespace Plenum.Texts.Tests;

/// <summary>Whatever bytes come in, an answer comes out: in time, within bounds, and never an exception.</summary>
public sealed class BadInputTests
{
    private static readonly BlockIds Ids = BlockIds.Seeded([1]);

    [Fact]
    public void What_is_no_text_or_too_much_is_refused_with_its_place()
    {
        OfficeTests.Refused("text.not-utf8", MarkdownReader.Read([0x61, 0x0A, 0xFF, 0xFE], Ids));
        OfficeTests.Refused("text.no-text", MarkdownReader.Read("a\0b"u8, Ids));
        OfficeTests.Refused("text.no-text", MarkdownReader.Read("a\uD800b", Ids));
        OfficeTests.Refused("text.too-large", MarkdownReader.Read(new string('a', 2_000_001), Ids));
        OfficeTests.Refused(
            "text.too-many-blocks",
            MarkdownReader.Read("a\n\nb\n\nc\n", Ids, TextLimits.Usual with { Blocks = 2 })
        );
        OfficeTests.Refused(
            "text.block-too-large",
            MarkdownReader.Read("a b c\n", Ids, TextLimits.Usual with { InBlock = 2 })
        );
        OfficeTests.Refused("text.too-deep", MarkdownReader.Read(new string('>', 50) + " a", Ids));
        OfficeTests.Refused(
            "text.too-deep",
            MarkdownReader.Read(string.Concat(Enumerable.Repeat("- ", 5000)) + "a", Ids)
        );
        OfficeTests.Refused(
            "text.too-many-marks",
            MarkdownReader.Read(new string('[', 100_000), Ids)
        );
        OfficeTests.Refused(
            "text.too-many-marks",
            MarkdownReader.Read(string.Concat(Enumerable.Repeat("*a_ ", 50_000)), Ids)
        );
        OfficeTests.Refused("canon.form", TextCanon.Read("{\"form\":\"other\"}"u8));
        OfficeTests.Refused("canon.line", TextCanon.Read("no json"u8));
        OfficeTests.Refused("canon.form", TextCanon.Read(""u8));
        var line = "{\"form\":\"plenum-text/1\"}\n";
        var block =
            "{\"id\":\"69m1cm781vc7f\",\"kind\":\"paragraph\",\"level\":0,\"label\":\"\",\"text\":\"a\"}\n";
        OfficeTests.Refused(
            "block.id-twice",
            TextCanon.Read(Encoding.UTF8.GetBytes(line + block + block))
        );
        OfficeTests.Refused(
            "block.id",
            TextCanon.Read(
                Encoding.UTF8.GetBytes(
                    line + block.Replace("69m1", "!!!!", StringComparison.Ordinal)
                )
            )
        );
        OfficeTests.Refused(
            "block.kind",
            TextCanon.Read(
                Encoding.UTF8.GetBytes(
                    line + block.Replace("paragraph", "poem", StringComparison.Ordinal)
                )
            )
        );
        OfficeTests.Refused(
            "block.level",
            TextCanon.Read(
                Encoding.UTF8.GetBytes(
                    line + block.Replace(":0,", ":\"x\",", StringComparison.Ordinal)
                )
            )
        );
    }

    [Fact]
    public void A_line_is_named_where_bytes_are_no_text() =>
        Assert.Equal(
            2,
            Assert
                .IsType<TextReading.Malformed>(MarkdownReader.Read([0x61, 0x0A, 0xFF], Ids))
                .Findings.Single()
                .Line
        );

    /// <summary>2,000 here, a million with <c>./check --long</c>.</summary>
    [Fact]
    public void Mutated_input_gives_an_answer()
    {
        byte[][] seeds =
        [
            Encoding.UTF8.GetBytes(
                "# § 1 Head\n\n(1) A *b* **c** `d` [e](https://f.example) \\\ng.\n\n- a\n  1. b\n\n> q\n\n| a | b |\n|---|---|\n| c | d |\n\n---\n"
            ),
            Encoding.UTF8.GetBytes(
                "<h1>a</h1><p style='mso-list:l0 level1'>b<b>c</b></p><ul><li>d<ol start=4><li>e</ol></ul><table><tr><td>f</table>\u202E"
            ),
            TextCanon.Write(MarkdownTests.Read("# a\n\nb **c**\n")),
            OdtWriter.Write(MarkdownTests.Read("# a\n\n- b **c**\n\n| d |\n|---|\n")),
            OfficeTests.Docx(
                "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:t>one</w:t></w:r></w:p>"
            ),
        ];
        Cases.Of(
            2000,
            drawn =>
            {
                var bytes = Mutated(
                    drawn,
                    seeds[drawn.Below(seeds.Length)],
                    seeds[drawn.Below(seeds.Length)]
                );
                TextReading[] readings =
                [
                    MarkdownReader.Read(bytes, Ids),
                    TextCanon.Read(bytes),
                    HtmlReader.Read(Encoding.UTF8.GetString(bytes), Ids),
                    .. bytes is [(byte)'P', (byte)'K', ..]
                        ? new[] { OdtReader.Read(bytes, Ids), DocxReader.Read(bytes, Ids) }
                        : [],
                ];
                foreach (var read in readings.OfType<TextReading.Read>())
                {
                    Assert.NotNull(HtmlWriter.Write(read.Text));
                    Assert.True(
                        read.Text.ToString() == MarkdownTests.Read(read.Text.ToString()).ToString(),
                        read.Text.ToString()
                    );
                    var other = Matching.Attach(read.Text, MarkdownTests.Read("a\n\nb **c**\n", 9));
                    Assert.Equal(other, Compose.Merge(read.Text, read.Text, other).Text);
                }
            },
            longer: 500
        );
    }

    private static byte[] Mutated(Drawn drawn, byte[] seed, byte[] other)
    {
        var bytes = seed.ToList();
        for (var times = 1 + drawn.Below(6); times > 0; times--)
        {
            var at = drawn.Below(bytes.Count + 1);
            switch (drawn.Below(5))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)drawn.Below(256);
                    break;
                case 1:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(drawn.Wild(3).ToString()));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(bytes.Count - at, drawn.Below(12)));
                    break;
                case 3:
                    var from = drawn.Below(other.Length);
                    bytes.InsertRange(
                        at,
                        other[from..Math.Min(other.Length, from + drawn.Below(40))]
                    );
                    break;
                default:
                    bytes.InsertRange(
                        at,
                        Enumerable.Repeat(
                            (byte)drawn.Of("*_`[]<>#-|\\&\n \t"u8.ToArray()),
                            drawn.Below(30)
                        )
                    );
                    break;
            }
        }
        return [.. bytes];
    }
}
