using System.Collections.Immutable;

namespace Plenum.Cli.Demo.Federated;

/// <summary>What people of the demonstrated federation say when they stand.</summary>
internal static class Platforms
{
    private static readonly ImmutableArray<string> Words =
    [
        "I report every month, in writing, and answer what I am asked.",
        "One roster for all gates, printed three days ahead.",
        "I keep quiet in the chair and the list of speakers open.",
        "The books lie open every Thursday after the shift.",
        "I will carry what we decide here, and nothing else.",
        "I come from the night shift, and I will go back to it.",
        "Fewer meetings, shorter papers, and minutes the next morning.",
    ];

    public static string Of(Place place, int person) =>
        Words[(place.Name.Length + person) % Words.Length];
}
