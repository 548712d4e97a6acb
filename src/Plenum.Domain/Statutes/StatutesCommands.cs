using System.Globalization;
using System.Text;

namespace Plenum.Domain.Statutes;

/// <summary>What a verb answers: 0 yes, 1 a well-formed no, 2 bad input; and the text for people or programs.</summary>
public sealed record Printout(int ExitCode, string Text);

/// <summary>What people and programs do with a text of statutes outside any running organisation.</summary>
public static partial class StatutesCommands
{
    /// <summary>Holds a text, and what is known of the sections (CSV, may be empty), against the charter.</summary>
    public static Printout Lint(string text, string factsCsv, string language, bool json)
    {
        var draft = Draft.Parse(text);
        var (facts, unreadable) = Facts(factsCsv, draft);
        var findings = FindingList.Sort([.. CharterCheck.Examine(draft, facts), .. unreadable]);
        var errors = findings.Items.Where(f => f.Severity == Severity.Error).ToList();
        var exit =
            errors.Count == 0 ? 0
            : errors.Exists(f => f.Code == "syntax") ? 2
            : 1;
        return new(
            exit,
            json
                ? Json(draft, errors.Count == 0, findings, language)
                : Lines(draft, errors.Count == 0, findings, language)
        );
    }

    /// <summary>The text with its generated sentences; or every value with its article, line and provenance.</summary>
    public static Printout Show(string text, string language, bool resolved)
    {
        var draft = Draft.Parse(text);
        var output = new StringBuilder();
        if (resolved)
            foreach (var value in RuleSentences.All(draft))
                output.Append(
                    CultureInfo.InvariantCulture,
                    $"{value.Path} = {Provision.Show(value.Node)}  ({draft.ArticleAt(value.Node.Spot.Line)}:{value.Node.Spot.Line})  {Mark(draft, value.Path, language)}{NotCarriedOut(draft, value.Path, language)}\n"
                );
        else
            foreach (var article in draft.Articles)
                Article(draft, article, language, output);
        return new(draft.Findings.Items.Any(f => f.Code == "syntax") ? 2 : 0, output.ToString());
    }

    /// <summary>A template as a text to start from, with the name of the organisation filled in.</summary>
    public static Printout New(string template, bool small, string name)
    {
        if (!Statutes.Templates.Names.Contains(template, StringComparer.Ordinal))
            return new(2, string.Join('\n', Statutes.Templates.Names) + "\n");
        var text = Statutes.Templates.Text(template, small);
        var path = KeyPath.Of("organisation.name");
        var plain = name.Replace("\\", "", StringComparison.Ordinal)
            .Replace("\"", "'", StringComparison.Ordinal)
            .ReplaceLineEndings(" ");
        var named = Repairs.Set(
            text,
            path,
            Bounds.Quote(plain),
            "# default: as given when the text was made"
        );
        return plain.Trim().Length == 0 ? new(0, text) : new(0, named);
    }

    /// <summary>The names of the templates, one a line, with their titles.</summary>
    public static Printout Templates() =>
        new(
            0,
            string.Concat(
                Statutes.Templates.Names.Select(n =>
                    $"{n}\t{Draft.Parse(Statutes.Templates.Text(n, small: false)).Title}\n"
                )
            )
        );

    private static (SectionFacts, Finding[]) Facts(string csv, Draft draft) =>
        SectionFacts.Parse(csv) switch
        {
            FactsRead.Read read => (read.Facts, []),
            FactsRead.Unreadable unreadable => (
                SectionFacts.None,
                [
                    new(
                        "syntax",
                        "facts",
                        Severity.Error,
                        draft.ArticleAt(0),
                        new(1, 1, 1, 1),
                        KeyPath.Root,
                        unreadable.Line.ToString(CultureInfo.InvariantCulture),
                        "",
                        Repair.None
                    ),
                ]
            ),
        };

    private static void Article(Draft draft, Article article, string language, StringBuilder output)
    {
        output.Append(
            CultureInfo.InvariantCulture,
            $"{article.Number}. {article.Title} [{article.Id}]\n\n{article.Prose}\n\n"
        );
        foreach (var sentence in RuleSentences.Of(draft, article, language))
            output.Append("- ").Append(RuleSentences.Marked(sentence, language)).Append('\n');
        output.Append('\n');
    }

    private static string Mark(Draft draft, KeyPath path, string language)
    {
        var words = Wording.In(language);
        return Provenance.Of(draft, path) switch
        {
            Provenance.Historical historical => words["provenance/historical"]
                + ": "
                + historical.Source,
            Provenance.Charter charter => words["provenance/charter"] + ": " + charter.Rule,
            Provenance.Editorial editorial => words["provenance/default"] + ": " + editorial.Reason,
            Provenance.Unmarked => words["provenance/unmarked"],
        };
    }

    private static string NotCarriedOut(Draft draft, KeyPath path, string language) =>
        StatuteLanguage.IsCarriedOut(draft, path)
            ? ""
            : "  (" + RuleSentences.NotCarriedOut(language) + ")";
}
