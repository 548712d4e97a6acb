using System.Globalization;
using System.Text;

namespace Plenum.Counting.Ballots;

/// <summary>
/// Writes ballots in one canonical BLT form: UTF-8 without mark, line feeds, papers sorted and put together, every
/// paper ended by 0, all names quoted. Equal sets give equal bytes, so the bytes can be hashed and compared.
/// </summary>
public static class BltWriter
{
    /// <summary>The canonical bytes.</summary>
    /// <param name="ballots">What to write.</param>
    public static byte[] Write(BallotSet ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{ballots.Names.Length} {ballots.Seats}\n");
        if (!ballots.Withdrawn.IsEmpty)
            text.Append(
                CultureInfo.InvariantCulture,
                $"[withdrawn {string.Join(' ', ballots.Withdrawn)}]\n"
            );
        if (!ballots.TieOrder.IsEmpty)
            text.Append(
                CultureInfo.InvariantCulture,
                $"[tie {string.Join(' ', ballots.TieOrder)}]\n"
            );
        foreach (var (ranking, number) in ballots.Papers)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{number}{(ranking.IsBlank ? "" : " ")}{ranking} 0\n"
            );
        text.Append("0\n");
        foreach (var name in ballots.Names)
            text.Append(Quoted(name)).Append('\n');
        text.Append(Quoted(ballots.Title)).Append('\n');
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    // A name holds no line breaks and no outer blanks in this form.
    private static string Quoted(string name) =>
        $"\"{name.ReplaceLineEndings(" ").Trim().Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
