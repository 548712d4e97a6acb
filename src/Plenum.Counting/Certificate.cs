using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>
/// A certificate says by which rule, with which seed and over which papers a count was made, and tells it whole, so that
/// whoever has the papers can make it again. The papers are named by their hash tree (<see cref="PapersRoot" />), not
/// repeated.
/// </summary>
/// <remarks>
/// Version 2 is written since candidates elected together with equal votes stand in the order in which ties are broken, and
/// since some papers are counted otherwise (docs/decisions/0029). One of version 1 is still verified: it is valid where today's
/// count of its papers is the same.
/// </remarks>
public static class Certificate
{
    internal const int Version = 2;

    /// <summary>Counts and writes: equal papers, rule and seed give equal bytes, so to write again is to verify.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="ballots">The papers, without limits on places: a certificate has no room for them.</param>
    /// <param name="seed">The public seed for lots, in hexadecimal; empty for lots by the file's tie order, or by number.</param>
    /// <returns>JSON, ended by a line feed.</returns>
    /// <exception cref="ArgumentException">The set has limits on places, or the rule cannot count it.</exception>
    /// <exception cref="FormatException">The seed is not hexadecimal.</exception>
    public static string Write(CountingRule rule, BallotSet ballots, string seed = "")
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(ballots);
        ArgumentNullException.ThrowIfNull(seed);
        if (ballots.Limits is not null)
            throw new ArgumentException("A certificate has no place for limits.", nameof(ballots));
        var lots =
            seed.Length == 0 ? Lots.AsFiled(ballots) : Lots.Seeded(Convert.FromHexString(seed));
        var story = rule.Count(ballots, lots);
        return story is CountStory.Refused(var code, var found, var expected)
            ? throw new ArgumentException(
                $"{code}: found {found}, expected {expected}",
                nameof(ballots)
            )
            : Text(rule.Id, seed, ballots, story);
    }

    internal static string Text(
        string rule,
        string? seed,
        BallotSet ballots,
        CountStory story,
        int version = Version
    ) =>
        CountJson.Render(json =>
        {
            json.WriteNumber("certificate", version);
            json.WriteString("rule", rule);
            json.WriteNumber("seats", ballots.Seats);
            json.WriteString("seed", seed ?? "");
            CountJson.Numbers(json, "tie_order", ballots.TieOrder);
            CountJson.Numbers(json, "withdrawn", ballots.Withdrawn);
            json.WriteNumber("rankings", ballots.Papers.Length);
            json.WriteString("papers_root", PapersRoot.Of(ballots));
            json.WritePropertyName("count");
            json.WriteRawValue(StoryJson.Write(story).TrimEnd());
        });
}
