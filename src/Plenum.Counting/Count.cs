using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Majority;
using Plenum.Counting.Proportional;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>A rule that papers can be counted by.</summary>
public sealed class CountingRule
{
    private readonly Func<BallotSet, Lots, ElectionCount> count;

    private CountingRule(string id, bool oneSeatOnly, Func<BallotSet, Lots, ElectionCount> count) =>
        (Id, OneSeatOnly, this.count) = (id, oneSeatOnly, count);

    /// <summary>The name statutes and command lines use.</summary>
    public string Id { get; }

    /// <summary>Whether the rule fills one seat and no more.</summary>
    public bool OneSeatOnly { get; }

    /// <summary><see cref="Proportional.ScottishStv" />.</summary>
    public static CountingRule ScottishStv { get; } =
        new(Proportional.ScottishStv.Id, oneSeatOnly: false, Proportional.ScottishStv.Count);

    /// <summary><see cref="Majority.InstantRunOff" />.</summary>
    public static CountingRule InstantRunOff { get; } =
        new(Majority.InstantRunOff.Id, oneSeatOnly: true, Majority.InstantRunOff.Count);

    /// <summary>Every rule there is.</summary>
    public static ImmutableArray<CountingRule> All { get; } = [ScottishStv, InstantRunOff];

    /// <summary>The rule of that id, or null.</summary>
    /// <param name="id">For instance <c>scottish-stv</c>.</param>
    public static CountingRule? Find(string id) =>
        All.FirstOrDefault(rule => string.Equals(rule.Id, id, StringComparison.Ordinal));

    /// <summary>Counts; the same papers, rule and lots give the same story, to the last digit.</summary>
    /// <param name="ballots">The papers.</param>
    /// <param name="lots">How lots are drawn.</param>
    /// <exception cref="ArgumentException">More than one seat is asked of a rule that fills one.</exception>
    public ElectionCount Count(BallotSet ballots, Lots lots)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        if (OneSeatOnly && ballots.Seats != 1)
            throw new ArgumentException("This rule fills one seat.", nameof(ballots));
        return count(ballots, lots);
    }

    /// <inheritdoc />
    public override string ToString() => Id;
}
