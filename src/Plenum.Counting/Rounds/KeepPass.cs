using System.Collections.Immutable;
using System.Numerics;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;

namespace Plenum.Counting.Rounds;

/// <summary>Papers with one candidate a rank, together by what they begin with, shared out by keep factors.</summary>
internal static class KeepPass
{
    // So many rows of papers, their tree and what waits in it lie in the cache of a core.
    public const int RowsTogether = 65_536;

    /// <summary>The pass whose numbers are wide enough.</summary>
    public static Sharing Of(
        PapersOnTheTable table,
        Scale scale,
        Parting parting,
        int rowsTogether
    ) =>
        NarrowKeep.Holds(scale, table.ValidPapers)
            ? new KeepPass<ulong, ulong, NarrowKeep>(
                table,
                rowsTogether,
                new NarrowKeep((ulong)scale.One, parting),
                scale
            )
            : new KeepPass<UInt128, Wide, WideKeep>(
                table,
                rowsTogether,
                new WideKeep(scale, parting),
                scale
            );
}

/// <summary>
/// Papers in parts, each with a tree of its own: what a paper gives hangs on its own beginning alone, and sums are exact,
/// so neither the parts nor the threads that take them change a digit.
/// </summary>
internal sealed class KeepPass<TWeight, TSum, TMath> : Sharing
    where TWeight : struct
    where TSum : struct
    where TMath : struct, IKeepMath<TWeight, TSum>
{
    private readonly TMath math;
    private readonly TWeight[] factors;
    private readonly Part[] parts;
    private readonly ParallelOptions threads;

    public KeepPass(PapersOnTheTable table, int rowsTogether, TMath math, Scale scale)
    {
        this.math = math;
        factors = new TWeight[table.Stands.Length];
        threads = new ParallelOptions
        {
            MaxDegreeOfParallelism = table.Threads < 1 ? -1 : table.Threads,
        };
        var branches = table.Tree.Parts(rowsTogether);
        parts = new Part[branches.Count];
        var one = math.Of(scale.One);
        InEach(part =>
            parts[part] = new Part(
                new KeepTree(table.Tree, branches[part], table.Stands),
                math,
                one
            )
        );
    }

    public override void Elected(IEnumerable<Candidate> candidates)
    {
        int[] elected = [.. candidates.Select(c => c.Index)];
        InEach(part => parts[part].Change(tree => Array.ForEach(elected, tree.Elect)));
    }

    public override void Excluded(ImmutableArray<Candidate> candidates)
    {
        int[] excluded = [.. candidates.Select(c => c.Index)];
        InEach(part => parts[part].Change(tree => Array.ForEach(excluded, tree.Exclude)));
    }

    public override void Share(BigInteger[] keep, BigInteger[] votes)
    {
        for (var c = 0; c < factors.Length; c++)
            factors[c] = math.Of(keep[c]);
        Array.Clear(votes);
        if (parts.Length == 1)
        {
            Add(parts[0].Share(factors, new TSum[factors.Length]), votes);
            return;
        }
        Parallel.For(
            0,
            parts.Length,
            threads,
            () => new TSum[factors.Length],
            (part, _, sums) => parts[part].Share(factors, sums),
            sums =>
            {
                lock (parts)
                    Add(sums, votes);
            }
        );
    }

    private void Add(TSum[] sums, BigInteger[] votes)
    {
        for (var c = 0; c < votes.Length; c++)
            votes[c] += math.Units(sums[c]);
    }

    private void InEach(Action<int> act)
    {
        if (parts.Length == 1)
            act(0);
        else
            Parallel.For(0, parts.Length, threads, act);
    }

    // The tree laid out for passing over: a node after the one above it, and the hopeful after a node together.
    private sealed class Part
    {
        private readonly KeepTree tree;
        private readonly TMath math;
        private readonly TWeight one;
        private readonly List<int> leafOwners = [];
        private readonly List<long> leafPapers = [];
        private int[] parents = [];
        private int[] owners = [];
        private long[] papers = [];
        private int[] leaves = [];
        private TWeight[] passed = [];

        public Part(KeepTree tree, TMath math, TWeight one)
        {
            (this.tree, this.math, this.one) = (tree, math, one);
            LayOut();
        }

        public void Change(Action<KeepTree> change)
        {
            change(tree);
            LayOut();
        }

        private void LayOut()
        {
            var count = tree.Nodes;
            if (count > passed.Length)
            {
                var room = 2 * count;
                (parents, owners, papers) = (new int[room], new int[room], new long[room]);
                (leaves, passed) = (new int[room + 1], new TWeight[room]);
            }
            leafOwners.Clear();
            leafPapers.Clear();
            for (var node = 0; node < count; node++)
            {
                (parents[node], owners[node], papers[node]) = tree.Node(node);
                foreach (var (candidate, waiting) in tree.Hopeful(node))
                {
                    leafOwners.Add(candidate);
                    leafPapers.Add(waiting);
                }
                leaves[node + 1] = leafOwners.Count;
            }
        }

        public TSum[] Share(TWeight[] factors, TSum[] sums)
        {
            for (var node = 0; node < tree.Nodes; node++)
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
            return sums;
        }
    }
}
