using System.Collections.Concurrent;
using System.Globalization;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;

namespace Plenum.Cli.Demo;

/// <summary>
/// What a story is told by: acts written down for an instant, deadlines that come by themselves in between, and votes cast
/// in waves once a box has opened. Everything is a command through the front.
/// </summary>
internal sealed class Script(Front front, MovedClock clock)
{
    // Some vote at once, some in the middle, some towards the end.
    private const int Waves = 3;

    private const int ClosedAtOnce = 8;

    private readonly PriorityQueue<Func<Task>, (Instant At, int No)> _acts = new();
    private readonly HashSet<(SectionId, MatterNo)> _voted = [];

    // Deadlines of several sections come side by side.
    private readonly ConcurrentQueue<(SectionId Section, BoxNo Box)> _closed = new();
    private int _planned;
    private int _commands;

    public Instant Now => clock.GetCurrentInstant();

    public async Task<Answer.Done> Found(Command begin) =>
        Expect(await front.Found(NextId(), begin, new Actor.Founder()), begin);

    /// <summary>Writes down what will be done at an instant; acts of one instant are done in the order written.</summary>
    public void At(Instant at, Func<Task> act) => _acts.Enqueue(act, (at, _planned++));

    /// <summary>All at once, so that few writes make all of it durable.</summary>
    public async Task Do(IEnumerable<(SectionId Section, PersonId Person, Command Command)> acts)
    {
        var asked = acts.Select(act =>
                (
                    act.Command,
                    Answer: front.Send(act.Section, NextId(), act.Command, Actor.Self(act.Person))
                )
            )
            .ToArray();
        foreach (var (command, answer) in asked)
            Expect(await answer, command);
    }

    /// <summary>Acts, and lets what is due come, one after the other until an instant.</summary>
    public async Task Tell(Instant until, Func<Instant> nextDue, Func<Instant, Task> letComeDue)
    {
        while (true)
        {
            var due = nextDue();
            var act = _acts.TryPeek(out _, out var next) ? next.At : Instant.MaxValue;
            if (Instant.Min(due, act) > until)
                break;
            clock.StandAt(Instant.Max(Now, Instant.Min(due, act)));
            if (due <= act)
                await letComeDue(due);
            else if (_closed.Count >= ClosedAtOnce)
                await Empty();
            else
                await _acts.Dequeue()();
        }
        await Empty();
        clock.StandAt(until);
    }

    public Instant NextDue(SectionId section) =>
        front.Read(section).Section.Dues is { IsEmpty: false } dues
            ? dues.Min.At
            : Instant.MaxValue;

    /// <summary>The first deadline of a section.</summary>
    public async Task LetComeDue(SectionId id)
    {
        var section = front.Read(id).Section;
        var due = section.Dues.Min;
        var command = Deadlines.CommandFor(section, due, box => front.Papers(id, box));
        var no = CommandId.OfDeadline(id, due);
        var done = Expect(await front.Send(id, no, command, new Actor.Clock()), command);
        foreach (var closed in done.Events.Items.OfType<BallotsEvent.Closed>())
            _closed.Enqueue((id, closed.Box));
    }

    // Several at once, because each time the disk is waited for.
    private async Task Empty()
    {
        await Task.WhenAll(_closed.Select(closed => front.Close(closed.Section, closed.Box)));
        _closed.Clear();
    }

    /// <summary>Whoever votes in a box that has opened will; each box is asked about once.</summary>
    public void PlanVotes<T>(
        SectionId section,
        Func<Matter, Stage.Voting, IEnumerable<T>> voters,
        Func<Stage.Voting, T[], Task> cast
    )
    {
        foreach (var matter in front.Read(section).Section.Matters.OpenMatters)
            if (matter.Stage is Stage.Voting voting && _voted.Add((section, matter.No)))
            {
                var opened = Now;
                var votes = voters(matter, voting).ToArray();
                for (var wave = 0; wave < Waves; wave++)
                {
                    var now = votes.Where((_, index) => index % Waves == wave).ToArray();
                    if (now.Length > 0)
                        At(
                            opened + (voting.Until - opened) * (1 + 3 * wave) / 10,
                            () => cast(voting, now)
                        );
                }
            }
    }

    private GivenId NextId() =>
        new(string.Create(CultureInfo.InvariantCulture, $"demo/{++_commands}"));

    private static Answer.Done Expect(Answer answer, Command command) =>
        answer as Answer.Done
        ?? throw new InvalidOperationException($"The story stops at {command}: {answer}");
}
