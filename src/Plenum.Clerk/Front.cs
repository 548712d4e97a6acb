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
public sealed class Front : IAsyncDisposable
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

    /// <summary>Asks for something under an id from outside, which belongs to whoever asks.</summary>
    public Task<Answer> Send(SectionId section, GivenId given, Command command, Actor actor) =>
        given.IsUsable
            ? Ask(section, CommandId.Given(given, actor), command, actor)
            : Task.FromResult<Answer>(new Answer.Refused(new UnusableCommandId()));

    /// <summary>Asks for something under an id of the house; answers when it is durable, or when it is clear that it will not happen.</summary>
    public async Task<Answer> Send(SectionId section, CommandId id, Command command, Actor actor)
    {
        var answer = await Ask(section, id, command, actor);
        return IsTaken(answer, actor)
            ? await Ask(section, id.Anew(_around.Draw()), command, actor)
            : answer;
    }

    private Task<Answer> Ask(SectionId section, CommandId id, Command command, Actor actor)
    {
        if (_stopping)
            return Task.FromResult<Answer>(new Answer.Unavailable(Hindrance.Stopping));
        if (!_owners.TryGetValue(section, out var owner))
            return Task.FromResult<Answer>(new Answer.Refused(new NoSuchSection()));
        try
        {
            return owner.Ask(new Asked(id, command, actor, _around.Draw()));
        }
        catch (EncoderFallbackException)
        {
            return Task.FromResult<Answer>(new Answer.Refused(new NotText()));
        }
    }

    /// <summary>Asks for a new section under an id from outside.</summary>
    public Task<Answer> Found(GivenId given, Command command, Actor actor) =>
        given.IsUsable
            ? Begin(CommandId.Given(given, actor), command, actor)
            : Task.FromResult<Answer>(new Answer.Refused(new UnusableCommandId()));

    /// <summary>Asks for a new section under an id of the house.</summary>
    public async Task<Answer> Found(CommandId id, Command command, Actor actor)
    {
        var answer = await Begin(id, command, actor);
        return IsTaken(answer, actor)
            ? await Begin(id.Anew(_around.Draw()), command, actor)
            : answer;
    }

    // The name of a section follows from its own first event.
    private async Task<Answer> Begin(CommandId id, Command command, Actor actor)
    {
        if (_stopping)
            return new Answer.Unavailable(Hindrance.Stopping);
        var now = _around.Clock.GetCurrentInstant();
        now = NodaTime.Instant.FromUnixTimeTicks(now.ToUnixTimeTicks());
        var asked = new Asked(id, command, actor, _around.Draw()) { Arrived = now };
        if (Keeping.AnswerOf(id, asked.Digest) is { } known)
            return known;
        var ruling = command.Decide(Section.Unfounded, new Occasion(now, actor, asked.Drawn));
        if (ruling is Ruling.OutOfOrder(var reason))
            return new Answer.Refused(reason);
        var founded = Replay.Fold(((Ruling.InOrder)ruling).Events).Id;
        var owner = OwnerOf(founded, (View.Unfounded, 0));
        _list.Add(founded);
        var answer = await owner.Ask(asked);
        // Somebody else's answer came back, or none: the section that was to be founded is not.
        if (owner.View.Version == 0 && _owners.TryRemove(founded, out _))
        {
            _list.Remove(founded);
            await owner.Stop();
        }
        return answer;
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

    /// <summary>What lies in a box, in an order that is not the order of casting.</summary>
    public EquatableArray<string> Papers(SectionId section, BoxNo box) =>
        Keeping
            .Record.Papers(Batch.Box(section, box))
            .Select(paper => Encoding.UTF8.GetString(paper.Bytes.Span))
            .ToEquatable();

    /// <summary>
    /// Returns when everything asked for before is durable or refused. Whoever counts papers after a deadline settles
    /// first: a paper cast just in time may still be on its way to the disk.
    /// </summary>
    public Task Settle(SectionId section) =>
        Send(section, CommandId.Settling, new Settled(), new Actor.Clock());

    /// <summary>A box is closed: its papers are laid in the order of their keys, and the log that knew another is cut off.</summary>
    public async Task Seal(SectionId section, BoxNo box)
    {
        // A reader may hold the log open for a moment, a backup of a large record for several.
        for (
            var tries = 0;
            tries < 20 && !await Keeping.Record.Seal(Batch.Box(section, box));
            tries++
        )
            await Task.Delay(50 * (tries + 1));
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

    // Before ids named their giver anybody could take one that clock and post would use. They are asked for again under
    // another, because the law does nothing of theirs twice, whatever it is called.
    private static bool IsTaken(Answer answer, Actor actor) =>
        answer is Answer.IdReused && actor is Actor.Clock or Actor.Post;

    private Owner OwnerOf(SectionId section, (View, long) folded) =>
        _owners.GetOrAdd(section, s => new Owner(s, folded, Keeping, _around, Changed, _log));

    private void Changed() => Interlocked.Exchange(ref _change, NewChange()).TrySetResult();

    private static TaskCompletionSource NewChange() =>
        new(TaskCreationOptions.RunContinuationsAsynchronously);
}
