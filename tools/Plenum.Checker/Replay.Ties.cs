using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Plenum.Checker;

/// <summary>Who is elected, how ties fall, and how what is claimed is read and compared.</summary>
public sealed partial class Replay
{
    // The latest stage at which they differ, again among those it leaves; then the lot.
    private int Break(List<int> tied, bool highest)
    {
        if (tied.Count == 1)
            return tied[0];
        ties++;
        for (var s = history.Count - 1; s >= 0 && tied.Count > 1; s--)
        {
            var then = history[s];
            var best = highest ? tied.Max(c => then[c]) : tied.Min(c => then[c]);
            tied = [.. tied.Where(c => then[c] == best)];
        }
        if (tied.Count == 1)
            return tied[0];
        lots++;
        var seed = Text(claim, "seed");
        if (seed.Length > 0)
            return tied.MinBy(c => Slip(seed, c), StringComparer.Ordinal);
        var order = claim
            .GetProperty("tie_order")
            .EnumerateArray()
            .Select(c => c.GetInt32())
            .ToList();
        return tied.MinBy(c => order.IndexOf(c) is >= 0 and var place ? place : order.Count + c);
    }

    private string Slip(string seed, int candidate) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.ASCII.GetBytes(
                    $"plenum-lot-1:{seed.ToLowerInvariant()}:{lots}:{candidate}"
                )
            )
        );

    private static string Show(Int128 units, int one) =>
        $"{units / one}.{(one + (int)(units % one)).ToString(CultureInfo.InvariantCulture)[1..]}";

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString()!;

    private static string Numbers(JsonElement list) => string.Join(',', list.EnumerateArray());

    private static void Same<T>(string what, T claimed, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(claimed, found))
            throw new DifferenceException($"{what}: claimed {claimed}, found {found}");
    }

    private List<int> Elect(bool lastFirst)
    {
        var before = elected.Count;
        if (runOff)
        {
            if (hopeful.Count > 0)
            {
                var first = hopeful.OrderByDescending(c => votes[c]).ThenBy(c => c).First();
                if (votes[first] >= quota || hopeful.Count == 1)
                    Take([first]);
            }
            return elected[before..];
        }
        if (lastFirst)
            LastPlaces();
        foreach (var c in hopeful.OrderByDescending(c => votes[c]).ThenBy(c => c).ToList())
        {
            if (votes[c] >= quota && elected.Count < seats)
                Take([c]);
        }
        if (!lastFirst)
            LastPlaces();
        return elected[before..];
    }

    private void LastPlaces()
    {
        if (hopeful.Count <= seats - elected.Count)
            Take([.. hopeful.Order()]);
    }

    private void Take(List<int> some)
    {
        elected.AddRange(some);
        hopeful.ExceptWith(some);
    }
}
