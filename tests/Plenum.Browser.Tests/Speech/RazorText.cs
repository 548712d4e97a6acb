using System.Text;
using System.Text.RegularExpressions;

namespace Plenum.Browser.Tests.Speech;

/// <summary>What a page says by itself: its text with everything that is code taken away.</summary>
internal static partial class RazorText
{
    [GeneratedRegex(@"@\*.*?\*@|<!--.*?-->|<!DOCTYPE[^>]*>", RegexOptions.Singleline)]
    private static partial Regex Remark();

    [GeneratedRegex(
        @"^@(?:page|using|inject|layout|implements|inherits|attribute|typeparam|namespace)\b.*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Directive();

    [GeneratedRegex(@"@(?:code|functions)\s*\{")]
    private static partial Regex Code();

    [GeneratedRegex(
        @"@(?:if|foreach|for|while|switch|lock|using)\s*(?=\()|\belse\s+if\s*(?=\()|\belse\b"
    )]
    private static partial Regex Control();

    [GeneratedRegex(
        "\\b(?:aria-label|title|alt|placeholder|label|summary|Title|Label|Heading|Text|Caption|What)=\"[^\"@]*\\p{L}[^\"]*\""
    )]
    private static partial Regex SpokenAttribute();

    [GeneratedRegex("<[a-zA-Z/][^<>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(
        "<form\\b[^>]*method=\"post\".*?</form>",
        RegexOptions.Singleline | RegexOptions.IgnoreCase
    )]
    private static partial Regex SentForm();

    public static IEnumerable<string> Literals(string page)
    {
        var plain = WithoutExpressions(
            WithoutControl(WithoutCode(Directive().Replace(Remark().Replace(page, ""), "")))
        );
        foreach (Match spoken in SpokenAttribute().Matches(plain))
            yield return spoken.Value;
        foreach (var text in Tag().Replace(plain, "\n").Split('\n', '{', '}'))
            if (text.Any(char.IsLetter))
                yield return text.Trim();
    }

    public static int UnguardedForms(string page) =>
        SentForm()
            .Matches(page)
            .Count(form => !form.Value.Contains("<AntiforgeryToken", StringComparison.Ordinal));

    private static string WithoutCode(string page) =>
        Code().Match(page) is { Success: true } code ? page[..code.Index] : page;

    private static string WithoutControl(string page)
    {
        while (Control().Match(page) is { Success: true } control)
        {
            var end = control.Index + control.Length;
            if (end < page.Length && page[end] == '(')
                end = Closing(page, end);
            page = page[..control.Index] + page[end..];
        }
        return page;
    }

    private static string WithoutExpressions(string page)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < page.Length; )
            if (page[at] == '@')
                at = ExpressionEnd(page, at + 1);
            else
                plain.Append(page[at++]);
        return plain.ToString();
    }

    private static int ExpressionEnd(string page, int at)
    {
        while (at < page.Length)
            if (page[at] is '(' or '[')
                at = Closing(page, at);
            else if (char.IsLetterOrDigit(page[at]) || page[at] == '_')
                at++;
            else if (
                page[at] is '.' or '?'
                && at + 1 < page.Length
                && (char.IsLetter(page[at + 1]) || page[at + 1] is '.' or '[')
            )
                at++;
            else
                break;
        return at;
    }

    /// <summary>The place after the bracket that closes the one at <paramref name="at"/>; strings are passed over.</summary>
    private static int Closing(string page, int at)
    {
        var depth = 0;
        for (var quoted = false; at < page.Length; at++)
        {
            if (page[at] == '"')
                quoted = !quoted;
            if (quoted)
                continue;
            depth +=
                page[at] is '(' or '[' ? 1
                : page[at] is ')' or ']' ? -1
                : 0;
            if (depth == 0)
                return at + 1;
        }
        return at;
    }
}
