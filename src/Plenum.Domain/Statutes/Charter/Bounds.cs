using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>The few forms in which the charter bounds a value. A value that does not read is left to the shape.</summary>
internal static partial class Bounds
{
    /// <summary>Members at which every bound is proved: all small numbers, and the sizes of branches, unions and federations.</summary>
    public static ImmutableArray<int> Sizes { get; } =
    [.. Enumerable.Range(1, 200), 5_000, 300_000];

    public static Provision Is(string code, string path, string word) =>
        new(code, "is", path, n => n.Text == word, word, (p, _) => new Repair.Set(p, word));

    public static Provision OneOf(string code, string path, params string[] words) =>
        new(
            code,
            "one-of",
            path,
            n => words.Contains(n.Text, StringComparer.Ordinal),
            string.Join(" | ", words),
            (p, _) => new Repair.Set(p, words[0])
        );

    public static Provision Never(string code, string path) =>
        new(code, "never", path, _ => false, "", (p, _) => new Repair.Strike(p));

    /// <summary>Only "true" breaks it, and striking the key out mends it.</summary>
    public static Provision Not(string code, string path, string word) =>
        new(code, "never", path, n => n.Text != word, "", (p, _) => new Repair.Strike(p));

    public static Provision AtMost(string code, string path, string limit) =>
        new(
            code,
            "at-most",
            path,
            n => Values.Time(n.Text) is not { } found || found.IsAtMost(Values.Time(limit)!),
            limit,
            (p, _) => new Repair.Set(p, limit)
        );

    public static Provision AtLeast(string code, string path, string limit) =>
        new(
            code,
            "at-least",
            path,
            n => Values.Time(n.Text) is not { } found || found.IsAtLeast(Values.Time(limit)!),
            limit,
            (p, _) => new Repair.Set(p, limit)
        );

    public static Provision NumberAtMost(string code, string path, int limit) =>
        Number(code, "at-most", path, limit, n => n <= limit);

    public static Provision NumberAtLeast(string code, string path, int limit) =>
        Number(code, "at-least", path, limit, n => n >= limit);

    private static Provision Number(
        string code,
        string @case,
        string path,
        int limit,
        Func<int, bool> holds
    )
    {
        var text = limit.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return new(
            code,
            @case,
            path,
            n => Values.Whole(n.Text) is not { } found || holds(found),
            text,
            (p, _) => new Repair.Set(p, text)
        );
    }

    public static Provision PartAtMost(string code, string path, string limit) =>
        new(
            code,
            "at-most",
            path,
            n =>
                Values.Part(n.Text) is not { } found
                || found.CompareTo(Values.Part(limit)!.Value) <= 0,
            limit,
            (p, _) => new Repair.Set(p, Quote(limit))
        );

    public static Provision PartWithin(string code, string path, string least, string most) =>
        new(
            code,
            "within",
            path,
            n =>
                Values.Part(n.Text) is not { } found
                || found.CompareTo(Values.Part(least)!.Value) >= 0
                    && found.CompareTo(Values.Part(most)!.Value) <= 0,
            least + " .. " + most,
            (p, n) =>
                new Repair.Set(
                    p,
                    Quote(
                        Values.Part(n.Text) is { } found
                        && found.CompareTo(Values.Part(least)!.Value) < 0
                            ? least
                            : most
                    )
                )
        );

    /// <summary>At every size no more are needed than the charter's own measure.</summary>
    public static Provision AmountAtMost(string code, string path, string limit) =>
        new(
            code,
            "at-most",
            path,
            n => Values.Amount(n.Text) is not { } found || Within(found, Values.Amount(limit)!),
            limit,
            (p, _) => new Repair.Set(p, Quote(limit))
        );

    public static bool Within(Quantity found, Quantity limit) =>
        Sizes.All(n => found.Among(n) <= limit.Among(n));

    /// <summary>None of these words stands in the list; the repair keeps the others.</summary>
    public static Provision NoneOf(string code, string path, params string[] words) =>
        new(
            code,
            "none-of",
            path,
            n => !n.Items.Items.Any(i => words.Contains(i.Text, StringComparer.Ordinal)),
            string.Join(", ", words),
            (p, n) =>
                new Repair.Set(
                    p,
                    Flow(
                        n.Items.Items.Select(i => i.Text)
                            .Where(t => !words.Contains(t, StringComparer.Ordinal))
                    )
                )
        );

    public static Provision AllOf(string code, string path, params string[] words) =>
        new(
            code,
            "all-of",
            path,
            n => words.All(w => n.Items.Items.Any(i => i.Text == w)),
            string.Join(", ", words),
            (p, _) => new Repair.Set(p, Flow(words))
        );

    public static Provision Some(string code, string path, string yaml) =>
        new(
            code,
            "needed",
            path,
            n => n is not Node.List { Nodes.Count: 0 },
            yaml,
            (p, _) => new Repair.Set(p, yaml),
            Needed: true
        );

    public static string Quote(string text) => "\"" + text + "\"";

    private static string Flow(IEnumerable<string> words) => "[" + string.Join(", ", words) + "]";
}
