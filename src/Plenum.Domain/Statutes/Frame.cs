namespace Plenum.Domain.Statutes;

/// <summary>
/// One rule that sections take over from their federation: as it stands there, or, where it is left open, between two
/// bounds; an empty bound is none.
/// </summary>
public sealed record FrameRule(string Key, string Value, bool Open, string Least, string Most);

/// <summary>Where a section's own text differs from the frame, and whether it lies outside what is left open.</summary>
public sealed record Variation(string Key, string Value, bool Outside);

/// <summary>What a federation's statutes hand down, and how a section's text stands to it (S14).</summary>
public static class Frames
{
    /// <summary>What lies in these blocks is each section's own, or concerns the federation alone.</summary>
    private static readonly string[] NotHandedDown =
    [
        "charter",
        "language",
        "organisation",
        "bodies",
        "sections",
        "sections_vote",
        "intervention",
        "competences",
        "affiliation",
        "frame",
        "open",
    ];

    private const int LongestKey = 200;

    /// <summary>The keys that sections take over and those left open to them, as the text itself has them.</summary>
    public static EquatableArray<FrameRule> Of(Draft draft)
    {
        var open = draft.Root["open"].Items;
        return draft
            .Root["frame"]["keys"]
            .Items.Select(n => n.Text)
            .Concat(open.Select(n => n["key"].Text))
            .Distinct(StringComparer.Ordinal)
            .Where(key => KindOf(key) is not null && draft.At(key).Exists)
            .Select(key => Rule(draft, key, open.Items.FirstOrDefault(n => n["key"].Text == key)))
            .ToEquatable();
    }

    private static FrameRule Rule(Draft draft, string key, Node? open) =>
        new(
            key,
            ValueOf(draft, key),
            open is not null,
            open is null ? "" : open["least"].Text,
            open is null ? "" : open["most"].Text
        );

    /// <summary>What may stand at a key that can be handed down; nothing where none can.</summary>
    internal static Kind? KindOf(string key)
    {
        // No key of the language has so many letters, and what has is not taken apart.
        if (key.Length > LongestKey)
            return null;
        var path = KeyPath.Of(key);
        if (
            path.Steps.Count < 2
            || path.ToString() != key
            || NotHandedDown.Contains(path.Steps[0].Name, StringComparer.Ordinal)
        )
            return null;
        var kind = StatuteLanguage.Blocks.FirstOrDefault(b => b.Name == path.Steps[0].Name)?.Kind;
        foreach (var step in path.Steps.Items.Skip(1))
            kind =
                !step.IsItem && kind is Kind.Table table
                    ? table.Keys.Items.FirstOrDefault(k => k.Name == step.Name)?.Kind
                    : null;
        return
            kind
                is Kind.Whole
                    or Kind.YesNo
                    or Kind.Amount
                    or Kind.Majority
                    or Kind.Time
                    or Kind.Part
                    or Kind.Word
                    or Kind.ListOf { Item: Kind.Word }
            ? kind
            : null;
    }

    /// <summary>Whether values of a kind have an order, so that some lie between others.</summary>
    internal static bool HasOrder(Kind kind) =>
        kind is Kind.Whole or Kind.Amount or Kind.Majority or Kind.Time or Kind.Part;

    /// <summary>What a text says at a key, as it is written there.</summary>
    public static string ValueOf(Draft draft, string key) => Provision.Show(draft.At(key));

    /// <summary>A value of a key in words.</summary>
    public static string Say(string key, string value, string language) =>
        KindOf(key) is { } kind and not Kind.ListOf && value.Length > 0
            ? RuleSentences.Write(
                StatuteBook.None.Draft,
                new Node.Scalar(default, value),
                kind,
                Wording.In(language)
            )
            : value.Trim('[', ']').Replace('_', ' ');

    /// <summary>The whole sentence that members read where this value stands at a key of their statutes.</summary>
    public static string Sentence(string key, string value, string language) =>
        KindOf(key) is { } kind ? RuleSentences.Of(key, Written(kind, value), kind, language) : key;

    private static Node Written(Kind kind, string value) =>
        kind is Kind.ListOf
            ? new Node.List(default, [.. Items(value)], Flow: true)
            : new Node.Scalar(default, value);

    private static IEnumerable<Node> Items(string list) =>
        list.Trim('[', ']')
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(item => new Node.Scalar(default, item));

    /// <summary>Where the section's text says something of its own.</summary>
    public static EquatableArray<Variation> Variations(
        EquatableArray<FrameRule> rules,
        Draft section
    ) =>
        rules
            .Select(rule => new Variation(
                rule.Key,
                ValueOf(section, rule.Key),
                IsOutside(rule, section)
            ))
            .Zip(rules, (own, rule) => (own, rule))
            .Where(v => v.own.Outside || !Same(v.rule.Key, v.rule.Value, v.own.Value))
            .Select(v => v.own)
            .ToEquatable();

    /// <summary>The first rule that a change would cross; what lies outside already and stays as it is crosses nothing.</summary>
    public static FrameRule? Crossed(EquatableArray<FrameRule> rules, Draft before, Draft after) =>
        rules.Items.FirstOrDefault(rule =>
            ValueOf(before, rule.Key) != ValueOf(after, rule.Key) && IsOutside(rule, after)
        );

    private static bool IsOutside(FrameRule rule, Draft section)
    {
        var value = ValueOf(section, rule.Key);
        return rule.Open
            ? section.At(rule.Key).Exists
                && (
                    Beyond(rule.Key, rule.Least, value, least: true)
                    || Beyond(rule.Key, rule.Most, value, least: false)
                )
            : !Same(rule.Key, rule.Value, value);
    }

    /// <summary>The text with one value moved to where the frame allows it, and the federation's name beside it.</summary>
    internal static string BroughtIn(string text, FrameRule rule, string federation)
    {
        var value = ValueOf(Draft.Parse(text), rule.Key);
        var to =
            !rule.Open ? rule.Value
            : Beyond(rule.Key, rule.Least, value, least: true) ? rule.Least
            : rule.Most;
        var yaml = KindOf(rule.Key) is Kind.Amount or Kind.Majority or Kind.Part
            ? Bounds.Quote(to)
            : to;
        return Repairs.Set(
            text,
            KeyPath.Of(rule.Key),
            yaml,
            "# default: " + federation.ReplaceLineEndings(" ")
        );
    }

    private static bool Beyond(string key, string bound, string value, bool least) =>
        bound.Length > 0
        && KindOf(key) is { } kind
        && Order.Of(kind, bound, value) is var order
        && (order is null || (least ? order < 0 : order > 0));

    private static bool Same(string key, string one, string other) =>
        one == other || (KindOf(key) is { } kind && Order.Of(kind, one, other) == 0);
}
