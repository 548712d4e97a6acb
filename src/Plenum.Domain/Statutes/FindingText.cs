using System.Collections.Immutable;
using System.Text.Json;

namespace Plenum.Domain.Statutes;

/// <summary>A finding in words, and the smallest repair in words.</summary>
public sealed record FindingSentence(string Message, string Repair);

/// <summary>Renders findings in the languages there are sentences for; they live in resources, never in code.</summary>
public static class FindingText
{
    private static readonly ImmutableDictionary<string, Wording> Languages = ImmutableDictionary
        .Create<string, Wording>(StringComparer.Ordinal)
        .Add("en", Read("en"))
        .Add("es", Read("es"));

    public static IEnumerable<string> Known => Languages.Keys;

    /// <summary>English where there is no such language.</summary>
    public static FindingSentence Of(Finding finding, string language)
    {
        var words = Languages.GetValueOrDefault(language, Languages["en"]);
        var template =
            words.Cases.GetValueOrDefault(finding.Code + "." + finding.Case)
            ?? words.Cases.GetValueOrDefault(finding.Case.Length > 0 ? finding.Case : finding.Code)
            ?? words.Cases[finding.Code];
        var message = Fill(template, finding);
        var rule = words.Rules.GetValueOrDefault(finding.Code);
        return new(rule is null ? message : message + " " + rule, RepairOf(finding, words));
    }

    private static string RepairOf(Finding finding, Wording words) =>
        finding.Repair switch
        {
            Repair.ByHand => words.Repairs[finding.Severity == Severity.Note ? "none" : "hand"],
            Repair.Set set => words
                .Repairs["set"]
                .Replace("{key}", set.Path.ToString(), StringComparison.Ordinal)
                .Replace("{yaml}", set.Yaml, StringComparison.Ordinal),
            Repair.Strike strike => words
                .Repairs["strike"]
                .Replace("{key}", strike.Path.ToString(), StringComparison.Ordinal),
        };

    private static string Fill(string template, Finding finding) =>
        template
            .Replace("{key}", finding.Path.ToString(), StringComparison.Ordinal)
            .Replace("{expected}", finding.Expected, StringComparison.Ordinal)
            .Replace("{found}", finding.Found, StringComparison.Ordinal);

    private static Wording Read(string language)
    {
        using var json = JsonDocument.Parse(Resource.Text($"findings.{language}.json"));
        return new(Table(json, "rules"), Table(json, "cases"), Table(json, "repairs"));
    }

    private static ImmutableDictionary<string, string> Table(JsonDocument json, string name) =>
        json
            .RootElement.GetProperty(name)
            .EnumerateObject()
            .ToImmutableDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);

    private sealed record Wording(
        ImmutableDictionary<string, string> Rules,
        ImmutableDictionary<string, string> Cases,
        ImmutableDictionary<string, string> Repairs
    );
}
