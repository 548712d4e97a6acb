using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Plenum.SecretBallot.Arithmetic;

namespace Plenum.SecretBallot.Groups;

/// <summary>The subgroup of prime order of the numbers modulo a prime.</summary>
internal sealed class ModularGroup : Group
{
    private const int Padding = 8;

    private readonly BigInteger _prime;
    private readonly BigInteger _cofactor;
    private readonly BigInteger _base;
    private readonly ulong[] _squared;
    private readonly ulong[] _plainOne;

    private ModularGroup(
        string name,
        BigInteger prime,
        BigInteger order,
        BigInteger generator,
        Engine engine
    )
        : base(name, order, engine)
    {
        (_prime, _base) = (prime, generator);
        _cofactor = (prime - 1) / order;
        _squared = Words.Of((BigInteger.One << (128 * engine.Limbs)) % prime, engine.Limbs);
        _plainOne = Words.Of(BigInteger.One, engine.Limbs);
    }

    private bool IsSafe => _cofactor == 2;

    // Room above the numbers for what makes them an element, and below the modulus.
    public override int LongestVector => IsSafe ? (int)_prime.GetBitLength() / 8 - 2 : 0;

    public static ModularGroup Belenios2048(Engine? engine = null) =>
        new(
            "BELENIOS-2048",
            Constants.BeleniosPrime,
            Constants.BeleniosOrder,
            Constants.BeleniosGenerator,
            engine ?? EngineFor(Constants.BeleniosPrime)
        );

    public static ModularGroup Rfc3526(Engine? engine = null) =>
        new(
            "RFC-3526-2048",
            Constants.RfcPrime,
            (Constants.RfcPrime - 1) / 2,
            2,
            engine ?? EngineFor(Constants.RfcPrime)
        );

    private static Engine EngineFor(BigInteger prime) =>
        LibCrypto.Loaded is { } crypto
            ? new OpenSslEngine(crypto, prime)
            : new ManagedEngine(prime);

    public override Element? Parse(string text) =>
        Decimals.Parse(text, _prime) is { } value ? Of(value, text) : null;

    public override string Format(ulong[] limbs) =>
        Words.Number(Plain(limbs)).ToString(CultureInfo.InvariantCulture);

    public override bool Same(ulong[] left, ulong[] right) => left.AsSpan().SequenceEqual(right);

    // Of a safe prime's numbers exactly the squares belong to the subgroup, which their symbol tells.
    public override bool Contains(Element element) =>
        IsSafe
            ? Jacobi(element) == 1
            : Arithmetic.Powers.Of(Engine, element.Limbs, Order).AsSpan().SequenceEqual(Engine.One)
                && Number(element) > 0;

    public override bool Powers(
        Element value,
        ReadOnlySpan<BigInteger> exponents,
        Span<Element> powers
    )
    {
        if (IsSafe && Jacobi(value) != 1)
            return false;
        if (IsSafe && exponents.Length == 1)
        {
            powers[0] = Power(value, exponents[0]);
            return true;
        }
        BigInteger[] all = IsSafe ? [.. exponents] : [.. exponents, Order];
        var found = Chains.Of(Engine, value.Limbs, all);
        for (var e = 0; e < exponents.Length; e++)
            powers[e] = new(this, found[e]);
        return IsSafe || found[^1].AsSpan().SequenceEqual(Engine.One);
    }

    public override Element Independent(int number)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"ggen|{number}");
        var hashed = new BigInteger(
            SHA256.HashData(Encoding.ASCII.GetBytes(seed)),
            isUnsigned: true,
            isBigEndian: true
        );
        return Power(Of(hashed), _cofactor);
    }

    public override Element Embed(ReadOnlySpan<byte> numbers)
    {
        if (numbers.Length > LongestVector)
            throw new ArgumentOutOfRangeException(nameof(numbers));
        var value = new BigInteger(numbers, isUnsigned: true, isBigEndian: true) << Padding;
        for (var pad = 0; pad < 1 << Padding; pad++)
            if (Of(value + pad) is var element && Contains(element))
                return element;
        throw new InvalidOperationException("No element stands for these numbers.");
    }

    public override byte[] Extract(Element element, int count)
    {
        var numbers = (Number(element) >> Padding).ToByteArray(isUnsigned: true);
        var result = new byte[count];
        for (var at = 0; at < count; at++)
            result[count - 1 - at] = at < numbers.Length ? numbers[at] : (byte)0;
        return result;
    }

    public override ulong Mark(Element element) => element.Limbs[0] ^ element.Limbs[1];

    public override int Compare(Element left, Element right) =>
        left.Text.Length != right.Text.Length
            ? left.Text.Length.CompareTo(right.Text.Length)
            : string.CompareOrdinal(left.Text, right.Text);

    protected override Element Generate() => Of(_base);

    public BigInteger Number(Element element) => Words.Number(Plain(element.Limbs));

    public Element Of(BigInteger value, string? text = null) =>
        new(this, Engine.Multiply(Words.Of(value, Engine.Limbs), _squared), text);

    private int Jacobi(Element element) =>
        Engine is OpenSslEngine native
            ? native.Jacobi(Plain(element.Limbs))
            : Symbols.Jacobi(Number(element), _prime);

    // Out of Montgomery's form.
    private ulong[] Plain(ulong[] limbs) => Engine.Multiply(limbs, _plainOne);
}
