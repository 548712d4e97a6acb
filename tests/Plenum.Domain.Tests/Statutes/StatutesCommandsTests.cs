using System.Text.Json;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Statutes;

public sealed class StatutesCommandsTests
{
    [Fact]
    public void Lint_answers_programs_in_exactly_this_shape()
    {
        var answer = StatutesCommands.Lint(
            File.ReadAllText(CautionaryTests.Testdata("rcp-1921.md")),
            "",
            "en",
            json: true
        );
        Assert.Equal(1, answer.ExitCode);
        using var json = JsonDocument.Parse(answer.Text);
        Assert.Equal(
            ["conforms", "findings", "not_carried_out"],
            json.RootElement.EnumerateObject().Select(p => p.Name)
        );
        Assert.False(json.RootElement.GetProperty("conforms").GetBoolean());
        foreach (var finding in json.RootElement.GetProperty("findings").EnumerateArray())
        {
            Assert.Equal(
                [
                    "code",
                    "severity",
                    "article",
                    "line",
                    "column",
                    "key",
                    "found",
                    "expected",
                    "message",
                    "repair",
                ],
                finding.EnumerateObject().Select(p => p.Name)
            );
            Assert.Contains(
                finding.GetProperty("severity").GetString(),
                new[] { "error", "warning" }
            );
        }
    }

    [Fact]
    public void Lint_says_yes_no_or_bad_input()
    {
        var good = Templates.Text("council", small: false);
        Assert.Equal(0, StatutesCommands.Lint(good, "", "en", json: true).ExitCode);
        Assert.Equal(
            1,
            StatutesCommands
                .Lint(
                    good.Replace("allowed: true", "allowed: false", StringComparison.Ordinal),
                    "",
                    "en",
                    json: false
                )
                .ExitCode
        );
        Assert.Equal(2, StatutesCommands.Lint("no statutes", "", "en", json: false).ExitCode);
        Assert.Equal(2, StatutesCommands.Lint(good, "a,b", "en", json: false).ExitCode);
    }

    [Fact]
    public void New_fills_in_the_name_and_still_conforms()
    {
        var answer = StatutesCommands.New("local-union", small: true, "Bakers' Local \"12\"");
        Assert.Equal(0, answer.ExitCode);
        var book = Assert.IsType<Adoption.Conforms>(StatuteBook.Adopt(answer.Text)).Book;
        Assert.Equal("Bakers' Local '12'", book.Rules.Organisation.Name);
        Assert.Equal(2, StatutesCommands.New("empire", small: false, "").ExitCode);
    }

    [Fact]
    public void Show_resolved_prints_every_value_with_article_line_and_provenance()
    {
        var answer = StatutesCommands.Show(
            Templates.Text("strike-committee", small: false),
            "en",
            resolved: true
        );
        Assert.Contains(
            "bodies[committee].seats = 15  (committee:",
            answer.Text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "historical: Seattle 1919, an executive of fifteen",
            answer.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("not marked", answer.Text, StringComparison.Ordinal);
        Assert.Contains("local-union", StatutesCommands.Templates().Text, StringComparison.Ordinal);
    }
}
