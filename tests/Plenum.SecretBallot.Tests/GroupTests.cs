using System.Numerics;
using System.Security.Cryptography;
using Plenum.SecretBallot.Arithmetic;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Making;

namespace Plenum.SecretBallot.Tests;

/// <summary>Laws of every group, and two engines of each held against each other.</summary>
public sealed class GroupTests
{
    public static TheoryData<string> Names => [.. Hands.Groups];

    [Theory, MemberData(nameof(Names))]
    public void Powers_obey_their_laws_however_they_are_worked_out(string name)
    {
        var group = Group.Find(name)!;
        var g = group.Generator;
        Assert.True(group.Contains(g));
        for (var round = 0; round < 6; round++)
        {
            var (a, b) = (group.RandomExponent(), group.RandomExponent());
            var value = group.Power(g, b);
            var power = group.Power(value, a);
            Assert.Equal(group.PowerSecret(value, a), power);
            Assert.Equal(group.Power(g, a * b % group.Order), power);
            Assert.Equal(new(group, group.Table(value, 1).Power(a)), power);
            var several = new Element[2];
            Assert.True(group.Powers(value, [a, 5], several));
            Assert.Equal([power, value * value * value * value * value], several);
            Assert.Equal(
                power * group.Power(g, 7),
                group.Product([new Factor(value.Limbs, a), new Factor(g.Limbs, 7)])
            );
            Assert.Equal(group.One, power * group.Inverse(power));
            Assert.Equal(power.Text, group.Parse(power.Text)!.Text);
            Assert.Equal(power, group.Parse(power.Text));
        }
        Assert.Equal(group.One, group.Power(g, 0));
        Assert.Equal(group.One, group.PowerSecret(g, 0));
        Assert.Equal(g, group.PowerSecret(g, 1));
        Assert.Equal(group.One, group.Power(g, group.Order));
        Assert.Null(group.ParseExponent(group.Order.ToString(null, null)));
        Assert.NotNull(group.ParseExponent((group.Order - 1).ToString(null, null)));
    }

    [Theory, MemberData(nameof(Names))]
    public void Products_of_many_powers_are_the_product_of_each(string name)
    {
        var group = Group.Find(name)!;
        foreach (var count in new[] { 2, 3, 40 })
        {
            var factors = Enumerable
                .Range(1, count)
                .Select(n => new Factor(
                    group.Power(group.Generator, n).Limbs,
                    n % 3 == 0 ? n : group.RandomExponent()
                ))
                .ToArray();
            Assert.Equal(
                factors.Aggregate(
                    group.One,
                    (all, f) => all * group.Power(new(group, f.Base), f.Exponent)
                ),
                group.Product(factors)
            );
        }
    }

    [Fact]
    public void Numbers_outside_the_group_do_not_belong_to_it()
    {
        foreach (var group in Group.All.OfType<ModularGroup>())
        {
            foreach (var text in new[] { "0", "3", "5", "12345678901234567890" })
                if (group.Parse(text) is { } element)
                    Assert.Equal(
                        BigInteger.ModPow(BigInteger.Parse(text, null), group.Order, Prime(group))
                            == 1,
                        group.Contains(element)
                    );
            Assert.False(group.Contains(group.Parse("0")!));
            Assert.False(group.Contains(group.Of(Prime(group) - 1)));
            Assert.Null(group.Parse(Prime(group).ToString(null, null)));
            Assert.Null(group.Parse("01"));
            Assert.Null(group.Parse("-1"));
            Assert.Null(group.Parse("+1"));
            Assert.Null(group.Parse(" 1"));
            Assert.Null(group.Parse(""));
            Assert.Null(group.Parse("0x1"));
            Assert.Null(group.Parse("\u0661"));
        }
        var curve = Group.Find("Ed25519")!;
        // The point of order two, and one of order eight.
        Assert.False(
            curve.Contains(
                curve.Parse("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec")!
            )
        );
        Assert.False(
            curve.Contains(
                curve.Parse("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7")!
            )
        );
        // Beyond the prime, capitals, nought with a sign.
        Assert.Null(
            curve.Parse("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee")
        );
        Assert.Null(curve.Parse(curve.Independent(0).Text.ToUpperInvariant()));
        Assert.Null(
            curve.Parse("8000000000000000000000000000000000000000000000000000000000000001")
        );
    }

