using Plenum.Counting.Stages;

namespace Plenum.Counting.Rounds;

/// <summary>
/// Papers as a tree of preferences in preorder: papers that begin alike share their beginning, so that what a rule does
/// with a beginning is done once for all of them.
/// </summary>
internal sealed class Trie
{
    private Trie(int[] candidate, int[] depth, int[] end, long[] papers, int depthOfAll) =>
        (Candidate, Depth, End, Papers, Levels) = (candidate, depth, end, papers, depthOfAll);

    /// <summary>Who is preferred at each node.</summary>
    public int[] Candidate { get; }

    /// <summary>How many preferences stand before it.</summary>
    public int[] Depth { get; }

    /// <summary>The first node that does not begin with it.</summary>
    public int[] End { get; }

    /// <summary>The papers that begin with it.</summary>
    public long[] Papers { get; }

    /// <summary>The most preferences on one paper.</summary>
    public int Levels { get; }

    public int Length => Candidate.Length;

    public static Trie Of(CountingSheet.Bundle[] bundles)
    {
        var sorted = bundles.ToArray();
        Array.Sort(
            sorted,
            (left, right) => left.Preferences.AsSpan().SequenceCompareTo(right.Preferences.AsSpan())
        );
        var candidate = new List<int>();
        var depth = new List<int>();
        var end = new List<int>();
        var papers = new List<long>();
        var path = new List<int>();
        foreach (var bundle in sorted)
        {
            var shared = 0;
            while (
                shared < path.Count
                && shared < bundle.Preferences.Length
                && candidate[path[shared]] == bundle.Preferences[shared]
            )
                shared++;
            Close(shared);
            for (var at = shared; at < bundle.Preferences.Length; at++)
            {
                path.Add(candidate.Count);
                candidate.Add(bundle.Preferences[at]);
                depth.Add(at);
                end.Add(0);
                papers.Add(0);
            }
            foreach (var node in path)
                papers[node] += bundle.Papers;
        }
        Close(0);
        var levels = depth.Count == 0 ? 0 : depth.Max() + 1;
        return new Trie([.. candidate], [.. depth], [.. end], [.. papers], levels);

        void Close(int to)
        {
            for (var i = path.Count - 1; i >= to; i--)
                end[path[i]] = candidate.Count;
            path.RemoveRange(to, path.Count - to);
        }
    }
}
