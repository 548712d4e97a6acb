using System.Collections.Immutable;
using System.Numerics;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Proofs;

/// <summary>A challenge and the response to it.</summary>
internal readonly record struct Proof(BigInteger Challenge, BigInteger Response)
{
    public static Proof Read(Group group, Json? value, string place)
    {
        var fields = Shape.Fields(value!, place, "challenge", "response");
        return new(
            Exponent(group, fields[0], place + ".challenge"),
            Exponent(group, fields[1], place + ".response")
        );
    }

    public static ImmutableArray<Proof> ReadAll(
        Group group,
        Json? value,
        string place,
        int count
    ) => [.. Shape.Items(value, place, count).Select((p, at) => Read(group, p, $"{place}[{at}]"))];

    public override string ToString() =>
        $$"""{"challenge":"{{Decimals.Text(Challenge)}}","response":"{{Decimals.Text(Response)}}"}""";

    private static BigInteger Exponent(Group group, Json? value, string place) =>
        group.ParseExponent(Shape.Word(value, place))
        ?? throw new RejectedException(
            "number.exponent",
            place,
            "This is no exponent: decimal digits of a number below the order of the group."
        );
}

/// <summary>Both halves of what ElGamal encrypts to.</summary>
internal sealed record Ciphertext(Element Alpha, Element Beta)
{
    /// <summary>Reads the form; membership is left to whoever needs powers of both halves.</summary>
    public static Ciphertext Read(Group group, Json? value, string place)
    {
        var fields = Shape.Fields(value!, place, "alpha", "beta");
        return new(
            Shape.Element(group, fields[0], place + ".alpha"),
            Shape.Element(group, fields[1], place + ".beta")
        );
    }

    public static Ciphertext operator *(Ciphertext left, Ciphertext right) =>
        new(left.Alpha * right.Alpha, left.Beta * right.Beta);

    public override string ToString() => $$"""{"alpha":"{{Alpha.Text}}","beta":"{{Beta.Text}}"}""";
}
