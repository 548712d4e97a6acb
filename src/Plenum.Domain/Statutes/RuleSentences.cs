namespace Plenum.Domain.Statutes;

/// <summary>
/// A sentence generated from one value of a rule: this is what members vote on (C15). Where the program does not carry it
/// out, whoever shows it says so.
/// </summary>
public sealed record Sentence(KeyPath Path, int Line, string Text, bool IsCarriedOut);

/// <summary>Generates the sentences of an article from its rules, in the languages there are sentences for.</summary>
public static class RuleSentences
{
    public static EquatableArray<Sentence> Of(Draft draft, Article article, string language)
    {
        var words = Wording.In(language);
        return StatuteLanguage
            .Blocks.SelectMany(b => Under(draft.Root[b.Name], KeyPath.Root.Key(b.Name), b.Kind))
            .Where(v => draft.ArticleAt(v.Node.Spot.Line) == article.Id)
            .Select(v => new Sentence(
                v.Path,
                v.Node.Spot.Line,
                Render(draft, v, words),
                StatuteLanguage.IsCarriedOut(draft, v.Path)
            ))
            .ToEquatable();
    }

    /// <summary>The sentence of one value at a key, whoever's text it stands in.</summary>
    internal static string Of(string key, Node value, Kind kind, string language) =>
        Marked(
            Render(
                StatuteBook.None.Draft,
                new Value(KeyPath.Of(key), value, kind),
                Wording.In(language)
            ),
            StatuteLanguage.IsCarriedOut(KeyPath.Of(key), value),
            language
        );

    /// <summary>The sentence with the mark it needs where it stands alone.</summary>
    public static string Marked(Sentence sentence, string language) =>
        Marked(sentence.Text, sentence.IsCarriedOut, language);

    private static string Marked(string text, bool isCarriedOut, string language) =>
        isCarriedOut ? text : text + " (" + NotCarriedOut(language) + ")";

    /// <summary>What is said wherever a rule is met that the program does not carry out.</summary>
    public static string NotCarriedOut(string language) =>
        Wording.In(language)["marks/not-carried-out"];

    /// <summary>The keys a text uses that the program does not carry out, as the text has them.</summary>
    public static EquatableArray<KeyPath> NotCarriedOut(Draft draft) =>
        All(draft)
            .Select(v => v.Path)
            .Where(path => !StatuteLanguage.IsCarriedOut(draft, path))
            .ToEquatable();

    /// <summary>Everything a text says, value by value.</summary>
    internal static IEnumerable<Value> All(Draft draft) =>
        StatuteLanguage.Blocks.SelectMany(b =>
            Under(draft.Root[b.Name], KeyPath.Root.Key(b.Name), b.Kind)
        );

    internal sealed record Value(KeyPath Path, Node Node, Kind Kind);

    // A list of words is one sentence; a list of tables has the sentences of its items.
    private static IEnumerable<Value> Under(Node node, KeyPath path, Kind kind) =>
        (node, kind) switch
        {
            (Node.Absent, _) => [],
            (_, Kind.Table table) => table.Keys.Items.SelectMany(k =>
                Under(node[k.Name], path.Key(k.Name), k.Kind)
            ),
            (_, Kind.ListOf { Item: Kind.Table item }) => node.Items.Items.SelectMany(
                (n, i) => Under(n, path.Item(Node.NameOf(n, i)), item)
            ),
            _ => [new(path, node, kind)],
        };

    private static string Render(Draft draft, Value value, Wording words)
    {
        var pattern = value.Path.Pattern;
        var key = "sentences/" + pattern;
        // A value that is a word may have a sentence of its own, and so has a list with nothing in it; a list that holds
        // something is told with what it holds.
        var special = value.Node switch
        {
            Node.Scalar { Written.Length: > 0 } scalar => key + "=" + scalar.Written,
            Node.List { Nodes.Count: 0 } => key + "=",
            _ => "",
        };
        var template =
            words.Has(special) ? words[special]
            : words.Has(key) ? words[key]
            : words["sentences/other"];
        return template
            .Replace("{key}", value.Path.ToString().Replace('_', ' '), StringComparison.Ordinal)
            .Replace("{body}", Holder(draft, value.Path), StringComparison.Ordinal)
            .Replace(
                "{value}",
                Write(draft, value.Node, value.Kind, words),
                StringComparison.Ordinal
            );
    }

    // "bodies[chair].term" speaks about the chair, by the title the statutes give.
    private static string Holder(Draft draft, KeyPath path)
    {
        var item = path;
        while (item.Steps.Count > 0 && !item.Last.IsItem)
            item = item.Parent;
        var title = draft.At(item)["title"].Text;
        return title.Length > 0 ? title : item.Last.Name ?? "";
    }

    internal static string Write(Draft draft, Node node, Kind kind, Wording words) =>
        kind switch
        {
            Kind.ListOf list => string.Join(
                ", ",
                node.Items.Items.Select(n => Write(draft, n, list.Item, words))
            ),
            Kind.Amount when Values.Amount(node.Text) is { } amount => words.Amount(amount),
            Kind.Majority when Values.Majority(node.Text) is { } majority => words.Majority(
                majority
            ),
            Kind.Time when Values.Time(node.Text) is { } time => words.Time(time),
            Kind.YesNo => words["words/" + node.Text] is { Length: > 0 } yes ? yes : node.Text,
            Kind.Word => words["words/" + node.Text] is { Length: > 0 } word
                ? word
                : node.Text.Replace('_', ' '),
            Kind.Body => draft.At("bodies").At(KeyPath.Root.Item(node.Text))["title"].Text
                is { Length: > 0 } title
                ? title
                : node.Text,
            Kind.Amount or Kind.Majority or Kind.Time or Kind.Prose or Kind.Whole or Kind.Part =>
                node.Text,
            Kind.Table => Provision.Show(node),
        };
}
