using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Constraints;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Rounds;

internal enum Standing : byte
{
    Hopeful,

    /// <summary>Elected, with a surplus that is still to be transferred.</summary>
    Pending,
    Elected,
    Excluded,
    Withdrawn,
}

/// <summary>Who stands how, the votes, the ties and the record of rounds: what every count by rounds writes on.</summary>
internal sealed partial class RoundSheet
{
    private readonly BallotSet ballots;
    private readonly Standing[] standing;
    private readonly List<Round> rounds = [];
    private readonly List<Candidate> elected = [];
    private readonly List<Candidate> electedNow = [];
    private readonly List<Candidate> excludedNow = [];
    private readonly List<PlaceNote> notes = [];
    private ImmutableArray<PlaceNote> noted = [];

    public RoundSheet(BallotSet ballots, PapersOnTheTable table, Scale scale, Lots lots)
    {
        (this.ballots, this.lots, Table, Scale) = (ballots, lots, table, scale);
        standing =
        [
            .. table.Stands.Select(stands => stands ? Standing.Hopeful : Standing.Withdrawn),
        ];
        Votes = new BigInteger[standing.Length];
        Look();
    }

    public PapersOnTheTable Table { get; }

    public Scale Scale { get; }

    public BigInteger[] Votes { get; }

    public BigInteger Quota { get; set; }

    /// <summary>What elects, where that is less than the quota.</summary>
    public BigInteger? Needed { get; set; }

    public BigInteger NonTransferable { get; set; }

    /// <summary>Keep factors, where the rule has them.</summary>
    public BigInteger[]? Keep { get; set; }

    public int SeatsLeft => ballots.Seats - elected.Count;

    public int Seats => ballots.Seats;

    public IReadOnlyList<Candidate> Elected => elected;

    public bool IsHopeful(int candidate) => standing[candidate] == Standing.Hopeful;

    public Standing StandingOf(int candidate) => standing[candidate];

    /// <summary>Those who stand so, by number.</summary>
    public ImmutableArray<Candidate> Who(Standing how) =>
        [
            .. Enumerable
                .Range(0, standing.Length)
                .Where(c => standing[c] == how)
                .Select(Candidate.At),
        ];

    public ImmutableArray<Candidate> Hopeful => Who(Standing.Hopeful);

    public BigInteger Of(Candidate candidate) => Votes[candidate.Index];

    public ImmutableArray<Candidate> LowestFirst(IEnumerable<Candidate> candidates) =>
        [.. candidates.OrderBy(Of).ThenBy(c => c.Number)];

    public void Elect(Candidate candidate, bool pending = false)
    {
        standing[candidate.Index] = pending ? Standing.Pending : Standing.Elected;
        elected.Add(candidate);
        electedNow.Add(candidate);
        Look();
    }

    /// <summary>Whether the limits on places leave none for them.</summary>
    public bool IsDoomed(Candidate candidate) =>
        noted.Any(note => !note.Guarded && note.Candidate == candidate);

    // Who has to be elected from now on, and who cannot be.
    private void Look()
    {
        if (ballots.Limits is not { } limits)
            return;
        noted = limits.Notes(rounds.Count + 1, elected, Hopeful, SeatsLeft);
        foreach (var note in noted)
        {
            if (!notes.Exists(n => n.Candidate == note.Candidate && n.Guarded == note.Guarded))
                notes.Add(note);
        }
    }

    // The doomed leave first; the guarded do not.
    private ImmutableArray<Candidate> MayLeave
    {
        get
        {
            if (ballots.Limits is null)
                return Hopeful;
            ImmutableArray<Candidate> doomed = [.. Hopeful.Where(IsDoomed)];
            return doomed.IsEmpty
                ? [.. Hopeful.Where(c => !noted.Any(note => note.Candidate == c))]
                : doomed;
        }
    }

    public void NoLongerPending(Candidate candidate) =>
        standing[candidate.Index] = Standing.Elected;

