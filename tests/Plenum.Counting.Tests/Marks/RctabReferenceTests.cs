using System.Collections.Immutable;
using System.Text.Json;
using Plenum.Counting.Marks;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Marks;

/// <summary>Every configuration with papers and an expected report, to the last digit.</summary>
public sealed class RctabReferenceTests
{
    // Papers of providers this library does not read (README), or left out of the copy because they are large.
    private static readonly string[] NotRead = ["dominion", "hart", "unisyn"];

    public static TheoryData<string> Copied() =>
        [.. Configurations(Folder).Select(file => Path.GetRelativePath(Folder, file))];

    private static string Folder => Path.Combine(Golden.Root, "testdata", "counts", "rctab");

    [Theory, MemberData(nameof(Copied))]
    public void Every_copied_configuration_agrees_in_every_round(string config) =>
        Assert.Empty(Differences(Path.Combine(Folder, config)));

    [Fact]
    public void Every_configuration_agrees_in_every_round()
    {
        // A fuller copy of the corpus may be named; the shared one is looked for otherwise.
        var root =
            Environment.GetEnvironmentVariable("PLENUM_RCTAB") ?? Shared.Find("elections/rctab");
        if (root is null)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        var configurations = Configurations(root).ToList();
        Assert.NotEmpty(configurations);
        var wrong = configurations.AsParallel().AsOrdered().SelectMany(Differences).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static IEnumerable<string> Configurations(string root) =>
        Directory
            .EnumerateFiles(root, "*_config.json", SearchOption.AllDirectories)
            .Where(file => Reports(file).Count > 0)
            .Where(file => !NotRead.Any(File.ReadAllText(file).Contains))
            .Order(StringComparer.Ordinal);

    private static List<string> Reports(string config)
    {
        var stem = config[..^"_config.json".Length];
        var one = stem + "_expected_detailed_report.json";
        if (File.Exists(one))
            return [one];
        return
        [
            .. Enumerable
                .Range(1, 20)
                .Select(pass => $"{stem}_{pass}_expected_detailed_report.json")
                .Where(File.Exists),
        ];
    }

    private static List<string> Differences(string config)
    {
        var folder = Path.GetDirectoryName(config)!;
        var read = TabulateCommand.Count(
            File.ReadAllBytes(config),
            path =>
                Path.Combine(folder, path) is var file && File.Exists(file)
                    ? File.ReadAllBytes(file)
                    : null,
            new CountOptions(TabulateCommand.Id, File: config)
        );
        var name = Path.GetFileName(folder);
        if (read is not MarkReading<ImmutableArray<Tabulation>>.Read(var passes))
        {
            var wrong = ((MarkReading<ImmutableArray<Tabulation>>.Malformed)read).Findings;
            // Large records are left out of copies.
            if (wrong.All(finding => finding.Code == "marks.file"))
                return [];
            return [$"{name}: {string.Join("; ", wrong)}"];
        }
        var differences = new List<string>();
        foreach (var (pass, report) in Reports(config).Index())
        {
            using var json = JsonDocument.Parse(File.ReadAllText(report));
            var expected = Expected(json.RootElement);
            var found = pass < passes.Length ? Found(passes[pass]) : [];
            for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
            {
                var (left, right) = (
                    expected.ElementAtOrDefault(i) ?? "",
                    found.ElementAtOrDefault(i) ?? ""
                );
                if (left == right)
                    continue;
                differences.Add($"{name} {i}\n expected {left}\n found    {right}");
                break;
            }
        }
        return differences;
    }

    private static List<string> Expected(JsonElement report) =>
        [
            .. report
                .GetProperty("results")
                .EnumerateArray()
                .Select(round =>
                {
                    var tally = Pairs(round.GetProperty("tally"));
                    var inactive = Pairs(round.GetProperty("inactiveBallots"));
                    var decisions = round
                        .GetProperty("tallyResults")
                        .EnumerateArray()
                        .Select(each =>
                        {
                            var elected = each.TryGetProperty("elected", out var name);
                            if (!elected)
                                name = each.GetProperty("eliminated");
                            return $"{(elected ? "+" : "-")}{name.GetString()}[{Pairs(each.GetProperty("transfers"))}]";
                        });
                    return $"{Shortest(round.GetProperty("threshold").GetString()!)} {tally} | {inactive} | {string.Join(' ', decisions.Order(StringComparer.Ordinal))}";
                }),
        ];

    private static string Pairs(JsonElement element) =>
        Joined(
            element.EnumerateObject().Select(each => (each.Name, Shortest(each.Value.GetString()!)))
        );

    // The reports show 8 as 8.0000 where it was added up from parts.
    private static string Shortest(string number) =>
        Fraction.TryParse(number, out var value) ? Text(value) : number;

    private static string Joined(IEnumerable<(string Name, string Votes)> pairs) =>
        string.Join(
            ',',
            pairs
                .Where(pair => pair.Name != "finalRoundSurplus")
                .Select(pair => $"{pair.Name}={pair.Votes}")
                .Order(StringComparer.Ordinal)
        );

    private static List<string> Found(Tabulation count) =>
        [
            .. count.Rounds.Select(
                (round, i) =>
                {
                    var moved = i + 1 < count.Rounds.Length ? count.Rounds[i + 1].Transfers : [];
                    var decisions = round
                        .Elected.Select(name => "+" + name)
                        .Concat(round.Excluded.Select(name => "-" + name))
                        .Select(each =>
                            each
                            + "["
                            + Joined(
                                moved
                                    .Where(t => t.From == each[1..])
                                    .Select(t =>
                                        (t.To.Length == 0 ? "exhausted" : t.To, Text(t.Votes))
                                    )
                            )
                            + "]"
                        );
                    (string, string)[] inactive =
                    [
                        ("exhaustedChoices", Of(Inactive.Exhausted)),
                        ("overvotes", Of(Inactive.Overvote)),
                        ("repeatedRankings", Of(Inactive.Repeat)),
                        ("skippedRankings", Of(Inactive.SkippedRank)),
                    ];
                    return $"{Text(round.Threshold)} {Joined(round.Votes.Select(v => (v.Key, Text(v.Value))))} | {Joined(inactive)} | {string.Join(' ', decisions.Order(StringComparer.Ordinal))}";

                    string Of(Inactive why) => Text(round.Inactive.GetValueOrDefault(why));
                }
            ),
        ];

    private static string Text(Fraction value) => value.ToDecimal(24).TrimEnd('0').TrimEnd('.');
}
