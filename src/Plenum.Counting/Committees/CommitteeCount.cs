using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Committees;

/// <summary>A finished count that compares committees, not candidates.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Ballots">What was counted.</param>
/// <param name="ValidPapers">Papers that approve somebody who stands.</param>
/// <param name="InvalidPapers">Papers that approve nobody.</param>
/// <param name="Committees">Every committee that wins, each by number, in order.</param>
/// <param name="Elected">The one that is elected.</param>
/// <param name="Ties">How it was chosen where several won: by lots among candidates whom only some of them hold.</param>
public sealed record CommitteeCount(
    string Rule,
    BallotSet Ballots,
    long ValidPapers,
    long InvalidPapers,
    ImmutableArray<ImmutableArray<Candidate>> Committees,
    ImmutableArray<Candidate> Elected,
    ImmutableArray<Tie> Ties
)
{
    /// <inheritdoc />
    public bool Equals(CommitteeCount? other) =>
        other is not null
        && Rule == other.Rule
        && Equals(Ballots, other.Ballots)
        && ValidPapers == other.ValidPapers
        && InvalidPapers == other.InvalidPapers
        && Lists.Same(Committees, other.Committees)
        && Lists.Same(Elected, other.Elected)
        && Lists.Same(Ties, other.Ties);

    /// <inheritdoc />
    public override int GetHashCode() =>
        HashCode.Combine(
            Rule,
            ValidPapers,
            InvalidPapers,
            Committees.AsSpan().Length,
            Lists.Hash(Elected),
            Lists.Hash(Ties)
        );

    internal static CommitteeCount Of(
        string rule,
        BallotSet ballots,
        Approvals approvals,
        IEnumerable<ulong> winning,
        Lots lots
    )
    {
        var committees = winning
            .Distinct()
            .Select(Members)
            .OrderBy(members => members, Comparer<ImmutableArray<Candidate>>.Create(Compare))
            .ToImmutableArray();
        var (left, ties) = (committees, new List<Tie>());
        while (left.Length > 1)
        {
            ImmutableArray<Candidate> some =
            [
                .. left.SelectMany(members => members)
                    .Distinct()
                    .Where(c => !left.All(members => members.Contains(c)))
                    .Order(),
            ];
            var drawn = lots.Draw(ties.Count + 1, some);
            ties.Add(
                new Tie(
                    1,
                    TiedFor.Election,
                    some,
                    drawn.Candidate,
                    [new TieStep.Lot(ties.Count + 1, some, drawn.Slips, drawn.Candidate)]
                )
            );
            left = [.. left.Where(members => members.Contains(drawn.Candidate))];
        }
        return new CommitteeCount(
            rule,
            ballots,
            approvals.Valid,
            approvals.Invalid,
            committees,
            left.IsEmpty ? [] : left[0],
            [.. ties]
        );
    }

    internal static ImmutableArray<Candidate> Members(ulong set)
    {
        var members = ImmutableArray.CreateBuilder<Candidate>(BitOperations.PopCount(set));
        for (; set != 0; set &= set - 1)
            members.Add(Candidate.At(BitOperations.TrailingZeroCount(set)));
        return members.ToImmutable();
    }

    private static int Compare(ImmutableArray<Candidate> left, ImmutableArray<Candidate> right) =>
        left.AsSpan().SequenceCompareTo(right.AsSpan());
}
