using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Plenum.Domain.Statutes;

// What lint answers, to people and to programs.
public static partial class StatutesCommands
{
    private static string Lines(
        Draft draft,
        bool conforms,
        EquatableArray<Finding> findings,
        string language
    )
    {
        var words = Wording.In(language);
        var output = new StringBuilder();
        foreach (var finding in findings)
        {
            var sentence = FindingText.Of(finding, language);
            output.Append(
                CultureInfo.InvariantCulture,
                $"{finding.Line}:{finding.Column} {words["severity/" + Name(finding.Severity)]} {finding.Code} [{finding.Article}] {sentence.Message}\n    {sentence.Repair}\n"
            );
        }
        output.Append(words[conforms ? "lint/conforms" : "lint/breaks"]).Append('\n');
        if (RuleSentences.NotCarriedOut(draft) is { Count: > 0 } keys)
            output
                .Append(
                    words["lint/not-carried-out"]
                        .Replace("{keys}", string.Join(", ", keys), StringComparison.Ordinal)
                )
                .Append('\n');
        return output.ToString();
    }

    private static string Name(Severity severity) =>
        severity switch
        {
            Severity.Error => "error",
            Severity.Warning => "warning",
            Severity.Note => "note",
        };

    private static readonly JsonSerializerOptions Pretty = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // To programs a note is a warning: it stops nothing.
    private static string Json(
        Draft draft,
        bool conforms,
        EquatableArray<Finding> findings,
        string language
    ) =>
        JsonSerializer.Serialize(
            new
            {
                conforms,
                findings = findings.Items.Select(f => new
                {
                    code = f.Code,
                    severity = f.Severity == Severity.Error ? "error" : "warning",
                    article = f.Article.Value,
                    line = f.Line,
                    column = f.Column,
                    key = f.Path.ToString(),
                    found = f.Found,
                    expected = f.Expected,
                    message = FindingText.Of(f, language).Message,
                    repair = FindingText.Of(f, language).Repair,
                }),
                not_carried_out = RuleSentences
                    .NotCarriedOut(draft)
                    .Items.Select(path => path.ToString()),
            },
            Pretty
        ) + "\n";
}
