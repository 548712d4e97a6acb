using System.Globalization;
using Plenum.Counting.Ballots;
using Plenum.Counting.Proportional;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Proportional;

public sealed class ScottishReferenceTests
{
    public static TheoryData<string> CopiedDumps() =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(Golden.Root, "testdata", "counts", "droop"), "*.blt")
                .Select(f => Path.GetFileNameWithoutExtension(f)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory, MemberData(nameof(CopiedDumps))]
    public void Every_stage_agrees_with_the_copied_reference_to_the_last_digit(string name)
    {
        var folder = Path.Combine(Golden.Root, "testdata", "counts", "droop");
        AssertAgrees(Path.Combine(folder, name + ".blt"), Path.Combine(folder, name + ".dump.txt"));
    }

    [Fact]
    public void Every_stage_agrees_with_every_Scottish_dump_to_the_last_digit()
    {
        if (Shared.Find("elections/droop") is not { } droop)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        const string suffix = "-scotland-fixed-p5-d5.txt";
        var dumps = Directory
            .EnumerateFiles(
                Path.Combine(droop, "ref", "dump"),
                "*" + suffix,
                SearchOption.AllDirectories
            )
            .ToList();
        Assert.NotEmpty(dumps);
        foreach (var dump in dumps)
        {
            var relative = Path.GetRelativePath(Path.Combine(droop, "ref", "dump"), dump)[
                ..^suffix.Length
            ];
            AssertAgrees(Path.Combine(droop, "blt", relative + ".blt"), dump);
        }
    }

    [Fact]
    public void Every_stage_of_the_Scottish_wards_that_have_tables_agrees_to_the_last_digit()
    {
        if (Shared.Find("elections/scot-elex") is not { } wards)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        var root = Path.Combine(wards, "rounds-scottish");
        var tables = Directory.EnumerateFiles(root, "*.tsv", SearchOption.AllDirectories).ToList();
        Assert.NotEmpty(tables);
        foreach (var table in tables)
        {
            var relative = Path.ChangeExtension(Path.GetRelativePath(root, table), ".blt");
            AssertAgrees(Path.Combine(wards, "blt", relative), table);
        }
    }

    [Fact]
    public void Every_Scottish_ward_has_the_expected_quota_and_order_of_election()
    {
        if (Shared.Find("elections/scot-elex/expected.tsv") is not { } expected)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        var wrong = new List<string>();
        var wards = 0;
        foreach (var line in File.ReadLines(expected).Skip(1))
        {
            var fields = line.Split('\t');
            var count = Counted(Path.Combine(Path.GetDirectoryName(expected)!, "blt", fields[0]));
            var found = $"{count.Quota} {count.ValidPapers} {string.Join(',', count.Elected)}";
            // The reference lists those of one stage by their number or as it comes to them; here they stand by rule 48, by
            // votes, and as ties are broken. Between stages the order is the same.
            var expectedOrder = fields[8]
                .Split(',')
                .Select(number => int.Parse(number, CultureInfo.InvariantCulture))
                .ToArray();
            var at = 0;
            var same = expectedOrder.Length == count.Elected.Length;
            foreach (var stage in count.Stages.Where(stage => stage.Elected.Length > 0))
            {
                var together = stage.Elected.Select(e => e.Candidate.Number).Order();
                same =
                    same
                    && expectedOrder
                        .Skip(at)
                        .Take(stage.Elected.Length)
                        .Order()
                        .SequenceEqual(together);
                at += stage.Elected.Length;
            }
            if (!same || $"{count.Quota} {count.ValidPapers}" != $"{fields[5]} {fields[3]}")
                wrong.Add($"{fields[0]}: {found}, expected {fields[5]} {fields[3]} {fields[8]}");
            wards++;
        }
        Assert.NotEqual(0, wards);
        Assert.Empty(wrong);
    }

    private static ElectionCount Counted(string path)
    {
        var ballots = BltReader.Read(File.ReadAllBytes(path), path) switch
        {
            BallotReading.Read(var read) => read,
            BallotReading.Malformed(var findings) => throw new InvalidDataException(
                string.Join('\n', findings)
            ),
        };
        return ScottishStv.Count(ballots, Lots.AsFiled(ballots));
    }

    private static void AssertAgrees(string blt, string dump)
    {
        var count = Counted(blt);
        var standing = Enumerable
            .Range(1, count.Ballots.Names.Length)
            .Where(number => !count.Ballots.Withdrawn.Contains(new Candidate(number)));
        var expected = Droop
            .Stages(dump, standing)
            .Select(stage =>
                Row(
                    stage.Quota,
                    stage.NonTransferable,
                    stage.Votes.OrderBy(pair => pair.Key).Select(pair => pair.Value)
                )
            );
        var found = count.Stages.Select(stage =>
            Row(
                count.Quota.ToString(),
                stage.NonTransferable.ToString(),
                standing.Select(number => stage.Of(new Candidate(number)).ToString())
            )
        );
        Assert.Equal(Moving(expected), Moving(found));
    }

    // Droop opens a round for a candidate exactly at the quota, which is no stage under rule 49: stages in which
    // nothing moves, such as the exclusion of a candidate without votes, are left out on both sides.
    private static List<string> Moving(IEnumerable<string> rows)
    {
        var all = rows.ToList();
        return [.. all.Where((row, i) => i == 0 || row != all[i - 1])];
    }

    private static string Row(string quota, string nonTransferable, IEnumerable<string> votes) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{quota} {nonTransferable} {string.Join(' ', votes)}"
        );
}
