using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Plenum.Domain.Statutes;

namespace Plenum.Web.About;

/// <summary>One rule of the charter, to be linked to by its code.</summary>
public sealed record CharterRule(string Code, string Name, string Text);

/// <summary>The rules of the charter as its text has them: a table of code and rule.</summary>
public static partial class CharterRules
{
    public static ImmutableArray<CharterRule> All { get; } =
    [
        .. CharterText
            .Text.Split('\n')
            .Select(line => Row().Match(line))
            .Where(m => m.Success)
            .Select(m => new CharterRule(
                m.Groups["code"].Value,
                m.Groups["name"].Value.Trim(),
                m.Groups["text"].Value.Trim()
            )),
    ];

    [GeneratedRegex(
        @"^\| \*\*(?<code>C\d+)\*\*(?<name>[^|]*)\|(?<text>.*)\|$",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Row();
}
