using System.Text.Json;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class StatutesDiffTests
{
    private static readonly string Good = Templates.Text("local-union", small: false);

    [Theory]
    [InlineData("prose committee", 0, "No rule is touched.")]
    [InlineData("recall.petition.window = P60D", 0, "widened and none is narrowed")]
    [InlineData("organisation.name = Harbour", 0, "Rules change, and no right")]
    [InlineData("recall.petition.window = P14D", 1, "all members decide")]
    public void The_exit_code_says_whether_a_right_is_narrowed(
        string edit,
        int exit,
        string verdict
    )
    {
        var answer = StatutesDiff.Diff(Good, Edit.Apply(Good, edit), "en", json: false);
        Assert.Equal(exit, answer.ExitCode);
        Assert.Contains(verdict, answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_cannot_be_read_is_bad_input()
    {
        var answer = StatutesDiff.Diff(Good, Good + "\n```rule\na: 1\n", "en", json: false);
        Assert.Equal(2, answer.ExitCode);
        Assert.NotEmpty(answer.Text);
    }

    [Fact]
    public void A_change_names_its_article_its_line_both_sentences_and_the_reason()
    {
        var after = Edit.Apply(Good, "recall.petition.window = P14D");
        var change = Assert.Single(Changes.Between(Draft.Parse(Good), Draft.Parse(after)).Items);
        Assert.Equal(
            ("recall", ChangeDirection.Narrowing),
            (change.Article.Value, change.Direction)
        );
        Assert.Contains("P14D", after.Split('\n')[change.Line - 1], StringComparison.Ordinal);
        var sentence = ChangeText.Of(change, Draft.Parse(Good), Draft.Parse(after), "en");
        Assert.Contains("30 days", sentence, StringComparison.Ordinal);
        Assert.Contains("14 days", sentence, StringComparison.Ordinal);
        Assert.Contains("less time", sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Programs_get_the_same_as_json()
    {
        var after = Edit.Apply(Edit.Apply(Good, "prose committee"), "motions.debate = P1D");
        var answer = StatutesDiff.Diff(Good, after, "es", json: true);
        using var json = JsonDocument.Parse(answer.Text);
        Assert.Equal("narrowing", json.RootElement.GetProperty("verdict").GetString());
        var change = json.RootElement.GetProperty("changes")[0];
        Assert.Equal("motions.debate", change.GetProperty("key").GetString());
        Assert.Equal("P7D", change.GetProperty("before").GetString());
        var reworded = json.RootElement.GetProperty("wording")[0];
        Assert.Equal("committee", reworded.GetProperty("article").GetString());
        Assert.Contains(
            reworded.GetProperty("passages").EnumerateArray(),
            p =>
                p.GetProperty("kind").GetString() == "added"
                && p.GetProperty("text").GetString() == "We mean what we say."
        );
    }

    [Fact]
    public void Words_that_stay_are_kept_and_only_the_others_are_struck_or_added() =>
        Assert.Equal(
            [
                new(PassageKind.Kept, "Every member"),
                new(PassageKind.Struck, "may"),
                new(PassageKind.Added, "shall"),
                new(PassageKind.Kept, "attend and"),
                new(PassageKind.Added, "always"),
                new(PassageKind.Kept, "speak"),
            ],
            Passages.Between(
                "Every member may attend and speak",
                "Every  member shall attend\nand always speak"
            )
        );

    [Fact]
    public void Passages_give_back_both_texts() =>
        Gen.Select(
                DirectionLawTests.From("a", "b", "c", "d").Array[0, 40],
                DirectionLawTests.From("a", "b", "c", "e").Array[0, 40]
            )
            .Sample(
                (one, other) =>
                {
                    var passages = Passages
                        .Between(string.Join(' ', one), string.Join(' ', other))
                        .Items;
                    string Without(PassageKind kind) =>
                        string.Join(' ', passages.Where(p => p.Kind != kind).Select(p => p.Text));
                    Assert.Equal(string.Join(' ', one), Without(PassageKind.Added));
                    Assert.Equal(string.Join(' ', other), Without(PassageKind.Struck));
                },
                iter: 500
            );

    [Fact]
    public void No_broken_text_makes_the_comparison_throw_and_a_cut_rule_is_never_wording() =>
        Gen.Select(
                Gen.Int[0, 20_000],
                Gen.Int[1, 80],
                DirectionLawTests.From("", "```", "{", "- ", "ñ", "\0")
            )
            .Sample(
                (at, cut, piece) =>
                {
                    var from = at % Good.Length;
                    var broken = Good[..from] + piece + Good[Math.Min(Good.Length, from + cut)..];
                    var answer = StatutesDiff.Diff(Good, broken, "en", json: false);
                    _ = StatutesDiff.Diff(broken, Good, "es", json: true);
                    Assert.True(
                        Standing(broken).SequenceEqual(Standing(Good)) || answer.ExitCode > 0,
                        answer.Text
                    );
                },
                iter: 200
            );

    // Not counted by blocks: a cut that makes two blocks one may leave every rule where it stood.
    private static IEnumerable<string> Standing(string text) =>
        Draft
            .Parse(text)
            .Articles.Items.SelectMany(a => a.Blocks.Items)
            .SelectMany(b => b.Root.Entries.Items)
            .Select(e => e.Key)
            .Order(StringComparer.Ordinal);

    [Fact]
    public void A_text_in_which_a_rule_stands_twice_is_bad_input()
    {
        var twice = Good.Replace(
            "```rule\nkeepers:",
            "```rule\nkeepers:\n  persons: 9\nkeepers:",
            StringComparison.Ordinal
        );
        Assert.NotEqual(Good, twice);
        Assert.Equal(2, StatutesDiff.Diff(Good, twice, "en", json: false).ExitCode);
    }
}
