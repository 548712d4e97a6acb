using System.Text.Json;
using Plenum.Testing;

namespace Plenum.Cli.Tests;

/// <summary>The verbs that only read: what they print and how they end.</summary>
public sealed class VerbTests
{
    private static string Counts(string name) =>
        Path.Combine(Golden.Root, "testdata", "counts", name);

    [Fact]
    public async Task Counting_a_file_prints_its_stages_and_says_yes()
    {
        var said = await Shell.Run("count", "--rule", "scottish-stv", Counts("all-exhausted.blt"));

        Assert.Equal((0, ""), (said.Exit, said.Err));
        Assert.Contains("quota 3.00000", said.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counting_for_programs_prints_json_with_the_seats_asked_for()
    {
        var said = await Shell.Run(
            "count",
            "--rule",
            "scottish-stv",
            "--seats",
            "1",
            "--json",
            Counts("all-exhausted.blt")
        );

        using var json = JsonDocument.Parse(said.Out);
        Assert.Equal(1, json.RootElement.GetProperty("seats").GetInt32());
    }

    [Fact]
    public async Task A_seed_that_is_none_is_refused_whatever_is_counted()
    {
        var contest = Counts(
            Path.Combine(
                "rctab",
                "continue_tabulation_test",
                "continue_tabulation_test_config.json"
            )
        );
        foreach (
            var (rule, file) in new[] { ("irv", Counts("all-exhausted.blt")), ("rctab", contest) }
        )
        {
            var said = await Shell.Run(
                "count",
                "--rule",
                rule,
                "--seed",
                "no seed",
                "--json",
                file
            );

            Assert.Equal((2, ""), (said.Exit, said.Err));
            using var json = JsonDocument.Parse(said.Out);
            Assert.Equal(
                "count.seed",
                json.RootElement.GetProperty("findings")[0].GetProperty("code").GetString()
            );
        }
    }

    [Fact]
    public async Task Places_for_groups_that_are_not_there_are_a_file_that_is_missing()
    {
        using var passing = new PassingFolder();
        var said = await Shell.Run(
            "count",
            "--rule",
            "wigm",
            "--constraints",
            passing.At("none.con"),
            Counts("all-exhausted.blt")
        );
        var missing = await Shell.Run("count", "--rule", "wigm", passing.At("none.blt"));

        Assert.Equal(missing.Exit, said.Exit);
        Assert.Contains("none.con", said.Err, StringComparison.Ordinal);
        Assert.Equal("", said.Out);
    }

    [Fact]
    public async Task Rules_are_listed_compared_and_certified()
    {
        using var passing = new PassingFolder();
        var (file, certificate) = (Counts("all-exhausted.blt"), passing.At("c.json"));
        var rules = await Shell.Run("count", "rules", "--json");
        var compared = await Shell.Run("count", "--compare", file, "--json");
        var counted = await Shell.Run(
            "count",
            "--rule",
            "meek",
            "--certificate",
            certificate,
            file
        );
        var verified = await Shell.Run("count", "verify", certificate, file);
        var forged = await Shell.Run("count", "verify", certificate, Counts("equal-ranks.blt"));

        Assert.Equal(
            (0, 0, 0, 0, 1),
            (rules.Exit, compared.Exit, counted.Exit, verified.Exit, forged.Exit)
        );
        using var list = JsonDocument.Parse(rules.Out);
        using var table = JsonDocument.Parse(compared.Out);
        // A contest's configuration counts cast vote records; a set of papers has none.
        Assert.Equal(
            list.RootElement.GetProperty("rules")
                .EnumerateArray()
                .Count(rule => rule.GetProperty("id").GetString() != "rctab"),
            table.RootElement.GetProperty("results").GetArrayLength()
        );
        Assert.Equal("valid", verified.Out.Trim());
    }

    [Fact]
    public async Task A_certificate_of_a_comparison_is_refused_and_not_forgotten()
    {
        using var passing = new PassingFolder();
        var certificate = passing.At("c.json");
        var said = await Shell.Run(
            "count",
            "--compare",
            "--certificate",
            certificate,
            Counts("all-exhausted.blt")
        );
        Assert.Equal((2, ""), (said.Exit, said.Out));
        Assert.Contains("--compare", said.Err, StringComparison.Ordinal);
        Assert.False(File.Exists(certificate));
    }

    [Fact]
    public async Task Seats_and_power_follow_from_tables()
    {
        using var passing = new PassingFolder();
        await Write(passing.At("sizes.csv"), "name,size\nNorth,500\nSouth,300\nEast,200\n");
        await Write(passing.At("weights.csv"), "name,weight\nA,50\nB,49\nC,1\n");

        var seats = await Shell.Run(
            "apportion",
            "--method",
            "adams",
            "--seats",
            "10",
            "--max",
            "4",
            passing.At("sizes.csv"),
            "--json"
        );
        var power = await Shell.Run(
            "power",
            "--index",
            "shapley",
            "--quota",
            "51",
            passing.At("weights.csv"),
            "--json"
        );

        using var given = JsonDocument.Parse(seats.Out);
        using var shares = JsonDocument.Parse(power.Out);
        Assert.Equal(4, given.RootElement.GetProperty("seats").GetProperty("North").GetInt32());
        Assert.Equal("2/3", shares.RootElement.GetProperty("exact").GetProperty("A").GetString());
    }

    [Theory]
    [InlineData("count", "--rule", "meek", "nothing.blt")]
    [InlineData("count", "--rule", "irv", "nothing.blt")]
    [InlineData("apportion", "--method", "dhondt", "nothing.csv")]
    [InlineData("power", "--index", "banzhaf", "nothing.csv")]
    [InlineData("count", "nothing.blt")]
    [InlineData("count", "verify", "nothing.json", "nothing.blt")]
    [InlineData("fsck", "--data", "/no/such/folder")]
    [InlineData("backup", "--data", "/no/such/folder", "/tmp/backup.zip")]
    [InlineData("restore", "--data", "/no/such/folder", "/no/such/backup.zip")]
    [InlineData("serve", "--data", "/tmp", "--urls", "nonsense")]
    [InlineData("serve", "--data", "/tmp", "--log", "loud")]
    [InlineData("statutes", "new", "guild")]
    [InlineData("govern")]
    public async Task Bad_input_is_said_in_a_sentence_and_ends_with_two(params string[] args)
    {
        var said = await Shell.Run(args);

        Assert.Equal((2, ""), (said.Exit, said.Out));
        Assert.NotEmpty(said.Err);
        Assert.DoesNotContain("   at ", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_template_begins_with_the_charter_it_stands_on()
    {
        var names = (await Shell.Run("statutes", "templates")).Out.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );

        Assert.NotEmpty(names);
        foreach (var name in names)
        {
            var said = await Shell.Run("statutes", "new", name.Split('\t')[0], "--small");
            Assert.Equal(0, said.Exit);
            Assert.Contains("charter:", said.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_version_names_the_charter_and_the_format_of_the_data()
    {
        var said = await Shell.Run("version", "--json");

        using var json = JsonDocument.Parse(said.Out);
        Assert.Equal(1, json.RootElement.GetProperty("dataFormat").GetInt32());
        Assert.Equal(
            1,
            json.RootElement.GetProperty("charters")[0].GetProperty("version").GetInt32()
        );
        Assert.Equal("0.1.0", json.RootElement.GetProperty("version").GetString());
    }

    [Fact]
    public async Task The_terminal_is_answered_in_its_own_language()
    {
        var said = await Shell.Run("es_ES.UTF-8", ["fsck", "--data", "/no/such/folder"]);

        Assert.Contains("no es una carpeta de datos", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Both_languages_say_the_same_with_the_same_data()
    {
        var (english, spanish) = (Words.In("en"), Words.In("es"));

        Assert.Equal(
            english.Patterns.Keys.Order(StringComparer.Ordinal),
            spanish.Patterns.Keys.Order(StringComparer.Ordinal)
        );
        Assert.All(
            english.Patterns,
            pair => Assert.Equal(pair.Value.Names, spanish.Patterns[pair.Key].Names)
        );
    }

    [Fact]
    public async Task A_text_of_statutes_is_held_against_the_charter_and_one_that_breaks_it_is_a_no()
    {
        using var passing = new PassingFolder();
        var text = (
            await Shell.Run("statutes", "new", "local-union", "--small", "--name", "Quay")
        ).Out;
        await Write(passing.At("good.md"), text);
        await Write(
            passing.At("bad.md"),
            text.Replace("allowed: true", "allowed: false", StringComparison.Ordinal)
        );

        var good = await Shell.Run("statutes", "lint", passing.At("good.md"));
        var bad = await Shell.Run("statutes", "lint", passing.At("bad.md"), "--json");
        var shown = await Shell.Run("statutes", "show", "--resolved", passing.At("good.md"));

        Assert.Equal((0, 1, 0), (good.Exit, bad.Exit, shown.Exit));
        using var json = JsonDocument.Parse(bad.Out);
        Assert.False(json.RootElement.GetProperty("conforms").GetBoolean());
        Assert.Contains("organisation.name", shown.Out, StringComparison.Ordinal);
        Assert.Contains("Quay", text, StringComparison.Ordinal);
    }

    private static Task Write(string path, string text) =>
        File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
}
