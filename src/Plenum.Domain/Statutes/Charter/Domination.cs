using System.Collections.Immutable;

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
        foreach (var (section, place) in facts.Sections.Items.Select((s, i) => (s.Section, i)))
            if (Caps.Share(votes, place) is var share && share.CompareTo(Third) > 0)
                findings.Add("C6", "votes", spot, path, section + ": " + share, "1/3", repair);
            else if (Caps.Power(votes, place, needed) is var power && power * 3 > 1000)
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
            SectionWeights.Capped => Caps.Of(Sizes(facts), needed),
            SectionWeights.Stated => [.. facts.Sections.Items.Select(s => s.Votes)],
        };

    // Where the members of some are not known the votes they have stand for them.
    private static ImmutableArray<int> Sizes(SectionFacts facts) =>
        facts.Sections.Items.All(s => s.Members > 0)
            ? [.. facts.Sections.Items.Select(s => s.Members)]
            : [.. facts.Sections.Items.Select(s => s.Votes)];

    // More than the stated part wins.
    public static int Quota(ImmutableArray<int> votes, Ratio needed) =>
        new Threshold(needed, VoteBase.Cast, true).Needed(votes.Sum());

    private static string Text(int number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
