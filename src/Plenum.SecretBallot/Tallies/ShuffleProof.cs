using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tallies;

/// <summary>What a shuffle of one list is proved with (Terelius and Wikström 2010, as CHVote writes it).</summary>
internal sealed record ShuffleProof(
    Element T1,
    Element T2,
    Element T3,
    Element T41,
    Element T42,
    ImmutableArray<Element> THat,
    BigInteger S1,
    BigInteger S2,
    BigInteger S3,
    BigInteger S4,
    ImmutableArray<BigInteger> SHat,
    ImmutableArray<BigInteger> SPrime,
    ImmutableArray<Element> C,
    ImmutableArray<Element> CHat
)
{
    public static ShuffleProof Read(Group group, Json value, int count, string place)
    {
        var parts = Shape.Items(value, place, 4);
        var t = Shape.Items(parts[0], place + ".t", 5);
        var pair = Shape.Items(t[3], place + ".t4", 2);
        var s = Shape.Items(parts[1], place + ".s", 6);
        return new(
            Shape.Element(group, t[0], place + ".t1"),
            Shape.Element(group, t[1], place + ".t2"),
            Shape.Element(group, t[2], place + ".t3"),
            Shape.Element(group, pair[0], place + ".t41"),
            Shape.Element(group, pair[1], place + ".t42"),
            Elements(group, t[4], place + ".that", count),
            Exponent(group, s[0], place + ".s1"),
            Exponent(group, s[1], place + ".s2"),
            Exponent(group, s[2], place + ".s3"),
            Exponent(group, s[3], place + ".s4"),
            Exponents(group, s[4], place + ".shat", count),
            Exponents(group, s[5], place + ".s'", count),
            Elements(group, parts[2], place + ".c", count),
            Elements(group, parts[3], place + ".chat", count)
        );
    }

    /// <summary>Everything in it that must belong to the group.</summary>
    public IEnumerable<Element> All => [T1, T2, T3, T41, T42, .. THat, .. C, .. CHat];

    public override string ToString() =>
        $"[[{Q(T1)},{Q(T2)},{Q(T3)},[{Q(T41)},{Q(T42)}],{Q(THat)}],[{Q(S1)},{Q(S2)},{Q(S3)},{Q(S4)},{Q(SHat)},{Q(SPrime)}],{Q(C)},{Q(CHat)}]";

    private static string Q(Element element) => $"\"{element.Text}\"";

    private static string Q(BigInteger exponent) => $"\"{Decimals.Text(exponent)}\"";

    private static string Q(ImmutableArray<Element> elements) =>
        "[" + string.Join(',', elements.Select(Q)) + "]";

    private static string Q(ImmutableArray<BigInteger> exponents) =>
        "[" + string.Join(',', exponents.Select(Q)) + "]";

    private static ImmutableArray<Element> Elements(
        Group group,
        Json value,
        string place,
        int count
    ) =>
        [
            .. Shape
                .Items(value, place, count)
                .Select((e, at) => Shape.Element(group, e, $"{place}[{at}]")),
        ];

    private static ImmutableArray<BigInteger> Exponents(
        Group group,
        Json value,
        string place,
        int count
    ) =>
        [
            .. Shape
                .Items(value, place, count)
                .Select((e, at) => Exponent(group, e, $"{place}[{at}]")),
        ];

    private static BigInteger Exponent(Group group, Json value, string place) =>
        group.ParseExponent(Shape.Word(value, place))
        ?? throw new RejectedException(
            "number.exponent",
            place,
            "This is no exponent: decimal digits of a number below the order of the group."
        );

    /// <summary>The challenges of the single entries.</summary>
    public static BigInteger[] Entries(
        Election election,
        IReadOnlyList<Ciphertext> before,
        IReadOnlyList<Ciphertext> after,
        IReadOnlyList<Element> c
    )
    {
        using var transcript = new Transcript();
        transcript.Add($"shuffle-challenges|{election.Fingerprint}|");
        Lists(transcript, before, after, c);
        var seed = transcript.Hex();
        var entries = new BigInteger[before.Count];
        for (var at = 0; at < entries.Length; at++)
        {
            var number = Encoding.ASCII.GetBytes(at.ToString(CultureInfo.InvariantCulture));
            // Two texts in hex, one behind the other, and not bytes.
            entries[at] = election.Group.Hash(
                seed + Convert.ToHexStringLower(SHA256.HashData(number))
            );
        }
        return entries;
    }

    /// <summary>The challenge of the whole.</summary>
    public BigInteger Challenge(
        Election election,
        IReadOnlyList<Ciphertext> before,
        IReadOnlyList<Ciphertext> after
    )
    {
        using var transcript = new Transcript();
        transcript
            .Add($"shuffle-challenge|{election.Fingerprint}|")
            .Add(T1, T2, T3, T41, T42)
            .Add(THat);
        Lists(transcript, before, after, C);
        return transcript.Add(CHat).Add(election.PublicKey.Text).Exponent(election.Group);
    }

    private static void Lists(
        Transcript transcript,
        IReadOnlyList<Ciphertext> before,
        IReadOnlyList<Ciphertext> after,
        IReadOnlyList<Element> c
    )
    {
        foreach (var ciphertext in before.Concat(after))
            transcript.Add(ciphertext.Alpha, ciphertext.Beta);
        transcript.Add(c);
    }
}
