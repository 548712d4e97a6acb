using System.Collections.Immutable;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Making;

namespace Plenum.SecretBallot;

public static partial class Hands
{
    /// <summary>A key for a trustee who stands alone: the private key, and the public one with its proof.</summary>
    /// <param name="group">The name of the group.</param>
    public static Handed TrusteeAlone(string group) =>
        Given(() =>
        {
            var key = TrusteeKey.New(Named(group));
            return
            [
                new("trustee.privkey", key.PrivateBytes(), true),
                new("trustee.pubkey", Encoding.ASCII.GetBytes(key.PublicJson()), false),
            ];
        });

    /// <summary>The first step of a member of a group of trustees: a private seed and a certificate.</summary>
    /// <param name="group">The name of the group of numbers.</param>
    /// <param name="size">How many members the group of trustees has.</param>
    /// <param name="threshold">How many of them are enough to decrypt.</param>
    /// <param name="number">The member's number, from 1.</param>
    public static Handed TrusteeCertificate(string group, int size, int threshold, int number) =>
        Given(() =>
        {
            if (size is < 1 or > 200 || threshold < 1 || threshold > size)
                throw new RejectedException(
                    "threshold.bounds",
                    "threshold",
                    "A group has between 1 and 200 trustees, and at least 1 and at most all of them are to be enough."
                );
            if (number < 1 || number > size)
                throw new RejectedException(
                    "ceremony.number",
                    "number",
                    "Members of a group are numbered from 1."
                );
            var seed = TrusteeSeed.New(Named(group));
            return
            [
                new("trustee.seed", Encoding.ASCII.GetBytes(seed.Text + "\n"), true),
                new(
                    "certificate.json",
                    Encoding.UTF8.GetBytes(Ceremony.Certificate(seed, size, threshold, number)),
                    false
                ),
            ];
        });

    /// <summary>The second step, when all certificates are there: a polynomial, with a sealed piece for each member.</summary>
    /// <param name="seed">The member's seed.</param>
    /// <param name="certificates">All certificates, in the order of their numbers.</param>
    public static Handed TrusteePolynomial(string seed, IReadOnlyList<byte[]> certificates) =>
        Given(() =>
        {
            ArgumentNullException.ThrowIfNull(seed);
            var all = Texts(certificates);
            var own = TrusteeSeed.Parse(Named(Peers.GroupOf(all)), seed);
            return
            [
                new(
                    "polynomial.json",
                    Encoding.UTF8.GetBytes(Ceremony.Polynomial(own, all)),
                    false
                ),
            ];
        });

    /// <summary>The third step, when all polynomials are there: the private key, and the public one with its proof.</summary>
    /// <param name="seed">The member's seed.</param>
    /// <param name="certificates">All certificates, in the order of their numbers.</param>
    /// <param name="polynomials">All polynomials, in the same order.</param>
    public static Handed TrusteeShare(
        string seed,
        IReadOnlyList<byte[]> certificates,
        IReadOnlyList<byte[]> polynomials
    ) =>
        Given(() =>
        {
            ArgumentNullException.ThrowIfNull(seed);
            var all = Texts(certificates);
            var own = TrusteeSeed.Parse(Named(Peers.GroupOf(all)), seed);
            var share = Ceremony.Share(own, all, Texts(polynomials));
            return
            [
                new("trustee.privkey", share.PrivateBytes(), true),
                new("trustee.pubkey", Encoding.ASCII.GetBytes(share.PublicJson()), false),
            ];
        });

    /// <summary>The fourth step, which needs no secret: what stands for the group in the list of trustees.</summary>
    /// <param name="certificates">All certificates, in the order of their numbers.</param>
    /// <param name="polynomials">All polynomials, in the same order.</param>
    /// <param name="keys">All public keys, in the same order.</param>
    public static Handed TrusteesTogether(
        IReadOnlyList<byte[]> certificates,
        IReadOnlyList<byte[]> polynomials,
        IReadOnlyList<byte[]> keys
    ) =>
        Given(() =>
        {
            var all = Texts(certificates);
            return
            [
                new(
                    "threshold.json",
                    Encoding.UTF8.GetBytes(
                        Ceremony.Parameters(
                            Named(Peers.GroupOf(all)),
                            all,
                            Texts(polynomials),
                            Texts(keys)
                        )
                    ),
                    false
                ),
            ];
        });

    /// <summary>The list of trustees, each proof in it checked.</summary>
    /// <param name="group">The name of the group.</param>
    /// <param name="members">Public keys of those who stand alone, and <c>threshold.json</c> of groups.</param>
    public static Handed Trustees(string group, IReadOnlyList<byte[]> members) =>
        Given(() =>
        {
            var texts = Texts(members);
            var list = Encoding.UTF8.GetBytes(
                "["
                    + string.Join(
                        ',',
                        texts.Select(t =>
                            t.StartsWith("{\"threshold\":", StringComparison.Ordinal)
                                ? $"[\"Pedersen\",{t}]"
                                : $"[\"Single\",{t}]"
                        )
                    )
                    + "]"
            );
            TrusteeList.Read(list, Named(group));
            return [new("trustees.json", list, false)];
        });

    private static ImmutableArray<string> Texts(IReadOnlyList<byte[]> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return [.. files.Select(f => Encoding.UTF8.GetString(Trimmed(f)))];
    }
}
