using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Plenum.SecretBallot.Arithmetic;

namespace Plenum.SecretBallot.Groups;

/// <summary>
/// The points of prime order of the curve of Ed25519, as Belenios has known them since version 2.1: a point is written
/// as its second coordinate with the lowest bit of the first above it, in 64 hexadecimal digits, the highest first.
/// </summary>
internal sealed class EdwardsGroup : Group
{
    private const int Padding = 14;
    private const int Digits = 64;

    private EdwardsGroup(BigInteger order)
        : base("Ed25519", order, new EdwardsEngine()) { }

    public override int LongestVector => 30;

    public static EdwardsGroup Create() =>
        new(
            (BigInteger.One << 252)
                + BigInteger.Parse(
                    "27742317777372353535851937790883648493",
                    NumberStyles.None,
                    CultureInfo.InvariantCulture
                )
        );

    public override Element? Parse(string text)
    {
        if (text.Length != Digits || !text.All(char.IsAsciiHexDigitLower))
            return null;
        var number = new BigInteger(
            Convert.FromHexString(text),
            isUnsigned: true,
            isBigEndian: true
        );
        // A second coordinate beyond the prime would be another way to write a point.
        var y = number & ((BigInteger.One << 255) - 1);
        return y < Field25519.Prime && Uncompress(number) is { } point
            ? new Element(this, EdwardsEngine.Stored(point), text)
            : null;
    }

    public override string Format(ulong[] limbs)
    {
        var (x, y) = EdwardsEngine.Point(limbs).Affine();
        var number = x.IsEven ? y : y + (BigInteger.One << 255);
        var bytes = new byte[Digits / 2];
        number.TryWriteBytes(bytes, out _, isUnsigned: true);
        bytes.AsSpan().Reverse();
        return Convert.ToHexStringLower(bytes);
    }

    public override bool Same(ulong[] left, ulong[] right) =>
        Point25519.Same(EdwardsEngine.Point(left), EdwardsEngine.Point(right));

    // The curve has eight times as many points; those of other orders are refused.
    public override bool Contains(Element element) =>
        Same(Arithmetic.Powers.Of(Engine, element.Limbs, Order), Engine.One);

    public override bool Powers(
        Element value,
        ReadOnlySpan<BigInteger> exponents,
        Span<Element> powers
    )
    {
        var found = Chains.Of(Engine, value.Limbs, [.. exponents, Order]);
        for (var e = 0; e < exponents.Length; e++)
            powers[e] = new(this, found[e]);
        return Same(found[^1], Engine.One);
    }

    public override Element Independent(int number)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"ggen|{number}");
        var hashed =
            new BigInteger(
                SHA256.HashData(Encoding.ASCII.GetBytes(seed)),
                isUnsigned: true,
                isBigEndian: true
            ) >> 2;
        for (; ; hashed++)
            if (Uncompress(hashed) is { } point)
                return Power(new(this, EdwardsEngine.Stored(point)), 8);
    }

    public override Element Embed(ReadOnlySpan<byte> numbers)
    {
        if (numbers.Length > LongestVector)
            throw new ArgumentOutOfRangeException(nameof(numbers));
        var value = new BigInteger(numbers, isUnsigned: true, isBigEndian: true) << Padding;
        for (var pad = 0; pad < 1 << Padding; pad++)
            if (
                Uncompress(value + pad) is { } point
                && new Element(this, EdwardsEngine.Stored(point)) is var element
                && Contains(element)
            )
                return element;
        throw new InvalidOperationException("No element stands for these numbers.");
    }

    public override byte[] Extract(Element element, int count)
    {
        var bytes = Convert.FromHexString(element.Text);
        var numbers = (
            new BigInteger(bytes, isUnsigned: true, isBigEndian: true) >> Padding
        ).ToByteArray(isUnsigned: true);
        var result = new byte[count];
        for (var at = 0; at < count; at++)
            result[count - 1 - at] = at < numbers.Length ? numbers[at] : (byte)0;
        return result;
    }

    public override ulong Mark(Element element) =>
        ulong.Parse(
            element.Text.AsSpan(48),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture
        );

    public override int Compare(Element left, Element right) =>
        string.CompareOrdinal(left.Text, right.Text);

    protected override Element Generate() =>
        new(
            this,
            EdwardsEngine.Stored(
                Point25519
                    .Find(
                        4
                            * BigInteger.ModPow(5, Field25519.Prime - 2, Field25519.Prime)
                            % Field25519.Prime,
                        odd: false
                    )!
                    .Value
            )
        );

    private static Point25519? Uncompress(BigInteger number) =>
        Point25519.Find(
            (number & ((BigInteger.One << 255) - 1)) % Field25519.Prime,
            !(number >> 255).IsEven
        );
}
