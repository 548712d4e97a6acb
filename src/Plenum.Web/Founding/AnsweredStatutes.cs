using System.Globalization;
using System.Text.RegularExpressions;
using Plenum.Domain;
using Plenum.Domain.Statutes;

namespace Plenum.Web.Founding;

/// <summary>A template with the founders' answers written into it; every other value keeps its own provenance.</summary>
public static partial class AnsweredStatutes
{
    /// <summary>What stands behind a value that the founders chose.</summary>
    public const string Chosen = "chosen at the founding";

    // R1: at most half an electing quota, 1 in 2(s+1), may be asked of the electors of s seats filled together.
    private const int PercentOverSeats = 50;

    [GeneratedRegex(
        "(?<share>[0-9]+)%",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Percent();

    [GeneratedRegex(
        "^[#`~]+",
        RegexOptions.Multiline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Marks();

    public static string Write(Answers answers)
    {
        var text = Templates.Text(answers.Template, answers.Small);
        foreach (var office in Answers.Offices.Except(answers.Officers, StringComparer.Ordinal))
            text = WithoutArticle(text, office);
        // Somebody has to keep the roll and help at the desk.
        if (!answers.Officers.Contains("secretary", StringComparer.Ordinal))
            text = Set(
                text,
                "bodies[committee].powers",
                "[admit, convene, contact, desk, execute, register]"
            );
        text = Set(text, "organisation.name", Quoted(answers.Name));
        text = Set(text, "organisation.section_word", Quoted(answers.SectionWord));
        text = Set(text, "organisation.law", Quoted(answers.Law));
        text = Set(text, "organisation.time_zone", answers.TimeZone);
        text = Set(text, "organisation.languages", $"[{string.Join(", ", answers.Languages)}]");
        text = Set(
            text,
            "bodies[committee].seats",
            answers.Seats.ToString(CultureInfo.InvariantCulture)
        );
        text = WithSignatures(text, answers.Seats);
        text = Set(text, "bodies[members].meets_every", answers.MeetsEvery);
        text = Set(text, "bodies[members].notice", answers.Notice);
        return WithDues(WithTerm(text, answers.Term), answers.Dues);
    }

    /// <summary>What a review has shown: the statutes and the founders, as a digest.</summary>
    public static string Seen(Answers answers) =>
        Digest.Of($"{Write(answers)}\n{string.Join('\n', answers.Founders)}").Hex;

    private static string WithTerm(string text, string term)
    {
        var bodies = Draft.Parse(text).Root["bodies"].Items;
        for (var i = 0; i < bodies.Count; i++)
            if (bodies[i]["term"].Exists)
                text = Set(text, $"bodies[{Node.NameOf(bodies[i], i)}].term", term);
        text = Set(text, "terms.length", term);
        if (term != "P6M")
            return text;
        // C1 and C13: a caretaker, and whoever acts until an election, at most a quarter of the term.
        for (var i = 0; i < bodies.Count; i++)
            if (bodies[i]["interim"].Exists)
                text = Set(text, $"bodies[{Node.NameOf(bodies[i], i)}].interim.at_most", "P42D");
        return Set(text, "terms.caretaker_at_most", "P42D");
    }

    private static string WithSignatures(string text, int seats)
    {
        var path = "recall.petition.signatures";
        var most = PercentOverSeats / (seats + 1);
        var written = Draft.Parse(text).At(path).Text;
        return
            Percent().Match(written) is { Success: true } asked
            && int.Parse(asked.Groups["share"].Value, CultureInfo.InvariantCulture) > most
            ? Set(text, path, FormattableString.Invariant($"\"max(2, {most}%)\""))
            : text;
    }

    // Prose without a rule: a heading or a fence in it would be one of ours.
    private static string WithDues(string text, string dues) =>
        dues.Length == 0
            ? text
            : text.TrimEnd()
                + "\n\n## Dues {#dues}\n\n"
                + Marks().Replace(dues.ReplaceLineEndings("\n").Trim(), "")
                + "\n";

    private static string WithoutArticle(string text, string id)
    {
        var draft = Draft.Parse(text);
        if (draft.Articles.Items.FirstOrDefault(a => a.Id.Value == id) is not { } article)
            return text;
        var lines = text.Split('\n').ToList();
        lines.RemoveRange(article.Line - 1, article.EndLine - article.Line + 1);
        return string.Join('\n', lines);
    }

    private static string Set(string text, string path, string yaml)
    {
        var spot = Draft.Parse(text).At(path).Spot;
        if (spot.Line == 0)
            return text;
        var lines = text.Split('\n');
        lines[spot.Line - 1] =
            $"{lines[spot.Line - 1][..(spot.Column - 1)]}{yaml} # default: {Chosen}";
        return string.Join('\n', lines);
    }

    private static string Quoted(string text) =>
        '"'
        + new string([.. text.Where(c => !char.IsControl(c))])
            .Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
        + '"';
}
