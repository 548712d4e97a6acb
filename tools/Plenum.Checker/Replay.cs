using System.Text.Json;

namespace Plenum.Checker;

/// <summary>Something in a certificate that is not what the rule gives.</summary>
public sealed class DifferenceException(string what) : Exception(what);

/// <summary>Replays a count stage by stage; in these two rules votes are hundred-thousandths, remainders dropped.</summary>
public sealed partial class Replay
{
    private const int Vote = 100_000;

    private sealed class Parcel(IReadOnlyList<int> order, long papers)
    {
        public IReadOnlyList<int> Order => order;
        public long Papers => papers;
        public int At { get; set; } = -1;
        public Int128 Value { get; set; } = Vote;
        public int Holder { get; set; }
    }

    private readonly JsonElement claim;
    private readonly JsonElement count;
    private readonly int seats;
    private readonly bool runOff;
    private readonly Int128 quota;
    private readonly Int128 total;
    private readonly List<Parcel> parcels = [];
    private readonly Int128[] votes;
    private readonly List<Int128[]> history = [];
    private readonly HashSet<int> hopeful;
    private readonly List<int> elected = [];
    private Int128 lost;
    private int lots;
    private int ties;

    public Replay(JsonElement certificate, Papers papers)
    {
        (claim, count) = (certificate, certificate.GetProperty("count"));
        var rule = Text(claim, "rule");
        Same(
            "rule",
            rule,
            rule is "scottish-stv" or "irv" or "wigm-prf" ? rule : "one replayed here"
        );
        runOff = rule == "irv";
        seats = claim.GetProperty("seats").GetInt32();
        Same("root of the papers", Text(claim, "papers_root"), papers.Root());
        Same(
            "withdrawn",
            Numbers(count.GetProperty("withdrawn")),
            string.Join(',', papers.Withdrawn.Distinct().Order())
        );
        hopeful = [.. Enumerable.Range(1, papers.Candidates).Except(papers.Withdrawn)];
        votes = new Int128[papers.Candidates + 1];
        foreach (var (marks, number) in papers.Lines)
        {
            if (papers.Preferences(marks) is { Count: > 0 } order)
                parcels.Add(new Parcel(order, number));
        }
        var valid = parcels.Sum(parcel => parcel.Papers);
        total = (Int128)valid * Vote;
        quota = ((Int128)(runOff ? valid / 2 : valid / (seats + 1)) + 1) * Vote;
    }

    /// <summary>Ends quietly when everything is as claimed.</summary>
    /// <exception cref="DifferenceException">Something is not.</exception>
    public void Run()
    {
        if (Text(claim, "rule") == "wigm-prf")
            Rounds();
        else
            Stages();
        Same("elected", Numbers(count.GetProperty("elected")), string.Join(',', elected));
        Same("number of ties", count.GetProperty("ties").GetArrayLength(), ties);
    }

    private void Stages()
    {
        Same("quota", Text(count, "quota"), Show(quota, Vote));
        var stages = count.GetProperty("stages").EnumerateArray().ToList();
        for (var s = 0; s < stages.Count; s++)
        {
            if (s > 0 && Finished())
                throw new DifferenceException($"stage {s + 1} after the end of the count");
            Stage(stages[s], s);
        }
        if (!Finished())
            throw new DifferenceException("the count is not at its end");
    }

    private bool Finished() => elected.Count >= (runOff ? 1 : seats) || hopeful.Count == 0;

    private void Stage(JsonElement stage, int s)
    {
        var action = Text(stage, "action");
        var surplus = elected.Where(c => votes[c] > quota).ToList();
        Same(
            $"action of stage {s + 1}",
            action,
            s == 0 ? "sorting"
                : surplus.Count > 0 ? "surplus"
                : "exclusion"
        );
        if (s == 0)
            Move(parcels, from: 0);
        else
        {
            var most = surplus.Count > 0 ? surplus.Max(c => votes[c]) : default;
            var tied =
                surplus.Count > 0
                    ? surplus.Where(c => votes[c] == most).ToList()
                    : hopeful.Where(c => votes[c] == hopeful.Min(h => votes[h])).ToList();
            var who = Break([.. tied.Order()], highest: surplus.Count > 0);
            Same($"candidate of stage {s + 1}", stage.GetProperty("candidate").GetInt32(), who);
            if (surplus.Count > 0)
                Surplus(who);
            else
            {
                hopeful.Remove(who);
                votes[who] = 0;
                Move([.. parcels.Where(parcel => parcel.Holder == who)], who);
            }
        }
        var now = Elect(action == "exclusion");
        history.Add([.. votes]);
        Same(
            $"votes of stage {s + 1}",
            string.Join(' ', stage.GetProperty("votes").EnumerateArray()),
            string.Join(' ', votes.Skip(1).Select(v => Show(v, Vote)))
        );
        Same(
            $"non-transferable of stage {s + 1}",
            Text(stage, "non_transferable"),
            Show(lost, Vote)
        );
        Same(
            $"lost of stage {s + 1}",
            Text(stage, "lost_in_rounding"),
            Show(total - lost - votes.Aggregate(Int128.Zero, (sum, v) => sum + v), Vote)
        );
        Same(
            $"elected at stage {s + 1}",
            string.Join(
                ',',
                stage
                    .GetProperty("elected")
                    .EnumerateArray()
                    .Select(one => one.GetProperty("candidate").GetInt32())
            ),
            string.Join(',', now)
        );
    }

    private void Surplus(int from)
    {
        var (held, over) = (votes[from], votes[from] - quota);
        var pile = parcels.Where(parcel => parcel.Holder == from).ToList();
        foreach (var parcel in pile)
            parcel.Value = over * parcel.Value / held;
        votes[from] = quota;
        Move(pile, from);
    }

    private void Move(List<Parcel> pile, int from)
    {
        foreach (var parcel in pile)
        {
            do parcel.At++;
            while (parcel.At < parcel.Order.Count && !hopeful.Contains(parcel.Order[parcel.At]));
            parcel.Holder = parcel.At < parcel.Order.Count ? parcel.Order[parcel.At] : -from - 1;
            if (parcel.Holder > 0)
                votes[parcel.Holder] += parcel.Value * parcel.Papers;
            else
                lost += parcel.Value * parcel.Papers;
        }
    }
}
