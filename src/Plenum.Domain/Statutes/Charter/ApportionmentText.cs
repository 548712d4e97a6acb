using System.Globalization;
using System.Numerics;

namespace Plenum.Domain.Statutes;

/// <summary>What has to be written together, and in which order, so that seats can be shared out at all.</summary>
internal static class ApportionmentText
{
    public static void Examine(Draft draft, FindingList findings)
    {
        foreach (var (body, path) in SeatText.Bodies(draft))
            if (body["apportionment"].Exists)
                Examine(body["apportionment"], path.Key("apportionment"), findings);
    }

    private static void Examine(Node rule, KeyPath path, FindingList findings)
    {
        var method = Words.Parse<ApportionmentMethod>(rule["method"].Text);
        if (method == ApportionmentMethod.PerMembers)
            Needed(rule, path, "per", "1..999999", findings);
        if (method == ApportionmentMethod.Bands)
            Needed(rule, path, "bands", "to, seats", findings);
        NoMoreThan(rule, path, "least", "most", findings);
        NoMoreThan(rule, path, "base", "most", findings);
        Ascending(rule["bands"], path.Key("bands"), findings);
        if (rule["shares"].Exists)
            Shared(rule, path.Key("shares"), method, findings);
    }

    // Parts of all seats: each named once, one whole together, and a method that shares out a number of seats.
    private static void Shared(
        Node rule,
        KeyPath path,
        ApportionmentMethod? method,
        FindingList findings
    )
    {
        if (
            method
            is ApportionmentMethod.Equal
                or ApportionmentMethod.PerMembers
                or ApportionmentMethod.Bands
                or ApportionmentMethod.Stated
        )
            findings.Add(
                "range",
                "",
                rule["method"].Spot,
                path,
                rule["method"].Text,
                "sainte_lague"
            );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        (BigInteger Over, BigInteger Under) whole = (0, 1);
        for (var i = 0; i < rule["shares"].Items.Count; i++)
        {
            var one = rule["shares"].Items[i];
            var at = path.Item(Node.NameOf(one, i));
            if (!seen.Add(one["constituency"].Text))
                findings.Add(
                    "range",
                    "",
                    one["constituency"].Spot,
                    at.Key("constituency"),
                    one["constituency"].Text,
                    string.Join(", ", Words.Of<Constituency>().Where(c => !seen.Contains(c)))
                );
            if (Values.Part(one["part"].Text) is { } part)
                whole = (
                    whole.Over * part.Under + part.Over * whole.Under,
                    whole.Under * part.Under
                );
        }
        if (whole.Over != whole.Under)
            findings.Add(
                "range",
                "",
                rule["shares"].Spot,
                path,
                string.Create(CultureInfo.InvariantCulture, $"{whole.Over}/{whole.Under}"),
                "1"
            );
    }

    private static void Needed(
        Node rule,
        KeyPath path,
        string key,
        string expected,
        FindingList findings
    )
    {
        if (!rule[key].Exists || rule[key] is Node.List { Items.Count: 0 })
            findings.Add("missing", "", rule["method"].Spot, path.Key(key), "", expected);
    }

    private static void NoMoreThan(
        Node rule,
        KeyPath path,
        string less,
        string more,
        FindingList findings
    )
    {
        if (
            Values.Whole(rule[less].Text) is { } low
            && Values.Whole(rule[more].Text) is { } high
            && low > high
        )
            findings.Add(
                "range",
                "",
                rule[less].Spot,
                path.Key(less),
                rule[less].Text,
                $"0..{rule[more].Text}",
                new Repair.Set(path.Key(less), rule[more].Text)
            );
    }

    // A band that ends no later than the one before is empty, and nobody knows which was meant.
    private static void Ascending(Node bands, KeyPath path, FindingList findings)
    {
        var before = 0;
        for (var i = 0; i < bands.Items.Count; i++)
        {
            var to = bands.Items[i]["to"];
            if (Values.Whole(to.Text) is not { } here)
                continue;
            if (here <= before)
                findings.Add(
                    "range",
                    "",
                    to.Spot,
                    path.Item(Node.NameOf(bands.Items[i], i)).Key("to"),
                    to.Text,
                    string.Create(CultureInfo.InvariantCulture, $"{before + 1}..999999")
                );
            before = Math.Max(before, here);
        }
    }
}
