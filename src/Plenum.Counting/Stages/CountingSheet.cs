using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Stages;

/// <summary>The papers on the table while a count by transfers runs: piles, values, votes and the record of stages.</summary>
internal sealed class CountingSheet
{
    private enum Standing : byte
    {
        Continuing,
        Elected,
        Out,
    }

    private readonly PreferenceTree tree;
    private readonly Parcels<Votes> piles;
    private readonly List<(Branch Papers, Votes Value)>[] kept;
    private readonly Standing[] standing;
    private readonly bool[] continuing;
    private readonly Votes[] votes;
    private readonly Votes total;
    private readonly Lots lots;
    private readonly List<Stage> stages = [];
    private readonly List<Tie> ties = [];
    private readonly List<Candidate> elected = [];
    private readonly List<Election> electedNow = [];
    private readonly HashSet<(Candidate First, Candidate Then)> ahead = [];
    private readonly long[] papersNow;
    private readonly Votes[] votesNow;
    private StageAction action = new StageAction.Sorting();
    private Votes nonTransferable;
    private int lotsDrawn;

    /// <summary>Sorts the papers.</summary>
    /// <param name="stands">Who stands.</param>
    /// <param name="tree">The papers.</param>
    /// <param name="heaps">All of them, each heap at what a paper of it is worth.</param>
    /// <param name="lots">How lots are drawn.</param>
    public CountingSheet(
        ReadOnlySpan<bool> stands,
        PreferenceTree tree,
        IEnumerable<(Branch Papers, Votes Value)> heaps,
        Lots lots
    )
    {
        (this.tree, this.lots) = (tree, lots);
        piles = new Parcels<Votes>(tree, stands.Length);
        kept = new List<(Branch, Votes)>[stands.Length];
        standing = new Standing[stands.Length];
        continuing = stands.ToArray();
        votes = new Votes[stands.Length];
        papersNow = new long[stands.Length];
        votesNow = new Votes[stands.Length];
        for (var c = 0; c < stands.Length; c++)
        {
            kept[c] = [];
            standing[c] = stands[c] ? Standing.Continuing : Standing.Out;
        }
        foreach (var (papers, value) in heaps)
        {
            total += value * tree.Papers(papers);
            Carry([papers], value);
        }
    }

    public IReadOnlyList<Stage> Stages => stages;
    public IReadOnlyList<Tie> Ties => ties;
    public IReadOnlyList<Candidate> Elected => elected;

    /// <summary>Continuing candidates, by number.</summary>
    public ImmutableArray<Candidate> Continuing =>
        [.. Numbers().Where(c => standing[c.Index] == Standing.Continuing)];

    public Votes VotesOf(Candidate candidate) => votes[candidate.Index];

    public Votes NonTransferable => nonTransferable;

    /// <summary>What everybody holds, paper by paper.</summary>
    public ImmutableArray<ImmutableArray<HeldPapers>> Held(BallotSet ballots) =>
        [
            .. Numbers()
                .Select(c =>
                    kept[c.Index]
                        .Concat(
                            piles
                                .Of(c.Index)
                                .SelectMany(parcel =>
                                    parcel.Papers.Select(branch => (branch, parcel.Value))
                                )
                        )
                        .SelectMany(held =>
                            tree.Rows(held.Item1)
                                .Select(row => new HeldPapers(
                                    ballots.Papers[row.Row].Ranking,
                                    row.Papers,
                                    held.Item2
                                ))
                        )
                        .ToImmutableArray()
                ),
        ];

    public void Elect(Candidate candidate, ElectedBy by)
    {
        standing[candidate.Index] = Standing.Elected;
        continuing[candidate.Index] = false;
        elected.Add(candidate);
        electedNow.Add(new Election(candidate, by));
    }

    /// <summary>Elects several, the most votes first, and equals in the order in which ties are broken.</summary>
    public void Elect(IEnumerable<Candidate> candidates, ElectedBy by)
    {
        var left = candidates.Order().ToList();
        while (left.Count > 0)
        {
            var most = left.Max(VotesOf);
            var first = Break([.. left.Where(c => VotesOf(c) == most)], TiedFor.ElectedFirst);
            left.Remove(first);
            Elect(first, by);
        }
    }

