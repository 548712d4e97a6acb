using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tests;

/// <summary>Any value of any object changed, with every digest put right again: the archive is refused.</summary>
public sealed class MutationTests
{
    private static readonly bool Long =
        Environment.GetEnvironmentVariable("PLENUM_LONG") is not null;

    public static TheoryData<string> All =>
        Long ? Shapes.All : ["blank", "two of three", "ranked, two shuffles"];

    [Theory, MemberData(nameof(All))]
    public void Every_value_of_every_object_matters(string shape)
    {
        var held = Held.Of(Shapes.Of(shape));
        var honest = Forged.Of(held.Archive);
        // Ballots that are not touched are checked once.
        var seen = new VerifierOptions { Seen = new() };
        Assert.IsType<Verification.Valid>(Verifier.Verify(held.Archive, held.Strong, seen));
        var tried = 0;
        var patterns = new HashSet<string>(StringComparer.Ordinal);
        for (var at = 0; at < honest.Events.Length; at++)
        for (var which = 0; which < honest.Events[at].Objects.Length; which++)
        {
            var value = JsonReader.Read(honest.Events[at].Objects[which], "object");
            foreach (var (path, changed) in Changes(value, ""))
            {
                // One of each kind is tried in every check, and all of them in the long one.
                if (!Long && !patterns.Add($"{honest.Events[at].Kind}/{which}{path}"))
                    continue;
                var forged = honest.With(at, which, JsonWriter.Bytes(changed));
                var verification = Verifier.Verify(forged.Bytes(), held.Strong, seen);
                Assert.True(
                    verification is Verification.Rejected,
                    string.Create(CultureInfo.InvariantCulture, $"event {at}, object {which}{path}")
                );
                tried++;
            }
        }
        Assert.True(tried > 60, tried.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Every_value_of_the_strong_proofs_matters()
    {
        var held = Held.Of(Shapes.Of("blank"));
        var seen = new VerifierOptions { Seen = new() };
        Assert.IsType<Verification.Valid>(Verifier.Verify(held.Archive, held.Strong, seen));
        foreach (var (path, changed) in Changes(JsonReader.Read(held.Strong, "proofs"), ""))
            Assert.True(
                Verifier.Verify(held.Archive, JsonWriter.Bytes(changed), seen)
                    is Verification.Rejected,
                path
            );
    }

    [Fact]
    public void Every_byte_of_an_archive_matters()
    {
        var archive = Held.Of(Shapes.Of("plain") with { Voters = 1 }).Archive;
        var seen = new VerifierOptions { Seen = new() };
        Assert.IsType<Verification.Valid>(Verifier.Verify(archive, options: seen));
        for (
            var at = 0;
            at < archive.Length;
            at += Long ? 1 : 1 + RandomNumberGenerator.GetInt32(24)
        )
        {
            archive[at] ^= (byte)(1 << (at % 8));
            Assert.False(
                Verifier.Verify(archive, options: seen) is Verification.Valid,
                at.ToString(CultureInfo.InvariantCulture)
            );
            archive[at] ^= (byte)(1 << (at % 8));
        }
    }

    // The whole with one value in it changed, for each value; places in lists stand as one pattern.
    private static IEnumerable<(string Path, Json Changed)> Changes(Json value, string path)
    {
        switch (value)
        {
            case Json.Map(var fields):
                for (var at = 0; at < fields.Length; at++)
                {
                    foreach (
                        var (inner, changed) in Changes(
                            fields[at].Value,
                            $"{path}.{fields[at].Key}"
                        )
                    )
                        yield return (
                            inner,
                            new Json.Map(fields.SetItem(at, new(fields[at].Key, changed)))
                        );
                    yield return (
                        $"{path}.{fields[at].Key} left out",
                        new Json.Map(fields.RemoveAt(at))
                    );
                }
                break;
            case Json.List(var items):
                for (var at = 0; at < items.Length; at++)
                    foreach (var (inner, changed) in Changes(items[at], path + "[]"))
                        yield return (inner, new Json.List(items.SetItem(at, changed)));
                if (items.Length > 0)
                {
                    yield return (path + "[] one less", new Json.List(items.RemoveAt(0)));
                    yield return (path + "[] one more", new Json.List(items.Add(items[0])));
                }
                break;
            case Json.Word(var text):
                yield return (path, new Json.Word(Changed(text)));
                break;
            case Json.Number(var digits):
                yield return (path, new Json.Number(Changed(digits)));
                break;
            case Json.Truth(var truth):
                yield return (path, new Json.Truth(!truth));
                break;
        }
    }

    private static string Changed(string text) =>
        text.Length == 0 ? "x"
        : char.IsAsciiDigit(text[^1]) ? text[..^1] + (char)('0' + (text[^1] - '0' + 1) % 10)
        : text[..^1] + (text[^1] == 'a' ? 'b' : 'a');
}
