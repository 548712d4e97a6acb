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

    /// <summary>Like papers as they come to the table.</summary>
    internal readonly record struct Bundle(
        Ranking Ranking,
        int[] Preferences,
        long Papers,
        Votes Value
    );

    private readonly Bundle[] bundles;
    private readonly int[] place;
    private readonly Votes[] value;
    private readonly List<int>[] piles;
    private readonly List<HeldPapers>[] kept;
    private readonly Standing[] standing;
    private readonly Votes[] votes;
    private readonly Votes total;
    private readonly Lots lots;
    private readonly List<Stage> stages = [];
    private readonly List<Tie> ties = [];
    private readonly List<Candidate> elected = [];
    private readonly List<Election> electedNow = [];
    private readonly long[] papersNow;
    private readonly Votes[] votesNow;
    private StageAction action = new StageAction.Sorting();
    private Votes nonTransferable;
    private int lotsDrawn;

    public CountingSheet(ReadOnlySpan<bool> stands, Bundle[] bundles, Lots lots)
    {
        this.bundles = bundles;
        this.lots = lots;
        place = new int[bundles.Length];
        value = new Votes[bundles.Length];
        piles = new List<int>[stands.Length];
        kept = new List<HeldPapers>[stands.Length];
        standing = new Standing[stands.Length];
        votes = new Votes[stands.Length];
        papersNow = new long[stands.Length];
        votesNow = new Votes[stands.Length];
        for (var c = 0; c < stands.Length; c++)
        {
            piles[c] = [];
            kept[c] = [];
            standing[c] = stands[c] ? Standing.Continuing : Standing.Out;
        }
        for (var b = 0; b < bundles.Length; b++)
        {
            place[b] = -1;
            total += bundles[b].Value * bundles[b].Papers;
            Move(b, bundles[b].Value);
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

    public ImmutableArray<ImmutableArray<HeldPapers>> Held =>
        [
            .. Numbers()
                .Select(c =>
                    kept[c.Index]
                        .Concat(piles[c.Index].Select(b => Holding(b, value[b])))
                        .ToImmutableArray()
                ),
        ];

    public void Elect(Candidate candidate, ElectedBy by)
    {
        standing[candidate.Index] = Standing.Elected;
        elected.Add(candidate);
        electedNow.Add(new Election(candidate, by));
    }

    /// <summary>Opens a stage that transfers the surplus; what each paper does not carry on stays with the candidate.</summary>
    public void TransferSurplus(Candidate from, Votes quota)
    {
        var credited = votes[from.Index];
        var surplus = credited - quota;
        action = new StageAction.Surplus(from, surplus);
        var pile = piles[from.Index];
        piles[from.Index] = [];
        votes[from.Index] = quota;
        var (received, carried) = (Votes.None, Votes.None);
        foreach (var b in pile)
        {
            // Papers of one parcel follow each other, so the division is mostly done once a parcel.
            if (value[b] != received)
                (received, carried) = (value[b], TransferValue(surplus, value[b], credited));
            kept[from.Index].Add(Holding(b, received - carried));
            Move(b, carried);
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
        var pile = piles[candidate.Index];
        piles[candidate.Index] = [];
        votes[candidate.Index] = Votes.None;
        foreach (var b in pile)
            Move(b, value[b]);
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
        return left[0];
    }

    private IEnumerable<Candidate> Numbers() =>
        Enumerable.Range(0, votes.Length).Select(Candidate.At);

    private HeldPapers Holding(int bundle, Votes each) =>
        new(bundles[bundle].Ranking, bundles[bundle].Papers, each);

    // To the next available preference: the next candidate on the paper who is continuing.
    private void Move(int bundle, Votes each)
    {
        ref readonly var papers = ref bundles[bundle];
        var worth = each * papers.Papers;
        value[bundle] = each;
        while (++place[bundle] < papers.Preferences.Length)
        {
            var next = papers.Preferences[place[bundle]];
            if (standing[next] != Standing.Continuing)
                continue;
            piles[next].Add(bundle);
            votes[next] += worth;
            papersNow[next] += papers.Papers;
            votesNow[next] += worth;
            return;
        }
        nonTransferable += worth;
    }
}
