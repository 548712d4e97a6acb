using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Logging;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk;

/// <summary>
/// The port: whoever wants something done sends a command here, whoever wants to see something reads a state here.
/// </summary>
public sealed partial class Front : IAsyncDisposable
{
    private readonly ConcurrentDictionary<SectionId, Owner> _owners = new();
    private readonly Surroundings _around;
    private readonly ILogger _log;
    private readonly IDisposable _gauge;
    private readonly SectionList _list = new();
    private TaskCompletionSource _change = NewChange();
    private volatile bool _stopping;

    /// <summary>Folds every section of the record before it answers anybody.</summary>
    public Front(Keeping keeping, Surroundings around, ILogger<Front> log)
    {
        (Keeping, _around, _log) = (keeping, around, log);
        var began = Stopwatch.GetTimestamp();
        var stored = keeping.FoldAll();
        foreach (var (section, folded) in stored)
            OwnerOf(section, folded);
        _list.Set(_owners.Keys);
        // What reading left behind is more than all states; nobody waits for an answer yet.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive);
        _gauge = Telemetry.Watch(this);
        ClerkLog.Loaded(
            log,
            stored.Count,
            stored.Values.Sum(folded => folded.View.Version),
            Stopwatch.GetElapsedTime(began).TotalMilliseconds
        );
    }

    /// <summary>The record itself, for histories and documents.</summary>
    public Keeping Keeping { get; }

    public ImmutableArray<SectionId> Sections => _list.All;

    /// <summary>The section whose name begins so; the empty name where there is none.</summary>
    public SectionId Find(string beginning) => _list.Find(beginning);

    /// <summary>Completes at the next change of any section.</summary>
    public Task NextChange => Volatile.Read(ref _change).Task;

    internal int Waiting => _owners.Values.Sum(owner => owner.Waiting);

    internal int Overdue
    {
        get
        {
            var now = _around.Clock.GetCurrentInstant();
            return _owners.Values.Sum(o => o.View.Section.Dues.TakeWhile(d => d.At < now).Count());
        }
    }

    /// <summary>The state of a section as it is now; unfounded at version 0 where there is none.</summary>
    public View Read(SectionId section) =>
        _owners.TryGetValue(section, out var owner) ? owner.View : View.Unfounded;

    /// <summary>The state of a section once it has reached the version an answer named.</summary>
    public ValueTask<View> Read(
        SectionId section,
        long atLeast,
        CancellationToken stop = default
    ) =>
        _owners.TryGetValue(section, out var owner)
            ? owner.Reach(atLeast, stop)
            : ValueTask.FromResult(new View(Section.Unfounded, 0));

    /// <summary>Every state of a section that comes after a version; slow readers get the latest and miss some.</summary>
    public async IAsyncEnumerable<View> Changes(
        SectionId section,
        long after,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop = default
    )
    {
        if (!_owners.TryGetValue(section, out var owner))
            yield break;
        while (!stop.IsCancellationRequested)
        {
            var view = await owner.Reach(after + 1, stop);
            after = view.Version;
            yield return view;
        }
    }

    /// <summary>What lies in a box, sorted, or what its close wrote down; earlier releases left papers lying there.</summary>
    public EquatableArray<string> Papers(SectionId section, BoxNo box)
    {
        var papers = Keeping.Record.Papers(Batch.Box(section, box));
        return papers.IsEmpty && Read(section).Section.Ballots.Of(box) is { Closed: true } closed
            ? Domain.Ballots.Papers.Written(Keeping.Content(closed.Counted))
            : papers
                .Select(paper => Encoding.UTF8.GetString(paper.Bytes.Span))
                .Order(StringComparer.Ordinal)
                .ToEquatable();
    }

    /// <summary>
    /// Returns when everything asked for before is durable or refused. Whoever counts papers after a deadline settles
    /// first: a paper cast just in time may still be on its way to the disk.
    /// </summary>
    public Task Settle(SectionId section) =>
        Send(section, CommandId.Settling, new Settled(), new Actor.Clock());

    /// <summary>A box is closed: it is emptied, and the key under which its papers came is destroyed.</summary>
    public async Task Close(SectionId section, BoxNo box)
    {
        var name = Batch.Box(section, box);
        // A reader may hold the log open for a moment, a backup of a large record for several.
        for (var tries = 1; tries <= 20 && !await Keeping.Record.Close(name); tries++)
            await Task.Delay(50 * tries);
    }

    /// <summary>Takes no more commands and answers all that wait.</summary>
    public async Task Stop()
    {
        _stopping = true;
        await Task.WhenAll(_owners.Values.Select(owner => owner.Stop()));
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _gauge.Dispose();
    }

    private Owner OwnerOf(SectionId section, (View, long) folded) =>
        _owners.GetOrAdd(section, s => new Owner(s, folded, Keeping, _around, Changed, _log));

    private void Changed() => Interlocked.Exchange(ref _change, NewChange()).TrySetResult();

    private static TaskCompletionSource NewChange() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
