using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plenum.Web.Speech;

namespace Plenum.Cli;

/// <summary>What the command line says to one reader, read from <c>Resources/&lt;language&gt;.json</c>.</summary>
internal sealed class Words
{
    // POSIX: LC_ALL goes before LC_MESSAGES, and that before LANG.
    private static readonly ImmutableArray<string> Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    private readonly FrozenDictionary<string, Pattern> _patterns;

    private Words(string language)
    {
        Language = language;
        using var stream = typeof(Words).Assembly.GetManifestResourceStream(
            $"Plenum.Cli.Resources.{language}.json"
        )!;
        _patterns = JsonSerializer
            .Deserialize<Dictionary<string, string>>(stream)!
            .ToFrozenDictionary(
                pair => pair.Key,
                pair => Pattern.Parse(pair.Value),
                StringComparer.Ordinal
            );
    }

    public string Language { get; }

    public IReadOnlyDictionary<string, Pattern> Patterns => _patterns;

    public string this[string key, params (string Name, object Value)[] data] =>
        _patterns[key]
            .Fill(
                data.ToImmutableDictionary(d => d.Name, d => d.Value, StringComparer.Ordinal),
                value => Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""
            );

    public bool Knows(string key) => _patterns.ContainsKey(key);

    public static Words In(string language) =>
        new(Catalogue.Speaks(language) ? language : Catalogue.Languages[0]);

    /// <summary>The language the terminal asks for.</summary>
    public static Words OfTheTerminal() =>
        In(
            Variables
                .Select(Environment.GetEnvironmentVariable)
                .FirstOrDefault(value => !string.IsNullOrEmpty(value))
                is { Length: >= 2 } asked
                ? asked[..2]
                : ""
        );
}