    [Fact]
    public void The_base_point_is_written_as_belenios_writes_it() =>
        Assert.Equal(
            "6666666666666666666666666666666666666666666666666666666666666658",
            Group.Find("Ed25519")!.Generator.Text
        );

    [Theory, InlineData("RFC-3526-2048"), InlineData("Ed25519")]
    public void Numbers_are_found_again_in_the_element_that_stands_for_them(string name)
    {
        var group = Group.Find(name)!;
        foreach (var length in new[] { 1, 5, 30 })
        {
            var numbers = RandomNumberGenerator.GetBytes(length);
            var element = group.Embed(numbers);
            Assert.True(group.Contains(element));
            Assert.Equal(numbers, group.Extract(element, length));
        }
    }

    [Fact]
    public void The_symbol_of_Jacobi_is_the_same_in_both_engines()
    {
        var managed = ModularGroup.Rfc3526(new ManagedEngine(Prime(ModularGroup.Rfc3526())));
        var group = (ModularGroup)Group.Find("RFC-3526-2048")!;
        for (var round = 0; round < 60; round++)
        {
            var value = new BigInteger(RandomNumberGenerator.GetBytes(255), isUnsigned: true);
            Assert.Equal(group.Contains(group.Of(value)), managed.Contains(managed.Of(value)));
        }
    }

    [Fact]
    public void Both_engines_give_the_same_numbers()
    {
        Assert.SkipWhen(LibCrypto.Loaded is null, "libcrypto is not on this machine");
        var rounds = Environment.GetEnvironmentVariable("PLENUM_LONG") is null ? 2_000 : 1_000_000;
        foreach (var group in Group.All.OfType<ModularGroup>())
        {
            var managed = new ManagedEngine(Prime(group));
            Twins.Agree(group.Engine, managed, Prime(group), rounds / 2);
        }
    }

    [Fact]
    public void A_credential_of_the_first_years_gives_the_key_it_gave()
    {
        var credential = Credential.Parse("Au9-ZSW-PWA-HV1-itu")!;
        var group = Group.Find("BELENIOS-2048")!;
        var secret = credential.Secret(group, "VroxkbmhzDM8Uh");
        Assert.Equal(
            "24412300327814097936042302605164260257394404087759766966001993265856017755915",
            secret.ToString(null, null)
        );
        var key = group.PowerSecret(group.Generator, secret).Text;
        Assert.StartsWith("20529823199738229252", key, StringComparison.Ordinal);
        Assert.EndsWith("30851044807526691343", key, StringComparison.Ordinal);
        Assert.Equal(credential, Credential.Parse("Au9ZSWPWAHV1itu"));
        Assert.Null(Credential.Parse("Au9-ZSW-PWA-HV1-itv"));
        Assert.Null(Credential.Parse("Au9-ZSW-PWA-HV1-it"));
    }

    [Fact]
    public void Our_credentials_find_slips_of_the_pen()
    {
        var text = Credential.New().Text;
        Assert.Equal(text, Credential.Parse(text.Replace("-", "", StringComparison.Ordinal))!.Text);
        // A letter beside the right one, anywhere.
        const string letters = Elections.Election.Base58;
        for (var at = 0; at < text.Length; at++)
            if (letters.IndexOf(text[at], StringComparison.Ordinal) is >= 0 and var letter)
                Assert.Null(
                    Credential.Parse($"{text[..at]}{letters[(letter + 1) % 57]}{text[(at + 1)..]}")
                );
    }

    internal static BigInteger Prime(Group group) =>
        group.Name == "RFC-3526-2048" ? Constants.RfcPrime : Constants.BeleniosPrime;
}
