using System.Diagnostics;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Channel = System.Threading.Channels.Channel;

namespace Plenum.Clerk;

/// <summary>
/// The one writer of one section. It takes all waiting commands, decides each on the state left by the one before,
/// hands everything to the store as one append, and only when that is durable shows the new state and answers.
/// </summary>
internal sealed partial class Owner
{
    public const int LargestBatch = 512;
    private const int LongestQueue = 8192;
    private const int Tries = 4;
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);

    private readonly Channel<Asked> _queue = Channel.CreateBounded<Asked>(
        new BoundedChannelOptions(LongestQueue)
        {
            SingleReader = true,
            FullMode = BoundedChannelFullMode.Wait,
        }
    );
    private readonly SectionId _section;
    private readonly Keeping _keeping;
    private readonly Surroundings _around;
    private readonly Action _changed;
    private readonly ILogger _log;
    private readonly Task _loop;
    private readonly Lock _door = new();
    private Instant _latest = Instant.MinValue;
    private volatile Step _step;
    private long _lastAt;
    private volatile bool _stopped;

    public Owner(
        SectionId section,
        (View View, long At) folded,
        Keeping keeping,
        Surroundings around,
        Action changed,
        ILogger log
    )
    {
        (_section, _keeping, _around, _changed, _log) = (section, keeping, around, changed, log);
        (_step, _lastAt) = (new Step(folded.View), folded.At);
        _loop = Task.Run(Loop);
    }

    public View View => _step.View;
    public int Waiting => _queue.Reader.Count;

    /// <summary>The view when it has reached a version.</summary>
    public async ValueTask<View> Reach(long version, CancellationToken stop)
    {
        for (var step = _step; ; step = _step)
        {
            if (step.View.Version >= version)
                return step.View;
            await step.Next.Task.WaitAsync(stop);
        }
    }

    /// <summary>What takes long is done on the thread of whoever asks, before the queue and so before the one writer.</summary>
    public Task<Answer> Ask(Asked asked)
    {
        // Statutes just read back from the record are not yet rules.
        _ = View.Section.Rules;
        Enter(asked.PreparedOn(View.Section));
        return asked.Answer.Task;
    }

    private void Enter(Asked asked)
    {
        lock (_door)
        {
            // In the queue's own order, so that whoever is behind the clock's word that a vote is over came after it.
            _latest = Instant.Max(_latest, _around.Clock.GetCurrentInstant());
            asked.Arrived ??= _latest;
            if (_queue.Writer.TryWrite(asked))
                return;
        }
        asked.Answer.TrySetResult(
            new Answer.Unavailable(_stopped ? Hindrance.Stopping : Hindrance.Overloaded)
        );
    }

    /// <summary>Takes no more, answers everybody who waits.</summary>
    public Task Stop()
    {
        _stopped = true;
        _queue.Writer.TryComplete();
        return _loop;
    }

    private async Task Loop()
    {
        var taken = new List<Asked>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            while (taken.Count < LargestBatch && _queue.Reader.TryRead(out var next))
                taken.Add(next);
            try
            {
                await Handle(taken);
            }
#pragma warning disable CA1031 // The owner outlives every bug: those who wait get the exception.
            catch (Exception bug)
            {
                ClerkLog.BatchFailed(_log, _section.Value, bug.GetType().Name);
                foreach (var asked in taken)
                    asked.Answer.TrySetException(bug);
            }
#pragma warning restore CA1031
            taken.Clear();
        }
    }

    private async Task Handle(List<Asked> taken)
    {
        // The same id twice in one batch: the second waits until the record knows the first.
        var first = taken.DistinctBy(asked => asked.Id).ToList();
        List<Asked> again = first.Count < taken.Count ? [.. taken.Except(first)] : [];
        await HandleDistinct(first);
        if (again.Count > 0)
            await Handle(again);
    }

    private async Task HandleDistinct(List<Asked> waiting)
    {
        var why = Hindrance.Contended;
        for (var left = Tries; left > 0 && waiting.Count > 0; )
        {
            var batch = new Batch(_section, (View, _lastAt), _keeping.Codec, _around);
            foreach (var asked in waiting)
                batch.Decide(asked);
            if (batch.IsEmpty)
            {
                Answer(batch);
                return;
            }
            try
            {
                using var trace = Telemetry.Source.StartActivity("append");
                var began = Stopwatch.GetTimestamp();
                var appended = await _keeping.Record.Append(batch.ToAppend());
                Telemetry.Appended(Stopwatch.GetElapsedTime(began), waiting.Count);
                switch (appended)
                {
                    case Store.Appended.Written:
                        Publish(batch.After, batch.LastAt);
                        Answer(batch);
                        return;
                    case Store.Appended.Conflict:
                        left--;
                        CatchUp();
                        break;
                    case Store.Appended.AlreadyDone or Store.Appended.CommandIdReused:
                        waiting.RemoveAll(AnsweredFromRecord);
                        break;
                    case Store.Appended.PaperKeyTaken:
                        left--;
                        break;
                }
            }
            catch (Store.RecordUnwritableException e)
            {
                why = Hindrances.Of(e.Reason);
                ClerkLog.AppendFailed(_log, _section.Value, why, left - 1);
                if (why == Hindrance.DiskUnsynced)
                    break;
                if (--left > 0)
                    await Task.Delay(FirstPause * (1 << (2 * (Tries - 1 - left))));
            }
        }
        foreach (var asked in waiting)
            asked.Answer.TrySetResult(new Answer.Unavailable(why));
    }

    private void CatchUp()
    {
        var (view, at) = _keeping.Fold(_section, View, _lastAt);
        Publish(view, at);
    }

    private void Publish(View view, long at)
    {
        var before = _step;
        _lastAt = at;
        _step = new Step(view);
        before.Next.TrySetResult();
        _changed();
    }
}
