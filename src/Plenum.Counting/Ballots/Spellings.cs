using System.Globalization;
using System.Text;

namespace Plenum.Counting.Ballots;

/// <summary>
/// Names by which papers tell candidates apart: two that differ by capitals, blanks or signs nobody sees are one candidate whom
/// somebody wrote otherwise, and would share their papers.
/// </summary>
internal sealed class Spellings
{
    private readonly Dictionary<string, (string Name, int Line)> known = new(
        StringComparer.Ordinal
    );

    /// <summary>What is expected in place of a name, or null where it is new or written as before.</summary>
    public string? Otherwise(string name, int line)
    {
        var bare = Bare(name);
        if (!known.TryGetValue(bare, out var before))
            known[bare] = before = (name, line);
        return before.Name == name
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"\"{before.Name}\", as on line {before.Line}: the two differ by {By(before.Name, name)} alone"
            );
    }

    private static string By(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
            ? "capitals"
            : "capitals, blanks or signs that look alike";

    private static string Bare(string name)
    {
        var bare = new StringBuilder(name.Length);
        // U+FFFE is no character, and cannot be composed.
        foreach (var sign in name.Replace('\uFFFE', '\uFFFD').Normalize(NormalizationForm.FormKC))
        {
            if (char.IsWhiteSpace(sign))
                bare.Append(bare.Length > 0 && bare[^1] != ' ' ? " " : "");
            else if (
                char.GetUnicodeCategory(sign)
                is not (UnicodeCategory.Format or UnicodeCategory.Control)
            )
                bare.Append(char.ToUpperInvariant(sign));
        }
        return bare.Length > 0 ? bare.ToString() : name;
    }
}
