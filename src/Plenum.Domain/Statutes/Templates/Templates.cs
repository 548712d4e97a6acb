using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>Statutes to start from. Every value is written out and says where it comes from.</summary>
public static class Templates
{
    /// <summary>Stands in a template where the digest of the charter belongs.</summary>
    private const string DigestPlace = "CHARTER-DIGEST";

    public static ImmutableArray<string> Names { get; } =
    ["local-union", "federation", "council", "strike-committee"];

    /// <summary>The text of a template, in the small profile for a branch of a dozen members.</summary>
    public static string Text(string name, bool small) =>
        Names.Contains(name, StringComparer.Ordinal)
            ? Resource
                .Text($"template.{name}{(small ? ".small" : "")}.md")
                .Replace(DigestPlace, CharterText.Digest.Hex, StringComparison.Ordinal)
            : throw new ArgumentOutOfRangeException(
                nameof(name),
                name,
                "There is no such template."
            );
}
