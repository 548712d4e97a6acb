namespace Plenum.Domain.Statutes;

/// <summary>What the charter says about the text as a whole.</summary>
internal static class WholeText
{
    public static void Examine(Draft draft, FindingList findings)
    {
        CharterFirst(draft, findings);
        AmendedBy(draft, findings);
        Feasible(draft, findings);
        KeepersSeats(draft, findings);
        Prose(draft, findings);
    }

    // C0: version and digest stand in the first article.
    private static void CharterFirst(Draft draft, FindingList findings)
    {
        var node = draft.At("charter");
        if (node.Exists && draft.ArticleAt(node.Spot.Line).Value != "charter")
            findings.Add(
                "C0",
                "first",
                node.Spot,
                KeyPath.Of("charter"),
                draft.ArticleAt(node.Spot.Line).Value,
                "{#charter}"
            );
    }

    // C8: the members, or a congress whose decision they can call in.
    private static void AmendedBy(Draft draft, FindingList findings)
    {
        var node = draft.At("amendment.decided_by");
        var path = KeyPath.Of("amendment.decided_by");
        if (
            node.Exists
            && node.Text != "members"
            && (node.Text != "congress" || !draft.At("amendment.challenge").Exists)
        )
            findings.Add(
                "C8",
                "decided-by",
                node.Spot,
                path,
                node.Text,
                "members",
                new Repair.Set(path, "members")
            );
    }

    // A number nobody can reach is a prohibition in disguise. Fewer than five stay a circle without offices.
    private static void Feasible(Draft draft, FindingList findings)
    {
        foreach (var (key, code) in Amounts)
        {
            var node = draft.At(key);
            if (
                Values.Amount(node.Text) is { } amount
                && Bounds.Sizes.FirstOrDefault(n => n >= 5 && amount.Among(n) > n)
                    is > 0
                        and var size
            )
                findings.Add(
                    code,
                    "feasible",
                    node.Spot,
                    KeyPath.Of(key),
                    node.Text,
                    size.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    new Repair.Set(KeyPath.Of(key), "\"10%\"")
                );
        }
    }

    private static readonly (string Key, string Code)[] Amounts =
    [
        ("quorum.assembly", "C16"),
        ("quorum.members_vote", "C16"),
        ("motions.supporters", "C16"),
        ("motions.minority_report", "C16"),
        ("referendum.members", "C16"),
        ("amendment.initiative", "C8"),
    ];

    // C15: prose without a rule founds nothing.
    private static void Prose(Draft draft, FindingList findings)
    {
        foreach (var article in draft.Articles.Items.Where(a => a.Blocks.Count == 0))
            findings.Add(
                "C15",
                "not-enforced",
                new(article.Line, 1, article.Line, 1),
                KeyPath.Root,
                article.Title,
                severity: Severity.Note
            );
    }

    // C20: two persons keep the server.
    private static void KeepersSeats(Draft draft, FindingList findings)
    {
        var id = draft.At("keepers.body").Text;
        foreach (var (body, path) in SeatText.Bodies(draft).Where(b => b.Body["id"].Text == id))
            if (body["seats"].Text != "2")
                findings.Add(
                    "C20",
                    "is",
                    body["seats"].Spot,
                    path.Key("seats"),
                    body["seats"].Text,
                    "2",
                    new Repair.Set(path.Key("seats"), "2")
                );
    }
}
