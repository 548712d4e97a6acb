using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Elections;

/// <summary>The public credentials of those who may vote, and the weight of each.</summary>
internal sealed record Electorate(
    ImmutableDictionary<string, BigInteger> Weights,
    ImmutableDictionary<string, Element> Keys
)
{
    /// <summary>The largest whole number the format writes as a number; larger ones are texts.</summary>
    public static readonly BigInteger LargestNumber = (1 << 30) - 1;

    // Sums of weights stay far below the order of every group, so that no count can wrap around.
    private static readonly BigInteger LargestWeight = BigInteger.One << 62;

    public BigInteger Total { get; } =
        Weights.Values.Aggregate(BigInteger.Zero, (sum, weight) => sum + weight);

    public static Electorate Read(byte[] bytes, Group group, bool ranked)
    {
        const string place = "credentials";
        var items = Shape.Items(JsonReader.Read(bytes, place), place);
        var weights = ImmutableDictionary.CreateBuilder<string, BigInteger>(StringComparer.Ordinal);
        var keys = new Element[items.Length];
        for (var at = 0; at < items.Length; at++)
        {
            var here = $"{place}[{at}]";
            var parts = Shape.Word(items[at], here).Split(',');
            var weight = parts.Length switch
            {
                1 => BigInteger.One,
                2 when Decimals.Parse(parts[1], LargestWeight) is { IsZero: false } given => given,
                _ => throw new RejectedException(
                    "credential.weight",
                    here,
                    "A credential is a number, or a number, a comma and a weight above nought."
                ),
            };
            if (ranked && !weight.IsOne)
                throw new RejectedException(
                    "credential.weight",
                    here,
                    "Where answers are ranked all weights are 1."
                );
            keys[at] = Shape.Element(group, new Json.Word(parts[0]), here);
            if (!weights.TryAdd(parts[0], weight))
                throw new RejectedException(
                    "credential.twice",
                    here,
                    "The same credential stands in the list twice."
                );
        }
        Cores.Each(
            keys.Length,
            at =>
            {
                if (!group.Contains(keys[at]))
                    throw Shape.Outside(group, $"{place}[{at}]");
            }
        );
        return new(
            weights.ToImmutable(),
            keys.ToImmutableDictionary(k => k.Text, StringComparer.Ordinal)
        );
    }

    /// <summary>A weight or a count as the format writes it: a number when small, a text when large.</summary>
    public static string Count(BigInteger value) =>
        value <= LargestNumber
            ? Decimals.Text(value)
            : "\"" + value.ToString(CultureInfo.InvariantCulture) + "\"";

    public static BigInteger ReadCount(Json? value, string place) =>
        value switch
        {
            Json.Number(var digits) when Decimals.Parse(digits, LargestNumber + 1) is { } small =>
                small,
            Json.Word(var digits)
                when Decimals.Parse(digits, BigInteger.One << 128) is { } large
                    && large > LargestNumber => large,
            _ => throw new RejectedException(
                "count.form",
                place,
                "A count is a number up to 1073741823, and a text of digits above."
            ),
        };
}
