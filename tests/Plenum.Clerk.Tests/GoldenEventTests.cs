using System.Text;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Clerk.Tests;

/// <summary>Every event ever stored stays readable: a sample of each lies in testdata and is read by every later build.</summary>
public sealed class GoldenEventTests
{
    private static readonly Catalogue Catalogue = Catalogue.Of(typeof(Section).Assembly);

    public static TheoryData<string> Types =>
        [.. Catalogue.Events.Select(type => type.FullName!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Types))]
    public void An_event_is_written_as_its_sample_and_read_back_from_it(string name)
    {
        var type = typeof(Section).Assembly.GetType(name)!;
        var codec = new Codec(Catalogue, Salts());
        var sample = (Event)Samples.Of(type);
        var around = new Envelope(
            Instant.FromUtc(2027, 1, 4, 12, 0),
            new Actor.Clock(),
            new Authority.Clock(),
            new ArticleId("article"),
            Ids.Recorded("command"),
            Draw.Nothing
        );

        var encoded = codec.Encode(sample, around);
        var text =
            $"{Encoding.UTF8.GetString(encoded.Leaf)}\n{Encoding.UTF8.GetString(encoded.Open)}\n";
        Golden.Check($"events/{encoded.Type}.json", text);

        var lines = File.ReadAllLines(
            Path.Combine(Golden.Root, "testdata", "events", encoded.Type + ".json")
        );
        var read = codec.Decode(
            encoded.Type,
            Encoding.UTF8.GetBytes(lines[0]),
            Encoding.UTF8.GetBytes(lines[1]),
            _ => Samples.Text
        );
        Assert.Equal(type, read.GetType());
        var again = new Codec(Catalogue, Salts()).Encode(read, around);
        Assert.Equal(encoded.Leaf, again.Leaf);
    }

    // Salts that are the same in every run, so that samples can be compared.
    private static Randomness Salts()
    {
        var next = (byte)0;
        return bytes =>
        {
            foreach (ref var one in bytes)
                one = next++;
        };
    }
}
