using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plenum.Counting.Ballots;

namespace Plenum.Counting;

/// <summary>
/// The root of a hash tree over papers, so that whoever holds them can tell that a certificate is about them.
/// </summary>
/// <remarks>
/// The leaves are the lines <c>number ranking</c> of the papers in canonical order, identical ones together, who shares a rank by number: a leaf is the
/// SHA-256 of a byte 0 and the line in ASCII, a node that of a byte 1 and its two halves, the left half being the largest
/// power of two that is smaller than the whole (RFC 6962). No papers have the SHA-256 of nothing.
/// </remarks>
public static class PapersRoot
{
    /// <summary>The root in lower-case hexadecimal.</summary>
    /// <param name="ballots">The papers.</param>
    public static string Of(BallotSet ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        byte[][] leaves =
        [
            .. InOrder(ballots)
                .Select(papers =>
                    SHA256.HashData([
                        0,
                        .. Encoding.ASCII.GetBytes(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{papers.Number} {papers.Ranking}"
                            )
                        ),
                    ])
                ),
        ];
        return Convert.ToHexStringLower(leaves.Length == 0 ? SHA256.HashData([]) : Node(leaves));
    }

    // A rule whose arithmetic rounds counts papers as they were written; what they say does not depend on it.
    private static IEnumerable<Papers> InOrder(BallotSet ballots) =>
        ballots.Papers.Any(papers => papers.Ranking.ByNumber() != papers.Ranking)
            ? ballots
                .Papers.GroupBy(papers => papers.Ranking.ByNumber())
                .Select(same => new Papers(same.Key, same.Sum(papers => papers.Number)))
                .OrderBy(papers => papers.Ranking)
            : ballots.Papers;

    private static byte[] Node(ReadOnlySpan<byte[]> leaves)
    {
        if (leaves.Length == 1)
            return leaves[0];
        var half = 1;
        while (half * 2 < leaves.Length)
            half *= 2;
        return SHA256.HashData([1, .. Node(leaves[..half]), .. Node(leaves[half..])]);
    }
}
