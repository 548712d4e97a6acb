using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

/// <summary>
/// How a group of trustees makes a key of which some are enough to decrypt: each publishes a certificate; each sends a
/// polynomial in pieces; each checks all pieces and publishes the key that is theirs. (Pedersen 1991, in the form the
/// protocol has had since 2024.)
/// </summary>
internal static class Ceremony
{
    /// <summary>The first step: who one is.</summary>
    public static string Certificate(TrusteeSeed seed, int size, int needed, int index) =>
        Channel.SignedMessageOf(
            new Hand(seed.Group),
            seed.Signs,
            ThresholdParameters.CertificateText(
                seed.Group.Name,
                size,
                needed,
                index,
                seed.Verification,
                seed.Encryption
            )
        );

    /// <summary>The second step, when all certificates are there: a polynomial, a piece of it for each.</summary>
    public static string Polynomial(TrusteeSeed seed, ImmutableArray<string> certificates)
    {
        var group = seed.Group;
        var peers = Peers.Read(group, certificates);
        peers.Number(seed);
        var hand = new Hand(group);
        var coefficients = Enumerable
            .Range(0, peers.Needed)
            .Select(_ => group.RandomExponent())
            .ToArray();
        var published = coefficients.Select(hand.Generate).ToArray();
        var pieces = peers.Encryption.Select(
            (recipient, at) =>
                Channel.Seal(
                    group,
                    seed.Signs,
                    recipient,
                    $"{{\"secret\":\"{Decimals.Text(At(group, coefficients, at + 1))}\"}}"
                )
        );
        var agreement = hand.ProveKnowledge(
            seed.Signs,
            ThresholdParameters.AgreementPrefix(peers.CertificatesJson, published)
        );
        return $"{{\"secrets\":[{string.Join(',', pieces.Select(JsonWriter.Quoted))}],\"coefexps\":{Channel.SignedMessageOf(hand, seed.Signs, ThresholdParameters.CoefficientsText(published))},\"signature\":{agreement}}}";
    }

    /// <summary>The third step, when all polynomials are there: every piece is checked against what was published.</summary>
    public static TrusteeKey Share(
        TrusteeSeed seed,
        ImmutableArray<string> certificates,
        ImmutableArray<string> polynomials
    )
    {
        var group = seed.Group;
        var peers = Peers.Read(group, certificates);
        var number = peers.Number(seed);
        var sum = BigInteger.Zero;
        var all = peers.Coefficients(polynomials);
        for (var at = 0; at < polynomials.Length; at++)
        {
            var place = string.Create(CultureInfo.InvariantCulture, $"polynomial {at + 1}");
            var opened = Channel.Open(
                group,
                seed.Decrypts,
                peers.Encryption[number - 1],
                peers.Verification[at],
                peers.Piece(polynomials[at], number, place),
                place
            );
            var fields = Shape.Fields(
                JsonReader.Read(Encoding.UTF8.GetBytes(opened), place),
                place,
                "secret"
            );
            var piece =
                group.ParseExponent(Shape.Word(fields[0], place))
                ?? throw new RejectedException(
                    "ceremony.piece",
                    place,
                    "The piece is no exponent."
                );
            var expected = ThresholdParameters.Expected(group, [all[at]], number);
            if (!group.PowerSecret(group.Generator, piece).Equals(expected))
                throw new RejectedException(
                    "ceremony.piece",
                    place,
                    "The piece is not of the polynomial that was published. Tell the others: this trustee, or who carried the files, is not honest."
                );
            sum = (sum + piece) % group.Order;
        }
        return new(group, sum);
    }

    /// <summary>What goes into the list of trustees, from all certificates, polynomials and keys.</summary>
    public static string Parameters(
        Group group,
        ImmutableArray<string> certificates,
        ImmutableArray<string> polynomials,
        ImmutableArray<string> keys
    )
    {
        var peers = Peers.Read(group, certificates);
        var published = polynomials
            .Select((p, at) => peers.Published(p, $"polynomial {Decimals.Text(at + 1)}"))
            .ToArray();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"threshold\":{peers.Needed},\"certs\":{peers.CertificatesJson},\"coefexps\":[{string.Join(',', published.Select(p => p.Coefficients))}],\"signatures\":[{string.Join(',', published.Select(p => p.Signature))}],\"verification_keys\":[{string.Join(',', keys)}]}}"
        );
    }

    private static BigInteger At(Group group, BigInteger[] coefficients, int number)
    {
        var value = BigInteger.Zero;
        for (var power = coefficients.Length - 1; power >= 0; power--)
            value = (value * number + coefficients[power]) % group.Order;
        return value;
    }
}
