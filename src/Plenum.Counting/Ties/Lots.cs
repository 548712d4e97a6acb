using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Ties;

/// <summary>
/// How lots are drawn when no rule separates tied candidates. The one who is drawn suffers or enjoys what the tie is
/// about: is excluded (SSI 2011/399 rule 52), or has the surplus transferred first (rule 50).
/// </summary>
/// <remarks>
/// Lots remember nothing: every count begins at its first lot, so the same lots draw the same in the same count, and any
/// number of counts may share them.
/// </remarks>
public abstract record Lots
{
    private Lots() { }

    /// <summary>
    /// Lots from a public seed, so that a stranger can draw them again: in the n-th lot of a count (from 1), candidate
    /// c has the SHA-256 of the ASCII text <c>plenum-lot-1:SEED:n:c</c>, where SEED is the seed in lower-case
    /// hexadecimal and n and c are decimal; the candidate with the lowest digest, compared as hexadecimal text, is
    /// drawn. In a shell: <c>printf 'plenum-lot-1:SEED:1:4' | sha256sum</c>.
    /// </summary>
    /// <remarks>
    /// The seed must be unknown to everybody until the papers are closed, and public afterwards; otherwise somebody
    /// could choose their papers, or the seed, for its lots.
    /// </remarks>
    /// <param name="Seed">The seed's bytes.</param>
    public sealed record FromSeed(ImmutableArray<byte> Seed) : Lots
    {
        /// <summary>The seed's bytes.</summary>
        public ImmutableArray<byte> Seed { get; init; } = Lists.Made(Seed);

        /// <inheritdoc />
        public bool Equals(FromSeed? other) =>
            other is not null && Seed.AsSpan().SequenceEqual(other.Seed.AsSpan());

        /// <inheritdoc />
        public override int GetHashCode() =>
            Seed.IsDefaultOrEmpty ? 0 : HashCode.Combine(Seed.Length, Seed[0]);
    }

    /// <summary>
    /// Whoever stands earliest in a given order is drawn; who is not in it comes after, by number. For repeating a
    /// count whose lots were drawn by hand, and for files with a <c>[tie ...]</c> order.
    /// </summary>
    /// <param name="Order">The order; empty means by number.</param>
    public sealed record InOrder(ImmutableArray<Candidate> Order) : Lots
    {
        /// <summary>The order.</summary>
        public ImmutableArray<Candidate> Order { get; init; } = Lists.Made(Order);

        /// <inheritdoc />
        public bool Equals(InOrder? other) =>
            other is not null && Order.AsSpan().SequenceEqual(other.Order.AsSpan());

        /// <inheritdoc />
        public override int GetHashCode() =>
            Order.IsDefaultOrEmpty ? 0 : HashCode.Combine(Order.Length, Order[0]);
    }

    /// <summary>Lots from seed bytes.</summary>
    /// <param name="seed">The seed.</param>
    public static Lots Seeded(ReadOnlySpan<byte> seed) => new FromSeed([.. seed]);

    /// <summary>Lots in the order the file gives, or by candidate number if it gives none.</summary>
    /// <param name="ballots">The file's content.</param>
    public static Lots AsFiled(BallotSet ballots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        return new InOrder(ballots.TieOrder);
    }

    internal Drawn Draw(int number, ImmutableArray<Candidate> among) =>
        this switch
        {
            FromSeed(var seed) => Drawn.Lowest(
                among,
                among.Select(candidate => Digest(seed, number, candidate))
            ),
            InOrder(var order) => Drawn.Lowest(
                among,
                among.Select(candidate =>
                    order.Contains(candidate) ? $"{order.IndexOf(candidate) + 1:D9}" : "unlisted"
                )
            ),
        };

    private static string Digest(ImmutableArray<byte> seed, int number, Candidate candidate)
    {
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"plenum-lot-1:{Convert.ToHexStringLower(seed.AsSpan())}:{number}:{candidate.Number}"
        );
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
    }
}

/// <summary>One lot: who was drawn, and each candidate's slip.</summary>
internal readonly record struct Drawn(Candidate Candidate, ImmutableArray<string> Slips)
{
    // Equal slips (only "unlisted" ones can be) leave the candidate with the lower number first.
    public static Drawn Lowest(ImmutableArray<Candidate> among, IEnumerable<string> slips)
    {
        ImmutableArray<string> all = [.. slips];
        var least = 0;
        for (var i = 1; i < all.Length; i++)
        {
            if (string.CompareOrdinal(all[i], all[least]) < 0)
                least = i;
        }
        return new Drawn(among[least], all);
    }
}
