using System.Collections.Immutable;
using System.Text.Json;

namespace Plenum.Domain.Statutes;

/// <summary>Says a change in a sentence: what was, what shall be, and why that widens or narrows a right.</summary>
public static class ChangeText
{
    private static readonly ImmutableDictionary<string, ImmutableDictionary<string, string>> All =
        ImmutableDictionary
            .Create<string, ImmutableDictionary<string, string>>(StringComparer.Ordinal)
            .Add("en", Read("en"))
            .Add("es", Read("es"));

    public static IEnumerable<string> Languages => All.Keys;

    /// <summary>A text of the resource; English where there is no such language.</summary>
    public static string Word(string key, string language) =>
        All.GetValueOrDefault(language, All["en"]).GetValueOrDefault(key, "");

    public static string Of(Change change, Draft before, Draft after, string language)
    {
        var form =
            Word("forms/" + change.Case, language) is { Length: > 0 } special ? special
            : change.Before.Length == 0 ? Word("forms/added", language)
            : change.After.Length == 0 ? Word("forms/removed", language)
            : Word("forms/changed", language);
        var concern = change.Case is "added" or "removed"
            ? Structure.Name(Declarations.Of(change.Path.Parent).Concern)
            : change.Case;
        var direction = Name(change.Direction);
        var why = Word($"why/{concern}.{direction}", language) is { Length: > 0 } known
            ? known
            : Word("why/" + direction, language);
        return (form + " " + why)
            .Replace("{key}", change.Path.ToString(), StringComparison.Ordinal)
            .Replace(
                "{before}",
                Said(before, change, change.Before, language),
                StringComparison.Ordinal
            )
            .Replace(
                "{after}",
                Said(after, change, change.After, language),
                StringComparison.Ordinal
            )
            .Trim();
    }

    public static string Name(Matters.ChangeDirection direction) =>
        direction.ToString().ToLowerInvariant();

    // The sentences members vote on; what has none is shown as written.
    private static string Said(Draft draft, Change change, string written, string language)
    {
        var node = draft.At(change.Path);
        if (written.Length == 0 || change.Path.Steps.Count == 0 || !node.Exists)
            return written;
        var under = change.Path.ToString();
        var sentences = draft
            .Articles.Where(a => a.Id == draft.ArticleAt(node.Spot.Line))
            .SelectMany(a => RuleSentences.Of(draft, a, language))
            .Where(s => IsUnder(s.Path.ToString(), under))
            .Select(s => RuleSentences.Marked(s, language))
            .ToList();
        return sentences.Count == 0 ? written : string.Join(' ', sentences);
    }

    private static bool IsUnder(string path, string above) =>
        path.StartsWith(above, StringComparison.Ordinal)
        && (path.Length == above.Length || path[above.Length] is '.' or '[');

    private static ImmutableDictionary<string, string> Read(string language)
    {
        using var json = JsonDocument.Parse(Resource.Text($"changes.{language}.json"));
        return json
            .RootElement.EnumerateObject()
            .SelectMany(g =>
                g.Value.EnumerateObject()
                    .Select(t => KeyValuePair.Create(g.Name + "/" + t.Name, t.Value.GetString()!))
            )
            .ToImmutableDictionary(StringComparer.Ordinal);
    }
}
