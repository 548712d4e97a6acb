using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Plenum.SecretBallot.Arithmetic;

namespace Plenum.SecretBallot.Groups;

/// <summary>A group of prime order in which discrete logarithms are hard, known by its name alone.</summary>
internal abstract class Group
{
    private readonly ConcurrentDictionary<string, FixedBase> _tables = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, Element> _independent = new();
    private readonly Lazy<Element> _generator;

    private protected Group(string name, BigInteger order, Engine engine)
    {
        (Name, Order, Engine) = (name, order, engine);
        OrderBits = (int)order.GetBitLength();
        _generator = new(Generate);
    }

    public string Name { get; }

    public BigInteger Order { get; }

    public int OrderBits { get; }

    public Engine Engine { get; }

    public Element Generator => _generator.Value;

    public Element One => new(this, Engine.One);

    /// <summary>How many numbers of one byte can be hidden in an element; none where nothing can.</summary>
    public abstract int LongestVector { get; }

    /// <summary>All groups of the protocol that are built.</summary>
    public static ImmutableArray<Group> All { get; } =
    [ModularGroup.Belenios2048(), ModularGroup.Rfc3526(), EdwardsGroup.Create()];

    public static Group? Find(string name) => All.FirstOrDefault(g => g.Name == name);

    /// <summary>An element as it must be written; null when the text is another. Membership is not asked.</summary>
    public abstract Element? Parse(string text);

    public abstract string Format(ulong[] limbs);

    public abstract bool Same(ulong[] left, ulong[] right);

    /// <summary>Whether it belongs to the subgroup of prime order.</summary>
    public abstract bool Contains(Element element);

    /// <summary>Several powers of one base and, on the way, whether it belongs to the group.</summary>
    public abstract bool Powers(
        Element value,
        ReadOnlySpan<BigInteger> exponents,
        Span<Element> powers
    );

    /// <summary>A generator of which nobody knows the logarithm: the one with this number, from -1.</summary>
    public abstract Element Independent(int number);

    /// <summary>The element that stands for these numbers: the smallest that belongs to the group.</summary>
    public abstract Element Embed(ReadOnlySpan<byte> numbers);

    /// <summary>The numbers in an element; whatever else it holds is not looked at.</summary>
    public abstract byte[] Extract(Element element, int count);

    /// <summary>The same for the same element, and for hardly any other.</summary>
    public abstract ulong Mark(Element element);

    /// <summary>Sorts as the order of the protocol demands.</summary>
    public abstract int Compare(Element left, Element right);

    protected abstract Element Generate();

    public Element Power(Element value, BigInteger exponent) =>
        new(this, Arithmetic.Powers.Of(Engine, value.Limbs, exponent));

    /// <summary>By a secret exponent: in time that depends on neither. The value belongs to the group.</summary>
    public Element PowerSecret(Element value, BigInteger exponent)
    {
        // OpenSSL's time depends on the words of an exponent: a multiple of the order makes them the same for all.
        var words = (OrderBits + 63) / 64;
        var bytes = new byte[8 * (words + 1)];
        var least = BigInteger.One << (64 * words);
        (exponent + (least + Order - 1) / Order * Order).TryWriteBytes(
            bytes,
            out _,
            isUnsigned: true
        );
        var power = new Element(this, Engine.PowerSecret(value.Limbs, bytes));
        CryptographicOperations.ZeroMemory(bytes);
        return power;
    }

    /// <summary>The product of two powers whose squares are shared.</summary>
    public Element Pair(Element one, BigInteger ofOne, Element other, BigInteger ofOther) =>
        new(this, Pairs.Of(Engine, one.Limbs, ofOne, other.Limbs, ofOther));

    public Element Product(IReadOnlyList<Factor> factors) =>
        new(this, Products.Of(Engine, factors));

    public Element Product(IEnumerable<Element> elements)
    {
        using var scratch = Engine.Rent(2);
        scratch.Load(scratch[0], Engine.One);
        foreach (var element in elements)
        {
            scratch.Load(scratch[1], element.Limbs);
            scratch.Multiply(scratch[0], scratch[0], scratch[1]);
        }
        return new(this, scratch.Stored(scratch[0]));
    }

    /// <summary>A table of powers of a base that is needed often; made once, and wider when it is needed very often.</summary>
    public FixedBase Table(Element value, int uses)
    {
        var window =
            OrderBits < 600
                ? (uses > 40 ? 8 : 6)
                : (
                    uses >= 400 ? 8
                    : uses > 30 ? 6
                    : 4
                );
        return _tables.GetOrAdd(
            string.Create(CultureInfo.InvariantCulture, $"{window}|{value.Text}"),
            _ =>
            {
                // Keys of elections come and go.
                if (_tables.Count > 16)
                    _tables.Clear();
                return new FixedBase(Engine, value.Limbs, OrderBits, window);
            }
        );
    }

    /// <summary>The generator with this number, worked out once.</summary>
    public Element Known(int number) => _independent.GetOrAdd(number, Independent);

    public Element Inverse(Element value) => Power(value, Order - 1);

    /// <summary>All inverses for the price of one and three multiplications each.</summary>
    public Element[] Inverses(IReadOnlyList<Element> values)
    {
        var before = new Element[values.Count];
        var product = One;
        for (var v = 0; v < before.Length; v++)
        {
            before[v] = product;
            product *= values[v];
        }
        var rest = Inverse(product);
        for (var v = before.Length - 1; v >= 0; v--)
        {
            before[v] *= rest;
            rest *= values[v];
        }
        return before;
    }

    /// <summary>An exponent nobody can guess, from the system's source and no other.</summary>
    public BigInteger RandomExponent()
    {
        Span<byte> bytes = stackalloc byte[OrderBits / 8 + 17];
        RandomNumberGenerator.Fill(bytes);
        var exponent = new BigInteger(bytes, isUnsigned: true) % Order;
        CryptographicOperations.ZeroMemory(bytes);
        return exponent;
    }

    /// <summary>The exponent a text is hashed to.</summary>
    public BigInteger Hash(string text) =>
        new BigInteger(
            SHA256.HashData(Encoding.UTF8.GetBytes(text)),
            isUnsigned: true,
            isBigEndian: true
        ) % Order;

    /// <summary>The challenge of a proof: of a prefix and of commitments with commas between them.</summary>
    public BigInteger Challenge(string prefix, params IEnumerable<Element> commitments) =>
        Hash(prefix + string.Join(',', commitments.Select(c => c.Text)));

    /// <summary>An exponent as it must be written; null when the text is another or it is not below the order.</summary>
    public BigInteger? ParseExponent(string text) =>
        Decimals.Parse(text, Order) is { } value ? value : null;

    public BigInteger Subtract(BigInteger left, BigInteger right)
    {
        var difference = (left - right) % Order;
        return difference.Sign < 0 ? difference + Order : difference;
    }
}
