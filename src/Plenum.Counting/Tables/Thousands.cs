using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tables;

/// <summary>
/// Numbers with a point for thousands, as sheets write them where the comma is in numbers: <c>1.204</c> beside <c>987</c> is
/// 1204, and nobody can tell from one beside none.
/// </summary>
internal static class Thousands
{
    /// <summary>Every number with exactly three decimals beside whole ones above 1, where none has decimals otherwise.</summary>
    public static IEnumerable<Finding> In(string file, IReadOnlyCollection<Cell> numbers)
    {
        ImmutableArray<Cell> points = [.. numbers.Where(n => !IsWhole(Text(n)))];
        return
            points.All(n => IsGrouped(Text(n))) && numbers.Any(n => IsWhole(Text(n)) && IsMany(n))
            ? points.Select(n => new Finding(
                "csv.thousands",
                file,
                n.Line,
                n.Column,
                $"\"{Text(n)}\"",
                $"{Text(n).Replace(".", "", StringComparison.Ordinal)} if the point stands for thousands, or else decimals in every row"
            ))
            : [];
    }

    private static string Text(Cell cell) => cell.Text.Trim();

    private static bool IsWhole(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsMany(Cell cell) =>
        BigInteger.TryParse(
            Text(cell),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var number
        )
        && number > 1;

    // One to three digits that do not begin with nought, a point, three digits.
    private static bool IsGrouped(string text) =>
        text.Length is >= 5 and <= 7
        && text[0] is not '0'
        && text[^4] == '.'
        && IsWhole(text[..^4])
        && IsWhole(text[^3..]);
}
