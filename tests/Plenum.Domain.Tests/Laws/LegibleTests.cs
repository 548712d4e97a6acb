using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>What a text may be, so that every page can show it.</summary>
public sealed class LegibleTests
{
    [Theory]
    [InlineData("quotes in lists", "text.too-deep")]
    [InlineData("quotes", "text.too-deep")]
    [InlineData("lists in a line", "text.too-deep")]
    [InlineData("numbers in a line", "text.too-deep")]
    [InlineData("lists under each other", "text.too-deep")]
    [InlineData("quotes and lists under each other", "text.too-deep")]
    [InlineData("brackets", "text.too-entangled")]
    [InlineData("pictures", "text.too-entangled")]
    [InlineData("stars and lines", "text.too-entangled")]
    [InlineData("strong, split", "text.too-entangled")]
    [InlineData("emphasis", "text.too-entangled")]
    [InlineData("one star each", "text.too-entangled")]
    [InlineData("links", "text.too-entangled")]
    [InlineData("links in brackets", "text.too-entangled")]
    [InlineData("half links", "text.too-entangled")]
    [InlineData("code", "text.too-entangled")]
    [InlineData("empty items", "text.too-entangled")]
    [InlineData("no character", "text.controls")]
    [InlineData("escape", "text.controls")]
    [InlineData("half a pair", "text.controls")]
    public void A_hostile_text_is_refused_for_what_it_does(string name, string code) =>
        Assert.Equal(code, Legible.FaultOf("Text", HostileTexts.All[name])?.Code);

    [Theory]
    [InlineData("nothing to see")]
    [InlineData("blank letters")]
    public void What_nobody_sees_is_as_good_as_nothing(string name) =>
        Assert.True(Legible.ShowsNothing(HostileTexts.All[name]));

    [Theory]
    [InlineData("Repair the *roof* and the **gutter**, see [the offer](https://example.org/a_b).")]
    [InlineData("> - > - > He said so\n> - and she too\n\n1. one\n   - a\n     - b\n       - c")]
    [InlineData("Name: ____________________    Day: ____________________\n\n* * *\n\n--------")]
    [InlineData("                                                  far to the right")]
    [InlineData("\ttab\n\n    indented\n        more\n            and more")]
    [InlineData(
        "```\n> > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > > [[[[[[\n```\nx"
    )]
    [InlineData("2027. 3. 1. the day on which 1. May falls")]
    [InlineData("مرحبا بالعالم \u200Fو أهلا")]
    [InlineData("👩‍👩‍👧 flags 🇪🇸 and a\u0301")]
    public void What_people_write_is_taken(string text)
    {
        Assert.Null(Legible.FaultOf("Text", text));
        Assert.False(Legible.ShowsNothing(text));
    }

    [Fact]
    public void Every_text_the_program_brings_is_taken()
    {
        foreach (var name in new[] { "local-union", "council", "federation", "strike-committee" })
        foreach (var small in new[] { false, true })
            Assert.Null(Legible.FaultOf("Text", Templates.Text(name, small)));
    }

    [Fact]
    public void A_bound_is_told_with_the_line_it_was_passed_on()
    {
        var text = "fine\n\n" + string.Concat(Enumerable.Repeat("> ", Legible.Depth + 1)) + "x";
        Assert.Equal(new TextTooDeep("Text", 3, Legible.Depth), Legible.FaultOf("Text", text));
        Assert.Null(
            Legible.FaultOf("Text", string.Concat(Enumerable.Repeat("> ", Legible.Depth)) + "x")
        );
    }

    [Fact]
    public void A_title_of_two_lines_or_of_nothing_visible_is_no_title()
    {
        Assert.IsType<Ruling.OutOfOrder>(Sound("two\nlines"));
        Assert.IsType<Ruling.OutOfOrder>(Sound("\u200B"));
        Assert.IsType<Ruling.InOrder>(Sound("one line"));
    }

    private static Ruling Sound(string title) =>
        Texts.WhenSound(
            "Title",
            title,
            Texts.Title,
            () => Ruling.Under(new Authority.Clock(), default)
        );
}
