using System.Globalization;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Proportional;

public sealed class RoundReferenceTests
{
    // The rule, what Droop calls it, figures of the whole, figures of each candidate.
    private static readonly (string Rule, string Suffix, int Whole, int Each)[] Rules =
    [
        ("wigm", "-wigm-guarded-p18-g9-d18.txt", 1, 1),
        ("wigm-prf", "-wigm-prf-fixed-p4-d4.txt", 1, 1),
        ("wigm-prf-batch", "-wigm-prf-batch-fixed-p4-d4.txt", 1, 1),
        ("cfer", "-cfer-fixed-p5-d5.txt", 1, 1),
        ("cfer-batch", "-cfer-batch-fixed-p5-d5.txt", 1, 1),
        ("minneapolis-stv", "-mpls-fixed-p4-d4.txt", 1, 1),
        ("qpq", "-qpq-guarded-p9-g9-d9.txt", 0, 1),
        ("meek", "-meek-o9-guarded-p18-g9-d18.txt", 3, 2),
        ("meek-prf", "-meek-prf-o6-fixed-p9-d9.txt", 3, 2),
        ("warren", "-warren-o9-guarded-p18-g9-d18.txt", 3, 2),
    ];

    public static TheoryData<string> Copied() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*-*.dump.txt")
                .Select(f => Path.GetFileName(f)!)
                .Order(StringComparer.Ordinal),
        ];

    private static string Folder =>
        Path.Combine(Golden.Root, "testdata", "counts", "droop", "rounds");

    [Theory, MemberData(nameof(Copied))]
    public void Every_round_agrees_with_the_copied_reference_to_the_last_digit(string dump)
    {
        var (rule, suffix, whole, each) = Rules.Single(r =>
            dump.EndsWith(
                r.Suffix.Replace(".txt", ".dump.txt", StringComparison.Ordinal),
                StringComparison.Ordinal
            )
        );
        var name = dump[..^(suffix.Length + ".dump".Length)];
        Assert.Empty(
            Differences(
                Path.Combine(Folder, name + ".blt"),
                Path.Combine(Folder, dump),
                rule,
                whole,
                each
            )
        );
    }

    public static TheoryData<string> Named() => [.. Rules.Select(r => r.Rule)];

    [Theory, MemberData(nameof(Named))]
    public void Every_round_agrees_with_every_reference_to_the_last_digit(string rule)
    {
        if (Shared.Find("elections/droop") is not { } droop)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        var (_, suffix, whole, each) = Rules.Single(r => r.Rule == rule);
        var root = Path.Combine(droop, "ref", "dump");
        var wrong = new List<string>();
        var compared = 0;
        foreach (
            var dump in Directory.EnumerateFiles(root, "*" + suffix, SearchOption.AllDirectories)
        )
        {
            var name = Path.GetRelativePath(root, dump)[..^suffix.Length];
            // The reference shares papers with equal ranks out; meek stops at them, and another rule does not (README).
            var counted = name is "meek/eq1" ? "meek-shared" : rule;
            wrong.AddRange(
                Differences(Path.Combine(droop, "blt", name + ".blt"), dump, counted, whole, each)
            );
            compared++;
        }
        Assert.NotEqual(0, compared);
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("meek-prf", 3, 2)]
    [InlineData("wigm-prf", 1, 1)]
    public void Scottish_wards_agree_with_their_tables_to_the_last_digit(
        string rule,
        int whole,
        int each
    )
    {
        if (Shared.Find("elections/scot-elex") is not { } wards)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        var root = Path.Combine(wards, "rounds-" + rule);
        var tables = Directory.EnumerateFiles(root, "*.tsv", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(tables);
        Assert.Empty(
            tables.SelectMany(table =>
                Differences(
                    Path.Combine(
                        wards,
                        "blt",
                        Path.ChangeExtension(Path.GetRelativePath(root, table), ".blt")
                    ),
                    table,
                    rule,
                    whole,
                    each
                )
            )
        );
    }

    [Fact]
    public void Every_Scottish_ward_elects_the_expected_set_by_Meek()
    {
        if (Shared.Find("elections/scot-elex/expected.tsv") is not { } expected)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        var lines = File.ReadLines(expected).Select(line => line.Split('\t')).ToList();
        var meek = Array.FindIndex(
            lines[0],
            column => column.StartsWith("meek", StringComparison.Ordinal)
        );
        var wards = lines.Skip(1).ToList();
        Assert.NotEmpty(wards);
        Assert.Empty(
            wards
                .AsParallel()
                .Where(fields =>
                {
                    var ballots = Elections.Blt(
                        File.ReadAllBytes(
                            Path.Combine(Path.GetDirectoryName(expected)!, "blt", fields[0])
                        )
                    );
                    var story = CountingRule
                        .Find("meek-prf")!
                        .Count(ballots, Lots.AsFiled(ballots));
                    return string.Join(',', story.Elected.Order())
                        != string.Join(',', fields[meek].Split(',').Select(Number).Order());
                })
                .Select(fields => fields[0])
        );
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static List<string> Differences(
        string blt,
        string dump,
        string rule,
        int whole,
        int each
    )
    {
        var ballots = Elections.Blt(File.ReadAllBytes(blt));
        var story = CountingRule.Find(rule)!.Count(ballots, Lots.AsFiled(ballots));
        var count = Assert.IsType<CountStory.ByRounds>(story).Count;
        var standing = Enumerable
            .Range(1, ballots.Names.Length)
            .Where(number => !ballots.Withdrawn.Contains(new Candidate(number)))
            .ToArray();
        var lines = Droop.Lines(dump, standing, whole, each);
        // Meek's rules show each round once, when its iteration ends; the others whenever papers were moved.
        var shown =
            whole == 3
                ? lines
                    .Where(line => line.Action is "elect" or "defeat" or "tie")
                    .GroupBy(line => line.Round)
                    .Select(round => round.First())
                    .Prepend(lines[0])
                : lines.Where(line => line.Action is "begin" or "transfer" or "count");
        var expected = Moving(shown.Select(line => Row(line, standing, whole, each)));
        var found = Moving(
            count
                .Rounds.Where(round => round.Action is not RoundAction.Filling)
                .Select(round => Row(round, standing, whole, each))
        );
        var differences = new List<string>();
        for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
        {
            var (left, right) = (expected.ElementAtOrDefault(i), found.ElementAtOrDefault(i));
            if (left == right)
                continue;
            differences.Add($"{Path.GetFileName(dump)} {i}\n expected {left}\n found    {right}");
            break;
        }
        return differences;
    }

    // Rounds in which nothing moves are left out on both sides.
    private static List<string> Moving(IEnumerable<string> rows)
    {
        var all = rows.ToList();
        return [.. all.Where((row, i) => i == 0 || row != all[i - 1])];
    }

    private static string Row(DroopStage line, int[] standing, int whole, int each) =>
        string.Join(
            ' ',
            [
                line.Quota,
                whole switch
                {
                    0 => "",
                    1 => line.Whole[0],
                    _ => line.Whole[2],
                },
                .. standing.Select(number => string.Join('/', line.Figures[number].Take(each))),
            ]
        );

    private static string Row(Round round, int[] standing, int whole, int each) =>
        string.Join(
            ' ',
            [
                round.Quota.ToString(),
                whole == 0 ? "" : round.NonTransferable.ToString(),
                .. standing.Select(number =>
                    each == 1
                        ? round.Votes[number - 1].ToString()
                        : $"{round.Votes[number - 1]}/{round.Keep[number - 1]}"
                ),
            ]
        );
}
