using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Marks;

/// <summary>One count of marked papers.</summary>
internal sealed partial class TabulationSheet
{
    private readonly MarkRules rules;
    private readonly Lots lots;
    private readonly List<Pile> piles = [];
    private readonly ImmutableArray<string> names;
    private readonly HashSet<string> struck;
    private readonly HashSet<string> standing;
    private readonly Dictionary<string, int> wonIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> leftIn = new(StringComparer.Ordinal);
    private readonly List<Draft> drafts = [];
    private readonly List<NameTie> ties = [];
    private readonly JavaRandom random;
    private readonly JavaRandom orders;
    private readonly List<string> order;
    private readonly BigInteger one;
    private int round;

    public TabulationSheet(
        MarkRules rules,
        ImmutableArray<(MarkedPaper Paper, long Number)> papers,
        Lots lots
    )
    {
        (this.rules, this.lots) = (rules, lots);
        (random, orders) = (new JavaRandom(rules.Seed), new JavaRandom(rules.Seed));
        one = BigInteger.Pow(10, rules.Places);
        names = [.. rules.Candidates.Select(c => c.Name)];
        struck = rules
            .Candidates.Where(c => c.Excluded)
            .Select(c => c.Name)
            .ToHashSet(StringComparer.Ordinal);
        order = [.. names];
        if (rules.Ties == MarkTies.Shuffled)
        {
            order.Sort(StringComparer.Ordinal);
            random.Shuffle(order);
        }
        if (rules.WriteIns)
            names = names.Add(Mark.WriteIn);
        standing = [.. names.Where(name => !struck.Contains(name))];
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var candidate in rules.Candidates)
        {
            foreach (var name in candidate.Aliases.Prepend(candidate.Name))
                known[name] = candidate.Name;
        }
        foreach (var (paper, number) in papers)
            piles.Add(
                new Pile(
                    [
                        .. paper
                            .Marks.GroupBy(mark => mark.Rank)
                            .Select(rank => new Rank(
                                rank.Key,
                                [
                                    .. rank.Select(mark =>
                                        known.GetValueOrDefault(mark.Choice, mark.Choice)
                                    ),
                                ]
                            )),
                    ],
                    number
                )
            );
    }

    private sealed record Rank(int Number, ImmutableArray<string> Choices);

    /// <summary>Papers marked alike: for whom they count, what they are still worth, and why they count no longer.</summary>
    private sealed class Pile(ImmutableArray<Rank> ranks, long number)
    {
        public ImmutableArray<Rank> Ranks => ranks;
        public long Number => number;
        public string? With { get; set; }
        public Inactive? Out { get; set; }
        public Fraction Worth { get; set; } = Fraction.One;
        public Dictionary<string, Fraction> Kept { get; } = new(StringComparer.Ordinal);
    }

    private sealed class Draft
    {
        public Dictionary<string, Fraction> Votes { get; } = new(StringComparer.Ordinal);
        public SortedDictionary<Inactive, Fraction> Inactive { get; } = [];
        public List<string> Elected { get; } = [];
        public List<string> Excluded { get; } = [];
        public Dictionary<(string From, string To), Fraction> Transfers { get; } = [];
        public Fraction Threshold { get; set; }
        public Fraction Residual { get; set; }
    }

    private int Standing => names.Length - struck.Count;

    private Draft Now => drafts[^1];

    public Tabulation Run()
    {
        while (GoesOn())
        {
            round++;
            var residual = round == 1 ? Fraction.Zero : Now.Residual;
            var before = round == 1 ? Fraction.Zero : Now.Threshold;
            drafts.Add(new Draft { Residual = residual });
            Distribute();
            Now.Threshold = Recomputes() ? Threshold() : before;
            var winners = Winners();
            foreach (var winner in winners)
            {
                wonIn[winner] = round;
                Now.Elected.Add(winner);
            }
            if (winners.Count > 0 && rules.CarriesSurplus && rules.Seats > 1)
                Share(winners);
            if (winners.Count == 0 && MustExclude())
            {
                foreach (var loser in Losers())
                {
                    leftIn[loser] = round;
                    Now.Excluded.Add(loser);
                }
            }
            if (rules.Seats > 1)
                Settle();
        }
        return new Tabulation(
            rules,
            piles.Sum(pile => pile.Number),
            [.. drafts.Select(Shown)],
            [.. drafts.SelectMany(draft => draft.Elected)],
            [.. ties]
        );
    }

    private TabulationRound Shown(Draft draft, int index) =>
        new(
            index + 1,
            draft.Threshold,
            [
                .. names
                    .Where(draft.Votes.ContainsKey)
                    .Select(name => KeyValuePair.Create(name, draft.Votes[name])),
            ],
            draft.Inactive.ToImmutableSortedDictionary(),
            [.. draft.Elected],
            [.. draft.Excluded],
            [
                .. draft
                    .Transfers.OrderBy(pair => pair.Key.From, StringComparer.Ordinal)
                    .ThenBy(pair => pair.Key.To, StringComparer.Ordinal)
                    .Select(pair => new VoteTransfer(pair.Key.From, pair.Key.To, pair.Value)),
            ],
            draft.Residual
        );

    private bool GoesOn()
    {
        if (round >= rules.Rounds)
            return false;
        // Nobody is left who could win or leave: more rounds would be the same.
        if (round > 0 && Now.Elected.Count + Now.Excluded.Count == 0)
            return false;
        if (wonIn.Count == rules.Candidates.Length && rules.Seats > Standing)
            return false;
        if (rules.UntilTwo)
            return leftIn.Count + wonIn.Count + 1 < Standing || leftIn.ContainsValue(round);
        if (rules.SeatsBy == SeatsBy.BottomsUpToShare)
            return wonIn.Count == 0;
        return wonIn.Count < rules.Seats
            || (rules.CarriesSurplus && rules.Seats > 1 && wonIn.ContainsValue(round));
    }

    private bool Recomputes()
    {
        if (round == 1)
            return true;
        if (rules.Seats > 1 || rules.FirstThreshold)
            return false;
        return !rules.UntilTwo || wonIn.Count == 0;
    }

    private Fraction Threshold()
    {
        var active = Now
            .Votes.Values.Append(Now.Inactive.GetValueOrDefault(Inactive.LastSurplus))
            .Aggregate(Fraction.Zero, (sum, each) => sum + each);
        if (rules.SeatsBy == SeatsBy.BottomsUpToShare)
            return active * rules.Share;
        var scale = rules.FractionalThreshold ? one : BigInteger.One;
        return rules.Hare
            ? new Fraction((active * scale / rules.Seats).Ceiling, scale)
            : new Fraction((active * scale / (rules.Seats + 1)).Floor + 1, scale);
    }

    private bool MustExclude() =>
        wonIn.Count < rules.Seats
        || (rules.UntilTwo && leftIn.Count < Standing - 2)
        || rules.SeatsBy == SeatsBy.BottomsUpToShare;

    private Fraction Cut(Fraction value) => new((value * one).Floor, one);
}
