using System.Collections.Immutable;
using Plenum.Counting.Marks;

namespace Plenum.Counting.Ballots;

/// <summary>Reads a file of papers in any form there is a reader for, told by what it holds.</summary>
/// <remarks>
/// <c>preflib</c>: PrefLib's soc, soi, toc, toi and cat with header lines. <c>abif</c>: lines <c>number:A&gt;B=C</c>, with
/// ratings after a stroke. <c>csv</c>: a table with a column a rank, and a column count where lines stand for several
/// papers, between commas, semicolons or tabs. <c>abc</c>: approval sets after <c>profile:</c>, candidates numbered from 0. <c>cvr</c>: NIST SP 1500-103, JSON or
/// XML, its first contest. <c>debian</c>: tally sheets, <c>V: 1-2 hash</c>. <c>blt</c>: everything else, see
/// <see cref="BltReader" />. Total: any bytes give an answer, never an exception.
/// </remarks>
public static class BallotReader
{
    /// <summary>The forms, by the names <c>--format</c> takes.</summary>
    public static ImmutableArray<string> Forms { get; } =
    ["blt", "preflib", "abif", "csv", "abc", "cvr", "debian"];

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="form">One of <see cref="Forms" />; told from the content when absent.</param>
    /// <param name="limits">Sizes beyond which a file is refused.</param>
    /// <param name="threads">How many threads at most read and count; 0 for as many as there are cores.</param>
    /// <exception cref="ArgumentNullException">The file's name is null; it may be empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than no threads.</exception>
    public static BallotReading Read(
        ReadOnlySpan<byte> bytes,
        string file = "",
        string? form = null,
        BallotLimits? limits = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        limits = (limits ?? BallotLimits.Usual).Possible();
        if (bytes.Length > limits.Bytes)
            return BltReader.Read(bytes, file, limits);
        form ??= FormOf(bytes);
        var text = form is "blt" or "csv" ? "" : BltText.Decode(bytes);
        return form switch
        {
            "preflib" => new PrefLibParse(text, file, limits).Run(),
            "abif" => new AbifParse(text, file, limits).Run(),
            "csv" => new RankCsvParse(bytes, file, limits).Run(),
            "abc" => new AbcParse(text, file, limits).Run(),
            "cvr" => new CommonFormatParse(text, file, limits).Run(),
            "debian" => new DebianParse(text, file, limits).Run(),
            "blt" => BltReader.Read(bytes, file, limits, threads),
            var other => new BallotReading.Malformed([
                new Finding("count.format", file, 0, 0, other, string.Join(" or ", Forms)),
            ]),
        };
    }

    private static string FormOf(ReadOnlySpan<byte> bytes)
    {
        var text = BltText.Decode(bytes[..Math.Min(bytes.Length, 20_000)]);
        // What says that a file is a report of cast votes may stand at its very end.
        if (
            text.AsSpan().TrimStart() is ['<' or '{', ..]
            && CommonFormat.Fits(BltText.Decode(bytes))
        )
            return "cvr";
        if (DebianParse.Fits(text))
            return "debian";
        foreach (var raw in text.AsSpan().EnumerateLines())
        {
            var line = raw.Trim();
            if (line.IsEmpty)
                continue;
            if (line.StartsWith("# FILE NAME:") || line.StartsWith("# DATA TYPE:"))
                return "preflib";
            if (line.StartsWith("profile:") || line.StartsWith("description:"))
                return "abc";
            if (line[0] is '{' or '=')
                return "abif";
            if (line[0] is '#')
                continue;
            var digits = line.IndexOfAnyExceptInRange('0', '9');
            if (digits > 0 && line[digits..].TrimStart() is [':' or '*', ..])
                return "abif";
            var named = digits == 0 && line[0] is not ('[' or '(' or '-' or '/');
            return named && line.IndexOfAny(',', ';', '\t') >= 0 ? "csv" : "blt";
        }
        return "blt";
    }
}
