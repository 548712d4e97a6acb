using System.Security.Cryptography;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Statutes;

namespace Plenum.Clerk.Tests;

public sealed class LawEventsTests
{
    private static readonly Catalogue Law = Catalogue.Of(typeof(Section).Assembly);
    private static readonly Codec Codec = new(Law, RandomNumberGenerator.Fill);

    public static TheoryData<Type> Events => [.. Law.Events];

    /// <summary>A blank event is what remains when everything was erased: it can be written and read like any other.</summary>
    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_of_the_law_can_be_recorded_and_read(Type type)
    {
        var blank = (Event)Shape.Of(type).Blank!;
        var around = new Envelope(
            Instant.FromUtc(2026, 5, 1, 9, 0),
            new Actor.Clock(),
            new Authority.Clock(),
            new ArticleId("any"),
            Ids.Recorded("c"),
            Draw.Nothing
        );
        var encoded = Codec.Encode(blank, around);
        Assert.Equal(blank, Codec.Decode(encoded.Type, encoded.Leaf, encoded.Open, _ => ""));
        Assert.Equal(blank, Codec.Decode(encoded.Type, encoded.Leaf, default, _ => ""));
    }
}
