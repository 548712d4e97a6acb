using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Store.Tests;

public sealed class CanonicalJsonTests
{
    // Numbers of RFC 8785, appendix B.
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Numbers_are_written_as_the_standard_lists_them(string bits, string expected)
    {
        var number = BitConverter.UInt64BitsToDouble(
            ulong.Parse(bits, NumberStyles.HexNumber, null)
        );
        Assert.Equal(expected, CanonicalJson.Number(number));
    }

    [Fact]
    public void Members_are_ordered_by_the_code_units_of_their_names()
    {
        var json =
            """{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""";
        var expected =
            "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"\u00f6\":7,\"\u20ac\":1,\"\ud83d\ude00\":5,\"\ufb33\":3}";
        Assert.Equal(expected, Canonical(json));
    }

    [Theory]
    [InlineData(
        """{ "b" : [ 1.0 , true, null ], "a" : "\u0041\/\u000a\u000F<" }""",
        """{"a":"A/\n\u000f<","b":[1,true,null]}"""
    )]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("1e3", "1000")]
    public void Any_json_has_one_canonical_form(string json, string expected) =>
        Assert.Equal(expected, Canonical(json));

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData(""" {"a":"\ud800"} """)]
    [InlineData("1e400")]
    [InlineData("{")]
    public void What_has_no_canonical_form_is_refused(string json)
    {
        Assert.ThrowsAny<JsonException>(() => Canonical(json));
        Assert.False(CanonicalJson.IsCanonical(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void Broken_utf8_is_not_canonical() =>
        Assert.False(CanonicalJson.IsCanonical([(byte)'"', 0xC3, 0x28, (byte)'"']));

    [Fact]
    public void An_integer_that_a_number_cannot_carry_is_not_canonical()
    {
        Assert.True(CanonicalJson.IsCanonical("9007199254740991"u8));
        Assert.False(CanonicalJson.IsCanonical("9007199254740993"u8));
    }

    [Fact]
    public void What_is_written_is_canonical_and_means_the_same() =>
        Gen.Select(
                Gen.String[0, 8],
                Gen.Double.Where(double.IsFinite),
                Gen.Long[-(1L << 53), 1L << 53]
            )
            .Where((text, _, _) => text.IsWellFormed())
            .Sample(
                (text, real, whole) =>
                {
                    var bytes = CanonicalJson.Write(
                        new JsonObject
                        {
                            ["z"] = text,
                            ["a"] = real,
                            ["m"] = whole,
                        }
                    );
                    Assert.True(CanonicalJson.IsCanonical(bytes));
                    using var read = JsonDocument.Parse(bytes);
                    Assert.Equal(text, read.RootElement.GetProperty("z").GetString());
                    Assert.Equal(real, read.RootElement.GetProperty("a").GetDouble());
                    Assert.Equal(whole, read.RootElement.GetProperty("m").GetInt64());
                }
            );

    private static string Canonical(string json) =>
        Encoding.UTF8.GetString(CanonicalJson.Canonicalize(Encoding.UTF8.GetBytes(json)));
}

internal static class UnicodeText
{
    /// <summary>Without lone surrogates, which no UTF-8 can carry.</summary>
    public static bool IsWellFormed(this string text) =>
        text.Where((c, i) => char.IsSurrogate(c) && !IsPaired(text, i)).ToArray() is [];

    private static bool IsPaired(string text, int i) =>
        (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
        || (i > 0 && char.IsSurrogatePair(text[i - 1], text[i]));
}