    /// <summary>Takes all elections back, as QPQ does when it starts anew.</summary>
    public void Unelect()
    {
        foreach (var candidate in elected)
            standing[candidate.Index] = Standing.Hopeful;
        elected.Clear();
    }

    public void Exclude(Candidate candidate)
    {
        standing[candidate.Index] = Standing.Excluded;
        excludedNow.Add(candidate);
        Look();
    }

    /// <summary>Elects every hopeful candidate who has the quota, in order.</summary>
    public void ElectAtQuota(Func<Candidate, bool>? pending = null) =>
        ElectInOrder(Hopeful.Where(c => Scale.Reaches(Of(c), Quota)), pending);

    /// <summary>
    /// Elects as many as there are seats, the most votes first, and equals in the order in which the rule breaks ties.
    /// </summary>
    public void ElectInOrder(
        IEnumerable<Candidate> candidates,
        Func<Candidate, bool>? pending = null
    )
    {
        var left = candidates.ToList();
        // Cut to a few places, one more than there are seats can have the quota; and who is elected can doom others.
        while (left.RemoveAll(IsDoomed) >= 0 && left.Count > 0 && SeatsLeft > 0)
        {
            var first = FirstOf(left);
            left.Remove(first);
            Elect(first, pending?.Invoke(first) ?? false);
        }
    }

    /// <summary>Fills the seats that are left with the hopeful, in order, and excludes whom none is left for.</summary>
    public void ElectOrExcludeTheRest()
    {
        while (SeatsLeft > 0 && !Hopeful.IsEmpty)
            Elect(FirstOf(Hopeful));
        foreach (var candidate in Hopeful)
            standing[candidate.Index] = Standing.Excluded;
    }

    /// <summary>
    /// The largest set of candidates with the fewest votes who lose whatever happens: together with all surpluses they
    /// have less than the next one, and enough others are left for the seats.
    /// </summary>
    public ImmutableArray<Candidate> SureLosers(BigInteger surplus)
    {
        // Together they could leave a group short.
        if (ballots.Limits is not null)
            return [];
        var groups = new List<List<Candidate>>();
        var first = BigInteger.Zero;
        foreach (var candidate in LowestFirst(Hopeful))
        {
            if (groups.Count > 0 && Scale.Compare(first + surplus, Of(candidate)) >= 0)
            {
                groups[^1].Add(candidate);
                continue;
            }
            groups.Add([candidate]);
            first = Of(candidate);
        }
        var (votes, sure, most) = (BigInteger.Zero, 0, Hopeful.Length - SeatsLeft);
        for (var g = 0; g < groups.Count - 1; g++)
        {
            if (groups.Take(g + 1).Sum(group => group.Count) > most)
                break;
            votes += groups[g].Select(Of).Sum();
            if (Scale.Compare(votes + surplus, Of(groups[g + 1][0])) < 0)
                sure = g + 1;
        }
        return [.. groups.Take(sure).SelectMany(group => group).Order()];
    }

    /// <summary>Writes the round down.</summary>
    public void EndRound(RoundAction action)
    {
        rounds.Add(
            new Round(
                rounds.Count + 1,
                action,
                Scale.Show(Quota),
                [.. Votes.Select(Scale.Show)],
                Scale.Show(NonTransferable),
                Keep is null ? [] : [.. Keep.Select(Scale.Show)],
                [.. electedNow],
                action is RoundAction.Exclusion or RoundAction.Batch ? [] : [.. excludedNow]
            )
            {
                Needed = Needed is { } needed ? Scale.Show(needed) : null,
            }
        );
        electedNow.Clear();
        excludedNow.Clear();
    }

    public RoundCount Finish(string rule)
    {
        ElectOrExcludeTheRest();
        if (electedNow.Count + excludedNow.Count > 0)
            EndRound(new RoundAction.Filling());
        return new RoundCount(
            rule,
            ballots,
            Table.ValidPapers,
            Table.InvalidPapers,
            [.. rounds],
            [.. elected],
            [.. ties]
        )
        {
            Places = [.. notes],
        };
    }
}