    /// <summary>Opens a stage that transfers the surplus; what each paper does not carry on stays with the candidate.</summary>
    public void TransferSurplus(Candidate from, Votes quota)
    {
        var credited = votes[from.Index];
        var surplus = credited - quota;
        action = new StageAction.Surplus(from, surplus);
        votes[from.Index] = quota;
        foreach (var (received, papers) in piles.Lift(from.Index))
        {
            var carried = TransferValue(surplus, received, credited);
            foreach (var branch in papers)
                kept[from.Index].Add((branch, received - carried));
            Carry(papers, carried);
        }
    }

    // Rule 49(3): A divided by B, to five decimal places, any remainder ignored.
    private static Votes TransferValue(Votes surplus, Votes received, Votes credited) =>
        new(surplus.Units * received.Units / credited.Units);

    /// <summary>Opens a stage that excludes the candidate and transfers their papers at the values they came with.</summary>
    public void Exclude(Candidate candidate)
    {
        action = new StageAction.Exclusion(candidate);
        standing[candidate.Index] = Standing.Out;
        continuing[candidate.Index] = false;
        votes[candidate.Index] = Votes.None;
        foreach (var (value, papers) in piles.Lift(candidate.Index))
            Carry(papers, value);
    }

    /// <summary>Writes the stage down.</summary>
    public void EndStage()
    {
        var credited = votes.Aggregate(Votes.None, (sum, each) => sum + each);
        stages.Add(
            new Stage(
                stages.Count + 1,
                action,
                [
                    .. Numbers()
                        .Where(c => papersNow[c.Index] > 0)
                        .Select(c => new Transfer(c, papersNow[c.Index], votesNow[c.Index])),
                ],
                [.. votes],
                nonTransferable,
                total - credited - nonTransferable,
                [.. electedNow]
            )
        );
        electedNow.Clear();
        Array.Clear(papersNow);
        Array.Clear(votesNow);
    }

    /// <summary>The one of those tied who comes out: by the latest earlier stage that separates them, else by lot.</summary>
    public Candidate Break(ImmutableArray<Candidate> tied, TiedFor purpose)
    {
        // Who stands first of those elected together has the surplus transferred first too, by the same stage or lot.
        if (purpose == TiedFor.SurplusFirst)
            tied = [.. tied.Where(c => !tied.Any(first => ahead.Contains((first, c))))];
        if (tied.Length == 1)
            return tied[0];
        var steps = new List<TieStep>();
        var left = tied;
        for (var s = stages.Count - 1; s >= 0 && left.Length > 1; s--)
        {
            var then = stages[s];
            var best = purpose == TiedFor.Exclusion ? left.Min(then.Of) : left.Max(then.Of);
            ImmutableArray<Candidate> remaining = [.. left.Where(c => then.Of(c) == best)];
            if (remaining.Length == left.Length)
                continue;
            steps.Add(
                new TieStep.EarlierStage(then.Number, left, [.. left.Select(then.Of)], remaining)
            );
            left = remaining;
        }
        if (left.Length > 1)
        {
            var drawn = lots.Draw(++lotsDrawn, left);
            steps.Add(new TieStep.Lot(lotsDrawn, left, drawn.Slips, drawn.Candidate));
            left = [drawn.Candidate];
        }
        ties.Add(new Tie(stages.Count + 1, purpose, tied, left[0], [.. steps]));
        if (purpose == TiedFor.ElectedFirst)
            ahead.UnionWith(tied.Where(c => c != left[0]).Select(c => (left[0], c)));
        return left[0];
    }

    private IEnumerable<Candidate> Numbers() =>
        Enumerable.Range(0, votes.Length).Select(Candidate.At);

    // To the next available preference: the next candidate on the paper who is continuing.
    private void Carry(List<Branch> papers, Votes each)
    {
        piles.Carry(papers, each, continuing);
        for (var c = 0; c < votes.Length; c++)
        {
            if (piles.Received[c] == 0)
                continue;
            var worth = each * piles.Received[c];
            votes[c] += worth;
            votesNow[c] += worth;
            papersNow[c] += piles.Received[c];
        }
        nonTransferable += each * piles.Ended;
    }
}
