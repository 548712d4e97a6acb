namespace Plenum.Domain.Statutes;

/// <summary>How many signatures a recall takes (C2, R1).</summary>
internal static class PetitionText
{
    // R1: at most half an electing quota, 1/(2(s+1)), and never fewer than two signatures. The share holds for every body;
    // whoever fills more seats at once is asked for no more than half a quota of those, whatever is written.
    public static void Examine(Draft draft, FindingList findings)
    {
        var path = KeyPath.Of("recall.petition.signatures");
        var node = draft.At(path);
        if (Values.Amount(node.Text) is not { } signatures)
            return;
        if (!IsWithin(signatures, seats: 1))
            findings.Add(
                "C2",
                "petition",
                node.Spot,
                path,
                node.Text,
                Limit(seats: 1),
                new Repair.Set(path, Bounds.Quote(Limit(seats: 1)))
            );
        else if (Bounds.Sizes.Any(n => signatures.Among(n) < 2))
            findings.Add(
                "C2",
                "two-signatures",
                node.Spot,
                path,
                node.Text,
                Limit(seats: 1),
                new Repair.Set(path, Bounds.Quote($"max(2, {node.Text})"))
            );
        else
            Larger(draft, findings, signatures, path);
    }

    // Seats drawn by lot are not recalled (R6).
    private static void Larger(Draft draft, FindingList findings, Quantity signatures, KeyPath path)
    {
        foreach (var (body, _) in SeatText.Bodies(draft).Where(b => b.Body["method"].Text != "lot"))
            if (SeatsTogether(body) is > 1 and var seats && !IsWithin(signatures, seats))
                findings.Add(
                    "C2",
                    "petition-body",
                    draft.At(path).Spot,
                    path,
                    $"{body["id"].Text} ({seats})",
                    Limit(seats),
                    severity: Severity.Note
                );
    }

    private static bool IsWithin(Quantity signatures, int seats) =>
        Bounds.Sizes.All(n =>
            signatures.Among(n) <= Math.Max(2, new Ratio(1, 2 * (seats + 1)).CeilingOf(n))
        );

    private static string Limit(int seats)
    {
        var tenths = 1000 / (2 * (seats + 1));
        return $"max(2, {tenths / 10}.{tenths % 10}%)".Replace(
            ".0%",
            "%",
            StringComparison.Ordinal
        );
    }

    // Delegates are elected section by section: what counts is how many of them one section fills at once.
    private static int SeatsTogether(Node body) =>
        Values.Whole(
            (body["apportionment"].Exists ? body["apportionment"]["most"] : body["seats"]).Text
        ) ?? 1;
}
