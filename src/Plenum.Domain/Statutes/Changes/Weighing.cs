using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>One side of a change: the text, and the value in it.</summary>
internal readonly record struct Side(Draft Draft, Node Node);

/// <summary>Weighs the change of one value by what is declared about its key.</summary>
internal static class Weighing
{
    /// <summary>Wording when both mean the same; narrowing whenever the table cannot tell.</summary>
    public static ChangeDirection Of(Declared declared, Kind kind, Side before, Side after) =>
        (before.Node.Exists, after.Node.Exists) switch
        {
            (false, false) => ChangeDirection.Wording,
            (true, true) => Changed(declared.Leaning, kind, before, after),
            (false, true) => Written(declared, kind, after),
            (true, false) => Struck(declared, kind, before),
        };

    private static ChangeDirection Changed(Leaning leaning, Kind kind, Side before, Side after)
    {
        if (!Reads(kind, before.Node) || !Reads(kind, after.Node))
            return Provision.Show(before.Node) == Provision.Show(after.Node)
                ? ChangeDirection.Wording
                : ChangeDirection.Narrowing;
        var (old, now) = (before.Node, after.Node);
        return kind is Kind.ListOf ? Lists(leaning, Words(old), Words(now))
            : old.Text == now.Text || Order.Of(kind, old.Text, now.Text) == 0
                ? ChangeDirection.Wording
            : Values(leaning, kind, before, after);
    }

    private static ChangeDirection Values(Leaning leaning, Kind kind, Side before, Side after) =>
        leaning switch
        {
            Leaning.Lower => If(Order.Of(kind, before.Node.Text, after.Node.Text) < 0),
            Leaning.Higher => If(Order.Of(kind, before.Node.Text, after.Node.Text) > 0),
            Leaning.HigherUpTo upTo => UpTo(upTo.Limit, kind, before.Node.Text, after.Node.Text),
            Leaning.Ladder ladder => Rungs(ladder, before.Node.Text, after.Node.Text),
            Leaning.Nearest => If(IsOf(after, "assembly") && !IsOf(before, "assembly")),
            Leaning.Independent => If(Judges(after) && !Judges(before)),
            Leaning.Free => ChangeDirection.Neutral,
            Leaning.Either or Leaning.Fewer or Leaning.Further or Leaning.Stations =>
                ChangeDirection.Narrowing,
        };

    private static ChangeDirection If(bool widens) =>
        widens ? ChangeDirection.Widening : ChangeDirection.Narrowing;

    private static ChangeDirection UpTo(string limit, Kind kind, string before, string after)
    {
        var order = Order.Of(kind, before, after);
        return (Beyond(before), Beyond(after)) switch
        {
            (false, false) => If(order > 0),
            (true, true) => If(order < 0),
            (true, false) or (false, true) => ChangeDirection.Narrowing,
        };

        bool Beyond(string value) => Order.Of(kind, limit, value) is not (0 or -1);
    }

    private static ChangeDirection Rungs(Leaning.Ladder ladder, string before, string after) =>
        (Rung(ladder, before), Rung(ladder, after)) is (>= 0 and var old, >= 0 and var now)
            ? If(now < old)
            : ChangeDirection.Narrowing;

    private static int Rung(Leaning.Ladder ladder, string word) =>
        ladder.Rungs.Items.ToList().FindIndex(r => r.Items.Contains(word, StringComparer.Ordinal));

