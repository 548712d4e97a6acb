using System.Collections.Immutable;
using System.Globalization;

namespace Plenum.Counting.Ballots;

/// <summary>
/// Reads ballot files in BLT form (Hill, Wichmann and Woodall 1987) with the extensions in use: OpenSTV's
/// <c>#</c> comments, <c>-k</c> withdrawals, <c>(id)</c> in place of a weight, <c>=</c> and <c>-</c>; Droop's
/// <c>/* */</c>, <c>[nick]</c>, <c>[tie]</c>, <c>[withdrawn]</c>, <c>[undeclared]</c> and <c>[droop]</c>; Hill's
/// parentheses for equal ranks; bare names, Windows-1252, commas, and lines without their final 0. Total: any bytes
/// give an answer, never an exception.
/// </summary>
/// <remarks>
/// Lines do not matter as long as every paper ends in 0. When that reading fails, or would name a candidate twice on a
/// paper that runs over a line's end, the file is read line by line instead: one line is one paper, its final 0 may be
/// missing, and a 0 inside the line is a skipped rank. A header of 0 candidates (some published files) is always read
/// so; the names then say how many candidates there are.
/// </remarks>
public static class BltReader
{
    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The whole file.</param>
    /// <param name="file">Its name, for findings.</param>
    /// <param name="limits">Sizes beyond which a file is refused; <see cref="BallotLimits.Usual" /> when absent.</param>
    /// <param name="threads">How many threads at most read and count; 0 for as many as there are cores.</param>
    /// <exception cref="ArgumentNullException">The file's name is null; it may be empty.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Less than no threads.</exception>
    public static BallotReading Read(
        ReadOnlySpan<byte> bytes,
        string file = "",
        BallotLimits? limits = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentOutOfRangeException.ThrowIfNegative(threads);
        limits = (limits ?? BallotLimits.Usual).Possible();
        if (bytes.Length > limits.Bytes)
        {
            return new BallotReading.Malformed([
                new Finding(
                    "blt.too-large",
                    file,
                    1,
                    1,
                    Number(bytes.Length),
                    $"at most {Number(limits.Bytes)} bytes"
                ),
            ]);
        }
        if (BltQuick.Read(bytes.ToArray(), limits, threads) is { } plain)
            return new BallotReading.Read(plain);
        var text = BltText.Decode(bytes);
        var papers = new BltParse(text, file, limits, byLine: false);
        var asPapers = papers.Run();
        if (asPapers is BallotReading.Read && !papers.RepeatedAcrossLines)
            return asPapers;
        var asLines = new BltParse(text, file, limits, byLine: true).Run();
        return asLines is BallotReading.Read || papers.CandidatesFromNames ? asLines : asPapers;
    }

    internal static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
