using System.Globalization;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Proportional;

/// <summary>Transcripts of Meek counts to nine places, papers with equal ranks and numbers past 64 bits among them.</summary>
public sealed class TranscriptTests
{
    private static readonly (string Suffix, string Rule)[] Forms =
    [
        (".equalize.fixed9.log", "meek-fixed-equalized"),
        (".equalize.bigfixed9.log", "meek-fixed-equalized"),
        (".fixed9.log", "meek-fixed"),
        (".bigfixed9.log", "meek-fixed"),
    ];

    // The papers are not in the corpus, or their number is not what the file says in more than 64 bits.
    private static readonly string[] Without =
    [
        "rand_hypergeometric_100k",
        "rand_hypergeometric_10k",
        "ballot_sum_overflows",
    ];

    [Fact]
    public void Every_transcript_in_nine_places_agrees_to_the_last_digit()
    {
        if (Shared.Find("elections/stv-rs") is not { } corpus)
        {
            Assert.Skip(Shared.Absent);
            return;
        }
        var root = Path.Combine(corpus, "meek");
        var wrong = new List<string>();
        var compared = 0;
        foreach (var log in Directory.EnumerateFiles(root, "*.log", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(root, log);
            var form = Forms.FirstOrDefault(f => name.EndsWith(f.Suffix, StringComparison.Ordinal));
            // An empty transcript is of a run that broke off: what the numbers are stands in another one.
            if (
                form.Rule is null
                || new FileInfo(log).Length == 0
                || Without.Any(each => name.Contains(each, StringComparison.Ordinal))
            )
                continue;
            compared++;
            var blt = Path.Combine(corpus, "ballots", name[..^form.Suffix.Length] + ".blt");
            if (!File.Exists(blt))
            {
                wrong.Add(name + " has no papers");
                continue;
            }
            var ballots = Elections.Blt(File.ReadAllBytes(blt));
            var story = CountingRule.Find(form.Rule)!.Count(ballots, Lots.AsFiled(ballots));
            var count = Assert.IsType<CountStory.ByRounds>(story).Count;
            var expected = Expected(File.ReadAllLines(log));
            var found = Found(count);
            for (var i = 0; i < Math.Max(expected.Count, found.Count); i++)
            {
                var (left, right) = (
                    expected.ElementAtOrDefault(i) ?? "",
                    found.ElementAtOrDefault(i) ?? ""
                );
                if (left == right)
                    continue;
                wrong.Add($"{name} {i}\n expected {left}\n found    {right}");
                break;
            }
        }
        Assert.True(compared > 15, $"{compared} transcripts");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // The first full table of each round, and the surplus its iteration ended with.
    private static List<string> Expected(string[] lines)
    {
        var rows = new List<string>();
        var votes = new List<string>();
        var (open, round, shown, quota) = (false, 0, -1, "");
        var row = "";
        foreach (var line in lines)
        {
            if (line.StartsWith("Round ", StringComparison.Ordinal))
                round++;
            else if (line.StartsWith("Action: ", StringComparison.Ordinal))
            {
                var action = line["Action: ".Length..];
                open =
                    action == "Begin Count"
                    || action.StartsWith("Elect:", StringComparison.Ordinal)
                    || action.StartsWith("Defeat (", StringComparison.Ordinal);
                votes.Clear();
            }
            else if (line.StartsWith("\tQuota: ", StringComparison.Ordinal))
                quota = line["\tQuota: ".Length..];
            else if (
                open
                && line.EndsWith(')')
                && line.Contains(": ", StringComparison.Ordinal)
                && line.LastIndexOf(" (", StringComparison.Ordinal) is var at and > 0
            )
            {
                var number = line[(at + 2)..^1];
                foreach (
                    var name in line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..at]
                        .Split(", ")
                )
                    votes.Add($"{name.Trim()}={number}");
            }
            else if (line.StartsWith("\tResidual: ", StringComparison.Ordinal) && open)
            {
                row =
                    $"{quota} {line["\tResidual: ".Length..]} {string.Join(' ', votes.Order(StringComparer.Ordinal))}";
                if (shown != round)
                    rows.Add(row);
                (shown, open) = (round, false);
            }
        }
        return rows;
    }

    private static List<string> Found(RoundCount count) =>
        [
            .. count
                .Rounds.Where(round => round.Action is not RoundAction.Filling)
                .Select(round =>
                    $"{round.Quota} {round.NonTransferable} {string.Join(' ', Votes(count.Ballots, round))}"
                ),
        ];

    private static IEnumerable<string> Votes(BallotSet ballots, Round round) =>
        round
            .Votes.Select((votes, i) => (Votes: votes, Candidate: new Candidate(i + 1)))
            .Where(pair => !ballots.Withdrawn.Contains(pair.Candidate))
            .Select(pair =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{ballots.Names[pair.Candidate.Number - 1]}={pair.Votes}"
                )
            )
            .Order(StringComparer.Ordinal);
}
