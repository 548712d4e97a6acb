using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Pairwise;

/// <summary>A finished count that compares candidates two by two.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Ballots">What was counted.</param>
/// <param name="Pairs">Papers for each over each other.</param>
/// <param name="Order">All who stand, the best first; those whom the rule holds equal together.</param>
/// <param name="Scores">What the rule reckoned for each candidate, candidate 1 first; empty where it reckons nothing.</param>
/// <param name="Elected">Who is elected; nobody when nobody stands.</param>
/// <param name="Ties">Every tie that had to be broken.</param>
public sealed record PairCount(
    string Rule,
    BallotSet Ballots,
    PairTable Pairs,
    ImmutableArray<ImmutableArray<Candidate>> Order,
    ImmutableArray<Fraction> Scores,
    ImmutableArray<Candidate> Elected,
    ImmutableArray<Tie> Ties
)
{
    /// <inheritdoc />
    public bool Equals(PairCount? other) =>
        other is not null
        && Rule == other.Rule
        && Equals(Ballots, other.Ballots)
        && Equals(Pairs, other.Pairs)
        && Lists.Same(Order, other.Order)
        && Lists.Same(Scores, other.Scores)
        && Lists.Same(Elected, other.Elected)
        && Lists.Same(Ties, other.Ties);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Rule,
            Order.AsSpan().Length,
            Lists.Hash(Scores),
            Lists.Hash(Elected),
            Lists.Hash(Ties)
        );

    internal static PairCount Of(
        string rule,
        BallotSet ballots,
        PairTable pairs,
        IEnumerable<ImmutableArray<Candidate>> order,
        IEnumerable<Fraction> scores,
        Lots lots,
        IEnumerable<Tie>? before = null
    )
    {
        ImmutableArray<ImmutableArray<Candidate>> all = [.. order];
        var ties = new List<Tie>(before ?? []);
        ImmutableArray<Candidate> elected = all.IsEmpty ? [] : all[0];
        if (elected.Length > 1)
        {
            var number = ties.Sum(tie => tie.Steps.Length) + 1;
            var drawn = lots.Draw(number, elected);
            ties.Add(
                new Tie(
                    1,
                    TiedFor.Election,
                    elected,
                    drawn.Candidate,
                    [new TieStep.Lot(number, elected, drawn.Slips, drawn.Candidate)]
                )
            );
            elected = [drawn.Candidate];
        }
        return new PairCount(rule, ballots, pairs, all, [.. scores], elected, [.. ties]);
    }

    /// <summary>The best first, those of equal score together.</summary>
    internal static IEnumerable<ImmutableArray<Candidate>> ByScore(
        PairTable pairs,
        Func<Candidate, Fraction> score
    ) =>
        pairs
            .Standing.GroupBy(score)
            .OrderByDescending(group => group.Key)
            .Select(group => group.Order().ToImmutableArray());
}
