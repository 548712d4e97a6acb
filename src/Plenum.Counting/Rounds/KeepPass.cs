using System.Numerics;

namespace Plenum.Counting.Rounds;

/// <summary>Shares all papers out by keep factors.</summary>
internal abstract class KeepPass
{
    protected KeepPass(KeepTree tree, int candidates, int threads)
    {
        (Tree, Candidates) = (tree, candidates);
        Threads = new ParallelOptions { MaxDegreeOfParallelism = threads < 1 ? -1 : threads };
    }

    protected KeepTree Tree { get; }

    protected int Candidates { get; }

    protected ParallelOptions Threads { get; }

    /// <summary>The pass whose numbers are wide enough.</summary>
    public static KeepPass Of(
        KeepTree tree,
        int candidates,
        Scale scale,
        Parting parting,
        long papers,
        int threads
    ) =>
        NarrowKeep.Holds(scale, papers)
            ? new KeepPass<ulong, ulong, NarrowKeep>(
                tree,
                candidates,
                scale,
                new NarrowKeep((ulong)scale.One, parting),
                threads
            )
            : new KeepPass<UInt128, Wide, WideKeep>(
                tree,
                candidates,
                scale,
                new WideKeep(scale, parting),
                threads
            );

    /// <summary>Somebody was elected or excluded.</summary>
    public abstract void Rebuild();

    /// <summary>What everybody gets.</summary>
    public abstract void Share(BigInteger[] keep, BigInteger[] votes);
}

internal sealed class KeepPass<TWeight, TSum, TMath> : KeepPass
    where TWeight : struct
    where TSum : struct
    where TMath : struct, IKeepMath<TWeight, TSum>
{
    // Nodes and hopeful after them that are worth handing to another thread.
    private const int OnePart = 8_192;

    private readonly TMath math;
    private readonly TWeight one;
    private readonly TWeight[] factors;
    private int[] levels = [];
    private int[] parents = [];
    private int[] owners = [];
    private long[] papers = [];
    private int[] leaves = [];
    private int[] leafOwners = [];
    private long[] leafPapers = [];
    private TWeight[] passed = [];

    public KeepPass(KeepTree tree, int candidates, Scale scale, TMath math, int threads)
        : base(tree, candidates, threads)
    {
        this.math = math;
        one = math.Of(scale.One);
        factors = new TWeight[candidates];
        Rebuild();
    }

    public override void Rebuild()
    {
        // Level by level, so that what is above a node is known before it, and one level can be shared between threads.
        var count = Tree.Nodes;
        var most = 0;
        for (var node = 0; node < count; node++)
            most = Math.Max(most, Tree.Node(node).Level);
        levels = new int[most + 2];
        for (var node = 0; node < count; node++)
            levels[Tree.Node(node).Level + 1]++;
        for (var level = 1; level < levels.Length; level++)
            levels[level] += levels[level - 1];
        var free = levels.ToArray();
        var place = new int[count];
        var which = new int[count];
        for (var node = 0; node < count; node++)
        {
            place[node] = free[Tree.Node(node).Level]++;
            which[place[node]] = node;
        }
        (parents, owners, papers) = (new int[count], new int[count], new long[count]);
        (leaves, passed) = (new int[count + 1], new TWeight[count]);
        var (hopeful, numbers) = (
            new List<int>(leafOwners.Length),
            new List<long>(leafOwners.Length)
        );
        for (var i = 0; i < count; i++)
        {
            var (parent, owner, number, _) = Tree.Node(which[i]);
            (parents[i], owners[i], papers[i]) = (parent < 0 ? -1 : place[parent], owner, number);
            foreach (var (candidate, waiting) in Tree.Hopeful(which[i]))
            {
                hopeful.Add(candidate);
                numbers.Add(waiting);
            }
            leaves[i + 1] = hopeful.Count;
        }
        (leafOwners, leafPapers) = ([.. hopeful], [.. numbers]);
    }

    public override void Share(BigInteger[] keep, BigInteger[] votes)
    {
        for (var c = 0; c < Candidates; c++)
            factors[c] = math.Of(keep[c]);
        Array.Clear(votes);
        var sums = new TSum[Candidates];
        for (var level = 0; level < levels.Length - 1; level++)
        {
            var (from, to) = (levels[level], levels[level + 1]);
            var parts = 1 + ((to - from + leaves[to] - leaves[from]) / OnePart);
            if (parts == 1)
            {
                Share(from, to, sums);
                continue;
            }
            var apart = new TSum[parts][];
            Parallel.For(
                0,
                parts,
                Threads,
                part =>
                {
                    apart[part] = new TSum[Candidates];
                    Share(
                        from + (int)((long)(to - from) * part / parts),
                        from + (int)((long)(to - from) * (part + 1) / parts),
                        apart[part]
                    );
                }
            );
            foreach (var part in apart)
            {
                for (var c = 0; c < Candidates; c++)
                    votes[c] += math.Units(part[c]);
            }
        }
        for (var c = 0; c < Candidates; c++)
            votes[c] += math.Units(sums[c]);
    }

    private void Share(int from, int to, TSum[] sums)
    {
        for (var node = from; node < to; node++)
        {
            var left = one;
            if (parents[node] >= 0)
            {
                var owner = owners[node];
                math.Part(passed[parents[node]], factors[owner], out var kept, out left);
                math.Add(ref sums[owner], kept, papers[node]);
            }
            passed[node] = left;
            for (var leaf = leaves[node]; leaf < leaves[node + 1]; leaf++)
                math.Add(ref sums[leafOwners[leaf]], left, leafPapers[leaf]);
        }
    }
}
