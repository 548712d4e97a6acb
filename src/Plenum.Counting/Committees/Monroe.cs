using System.Numerics;

namespace Plenum.Counting.Committees;

/// <summary>
/// Committees whose members each speak for an equal part of the papers (B. L. Monroe, 1995): the papers that can be given
/// to a member they approve, when each member has n / k papers, rounded down or up.
/// </summary>
internal static class Monroe
{
    public static List<ulong> Best(Approvals approvals, int size) =>
        Search.Best(
            Search.Committees(approvals.Standing, size),
            committee => Represented(approvals, committee, size)
        );

    // A largest flow from papers over members: each member has room for floor(n / k), and n mod k more somewhere.
    private static long Represented(Approvals approvals, ulong committee, int size)
    {
        var members = CommitteeCount.Members(committee);
        var (papers, p) = (approvals.Papers, approvals.Papers.Length);
        var (extra, sink) = (p + size + 1, p + size + 2);
        var flow = new Flow(sink + 1);
        var total = approvals.Valid;
        flow.Pipe(extra, sink, total % size);
        for (var m = 0; m < size; m++)
        {
            flow.Pipe(1 + p + m, sink, total / size);
            flow.Pipe(1 + p + m, extra, 1);
        }
        for (var b = 0; b < p; b++)
        {
            flow.Pipe(0, 1 + b, papers[b].Papers);
            for (var m = 0; m < size; m++)
            {
                if (papers[b].Approves(members[m].Index))
                    flow.Pipe(1 + b, 1 + p + m, papers[b].Papers);
            }
        }
        return flow.Largest(0, sink);
    }
}

/// <summary>The largest flow through a small network, by shortest ways (J. Edmonds and R. M. Karp, 1972).</summary>
internal sealed class Flow(int nodes)
{
    private readonly List<int> to = [];
    private readonly List<long> room = [];
    private readonly List<int>[] pipes =
    [
        .. Enumerable.Range(0, nodes).Select(_ => new List<int>()),
    ];

    public void Pipe(int from, int into, long width)
    {
        pipes[from].Add(to.Count);
        to.Add(into);
        room.Add(width);
        pipes[into].Add(to.Count);
        to.Add(from);
        room.Add(0);
    }

    public long Largest(int source, int sink)
    {
        var sum = 0L;
        while (true)
        {
            var by = new int[nodes];
            Array.Fill(by, -1);
            var waiting = new Queue<int>([source]);
            while (waiting.TryDequeue(out var node) && by[sink] < 0)
            {
                foreach (var pipe in pipes[node])
                {
                    if (room[pipe] == 0 || by[to[pipe]] >= 0 || to[pipe] == source)
                        continue;
                    by[to[pipe]] = pipe;
                    waiting.Enqueue(to[pipe]);
                }
            }
            if (by[sink] < 0)
                return sum;
            var least = long.MaxValue;
            for (var at = sink; at != source; at = to[by[at] ^ 1])
                least = Math.Min(least, room[by[at]]);
            for (var at = sink; at != source; at = to[by[at] ^ 1])
            {
                room[by[at]] -= least;
                room[by[at] ^ 1] += least;
            }
            sum += least;
        }
    }
}
