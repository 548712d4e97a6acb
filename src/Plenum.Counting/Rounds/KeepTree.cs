using Plenum.Counting.Stages;

namespace Plenum.Counting.Rounds;

/// <summary>
/// Papers as rules with keep factors see them: what a paper gives is settled by the elected candidates it names before
/// the first hopeful one, in their order. Papers with the same such beginning are one node; the excluded are left out.
/// The tree is rebuilt only where somebody is elected or excluded, and each paper is carried down it once in a count.
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
    private Heap<int> levels;
    private Heap<int> firstSlots;
    private Heap<int> incoming;
    private Heap<long> papers;
    private int free = None;

    public KeepTree(PreferenceTree tree, ReadOnlySpan<bool> stands)
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
        var root = NewNode(None, None, 0);
        Wait(ref incoming[root], tree.Root);
        changed.Enqueue(root);
        Carry();
    }

    /// <summary>Nodes; the first is that of all papers, and each comes after the one above it.</summary>
    public int Nodes => parents.Count;

    /// <summary>The node above, the candidate who keeps, the papers, and how many nodes lie above.</summary>
    public (int Parent, int Candidate, long Papers, int Level) Node(int node) =>
        (parents[node], owners[node], papers[node], levels[node]);

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
            var node = NewNode(slots[slot].Node, candidate, levels[slots[slot].Node] + 1);
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

    private int NewNode(int parent, int owner, int level)
    {
        parents.Add(parent);
        owners.Add(owner);
        levels.Add(level);
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

    private void Carry(int node, Branch from)
    {
        var row = from.From;
        while (tree.Next(from, ref row, out var candidate, out var next))
        {
            if (roles[candidate] == Role.Out)
            {
                skipped.Push(next);
                continue;
            }
            var number = tree.Papers(next);
            var slot = at[candidate] == None ? NewSlot(node, candidate) : at[candidate];
            if (roles[candidate] == Role.Hopeful)
            {
                slots[slot].Papers += number;
                Wait(ref slots[slot].Waiting, next);
                continue;
            }
            var child = slots[slot].Child;
            papers[child] += number;
            if (incoming[child] == None)
                changed.Enqueue(child);
            Wait(ref incoming[child], next);
        }
    }

    private int NewSlot(int node, int candidate)
    {
        var child =
            roles[candidate] == Role.Keeping ? NewNode(node, candidate, levels[node] + 1) : None;
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
