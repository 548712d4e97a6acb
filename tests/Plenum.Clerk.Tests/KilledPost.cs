using NodaTime;

namespace Plenum.Clerk.Tests;

/// <summary>Carries letters in any order and old ones again, and prints every one that was taken, until it is killed.</summary>
internal static class KilledPost
{
    public const string Word = "carry-until-killed";
    public const string Over = "over.";

    public static async Task<int> Run(string data, string ticks)
    {
        await using var house = new LetterHouse(
            data,
            Instant.FromUnixTimeTicks(
                long.Parse(ticks, System.Globalization.CultureInfo.InvariantCulture)
            )
        );
        while (house.OnTheWay is { Count: > 0 } letters)
        {
            var muddled = letters.ToArray();
            System.Security.Cryptography.RandomNumberGenerator.Shuffle(muddled.AsSpan());
            foreach (var letter in muddled)
                if (await house.Hand(letter))
                {
                    await Console.Out.WriteLineAsync($"{letter.Sent.No}.");
                    // The same letter once more is taken by nobody.
                    if (await house.Hand(letter))
                        return 1;
                }
        }
        await Console.Out.WriteLineAsync(Over);
        return 0;
    }
}
