using System.Collections.Immutable;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Tests.Laws;

/// <summary>
/// Statutes nobody wrote: a template whose rules are set to other values line by line, with articles of mere prose in
/// between. Whatever the charter check refuses is taken back, so that what is left is as far from the template as the
/// charter lets it be.
/// </summary>
internal static class GeneratedStatutes
{
    // Some values lie outside what the charter allows; the check itself takes them out, no list here repeats its bounds.
    private static readonly ImmutableDictionary<string, string[]> Values = new Dictionary<
        string,
        string[]
    >(StringComparer.Ordinal)
    {
        ["term"] = ["P2M", "P90D", "P6M", "P1Y", "P18M", "P2Y", "P3Y", "P4Y", "P6Y"],
        ["length"] = ["P14D", "P90D", "P6M", "P1Y", "P2Y"],
        ["max_consecutive"] = ["1", "2", "3", "4"],
        ["seats"] = ["1", "2", "3", "4", "5", "6", "7", "9"],
        ["elected_by"] = ["members", "members", "committee", "congress"],
        ["method"] = ["scottish_stv", "instant_runoff"],
        ["quorum"] =
        [
            "\"> 1/2 of seats\"",
            "\">= 1/3 of seats\"",
            "\">= 2/3 of seats\"",
            "\">= 1/4 of eligible\"",
            "\">= 1/1 of seats\"",
        ],
        ["notice"] = ["P1D", "P2D", "P5D", "P10D", "P14D", "P28D", "P60D"],
        ["meets_every"] = ["P7D", "P14D", "P1M", "P3M"],
        ["nomination"] = ["P1D", "P3D", "P7D", "P14D", "P28D"],
        ["voting"] = ["PT12H", "P1D", "P3D", "P7D", "P21D", "P30D"],
        ["protest"] = ["P3D", "P10D", "P14D", "P21D"],
        ["protest_decision"] = ["P3D", "P7D", "P14D", "P20D"],
        ["second_call"] = ["P3D", "P7D", "P10D", "P14D"],
        ["opens_before_end"] = ["P30D", "P60D", "P75D", "P3M"],
        ["supporters"] = ["0", "\"1\"", "\"2\"", "\"max(2, 10%)\"", "\"25%\""],
        ["commission_size"] = ["1", "2", "3", "5"],
        ["size"] = ["1", "3", "5", "7"],
        ["decides_within"] = ["P3D", "P7D", "P14D", "P30D"],
        ["count_back_consent"] = ["PT24H", "PT48H", "PT72H", "P7D"],
        ["count_back_max_age"] = ["P3M", "P12M", "P24M", "P36M"],
        ["caretaker_at_most"] = ["P0D", "P10D", "P30D", "P60D", "P90D"],
        ["signatures"] =
        [
            "\"2\"",
            "\"3\"",
            "\"3%\"",
            "\"max(2, 3.1%)\"",
            "\"max(2, 8%)\"",
            "\"max(2, 12%)\"",
            "\"25%\"",
        ],
        ["window"] = ["P3D", "P7D", "P14D", "P45D", "P90D"],
        ["opens_within"] = ["P1D", "P2D", "P5D", "P7D", "P14D"],
        ["lasts"] = ["P1D", "P3D", "P7D", "P14D", "P21D"],
        ["group_pause"] = ["P0D", "P30D", "P60D", "P120D", "P180D"],
        ["majority"] =
        [
            "\"> 1/2 of cast\"",
            "\">= 3/5 of cast\"",
            "\">= 2/3 of cast\"",
            "\"> 1/2 of present\"",
            "\"> 1/2 of eligible\"",
        ],
        ["debate"] = ["PT12H", "P1D", "P3D", "P10D"],
        ["vote_lasts"] = ["P1D", "P3D", "P7D", "P21D"],
        ["support_window"] = ["P1D", "P7D", "P30D"],
        ["secret_on_demand"] = ["\"2\"", "\"10%\"", "\"20%\"", "\"50%\""],
        ["minority_report"] = ["\"1\"", "\"max(2, 10%)\"", "\"20%\""],
        ["reopen_after"] = ["P1D", "P1M", "P1Y"],
        ["members"] = ["\"2\"", "\"3\"", "\"max(3, 5%)\"", "\"10%\""],
        ["members_vote"] = ["\"1\"", "\"10%\"", "\"max(3, 25%)\"", "\"50%\""],
        ["assembly"] = ["\"2\"", "\"max(3, 10%)\"", "\"25%\""],
        ["assembly_within"] = ["P8D", "P14D", "P21D", "P30D"],
        ["challenge_within"] = ["P14D", "P30D", "P60D"],
        ["second_meeting_after"] = ["P3D", "P7D", "P10D", "P14D"],
        ["initiative"] = ["\"2\"", "\"max(3, 5%)\"", "\"20%\""],
        ["cooling_off"] = ["P1D", "P1M", "P1Y"],
        ["wording_published"] = ["P14D", "P21D", "P30D"],
        ["wording_objections"] = ["\"1\"", "\"min(5, 1%)\"", "\"5\""],
        ["waiting_period"] = ["P0D", "P14D", "P90D", "P120D"],
        ["waiting_period_basic_law"] = ["P0D", "P60D", "P180D"],
        ["record_date_before"] = ["P0D", "P7D", "P30D"],
        ["deadline"] = ["P7D", "P30D", "P90D", "P120D"],
        ["attested_by"] = ["1", "2", "3"],
        ["decided_by"] = ["committee", "members", "chair", "secretary"],
        ["cure"] = ["P14D", "P30D", "P60D"],
        ["filled_by"] = ["lot", "lot", "lot", "constituents", "count_back", "body"],
        ["at_most"] = ["P3D", "P14D", "P30D", "P60D", "P90D"],
        ["first_keeper"] = ["P7D", "P30D", "P60D"],
    }.ToImmutableDictionary(StringComparer.Ordinal);

