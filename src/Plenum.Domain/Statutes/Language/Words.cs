using System.Collections.Immutable;
using System.Text;

namespace Plenum.Domain.Statutes;

/// <summary>The closed lists of words of the language, spelled as rules spell them: <c>ScottishStv</c> is <c>scottish_stv</c>.</summary>
internal static class Words
{
    public static ImmutableArray<string> Of<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(Spell)];

    public static T? Parse<T>(string text)
        where T : struct, Enum
    {
        var at = Of<T>().IndexOf(text);
        return at < 0 ? null : Enum.GetValues<T>()[at];
    }

    private static string Spell(string name)
    {
        var text = new StringBuilder();
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0)
                text.Append('_');
            text.Append(char.ToLowerInvariant(c));
        }
        return text.ToString();
    }
}
