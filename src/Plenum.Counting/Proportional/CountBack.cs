using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Proportional;

/// <summary>What came of a count-back.</summary>
public abstract record CountBackOutcome
{
    private CountBackOutcome() { }

    /// <summary>The seat is filled.</summary>
    /// <param name="By">Who takes it.</param>
    public sealed record Replaced(Candidate By) : CountBackOutcome;

    /// <summary>No paper of the vacating member names anybody who may and would take the seat.</summary>
    public sealed record Exhausted : CountBackOutcome;
}

/// <summary>The story of a count-back.</summary>
/// <param name="Vacating">Who gave up the seat.</param>
/// <param name="Consenting">Who took part, by number.</param>
/// <param name="HeldValue">What the vacating member's papers are worth together.</param>
/// <param name="Stages">The stages; the quota is more than half of what is credited at each.</param>
/// <param name="Ties">Every tie that had to be broken.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record CountBackStory(
    Candidate Vacating,
    ImmutableArray<Candidate> Consenting,
    Votes HeldValue,
    ImmutableArray<Stage> Stages,
    ImmutableArray<Tie> Ties,
    CountBackOutcome Outcome
)
{
    /// <inheritdoc />
    public bool Equals(CountBackStory? other) =>
        other is not null
        && Vacating == other.Vacating
        && Lists.Same(Consenting, other.Consenting)
        && HeldValue == other.HeldValue
        && Lists.Same(Stages, other.Stages)
        && Lists.Same(Ties, other.Ties)
        && Outcome == other.Outcome;

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Vacating,
            Lists.Hash(Consenting),
            HeldValue,
            Lists.Hash(Stages),
            Lists.Hash(Ties),
            Outcome
        );
}

/// <summary>
/// Fills a vacated seat from the papers that elected its holder: the papers they held when the count ended, at the
/// value each had there. Nobody who sits is touched.
/// </summary>
/// <remarks>
/// The rule, exactly:
/// (1) The papers are those held by the vacating member at the end of the count. A paper whose surplus part was
/// carried on stays with the rest of its value: the value it came with less the transfer value.
/// (2) Taking part are the candidates who were not elected, did not withdraw, and consent.
/// (3) Each paper goes, at its value, to the candidate taking part whom it ranks highest - wherever on the paper,
/// also above the vacating member: the voter prefers them and they are free again. Papers that rank none are
/// non-transferable.
/// (4) At each stage, whoever holds more than half of all that is credited to those taking part is elected. Otherwise
/// the one with the least is excluded and their papers go on likewise, at their values.
/// (5) Ties for exclusion are broken as in the main count: by the latest earlier stage of this count-back, else by lot.
/// (6) If nothing is credited to anybody, there is no replacement.
/// </remarks>
public static class CountBack
{
    /// <summary>Counts back.</summary>
    /// <param name="count">The count that elected the vacating member.</param>
    /// <param name="vacating">Who vacates; must have been elected.</param>
    /// <param name="consenting">Who would take the seat; the elected and the withdrawn among them are left out.</param>
    /// <param name="lots">How lots are drawn.</param>
    /// <exception cref="ArgumentException">The vacating candidate was not elected by this count.</exception>
    public static CountBackStory Count(
        ElectionCount count,
        Candidate vacating,
        IEnumerable<Candidate> consenting,
        Lots lots
    )
    {
        ArgumentNullException.ThrowIfNull(count);
        ArgumentNullException.ThrowIfNull(consenting);
        ArgumentNullException.ThrowIfNull(lots);
        if (!count.Elected.Contains(vacating))
            throw new ArgumentException(
                "Only a seat that this count filled can be counted back.",
                nameof(vacating)
            );
        ImmutableArray<Candidate> takingPart =
        [
            .. consenting
                .Where(c => c.Number >= 1 && c.Number <= count.Ballots.Names.Length)
                .Except(count.Elected)
                .Except(count.Ballots.Withdrawn)
                .Order(),
        ];
        var stands = new bool[count.Ballots.Names.Length];
        foreach (var candidate in takingPart)
            stands[candidate.Index] = true;

        var reader = new Preferences(stands);
        var held = count.HeldBy(vacating);
        var values = held.Select(h => h.Value).Distinct().ToArray();
        var heaps = Array.ConvertAll(values, _ => new PaperRows());
        foreach (var h in held)
            heaps[Array.IndexOf(values, h.Value)].Add(reader.Of(h.Ranking.Marks), h.Papers);
        var (tree, branches) = PreferenceTree.Of(heaps, stands.Length);
        var sheet = new CountingSheet(stands, tree, branches.Zip(values), lots);
        var outcome = Run(sheet);
        var worth = held.Aggregate(Votes.None, (sum, h) => sum + (h.Value * h.Papers));
        return new CountBackStory(
            vacating,
            takingPart,
            worth,
            [.. sheet.Stages],
            [.. sheet.Ties],
            outcome
        );
    }

    private static CountBackOutcome Run(CountingSheet sheet)
    {
        while (true)
        {
            var continuing = sheet.Continuing;
            var credited = continuing.Aggregate(Votes.None, (sum, c) => sum + sheet.VotesOf(c));
            if (credited == Votes.None)
            {
                sheet.EndStage();
                return new CountBackOutcome.Exhausted();
            }
            var first = continuing.MaxBy(sheet.VotesOf);
            if (sheet.VotesOf(first) + sheet.VotesOf(first) > credited)
            {
                sheet.Elect(first, ElectedBy.Quota);
                sheet.EndStage();
                return new CountBackOutcome.Replaced(first);
            }
            sheet.EndStage();
            var least = continuing.Min(sheet.VotesOf);
            sheet.Exclude(
                sheet.Break(
                    [.. continuing.Where(c => sheet.VotesOf(c) == least)],
                    TiedFor.Exclusion
                )
            );
        }
    }
}
