using Plenum.Counting.Stages;

namespace Plenum.Counting.Rounds;

/// <summary>
/// Papers as rules with keep factors see them: what a paper gives is settled by the elected candidates it names before
/// the first hopeful one, in their order. Papers with the same such beginning are one node; the excluded are left out.
/// The tree is rebuilt only where somebody is elected or excluded, and each paper is carried down it once in a count.
/// A large election has several trees, each of so few papers that they stay near the processor, and each carried by itself.
/// </summary>
internal sealed class KeepTree
{
    private const int None = -1;

    private enum Role : byte
    {
        Hopeful,
        Keeping,
        Out,
    }

    // A hopeful candidate after a beginning, with the papers that wait there; or the node of an elected one.
    private struct Slot
    {
        public int Candidate;
        public int Node;
        public int Child;
        public int Waiting;
        public int NextOfNode;
        public long Papers;
    }

    private struct Waiting
    {
        public Branch Papers;
        public int Next;
    }

    private readonly PreferenceTree tree;
    private readonly Role[] roles;
    private readonly List<int>[] slotsOf;
    private readonly int[] at;
    private readonly Queue<int> changed = new();
    private readonly Stack<Branch> skipped = new();
    private Heap<Slot> slots;
    private Heap<Waiting> waiting;
    private Heap<int> parents;
    private Heap<int> owners;
    private Heap<int> firstSlots;
    private Heap<int> incoming;
    private Heap<long> papers;
    private int free = None;

    public KeepTree(PreferenceTree tree, Branch papers, ReadOnlySpan<bool> stands)
    {
        this.tree = tree;
        roles = new Role[stands.Length];
        slotsOf = new List<int>[stands.Length];
        at = new int[stands.Length];
        Array.Fill(at, None);
        for (var c = 0; c < stands.Length; c++)
        {
            roles[c] = stands[c] ? Role.Hopeful : Role.Out;
            slotsOf[c] = [];
        }
        var root = NewNode(None, None);
        Wait(ref incoming[root], papers);
        changed.Enqueue(root);
        Carry();
    }

    /// <summary>Nodes; the first is that of all papers, and each comes after the one above it.</summary>
    public int Nodes => parents.Count;

    /// <summary>The node above, the candidate who keeps, and the papers.</summary>
    public (int Parent, int Candidate, long Papers) Node(int node) =>
        (parents[node], owners[node], papers[node]);

    /// <summary>The hopeful after a node's beginning, with the papers that come to them.</summary>
    public IEnumerable<(int Candidate, long Papers)> Hopeful(int node)
    {
        for (var slot = firstSlots[node]; slot != None; slot = slots[slot].NextOfNode)
        {
            if (slots[slot].Child == None && slots[slot].Papers > 0)
                yield return (slots[slot].Candidate, slots[slot].Papers);
        }
    }

    /// <summary>From now on the candidate keeps a part only, and the rest goes on.</summary>
    public void Elect(int candidate)
    {
        roles[candidate] = Role.Keeping;
        foreach (var slot in slotsOf[candidate])
        {
            var node = NewNode(slots[slot].Node, candidate);
            papers[node] = slots[slot].Papers;
            incoming[node] = slots[slot].Waiting;
            slots[slot].Waiting = None;
            slots[slot].Child = node;
            changed.Enqueue(node);
        }
        slotsOf[candidate].Clear();
        Carry();
    }

    /// <summary>From now on papers pass the candidate by.</summary>
    public void Exclude(int candidate)
    {
        roles[candidate] = Role.Out;
        foreach (var slot in slotsOf[candidate])
        {
            var node = slots[slot].Node;
            if (incoming[node] == None)
                changed.Enqueue(node);
            Append(ref incoming[node], slots[slot].Waiting);
            slots[slot].Waiting = None;
            slots[slot].Papers = 0;
        }
        slotsOf[candidate].Clear();
        Carry();
    }