    // What prose may wish for and no rule enforces (C15).
    private static readonly string[] Prose =
    [
        "## Dignity of office {#dignity}\n\nNobody may call back a member of the committee in the first half of the term.\n\n",
        "## Unity {#unity}\n\nFactions are forbidden. Whoever belongs to one may not stand, sign or vote.\n\n",
        "## Order {#order}\n\nThe chair may close any vote, and no motion is put forward without the chair's leave.\n\n",
    ];

    private static readonly string[] TimeZones =
    [
        "Etc/UTC",
        "Europe/Berlin",
        "America/New_York",
        "Pacific/Apia",
        "Asia/Kathmandu",
    ];

    private static readonly (string Name, bool Small)[] All =
    [
        .. Templates.Names.SelectMany(n => new[] { (n, true), (n, false) }),
    ];

    /// <summary>The text that follows from a number; the same number gives the same text.</summary>
    public static string Of(int seed)
    {
        var random = new Random(seed);
        var (name, small) = All[random.Next(All.Length)];
        var template = WithProse(Templates.Text(name, small), random);
        var before = template.Split('\n');
        var after = Changed(before, random);
        TakeBack(before, after);
        var text = string.Join('\n', after);
        // What remains is values that do not go together: the charter check says itself which one gives way.
        for (var round = 0; round < 4; round++)
        {
            if (StatuteBook.Adopt(text) is not Adoption.Breaks breaks)
                return text;
            text = Repairs.Apply(text, breaks.Findings);
        }
        return template;
    }

    public static string TimeZone(int seed) => TimeZones[new Random(~seed).Next(TimeZones.Length)];

    private static string WithProse(string text, Random random)
    {
        foreach (var article in Prose)
            if (random.Next(2) == 0)
                text = text.Replace(
                    "## Terms {#terms}",
                    article + "## Terms {#terms}",
                    StringComparison.Ordinal
                );
        return text;
    }

    private static string[] Changed(string[] before, Random random)
    {
        var after = before.ToArray();
        // Of the lines that can change, all to a fifth.
        var boldness = random.Next(1, 6);
        for (var at = 0; at < after.Length; at++)
        {
            var line = after[at];
            var key = line.TrimStart(' ', '-').Split(':')[0];
            if (
                Values.TryGetValue(key, out var values)
                && line.Contains(": ", StringComparison.Ordinal)
                && random.Next(boldness) == 0
            )
                after[at] =
                    line[..(line.IndexOf(": ", StringComparison.Ordinal) + 2)]
                    + values[random.Next(values.Length)];
        }
        return after;
    }

    // The lines that findings name stand as they always did.
    private static void TakeBack(string[] before, string[] after)
    {
        if (StatuteBook.Adopt(string.Join('\n', after)) is Adoption.Breaks breaks)
            foreach (var finding in breaks.Findings.Where(f => f.Severity == Severity.Error))
                if (finding.Line > 0 && finding.Line <= after.Length)
                    after[finding.Line - 1] = before[finding.Line - 1];
    }
}
