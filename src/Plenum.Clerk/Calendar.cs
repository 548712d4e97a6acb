using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;

namespace Plenum.Clerk;

/// <summary>The command that the law wants when a deadline has come; it is handed the papers of a box if it must count.</summary>
public delegate Command CommandFor(
    Section section,
    Due due,
    Func<BoxNo, EquatableArray<string>> papers
);

/// <summary>
/// Sleeps until the earliest deadline of any section and then issues an ordinary command about it. Its id follows
/// from the deadline, so that two calendars, or one that is restarted, do nothing twice.
/// </summary>
public sealed class Calendar(
    Front front,
    CommandFor commandFor,
    IClock clock,
    ILogger<Calendar> log
) : Rounds(front)
{
    // The machine's clock may jump and timers do not notice: the diary is looked at again at least this often.
    private static readonly Duration LongestSleep = Duration.FromSeconds(30);

    // A deadline the law refused waits until its section has changed.
    private readonly ConcurrentDictionary<(SectionId, Due), long> _stuck = new();

    // Sections owe each other no order: what falls on one hour in thousands of them becomes durable in few writes.
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 64 };

    protected override TimeSpan Rest => UntilNext().ToTimeSpan();

    protected override Task Go(CancellationToken stop) => ActOnWhatIsDue(stop);

    protected override void Stumbled(Exception bug) =>
        ClerkLog.CalendarStumbled(log, bug.GetType().Name);

    /// <summary>Issues the command of every deadline that has come, in the order of each section.</summary>
    public Task ActOnWhatIsDue(CancellationToken stop = default) =>
        Parallel.ForEachAsync(
            Front.Sections.Where(section => Next(section) is not null),
            AtOnce,
            async (section, _) =>
            {
                while (!stop.IsCancellationRequested && Next(section) is { } due)
                    await Act(section, due);
            }
        );

    private Due? Next(SectionId section)
    {
        var now = clock.GetCurrentInstant();
        var view = Front.Read(section);
        foreach (var due in view.Section.Dues)
        {
            if (due.At > now)
                return null;
            if (!_stuck.TryGetValue((section, due), out var since) || since < view.Version)
                return due;
        }
        return null;
    }

    private async Task Act(SectionId section, Due due)
    {
        // What the section becomes while the question is put is a reason to put it again.
        var asked = Front.Read(section).Version;
        var outcome = await Ask(section, due);
        if (!Front.Read(section).Section.Dues.Contains(due))
        {
            _stuck.TryRemove((section, due), out _);
            return;
        }
        if (!_stuck.ContainsKey((section, due)))
            ClerkLog.DeadlineStuck(log, section.Value, due.Kind.ToString(), due.No, outcome);
        _stuck[(section, due)] = asked;
    }

    private async Task<string> Ask(SectionId section, Due due)
    {
        try
        {
            await Front.Settle(section);
            var command = commandFor(
                Front.Read(section).Section,
                due,
                box => Front.Papers(section, box)
            );
            var answer = await Front.Send(
                section,
                CommandId.OfDeadline(section, due),
                command,
                new Actor.Clock()
            );
            if (answer is Answer.Done done)
                await Empty(section, done);
            return answer switch
            {
                Answer.Done => "done and still due",
                Answer.Refused(var reason) => reason.Code,
                Answer.IdReused => "id reused",
                Answer.Unavailable(var why) => why.ToString(),
            };
        }
#pragma warning disable CA1031 // One deadline with a bug must not hold up the others.
        catch (Exception bug)
        {
            return bug.GetType().Name;
        }
#pragma warning restore CA1031
    }

    // What cannot be destroyed now is when the house is opened again; the vote is counted all the same.
    private async Task Empty(SectionId section, Answer.Done done)
    {
        foreach (var closed in done.Events.Items.OfType<Domain.Ballots.BallotsEvent.Closed>())
            try
            {
                await Front.Close(section, closed.Box);
            }
            catch (Store.RecordUnwritableException disk)
            {
                ClerkLog.BoxNotEmptied(
                    log,
                    section.Value,
                    closed.Box.Value,
                    disk.Reason.ToString()
                );
            }
    }

    private Duration UntilNext()
    {
        var now = clock.GetCurrentInstant();
        var next = Instant.MaxValue;
        foreach (var section in Front.Sections)
        foreach (var due in Front.Read(section).Section.Dues)
            if (!_stuck.ContainsKey((section, due)))
            {
                next = Instant.Min(next, due.At);
                break;
            }
        return next <= now ? Duration.Zero : Duration.Min(next - now, LongestSleep);
    }
}
