using System.Collections.Immutable;
using System.Numerics;

namespace Plenum.Domain.Statutes;

/// <summary>C6: no section commands the others, measured in votes, in power, and in how few can win.</summary>
internal static class Domination
{
    private static readonly KeyPath Block = KeyPath.Root.Key("sections_vote");

    public static void Examine(Draft draft, SectionFacts facts, FindingList findings)
    {
        var rule = draft.At(Block);
        if (facts.Sections.Count < 2)
        {
            if (rule.Exists)
                findings.Add("C6", "no-facts", rule.Spot, Block, severity: Severity.Note);
            return;
        }
        if (!rule.Exists)
        {
            var repair = new Repair.Set(
                Block,
                "{weights: capped, needed: 1/2, double_majority: true}"
            );
            findings.Add("C6", "needed", new(1, 1, 1, 1), Block, "", "weights: capped", repair);
        }
        else if (facts.Sections.Count < 4)
            FewSections(rule, findings);
        else
            ManySections(rule, facts, findings);
    }

    private static void FewSections(Node rule, FindingList findings)
    {
        var double_ = rule["double_majority"];
        var path = Block.Key("double_majority");
        if (double_.Text != "true")
            findings.Add(
                "C6",
                "few-sections",
                double_.Spot,
                path,
                double_.Text,
                "true",
                new Repair.Set(path, "true")
            );
    }

    private static void ManySections(Node rule, SectionFacts facts, FindingList findings)
    {
        var needed = Values.Part(rule["needed"].Text) ?? new Ratio(1, 2);
        var weights = Words.Parse<SectionWeights>(rule["weights"].Text) ?? SectionWeights.Stated;
        var votes = Votes(weights, facts, needed);
        var path = Block.Key("weights");
        var spot = rule["weights"].Spot;
        var repair = new Repair.Set(path, "capped");
        if (!PowerIndex.CanCount(votes))
        {
            findings.Add("C6", "too-many-votes", spot, path, severity: Severity.Note);
            return;
        }
        foreach (var (section, place) in facts.Sections.Items.Select((s, i) => (s.Section, i)))
            if (Share(votes, place) is var share && share.CompareTo(Third) > 0)
                findings.Add("C6", "votes", spot, path, section + ": " + share, "1/3", repair);
            else if (Power(votes, place, needed) is var power && power * 3 > 1000)
                findings.Add(
                    "C6",
                    "power",
                    spot,
                    path,
                    $"{section}: {power / 10}.{power % 10}%",
                    "33.3%",
                    repair
                );
        var fewest = PowerIndex.FewestToWin(votes, Quota(votes, needed));
        if (fewest < 3)
            findings.Add("C6", "fewest", spot, path, Text(fewest), "3", repair);
    }

    private static readonly Ratio Third = new(1, 3);

    /// <summary>The votes of each section under a rule, in the same order.</summary>
    public static ImmutableArray<int> Votes(
        SectionWeights weights,
        SectionFacts facts,
        Ratio needed
    ) =>
        weights switch
        {
            SectionWeights.Equal => [.. facts.Sections.Items.Select(_ => 1)],
            SectionWeights.PerMember => [.. facts.Sections.Items.Select(s => s.Members)],
            SectionWeights.Capped => Capped([.. facts.Sections.Items.Select(s => s.Votes)], needed),
            SectionWeights.Stated => [.. facts.Sections.Items.Select(s => s.Votes)],
        };

    /// <summary>Takes votes from the largest, one by one, until nobody commands the rest.</summary>
    private static ImmutableArray<int> Capped(ImmutableArray<int> votes, Ratio needed)
    {
        while (PowerIndex.CanCount(votes) && votes.Max() > 1 && Dominated(votes, needed))
            votes = votes.SetItem(votes.IndexOf(votes.Max()), votes.Max() - 1);
        return votes;
    }

    private static bool Dominated(ImmutableArray<int> votes, Ratio needed)
    {
        var largest = votes.IndexOf(votes.Max());
        return Share(votes, largest).CompareTo(Third) > 0
            || Power(votes, largest, needed) * 3 > 1000
            || PowerIndex.FewestToWin(votes, Quota(votes, needed)) < 3;
    }

    private static Ratio Share(ImmutableArray<int> votes, int place) =>
        new(votes[place], Math.Max(1, votes.Sum()));

    /// <summary>The share of all swings, in tenths of a percent, rounded down.</summary>
    private static int Power(ImmutableArray<int> votes, int place, Ratio needed)
    {
        var swings = PowerIndex.Swings(votes, Quota(votes, needed));
        var all = swings.Aggregate(BigInteger.Zero, (a, b) => a + b);
        return all.IsZero ? 0 : (int)(swings[place] * 1000 / all);
    }

    // More than the stated part wins.
    public static int Quota(ImmutableArray<int> votes, Ratio needed) =>
        new Threshold(needed, VoteBase.Cast, true).Needed(votes.Sum());

    private static string Text(int number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
