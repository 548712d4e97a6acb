using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Plenum.Checker;

/// <summary>Counts the papers anew and writes the certificate that should be; of the one claimed it takes rule, seats and seed.</summary>
public sealed partial class Replay
{
    private static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private sealed record Past(string By, int Stage, List<int> Among, object Votes, List<int> Left);

    private sealed record Draw(string By, int Lot, List<int> Among, List<string> Slips, int Drawn);

    private sealed record Tie(
        int Stage,
        string For,
        List<int> Tied,
        int Chosen,
        List<object> Steps
    );

    private readonly JsonObject claim;
    private readonly Papers papers;
    private readonly string rule;
    private readonly string seed;
    private readonly int seats;
    private readonly int one;
    private readonly long valid;
    private readonly Int128 total;
    private readonly SortedSet<int> hopeful;
    private readonly List<int> elected = [];
    private readonly List<Int128[]> history = [];
    private readonly List<object> stages = [];
    private readonly List<object> ties = [];
    private readonly List<Parcel> parcels = [];
    private readonly HashSet<(int First, int Then)> ahead = [];

    // Nobody's, those that cannot be transferred, stand in place 0.
    private readonly Int128[] votes;
    private Int128 quota;
    private int lots;

    public Replay(JsonNode? certificate, Papers papers)
    {
        this.papers = papers;
        claim = certificate as JsonObject ?? throw new FormatException("not a certificate");
        (rule, seed) = (Claimed<string>("rule"), Claimed<string>("seed"));
        one = rule switch
        {
            "scottish-stv" or "irv" => 100_000,
            "wigm-prf" => 10_000,
            _ => throw new DifferenceException("rule", rule, "none that is replayed here"),
        };
        seats = rule == "irv" ? 1 : Claimed<int>("seats");
        if (seats is < 1 or > short.MaxValue)
            throw new DifferenceException("seats", $"{seats}", "no such number");
        if (seed.Length % 2 > 0 || !seed.All(char.IsAsciiHexDigit))
            throw new DifferenceException("seed", seed, "bytes in hexadecimal");
        hopeful = [.. Enumerable.Range(1, papers.Names.Count).Except(papers.Withdrawn)];
        votes = new Int128[papers.Names.Count + 1];
        foreach (var (marks, number) in papers.Lines)
        {
            // A shared rank ends the paper.
            int[] order = [.. papers.Ranks(marks).TakeWhile(r => r.Count == 1).Select(r => r[0])];
            if (order.Length > 0)
                parcels.Add(new Parcel(order, number) { Value = one });
        }
        valid = parcels.Sum(parcel => parcel.Papers);
        total = (Int128)valid * one;
    }

    /// <summary>Whether there is a seed, and a lot was drawn by it.</summary>
    public bool SeedDecided => seed.Length == 0 || lots > 0;

    /// <summary>Ends quietly when everything is as claimed.</summary>
    /// <exception cref="DifferenceException">Something is not.</exception>
    public void Run()
    {
        var count = rule == "wigm-prf" ? Rounds() : Stages();
        var certificate = new
        {
            Certificate = 2,
            rule,
            seats,
            seed,
            papers.TieOrder,
            papers.Withdrawn,
            Rankings = papers.Lines.Count,
            PapersRoot = papers.Root(),
            count,
        };
        Same.Everywhere(claim, JsonSerializer.SerializeToNode(certificate, Form), path: "");
    }

    private object Count() =>
        new
        {
            rule,
            papers.Title,
            seats,
            Papers = Text(valid),
            Invalid = Text(papers.Lines.Values.Sum() - valid),
            Quota = Show(quota),
            Candidates = papers.Names,
            papers.Withdrawn,
            elected,
            stages,
            ties,
        };

    // The latest stage at which they differ, again among those it leaves; then the lot.
    private int Break(IEnumerable<int> all, string purpose)
    {
        List<int> tied = [.. all.Order()];
        // Whoever stands first of those elected together has the surplus transferred first.
        if (purpose == "surplus-first")
            tied = tied.FindAll(c => !tied.Exists(first => ahead.Contains((first, c))));
        if (tied.Count == 1)
            return tied[0];
        var (left, steps) = (tied, new List<object>());
        for (var s = history.Count - 1; s >= 0 && left.Count > 1; s--)
        {
            var then = left.ConvertAll(c => history[s][c]);
            var best = purpose == "exclusion" ? then.Min() : then.Max();
            var stay = left.FindAll(c => history[s][c] == best);
            if (stay.Count < left.Count)
                steps.Add(new Past("earlier-stage", s + 1, left, then.ConvertAll(Show), stay));
            left = stay;
        }
        if (left.Count > 1)
        {
            lots++;
            var slips = left.ConvertAll(Slip);
            var drawn = left[slips.IndexOf(slips.Min(StringComparer.Ordinal)!)];
            steps.Add(new Draw("lot", lots, left, slips, drawn));
            left = [drawn];
        }
        ties.Add(new Tie(stages.Count + 1, purpose, tied, left[0], steps));
        if (purpose == "elected-first")
            ahead.UnionWith(tied.Where(c => c != left[0]).Select(c => (left[0], c)));
        return left[0];
    }

    private string Slip(int candidate)
    {
        var text = $"plenum-lot-1:{seed.ToLowerInvariant()}:{lots}:{candidate}";
        return seed.Length > 0
                ? Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)))
            : papers.TieOrder.IndexOf(candidate) is >= 0 and var place ? $"{place + 1:D9}"
            : "unlisted";
    }

    private T Claimed<T>(string name) =>
        claim[name] is JsonValue value && value.TryGetValue<T>(out var said)
            ? said
            : throw new DifferenceException(name, $"{claim[name]}", typeof(T).Name);

    private string Show(Int128 units) => $"{units / one}.{Text(one + (long)(units % one))[1..]}";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    // The most votes first, and equals as ties are broken.
    private List<int> InOrder(IEnumerable<int> those)
    {
        var (left, order) = (those.ToList(), new List<int>());
        while (left.Count > 0)
        {
            var most = left.Max(c => votes[c]);
            order.Add(Break(left.Where(c => votes[c] == most), "elected-first"));
            left.Remove(order[^1]);
        }
        return order;
    }
}
