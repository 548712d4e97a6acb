using NodaTime;
using Plenum.Web.About;
using Plenum.Web.Pieces;
using Plenum.Web.Speech;

namespace Plenum.Browser.Tests.Pieces;

public sealed class DrawingTests
{
    private static readonly Gen<string> Text = Gen.Char["abcd"]
        .Array[0, 12]
        .Select(words => string.Join(' ', words));

    private static string Only<TOther>(IEnumerable<WordRun> runs)
        where TOther : WordRun =>
        string.Join(' ', runs.Where(run => run is not TOther).Select(run => run.Words));

    [Fact]
    public void Without_what_was_added_a_change_is_the_old_text_and_without_what_was_removed_the_new() =>
        Gen.Select(Text, Text)
            .Sample(
                (before, after) =>
                {
                    var runs = WordRun.Between(before, after);
                    Assert.Equal(before, Only<WordRun.Added>(runs));
                    Assert.Equal(after, Only<WordRun.Removed>(runs));
                }
            );

    [Fact]
    public void A_text_compared_with_itself_is_kept_whole() =>
        Assert.Equal([new WordRun.Kept("a b c")], WordRun.Between("a b c", "a b c"));

    [Fact]
    public void One_word_changed_is_one_word_removed_and_one_added() =>
        Assert.Equal(
            [
                new WordRun.Kept("one"),
                new WordRun.Removed("tenth"),
                new WordRun.Added("twentieth"),
                new WordRun.Kept("of us"),
            ],
            WordRun.Between("one tenth of us", "one twentieth of us")
        );

    [Fact]
    public void Every_column_of_a_flow_is_as_high_as_the_papers_that_were_cast()
    {
        var drawing = FlowDrawing.Of(
            new Examples(
                new Sentences("en", DateTimeZone.Utc),
                Instant.FromUtc(2026, 5, 4, 9, 0)
            ).Count
        );
        var heights = drawing
            .Blocks.GroupBy(b => b.X)
            .Select(c => Math.Round(c.Sum(b => b.Height), 3));
        Assert.Equal([190, 190, 190], heights);
        Assert.Equal(6, drawing.Bands.Count(band => band.From != band.To));
    }

    [Fact]
    public void The_accent_of_the_house_can_be_read()
    {
        var house = Web.Accent.OfTheHouse;
        Assert.IsType<Web.AccentFinding.Fits>(Web.Accent.Choose(house.Light, house.Dark));
    }

    [Fact]
    public void A_faint_accent_is_refused_with_the_figure()
    {
        var finding = Web.Accent.Choose("#ffcc00", "#ffcc00");
        Assert.Equal(1.32, Assert.IsType<Web.AccentFinding.TooFaint>(finding).Contrast, 0.02);
        Assert.IsType<Web.AccentFinding.NotAColour>(Web.Accent.Choose("red", "#ffcc00"));
    }
}
