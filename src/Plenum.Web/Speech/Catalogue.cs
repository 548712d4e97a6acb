using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Plenum.Web.Speech;

/// <summary>Every sentence of one language by its key, read from <c>Resources/&lt;language&gt;/*.json</c>.</summary>
public sealed class Catalogue
{
    private static readonly FrozenDictionary<string, Catalogue> All = new[] { "en", "es" }
        .Select(Read)
        .ToFrozenDictionary(catalogue => catalogue.Language, StringComparer.Ordinal);

    private readonly FrozenDictionary<string, Pattern> patterns;

    private Catalogue(string language, FrozenDictionary<string, Pattern> patterns)
    {
        Language = language;
        this.patterns = patterns;
    }

    /// <summary>The languages the house speaks; the first is spoken to those who ask for none of them.</summary>
    public static ImmutableArray<string> Languages { get; } = ["en", "es"];

    /// <summary>Whether the house speaks this language.</summary>
    public static bool Speaks(string language) => All.ContainsKey(language);

    public string Language { get; }

    public IReadOnlyDictionary<string, Pattern> Patterns => patterns;

    /// <summary>The sentences of a language, or of the first one where it is not spoken here.</summary>
    public static Catalogue In(string language) =>
        All.TryGetValue(language, out var spoken) ? spoken : All[Languages[0]];

    private static Catalogue Read(string language)
    {
        var assembly = typeof(Catalogue).Assembly;
        var folder = $"Plenum.Web.Resources.{language}.";
        var sentences = new Dictionary<string, Pattern>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            if (!name.StartsWith(folder, StringComparison.Ordinal))
                continue;
            using var stream = assembly.GetManifestResourceStream(name)!;
            foreach (
                var (key, text) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!
            )
                sentences.Add(key, Pattern.Parse(text));
        }
        return new Catalogue(language, sentences.ToFrozenDictionary(StringComparer.Ordinal));
    }
}
