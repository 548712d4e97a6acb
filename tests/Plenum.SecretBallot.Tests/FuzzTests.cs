using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Plenum.SecretBallot.Tests;

/// <summary>Malformed archives and ballots: an answer to each, in bounded time and memory, and never an exception.</summary>
public sealed class FuzzTests
{
    private static readonly int Rounds = Environment.GetEnvironmentVariable("PLENUM_LONG") is null
        ? 1_500
        : 1_000_000;

    [Fact]
    public void Malformed_archives_are_answered()
    {
        var honest = Held.Of(Shapes.Of("plain") with { Voters = 1 }).Archive;
        var seen = new VerifierOptions { Seen = new() };
        Assert.IsType<Verification.Valid>(Verifier.Verify(honest, options: seen));
        var random = new Drawer();
        var watch = Stopwatch.StartNew();
        for (var round = 0; round < Rounds; round++)
        {
            var broken = Broken(honest, random);
            var verification = Verifier.Verify(broken, options: seen);
            if (verification is Verification.Valid)
                Assert.Equal(honest, broken);
        }
        Assert.True(
            watch.Elapsed < TimeSpan.FromMilliseconds(60.0 * Rounds),
            watch.Elapsed.ToString(null, CultureInfo.InvariantCulture)
        );
        Assert.True(GC.GetTotalMemory(forceFullCollection: true) < 400_000_000);
    }

    [Fact]
    public void Malformed_objects_whose_digests_are_right_are_answered()
    {
        var honest = Forged.Of(Held.Of(Shapes.Of("plain") with { Voters = 1 }).Archive);
        var bytes = honest.Bytes();
        var seen = new VerifierOptions { Seen = new() };
        Verifier.Verify(bytes, options: seen);
        var random = new Drawer();
        for (var round = 0; round < Rounds / 3; round++)
        {
            var at = random.Below(honest.Events.Length);
            if (honest.Events[at].Objects.IsEmpty)
                continue;
            var which = random.Below(honest.Events[at].Objects.Length);
            var forged = honest
                .With(at, which, Broken(honest.Events[at].Objects[which], random))
                .Bytes();
            if (Verifier.Verify(forged, options: seen) is Verification.Valid)
                Assert.Equal(bytes, forged);
        }
    }

    [Fact]
    public void Deep_and_long_JSON_is_refused_quickly()
    {
        var honest = Forged.Of(Held.Of(Shapes.Of("plain") with { Voters = 1 }).Archive);
        foreach (
            var text in new[]
            {
                new string('[', 2_000_000),
                string.Concat(Enumerable.Repeat("{\"a\":", 500_000)),
                "[" + new string(',', 2_000_000) + "]",
                "\"" + new string('\\', 2_000_001),
                new string('9', 5_000_000),
                "\"\\ud800\"",
                "\"\u0001\"",
                "-",
                "1e",
                "",
                "nul",
                "\uFEFF{}",
            }
        )
        {
            var watch = Stopwatch.StartNew();
            Assert.IsType<Verification.Rejected>(
                Verifier.Verify(honest.Edited(1, 0, _ => text).Bytes())
            );
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), text[..Math.Min(9, text.Length)]);
        }
    }

    private static byte[] Broken(byte[] honest, Drawer random)
    {
        var bytes = honest.ToList();
        for (var times = random.Below(3); times >= 0; times--)
        {
            var at = random.Below(Math.Max(1, bytes.Count));
            var length = random.Below(Math.Max(1, Math.Min(bytes.Count - at, 2048)));
            switch (random.Below(7))
            {
                case 0 when bytes.Count > 0:
                    bytes[at] ^= (byte)(1 << random.Below(8));
                    break;
                case 1:
                    bytes.RemoveRange(at, Math.Min(length, bytes.Count - at));
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, Math.Min(length, bytes.Count - at)));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                case 4:
                    bytes.InsertRange(at, RandomNumberGenerator.GetBytes(random.Below(600)));
                    break;
                case 5:
                    // A whole record moved or doubled.
                    var block = at / 512 * 512;
                    var blocks = bytes.GetRange(
                        block,
                        Math.Min(512 * (1 + random.Below(8)), bytes.Count - block)
                    );
                    bytes.InsertRange(random.Below(bytes.Count / 512 + 1) * 512, blocks);
                    break;
                default:
                    if (bytes.Count > 0)
                        bytes[at] = "0123456789{}[],:\"\\- \0"u8[random.Below(21)];
                    break;
            }
        }
        return [.. bytes];
    }

    private sealed class Drawer
    {
        public int Below(int bound) => RandomNumberGenerator.GetInt32(bound);
    }
}
