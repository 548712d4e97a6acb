namespace Plenum.Domain.Statutes;

/// <summary>A finding in words, and the smallest repair in words.</summary>
public sealed record FindingSentence(string Message, string Repair);

/// <summary>Renders findings in the languages there are sentences for; they live in resources, never in code.</summary>
public static class FindingText
{
    /// <summary>English where there is no such language.</summary>
    public static FindingSentence Of(Finding finding, string language)
    {
        var words = Wording.In(language);
        var template = Cases(finding).Select(c => words["cases/" + c]).First(t => t.Length > 0);
        var message = template
            .Replace("{key}", finding.Path.ToString(), StringComparison.Ordinal)
            .Replace("{expected}", finding.Expected, StringComparison.Ordinal)
            .Replace("{found}", finding.Found, StringComparison.Ordinal);
        return new(
            string.Join(
                ' ',
                new[]
                {
                    message,
                    words["rules/" + finding.Code],
                    finding.IsEased ? words["cases/eased"] : "",
                }.Where(part => part.Length > 0)
            ),
            RepairOf(finding, words)
        );
    }

    // The sentence of this case of this rule, else of the case, else of the code.
    private static string[] Cases(Finding finding) =>
        [finding.Code + "." + finding.Case, finding.Case, finding.Code, "other"];

    private static string RepairOf(Finding finding, Wording words) =>
        finding.Repair switch
        {
            Repair.ByHand => words[
                finding.Severity == Severity.Note ? "repairs/none" : "repairs/hand"
            ],
            Repair.Set set => words["repairs/set"]
                .Replace("{key}", set.Path.ToString(), StringComparison.Ordinal)
                .Replace("{yaml}", set.Yaml, StringComparison.Ordinal),
            Repair.Strike strike => words["repairs/strike"]
                .Replace("{key}", strike.Path.ToString(), StringComparison.Ordinal),
        };
}
