namespace Plenum.Domain.Statutes;

/// <summary>
/// What several values together must leave room for, since the second version of the check: somebody admits and enters
/// acts on paper, whoever watches is not chosen by whom they watch, and no body bears a name that means somebody else.
/// </summary>
internal static class LatitudeText
{
    private const int Since = 2;

    private static readonly KeyPath Bodies = KeyPath.Root.Key("bodies");

    public static void Examine(Draft draft, FindingList findings)
    {
        Held(draft, findings, Power.Admit, "C19");
        Held(draft, findings, Power.Desk, "C18");
        Watched(draft, draft.At("keepers.body").Text, "C20", findings);
        Watched(draft, "auditors", "C9", findings);
        foreach (var (body, path) in SeatText.Bodies(draft))
        {
            Name(body, path, findings);
            Quorum(body, path, findings);
        }
    }

    // A power that no seat gives is a door that nobody opens.
    private static void Held(Draft draft, FindingList findings, Power power, string code)
    {
        var word = Words.Of<Power>()[(int)power];
        var elected = SeatText.Bodies(draft).ToList();
        if (
            elected.Count == 0
            || elected.Exists(b => b.Body["powers"].Items.Items.Any(p => p.Text == word))
        )
            return;
        var (body, path) = elected.Find(b => b.Body["kind"].Text is "committee" or "office")
            is { Body: not null } found
            ? found
            : elected[0];
        findings.Add(
            code,
            "nobody-may",
            body["powers"].Exists ? body["powers"].Spot : body.Spot,
            path.Key("powers"),
            Provision.Show(body["powers"]),
            word,
            new Repair.Set(
                path.Key("powers"),
                "["
                    + string.Join(", ", body["powers"].Items.Items.Select(p => p.Text).Append(word))
                    + "]"
            ),
            since: Since
        );
    }

    // The members elect them, or the congress where delegates decide.
    private static void Watched(Draft draft, string id, string code, FindingList findings)
    {
        foreach (var (body, path) in SeatText.Bodies(draft).Where(b => b.Body["id"].Text == id))
        {
            var by = body["elected_by"];
            var electing = draft.At(Bodies.Item(by.Text))["kind"].Text;
            if (by.Exists && electing is "committee" or "office" or "commission" or "panel")
                findings.Add(
                    code,
                    "one-of",
                    by.Spot,
                    path.Key("elected_by"),
                    by.Text,
                    "members",
                    new Repair.Set(path.Key("elected_by"), "members"),
                    since: Since
                );
        }
    }

    // In the record these words mean all sections and all members of them.
    private static void Name(Node body, KeyPath path, FindingList findings)
    {
        if (BodyId.Reserved.Items.Any(id => id.Value == body["id"].Text))
            findings.Add(
                "C15",
                "reserved-name",
                body["id"].Spot,
                path.Key("id"),
                body["id"].Text,
                string.Join(", ", BodyId.Reserved.Items.Select(id => id.Value)),
                since: Since
            );
    }

    // Who is there is counted before anybody votes; and one who stays away does not stop all others.
    private static void Quorum(Node body, KeyPath path, FindingList findings)
    {
        var node = body["quorum"];
        if (Values.Majority(node.Text) is not { } quorum)
            return;
        var several = Values.Whole(body["seats"].Text) is > 2;
        if (
            quorum.Base is VoteBase.Cast or VoteBase.Present
            || several && quorum.Share.CompareTo(new Ratio(3, 4)) > 0
        )
            findings.Add(
                "C16",
                "at-most",
                node.Spot,
                path.Key("quorum"),
                node.Text,
                several ? ">= 3/4 of seats" : ">= 1/1 of seats",
                new Repair.Set(path.Key("quorum"), Bounds.Quote("> 1/2 of seats")),
                since: Since
            );
    }
}
