namespace Plenum.Store;

/// <summary>
/// What waits for one hand that takes many at a time. A commit costs nearly the same for one as for fifty, and whoever
/// was just answered is likely to come back at once; so the hand waits a moment for half of those who are about: one half
/// is written while the other half is decided. One who comes alone is never kept waiting for others.
/// </summary>
internal sealed class Gathering<T>(int longest) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(1);

    private readonly Queue<T> items = new();
    private readonly SemaphoreSlim room = new(longest);
    private int wanted;
    private int taken;
    private bool completed;

    /// <summary>Lays something down, as soon as there is room.</summary>
    public async ValueTask Add(T item, CancellationToken stop = default)
    {
        await room.WaitAsync(stop);
        lock (items)
        {
            ObjectDisposedException.ThrowIf(completed, this);
            items.Enqueue(item);
            if (items.Count == wanted)
                Monitor.Pulse(items);
        }
    }

    /// <summary>Takes at most so many, waits while there is nothing, and takes none only when no more will come.</summary>
    public IReadOnlyList<T> Take(int most)
    {
        lock (items)
        {
            if (!Arrived(Math.Clamp((taken + items.Count + 1) / 2, 1, most), Patience))
                Arrived(1, Timeout.InfiniteTimeSpan);
            taken = Math.Min(most, items.Count);
            var all = new T[taken];
            for (var i = 0; i < taken; i++)
                all[i] = items.Dequeue();
            if (taken > 0)
                room.Release(taken);
            return all;
        }
    }

    /// <summary>Nothing more may be laid down; what lies there is still taken.</summary>
    public void Complete()
    {
        lock (items)
        {
            completed = true;
            Monitor.Pulse(items);
        }
    }

    public void Dispose() => room.Dispose();

    private bool Arrived(int count, TimeSpan patience)
    {
        wanted = count;
        while (items.Count < count && !completed)
            if (!Monitor.Wait(items, patience))
                return items.Count >= count;
        return true;
    }
}
