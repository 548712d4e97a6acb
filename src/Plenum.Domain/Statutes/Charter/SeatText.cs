using NodaTime;

namespace Plenum.Domain.Statutes;

/// <summary>What the charter says about several values of seats and elections at once.</summary>
internal static class SeatText
{
    public static void Examine(Draft draft, FindingList findings)
    {
        Caretaker(draft, findings);
        ElectionFits(draft, findings);
        Chain(draft, findings);
        Interim(draft, findings);
    }

    public static IEnumerable<(Node Body, KeyPath Path)> Bodies(Draft draft) =>
        draft
            .Root["bodies"]
            .Items.Items.Select((b, i) => (b, KeyPath.Root.Key("bodies").Item(Node.NameOf(b, i))))
            .Where(b => b.b["kind"].Text != "assembly");

    // C1: a caretaker holds on for at most a quarter of the term.
    private static void Caretaker(Draft draft, FindingList findings)
    {
        var path = KeyPath.Of("terms.caretaker_at_most");
        var node = draft.At(path);
        var terms = Bodies(draft)
            .Select(b => Values.Time(b.Body["term"].Text))
            .Append(Values.Time(draft.At("terms.length").Text))
            .OfType<Period>()
            .ToList();
        if (
            Values.Time(node.Text) is not { } caretaker
            || terms.Count == 0
            || !caretaker.IsAtMost(Period.FromDays(60))
        )
            return;
        var quarter = $"P{Math.Max(1, terms.Min(t => t.Days()) / 4)}D";
        if (!caretaker.IsAtMost(Values.Time(quarter)!))
            findings.Add(
                "C1",
                "at-most",
                node.Spot,
                path,
                node.Text,
                quarter,
                new Repair.Set(path, quarter)
            );
    }

    private static readonly string[] ElectionParts = ["nomination", "voting", "second_call"];

    // C17: nominations and the vote have to end before the term does.
    private static void ElectionFits(Draft draft, FindingList findings)
    {
        var path = KeyPath.Of("elections.voting");
        var parts = ElectionParts
            .Select(k => Values.Time(draft.Root["elections"][k].Text)?.Days() ?? 0)
            .Sum();
        if (
            Values.Time(draft.At("elections.opens_before_end").Text) is { } opens
            && parts > opens.Days()
        )
            findings.Add(
                "C17",
                "fits",
                draft.At(path).Spot,
                path,
                $"P{parts}D",
                $"P{opens.Days()}D"
            );
    }

    // C13: whoever elects was elected, and so on down to the members.
    private static void Chain(Draft draft, FindingList findings)
    {
        var electors = Bodies(draft)
            .GroupBy(b => b.Body["id"].Text, StringComparer.Ordinal)
            .ToDictionary(
                g => g.Key,
                g => g.First().Body["elected_by"].Text,
                StringComparer.Ordinal
            );
        foreach (var (body, path) in Bodies(draft))
        {
            var (at, steps) = (body["id"].Text, 0);
            while (electors.TryGetValue(at, out var up) && steps++ <= electors.Count)
                at = up;
            if (steps > electors.Count)
                findings.Add(
                    "C13",
                    "chain",
                    body["elected_by"].Spot,
                    path.Key("elected_by"),
                    body["elected_by"].Text,
                    "members",
                    new Repair.Set(path.Key("elected_by"), "members")
                );
        }
        if (
            draft
                .Root["bodies"]
                .Items.Items.All(b =>
                    b["id"].Text != BodyId.Members.Value || b["kind"].Text != "assembly"
                )
        )
            findings.Add(
                "missing",
                "members",
                new(1, 1, 1, 1),
                KeyPath.Of("bodies[members]"),
                "",
                "members"
            );
    }

    // C13: whoever fills in does so for at most a quarter of the term; and one seat is never counted back (R7).
    private static void Interim(Draft draft, FindingList findings)
    {
        foreach (var (body, path) in Bodies(draft))
        {
            var how = body["interim"]["filled_by"];
            if (how.Text == "count_back" && Values.Whole(body["seats"].Text) == 1)
                findings.Add(
                    "C13",
                    "one-of",
                    how.Spot,
                    path.Key("interim").Key("filled_by"),
                    how.Text,
                    "constituents | lot",
                    new Repair.Set(path.Key("interim").Key("filled_by"), "lot")
                );
            if (
                Values.Time(body["interim"]["at_most"].Text) is { } interim
                && Values.Time(body["term"].Text) is { } term
                && interim.IsAtMost(Period.FromDays(60))
                && interim.Days() * 4 > term.Days()
            )
            {
                var limit = $"P{Math.Max(1, term.Days() / 4)}D";
                var place = path.Key("interim").Key("at_most");
                findings.Add(
                    "C13",
                    "at-most",
                    body["interim"]["at_most"].Spot,
                    place,
                    body["interim"]["at_most"].Text,
                    limit,
                    new Repair.Set(place, limit)
                );
            }
        }
    }
}
