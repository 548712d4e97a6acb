using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

/// <summary>The members of a group of trustees as their certificates tell, each checked.</summary>
internal sealed record Peers(
    Group Group,
    int Needed,
    ImmutableArray<Element> Verification,
    ImmutableArray<Element> Encryption,
    string CertificatesJson
)
{
    public static Peers Read(Group group, ImmutableArray<string> certificates)
    {
        if (certificates.Length is 0 or > 200)
            throw new RejectedException(
                "ceremony.size",
                "certificates",
                "There are none, or more than 200."
            );
        // The first names size and threshold; every other must name the same.
        var context = Context(certificates[0]);
        var (verification, encryption) = ThresholdParameters.Certificates(
            group,
            [.. certificates.Select((c, at) => Parsed(c, Place(at)))],
            "certificates",
            context.Size,
            context.Needed
        );
        return new(
            group,
            context.Needed,
            [.. verification],
            [.. encryption],
            "[" + string.Join(',', certificates) + "]"
        );
    }

    /// <summary>The number of the member with this seed.</summary>
    public int Number(TrusteeSeed seed) =>
        Verification.IndexOf(seed.Verification) is >= 0 and var at
            ? at + 1
            : throw new RejectedException(
                "ceremony.stranger",
                "key",
                "None of the certificates was made with this key."
            );

    public Element[][] Coefficients(ImmutableArray<string> polynomials)
    {
        if (polynomials.Length != Verification.Length)
            throw new RejectedException(
                "ceremony.size",
                "polynomials",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{polynomials.Length} polynomials were given, and {Verification.Length} trustees have certificates."
                )
            );
        return
        [
            .. polynomials.Select(
                (polynomial, at) =>
                {
                    var place = string.Create(CultureInfo.InvariantCulture, $"polynomial {at + 1}");
                    var fields = Fields(polynomial, place);
                    var coefficients = ThresholdParameters.Coefficients(
                        Group,
                        Verification[at],
                        fields[1]!,
                        place,
                        Needed
                    );
                    var agreed = Proofs.Proof.Read(Group, fields[2], place + ".signature");
                    return Proofs.Knowledge.Holds(
                        Group,
                        Verification[at],
                        agreed,
                        ThresholdParameters.AgreementPrefix(CertificatesJson, coefficients)
                    )
                        ? coefficients
                        : throw new RejectedException(
                            "threshold.agreement",
                            place,
                            "This trustee saw other certificates than these."
                        );
                }
            ),
        ];
    }

    /// <summary>The piece of a polynomial that is meant for one member.</summary>
    public string Piece(string polynomial, int number, string place) =>
        Shape.Word(
            Shape.Items(Fields(polynomial, place)[0], place, Verification.Length)[number - 1],
            place
        );

    public (string Coefficients, string Signature) Published(string polynomial, string place)
    {
        var fields = Fields(polynomial, place);
        return (JsonWriter.Text(fields[1]!), JsonWriter.Text(fields[2]!));
    }

    private static Json?[] Fields(string polynomial, string place) =>
        Shape.Fields(Parsed(polynomial, place), place, "secrets", "coefexps", "signature");

    /// <summary>The group of numbers that the first certificate names.</summary>
    public static string GroupOf(ImmutableArray<string> certificates) =>
        certificates.IsEmpty
            ? throw new RejectedException("ceremony.size", "certificates", "There are none.")
            : Context(certificates[0]).Group;

    private static (string Group, int Size, int Needed) Context(string certificate)
    {
        var place = Place(0);
        var message = Shape.Fields(Parsed(certificate, place), place, "message", "signature")[0];
        var inner = Shape.Fields(
            Parsed(Shape.Word(message, place), place),
            place,
            "context",
            "verification",
            "encryption"
        );
        var context = Shape.Fields(inner[0]!, place, "group", "size", "threshold", "index");
        return (
            Shape.Word(context[0], place),
            Shape.Small(context[1], place, 200),
            Shape.Small(context[2], place, 200)
        );
    }

    private static Json Parsed(string text, string place) =>
        JsonReader.Read(Encoding.UTF8.GetBytes(text), place);

    private static string Place(int at) =>
        string.Create(CultureInfo.InvariantCulture, $"certificates[{at}]");
}
