using System.Text.Json;
using Plenum.Counting.Ballots;
using Plenum.Testing;

namespace Plenum.Counting.Tests;

/// <summary>Every committee rule against the instances and results of abcvoting.</summary>
public sealed class CommitteeReferenceTests
{
    private static readonly Dictionary<string, string> Rules = new(StringComparer.Ordinal)
    {
        ["av"] = "av",
        ["sav"] = "sav",
        ["pav"] = "pav",
        ["seqpav"] = "seq-pav",
        ["revseqpav"] = "rev-seq-pav",
        ["cc"] = "cc",
        ["seqcc"] = "seq-cc",
        ["seqphragmen"] = "seq-phragmen",
        ["minimaxphragmen"] = "max-phragmen",
        ["equal-shares"] = "equal-shares",
        ["equal-shares-with-av-completion"] = "equal-shares-with-av-completion",
        ["monroe"] = "monroe",
    };

    public static TheoryData<string> Named() => [.. Rules.Keys];

    [Theory, MemberData(nameof(Named))]
    public void Every_copied_instance_has_exactly_the_winning_committees(string rule) =>
        Check(rule, Path.Combine(Golden.Root, "testdata", "committees"));

    [Theory, MemberData(nameof(Named))]
    public void Every_instance_has_exactly_the_winning_committees(string rule)
    {
        if (Shared.Find("elections/abcvoting/test_instances") is not { } folder)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        Check(rule, folder);
    }

    private static void Check(string rule, string folder)
    {
        var wrong = new List<string>();
        var compared = 0;
        foreach (
            var file in Directory.EnumerateFiles(folder, "*.abc.yaml").Order(StringComparer.Ordinal)
        )
        {
            if (Expected(file, rule) is not { } expected)
                continue;
            var set = Elections.Any_form(File.ReadAllBytes(file));
            var story = CountingRule.Find(Rules[rule])!.Count(set, Elections.ByNumber);
            var count = Assert.IsType<CountStory.ByCommittees>(story).Count;
            var found = string.Join(' ', count.Committees.Select(c => $"[{string.Join(',', c)}]"));
            compared++;
            if (found != expected)
                wrong.Add($"{Path.GetFileName(file)}: {found}, expected {expected}");
        }
        Assert.NotEqual(0, compared);
        Assert.True(
            wrong.Count == 0,
            $"{wrong.Count} of {compared}\n{string.Join('\n', wrong.Take(5))}"
        );
    }

    // The line "result" between a rule and "resolute: false"; numbers there begin at 0.
    private static string? Expected(string file, string rule)
    {
        var lines = File.ReadAllLines(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim() != "- rule_id: " + rule)
                continue;
            var block = lines
                .Skip(i + 1)
                .TakeWhile(line => !line.StartsWith("- ", StringComparison.Ordinal));
            var text = string.Join(' ', block);
            if (!text.Contains("resolute: false", StringComparison.Ordinal))
                continue;
            var from = text.IndexOf("result:", StringComparison.Ordinal) + "result:".Length;
            var to = text.LastIndexOf("]]", StringComparison.Ordinal) + 2;
            using var json = JsonDocument.Parse(text[from..to]);
            return string.Join(
                ' ',
                json.RootElement.EnumerateArray()
                    .Select(committee =>
                        committee.EnumerateArray().Select(c => c.GetInt32() + 1).Order().ToArray()
                    )
                    .OrderBy(
                        committee => string.Concat(committee.Select(c => (char)c)),
                        StringComparer.Ordinal
                    )
                    .Select(committee => $"[{string.Join(',', committee)}]")
            );
        }
        return null;
    }
}