    private int NewNode(int parent, int owner)
    {
        parents.Add(parent);
        owners.Add(owner);
        firstSlots.Add(None);
        incoming.Add(None);
        papers.Add(0);
        return parents.Count - 1;
    }

    private void Carry()
    {
        while (changed.TryDequeue(out var node))
        {
            for (var slot = firstSlots[node]; slot != None; slot = slots[slot].NextOfNode)
                at[slots[slot].Candidate] = slot;
            var next = incoming[node];
            incoming[node] = None;
            while (next != None)
            {
                skipped.Push(waiting[next].Papers);
                var used = next;
                (next, waiting[used].Next, free) = (waiting[used].Next, free, used);
                while (skipped.TryPop(out var branch))
                    Carry(node, branch);
            }
            for (var slot = firstSlots[node]; slot != None; slot = slots[slot].NextOfNode)
                at[slots[slot].Candidate] = None;
        }
    }

    private void Carry(int node, Branch branch)
    {
        if (branch.To - branch.From == 1)
        {
            CarryAlone(node, branch);
            return;
        }
        var row = branch.From;
        while (tree.Next(branch, ref row, out var candidate, out var next))
        {
            if (roles[candidate] == Role.Out)
                skipped.Push(next);
            else
                Give(node, candidate, next, tree.Papers(next), goesOn: true);
        }
    }

    // Most papers of a long count have a row of their own by then: no run to look for, nobody to come back to.
    private void CarryAlone(int node, Branch branch)
    {
        var marks = tree.Preferences(branch.From);
        var depth = branch.Depth;
        while (depth < marks.Length && roles[marks[depth] - 1] == Role.Out)
            depth++;
        if (depth < marks.Length)
            Give(
                node,
                marks[depth] - 1,
                branch with
                {
                    Depth = depth + 1,
                },
                tree.Papers(branch),
                goesOn: depth + 1 < marks.Length
            );
    }

    private void Give(int node, int candidate, Branch to, long number, bool goesOn)
    {
        var slot = at[candidate] == None ? NewSlot(node, candidate) : at[candidate];
        if (roles[candidate] == Role.Hopeful)
        {
            slots[slot].Papers += number;
            if (goesOn)
                Wait(ref slots[slot].Waiting, to);
            return;
        }
        var child = slots[slot].Child;
        papers[child] += number;
        if (!goesOn)
            return;
        if (incoming[child] == None)
            changed.Enqueue(child);
        Wait(ref incoming[child], to);
    }

    private int NewSlot(int node, int candidate)
    {
        var child = roles[candidate] == Role.Keeping ? NewNode(node, candidate) : None;
        slots.Add(
            new Slot
            {
                Candidate = candidate,
                Node = node,
                Child = child,
                Waiting = None,
                NextOfNode = firstSlots[node],
            }
        );
        var slot = slots.Count - 1;
        firstSlots[node] = at[candidate] = slot;
        if (child == None)
            slotsOf[candidate].Add(slot);
        return slot;
    }

    private void Wait(ref int list, Branch branch)
    {
        var entry = free;
        if (entry == None)
        {
            waiting.Add(default);
            entry = waiting.Count - 1;
        }
        else
            free = waiting[entry].Next;
        waiting[entry].Papers = branch;
        waiting[entry].Next = list;
        list = entry;
    }

    private void Append(ref int list, int more)
    {
        if (more == None)
            return;
        var last = more;
        while (waiting[last].Next != None)
            last = waiting[last].Next;
        waiting[last].Next = list;
        list = more;
    }

    // A list whose entries can be changed where they stand.
    private struct Heap<T>
    {
        private T[]? entries;

        public int Count { get; private set; }

        public readonly ref T this[int index] => ref entries![index];

        public void Add(T entry)
        {
            entries ??= new T[64];
            if (Count == entries.Length)
                Array.Resize(ref entries, entries.Length * 2);
            entries[Count++] = entry;
        }
    }
}