    private static ChangeDirection Lists(Leaning leaning, List<string> before, List<string> after)
    {
        var added = after.Except(before, StringComparer.Ordinal).Any();
        var struck = before.Except(after, StringComparer.Ordinal).ToList();
        if (leaning is Leaning.Stations or Leaning.Either)
            return after.SequenceEqual(before, StringComparer.Ordinal) ? ChangeDirection.Wording
                : leaning is Leaning.Stations
                    ? If(after.Take(before.Count).SequenceEqual(before, StringComparer.Ordinal))
                : ChangeDirection.Narrowing;
        if (!added && struck.Count == 0)
            return ChangeDirection.Wording;
        return leaning switch
        {
            Leaning.Fewer fewer => If(
                !added && !struck.Exists(w => fewer.Kept.Items.Contains(w, StringComparer.Ordinal))
            ),
            Leaning.Further => If(struck.Count == 0),
            Leaning.Free => ChangeDirection.Neutral,
            _ => ChangeDirection.Narrowing,
        };
    }

    private static ChangeDirection Written(Declared declared, Kind kind, Side after) =>
        declared.Leaning is Leaning.Free ? ChangeDirection.Neutral
        : declared.Leaning is Leaning.Either || !Known(declared.Leaning, kind, after.Node)
            ? ChangeDirection.Narrowing
        : declared.Absence switch
        {
            Absence.Unsaid => If(IsWidest(declared.Leaning, kind, after.Node)),
            Absence.Widest => IsWidest(declared.Leaning, kind, after.Node)
                ? ChangeDirection.Neutral
                : ChangeDirection.Narrowing,
            Absence.Narrowest => IsNarrowest(declared.Leaning, kind, after.Node)
                ? ChangeDirection.Neutral
                : ChangeDirection.Widening,
        };

    // Striking out undoes writing, except that what was stated without need is a promise lost.
    private static ChangeDirection Struck(Declared declared, Kind kind, Side before) =>
        (declared.Absence, Written(declared, kind, before)) switch
        {
            (_, ChangeDirection.Neutral) => ChangeDirection.Neutral,
            (Absence.Widest, ChangeDirection.Narrowing)
                when declared.Leaning is not Leaning.Either
                    && Known(declared.Leaning, kind, before.Node) => ChangeDirection.Widening,
            _ => ChangeDirection.Narrowing,
        };

    private static bool Known(Leaning leaning, Kind kind, Node node) =>
        Reads(kind, node) && (leaning is not Leaning.Ladder ladder || Rung(ladder, node.Text) >= 0);

    private static bool IsWidest(Leaning leaning, Kind kind, Node node) =>
        leaning is Leaning.Ladder ladder
            ? Rung(ladder, node.Text) == 0
            : leaning is Leaning.Fewer && kind is Kind.ListOf && node.Items.Count == 0;

    private static bool IsNarrowest(Leaning leaning, Kind kind, Node node) =>
        leaning is Leaning.Ladder ladder
            ? Rung(ladder, node.Text) == ladder.Rungs.Count - 1
            : leaning is Leaning.Further && kind is Kind.ListOf && node.Items.Count == 0;

    private static bool Reads(Kind kind, Node node) =>
        kind switch
        {
            Kind.Whole => Statutes.Values.Whole(node.Text) is not null,
            Kind.YesNo => Statutes.Values.YesNo(node.Text) is not null,
            Kind.Amount => Statutes.Values.Amount(node.Text) is not null,
            Kind.Majority => Statutes.Values.Majority(node.Text) is not null,
            Kind.Time => Statutes.Values.Time(node.Text) is not null,
            Kind.Part => Statutes.Values.Part(node.Text) is not null,
            Kind.Prose or Kind.Body => node is Node.Scalar,
            Kind.Word word => word.Words.Items.Contains(node.Text, StringComparer.Ordinal),
            Kind.ListOf list => node is Node.List && node.Items.Items.All(n => Reads(list.Item, n)),
            Kind.Table => node is Node.Map,
        };

    private static List<string> Words(Node list) => [.. list.Items.Items.Select(n => n.Text)];

    private static bool Judges(Side side) => IsOf(side, "assembly") || IsOf(side, "panel");

    private static bool IsOf(Side side, string kind) =>
        side
            .Draft.Root["bodies"]
            .Items.Items.Any(b => b["id"].Text == side.Node.Text && b["kind"].Text == kind);
}
