using System.Text.Json;

namespace Plenum.Cli.Tests;

/// <summary><c>plenum text</c>: what it answers to people and to programs, and how it ends.</summary>
public sealed class TextVerbTests : IDisposable
{
    private readonly PassingFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Two_texts_are_compared_in_words()
    {
        var (older, newer) = (
            File("old.md", "The board meets every month.\n"),
            File("new.md", "The board meets every single week.\n")
        );
        var said = await Shell.Run("text", "diff", older, newer, "--json");
        var read = await Shell.Run("text", "diff", older, newer);
        var spanish = await Shell.Run("es_ES.UTF-8", ["text", "diff", older, newer]);

        Assert.Equal((0, 0, 0), (said.Exit, read.Exit, spanish.Exit));
        using var json = JsonDocument.Parse(said.Out);
        var words = json.RootElement.GetProperty("words");
        Assert.Equal(
            (4, 2, 1),
            (
                words.GetProperty("kept").GetInt32(),
                words.GetProperty("inserted").GetInt32(),
                words.GetProperty("deleted").GetInt32()
            )
        );
        Assert.Equal(
            "month",
            json.RootElement.GetProperty("changes")[0].GetProperty("deleted").GetString()
        );
        Assert.StartsWith(
            "Paragraph 1, line 1: replace “month” with “single week”.",
            read.Out,
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Párrafo 1, línea 1: sustituir «month» por «single week».",
            spanish.Out,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task What_both_changed_is_for_people_and_never_a_mark_in_the_text()
    {
        var (text, a, b) = (
            File("base.md", "Dues are ten. The end.\n"),
            File("a.md", "Dues are nine. The end.\n"),
            File("b.md", "Dues are twelve. The very end.\n")
        );
        var merged = await Shell.Run("text", "merge", text, a, b, "--json");
        var read = await Shell.Run("text", "merge", text, a, b);
        var clean = await Shell.Run("text", "merge", text, text, b, "--json");

        Assert.Equal((1, 1, 0), (merged.Exit, read.Exit, clean.Exit));
        using var json = JsonDocument.Parse(merged.Out);
        Assert.Equal(
            "Dues are ten. The very end.\n",
            json.RootElement.GetProperty("text").GetString()
        );
        var conflict = Assert.Single(json.RootElement.GetProperty("conflicts").EnumerateArray());
        Assert.Equal(
            ("Dues are ten.", "Dues are nine.", "Dues are twelve."),
            (
                conflict.GetProperty("base").GetString(),
                conflict.GetProperty("a").GetString(),
                conflict.GetProperty("b").GetString()
            )
        );
        Assert.Equal("Dues are ten. The very end.\n", read.Out);
        Assert.Contains("b: Dues are twelve.", read.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amendments_stand_in_the_order_of_their_numbers_and_conflict_when_they_share_a_word()
    {
        var (text, a, b, c) = (
            File("base.md", "Members pay dues.\n"),
            File("a.md", "Members pay dues.\n\nThey vote.\n"),
            File("b.md", "Members pay dues.\n\nThey speak.\n"),
            File("c.md", "Members pay fees.\n")
        );
        var d = File("d.md", "Members pay tax.\n");
        var one = await Shell.Run("text", "compose", text, "2=" + a, "1=" + b, "--json");
        var other = await Shell.Run(
            "text",
            "compose",
            text,
            "1=" + b,
            "2=" + a,
            "3=" + c,
            "--json"
        );
        var all = await Shell.Run("text", "compose", text, a, b, c, d, "--json");
        var twice = await Shell.Run("text", "compose", text, "1=" + a, "1=" + b);

        Assert.Equal((0, 0, 1, 2), (one.Exit, other.Exit, all.Exit, twice.Exit));
        Assert.Equal("Members pay dues.\n\nThey speak.\n\nThey vote.\n", Text(one));
        Assert.Equal("Members pay fees.\n\nThey speak.\n\nThey vote.\n", Text(other));
        Assert.Equal("Members pay dues.\n\nThey vote.\n\nThey speak.\n", Text(all));
        using var json = JsonDocument.Parse(one.Out);
        Assert.Single(json.RootElement.GetProperty("adjacent").EnumerateArray());
    }

    [Fact]
    public async Task A_file_that_is_no_text_is_named_with_its_line()
    {
        var text = File("base.md", "Members pay dues.\n");
        System.IO.File.WriteAllBytes(_folder.At("none.md"), [0x61, 0x0A, 0xFF, 0xFE, 0x00]);
        var said = await Shell.Run("text", "diff", text, _folder.At("none.md"));
        var json = await Shell.Run("text", "merge", text, text, _folder.At("none.md"), "--json");
        var missing = await Shell.Run("text", "diff", text, _folder.At("nowhere.md"));

        Assert.Equal((2, 2, 2), (said.Exit, json.Exit, missing.Exit));
        Assert.Contains("none.md, line 2", said.Err, StringComparison.Ordinal);
        using var findings = JsonDocument.Parse(json.Out);
        Assert.Equal(
            "text.not-utf8",
            findings.RootElement.GetProperty("findings")[0].GetProperty("code").GetString()
        );
        Assert.Contains("nowhere.md", missing.Err, StringComparison.Ordinal);
    }

    private static string? Text(Said said)
    {
        using var json = JsonDocument.Parse(said.Out);
        return json.RootElement.GetProperty("text").GetString();
    }

    private string File(string name, string text)
    {
        System.IO.File.WriteAllText(_folder.At(name), text);
        return _folder.At(name);
    }
}
