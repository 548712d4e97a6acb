namespace Plenum.SecretBallot.Tests;

/// <summary>Honest elections, made once, to be made dishonest.</summary>
internal static class Honest
{
    public static Lazy<Held> Sums { get; } =
        new(() => Held.Of(Shapes.Of("blank") with { Revotes = 1 }));

    public static Lazy<Held> Rankings { get; } =
        new(() => Held.Of(Shapes.Of("ranked, two shuffles")));

    public static Lazy<Held> Group { get; } = new(() => Held.Of(Shapes.Of("two of three")));
}
