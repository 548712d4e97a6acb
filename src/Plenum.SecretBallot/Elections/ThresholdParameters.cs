using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Elections;

/// <summary>What a group of trustees published while it made its key together.</summary>
/// <param name="Needed">How many of them can decrypt.</param>
/// <param name="Keys">The verification key of each.</param>
/// <param name="Together">Their share of the key of the election.</param>
/// <param name="BeforeAgreement">The form of the years before 2024, without signatures on what all of them saw.</param>
internal sealed partial record ThresholdParameters(
    int Needed,
    ImmutableArray<Element> Keys,
    Element Together,
    bool BeforeAgreement
)
{
    public static ThresholdParameters Read(Group group, Json? value, string place)
    {
        var fields = Shape.AnyOrder(
            value!,
            place,
            "threshold",
            "certs",
            "coefexps",
            "signatures?",
            "verification_keys"
        );
        var certificates = Shape.Items(fields[1], place + ".certs");
        var size = certificates.Length;
        var needed = Shape.Small(fields[0], place + ".threshold", 200);
        var signed = fields[3] is not null;
        var (signers, _) = Certificates(
            group,
            certificates,
            place + ".certs",
            size,
            needed,
            signed
        );
        var polynomials = Shape.Items(fields[2], place + ".coefexps", size);
        var coefficients = new Element[size][];
        for (var at = 0; at < size; at++)
            coefficients[at] = Coefficients(
                group,
                signers[at],
                polynomials[at],
                $"{place}.coefexps[{at}]",
                needed
            );
        if (fields[3] is { } signatures)
            Agreement(group, signers, fields[1]!, coefficients, signatures, place);
        var keys = Shape.Items(fields[4], place + ".verification_keys", size);
        var found = new Element[size];
        for (var at = 0; at < size; at++)
        {
            var here = $"{place}.verification_keys[{at}]";
            found[at] = TrusteeList.ReadKey(group, keys[at], here);
            if (!found[at].Equals(Expected(group, coefficients, at + 1)))
                throw new RejectedException(
                    "threshold.key",
                    here,
                    "The key is not the one that the published coefficients give."
                );
        }
        return new(needed, [.. found], group.Product(coefficients.Select(c => c[0])), !signed);
    }

    /// <summary>The key a trustee must have: of all polynomials at their number.</summary>
    public static Element Expected(Group group, IReadOnlyList<Element[]> coefficients, int number)
    {
        var product = group.One;
        var degree = coefficients[0].Length;
        for (var power = degree - 1; power >= 0; power--)
            product =
                (power == degree - 1 ? product : group.Power(product, number))
                * group.Product(coefficients.Select(c => c[power]));
        return product;
    }

    public static string CertificateText(
        string group,
        int size,
        int needed,
        int index,
        Element signs,
        Element encrypts
    ) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"context":{"group":"{{group}}","size":{{size}},"threshold":{{needed}},"index":{{index}}},"verification":"{{signs.Text}}","encryption":"{{encrypts.Text}}"}"""
        );

    public static string CoefficientsText(IEnumerable<Element> coefficients) =>
        "{\"coefexps\":[" + string.Join(',', coefficients.Select(c => $"\"{c.Text}\"")) + "]}";

    public static Element[] Coefficients(
        Group group,
        Element signer,
        Json value,
        string place,
        int count
    )
    {
        var message = SignedMessage.Read(group, value, place);
        message.Verify(signer, place);
        var inner = JsonReader.Read(Encoding.UTF8.GetBytes(message.Message), place + ".message");
        return
        [
            .. Shape
                .Items(Shape.Fields(inner, place, "coefexps")[0], place, count)
                .Select((c, at) => Shape.Member(group, c, $"{place}[{at}]")),
        ];
    }

    private static void Agreement(
        Group group,
        Element[] signers,
        Json certificates,
        Element[][] coefficients,
        Json signatures,
        string place
    )
    {
        var seen = JsonWriter.Text(certificates);
        var proofs = Proof.ReadAll(group, signatures, place + ".signatures", signers.Length);
        for (var at = 0; at < signers.Length; at++)
            if (
                !Knowledge.Holds(
                    group,
                    signers[at],
                    proofs[at],
                    AgreementPrefix(seen, coefficients[at])
                )
            )
                throw new RejectedException(
                    "threshold.agreement",
                    $"{place}.signatures[{at}]",
                    "The trustee's signature on what all of them published does not hold."
                );
    }

    /// <summary>What each signs: all certificates as they saw them, and their own coefficients.</summary>
    public static string AgreementPrefix(string certificates, IEnumerable<Element> coefficients) =>
        $"sigmsg|certs_sig|{{\"certs\":{certificates},{CoefficientsText(coefficients)[1..]}|";
}
