using NodaTime;
using Plenum.Web.Speech;

namespace Plenum.Browser.Tests.Speech;

public sealed class SentenceTests
{
    private static readonly DateTimeZone Madrid = DateTimeZoneProviders.Tzdb["Europe/Madrid"];
    private static readonly Instant Morning = Instant.FromUtc(2026, 5, 4, 9, 0);

    private static string Filled(string pattern, params (string, object)[] data) =>
        Pattern
            .Parse(pattern)
            .Fill(
                data.ToDictionary(d => d.Item1, d => d.Item2, StringComparer.Ordinal),
                v => $"{v}"
            );

    [Fact]
    public void Places_are_filled_by_name() =>
        Assert.Equal("41 of 60", Filled("{yes} of {all}", ("all", 60), ("yes", 41)));

    [Theory]
    [InlineData(1, "1 vote is in")]
    [InlineData(0, "0 votes are in")]
    [InlineData(2, "2 votes are in")]
    public void One_is_spoken_of_otherwise_than_many(int n, string said) =>
        Assert.Equal(said, Filled("{n, plural, one {# vote is} other {# votes are}} in", ("n", n)));

    [Theory]
    [InlineData("{name")]
    [InlineData("name}")]
    [InlineData("{n, plural, one {a}}")]
    [InlineData("{n, select, one {a} other {b}}")]
    [InlineData("{}")]
    public void A_sentence_whose_braces_do_not_match_is_not_read(string pattern) =>
        Assert.Throws<FormatException>(() => Pattern.Parse(pattern));

    [Fact]
    public void A_value_that_is_missing_is_named() =>
        Assert.Contains(
            "{who}",
            Assert.Throws<KeyNotFoundException>(() => Filled("{who} spoke")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void A_moment_is_told_by_the_readers_clock_and_in_their_language()
    {
        Assert.Equal(
            "Monday 4 May 2026, 11:00 (Madrid time)",
            new Sentences("en", Madrid).Moment(Morning)
        );
        Assert.Equal(
            "lunes 4 de mayo de 2026, 11:00 (hora de Madrid)",
            new Sentences("es", Madrid).Moment(Morning)
        );
    }

    [Fact]
    public void A_reason_is_said_from_its_code_and_data()
    {
        var data = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["decideBy"] = Morning,
        };
        Assert.Equal(
            "el plazo para decidir terminó el lunes 4 de mayo de 2026, 11:00 (hora de Madrid). Lo que sigue del plazo ocurre por sí solo.",
            new Sentences("es", Madrid).Reason("member.decision-overdue", data)
        );
    }

    [Fact]
    public void An_event_is_told_whatever_its_version() =>
        Assert.Equal(
            "Meeting 3 was closed.",
            new Sentences("en", Madrid).Event(
                "sitting.closed/1",
                new Dictionary<string, object>(StringComparer.Ordinal) { ["sitting"] = 3 }
            )
        );

    [Fact]
    public void A_language_that_is_not_spoken_here_falls_back_to_the_first() =>
        Assert.Equal("en", new Sentences("fr", Madrid).Language);

    [Theory]
    [InlineData(30, "within a minute")]
    [InlineData(60 * 59, "in 59 minutes")]
    [InlineData(60 * 60 * 47, "in 1 day")]
    [InlineData(60 * 60 * 24 * 20, "in 2 weeks")]
    [InlineData(60 * 60 * 24 * 800, "in 2 years")]
    [InlineData(-60 * 60 * 3, "3 hours ago")]
    public void A_distance_in_time_is_told_in_its_largest_unit(int seconds, string said) =>
        Assert.Equal(said, At(Morning).Relative(Morning + Duration.FromSeconds(seconds)));

    [Fact]
    public void A_promise_of_time_is_never_too_long() =>
        Gen.Long[1, 3_000_000_000]
            .Sample(seconds =>
            {
                var said = At(Morning).Length(Duration.FromSeconds(seconds));
                var n =
                    said.Split(' ')[0] is var first
                    && int.TryParse(
                        first,
                        System.Globalization.CultureInfo.InvariantCulture,
                        out var count
                    )
                        ? count
                        : 0;
                var unit = said.Split(' ')[^1].TrimEnd('s') switch
                {
                    "minute" => n == 0 ? 0 : 60,
                    "hour" => 3600,
                    "day" => 86_400,
                    "week" => 604_800,
                    "month" => 2_629_743,
                    _ => 31_556_952,
                };
                Assert.True((long)n * unit <= seconds * 1.002, $"{said} for {seconds} s");
            });

    private static Times At(Instant now) => new(new Sentences("en", Madrid), new Stopped(now));

    private sealed class Stopped(Instant at) : IClock
    {
        public Instant GetCurrentInstant() => at;
    }

    [Fact]
    public void A_calendar_file_folds_long_lines_and_escapes_commas()
    {
        var file = CalendarFile.Of(
            "a@b",
            "Vote, at last: " + new string('é', 60),
            Morning,
            Morning
        );
        Assert.Contains(@"SUMMARY:Vote\, at last: ", file, StringComparison.Ordinal);
        Assert.All(
            file.Split("\r\n"),
            line => Assert.True(System.Text.Encoding.UTF8.GetByteCount(line) <= 75)
        );
        Assert.Contains("DTSTART:20260504T090000Z\r\n", file, StringComparison.Ordinal);
    }
}
