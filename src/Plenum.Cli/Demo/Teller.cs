using System.Globalization;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Matters;

namespace Plenum.Cli.Demo;

/// <summary>
/// Tells a story through the front, by commands alone: people act at the instants written down for them, and between
/// their acts every deadline comes by itself, as the calendar would have it.
/// </summary>
internal sealed class Teller(Front front, MovedClock clock)
{
    private readonly PriorityQueue<Func<Task>, (Instant At, int No)> _acts = new();
    private readonly HashSet<MatterNo> _voted = [];
    private int _planned;
    private int _commands;

    public SectionId Id { get; private set; }

    public Section Section => front.Read(Id).Section;

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Who votes how when a box opens; asked once a box.</summary>
    public Func<
        Matter,
        Stage.Voting,
        IEnumerable<(int Person, string Choice)>
    > Voters { get; set; } = (_, _) => [];

    public async Task Found(Command begin)
    {
        var answer = await front.Found(NextId(), begin, new Actor.Founder());
        Id = Expect(answer, begin).Section;
    }

    /// <summary>Writes down what will be done at an instant; acts of one instant are done in the order written.</summary>
    public void At(Instant at, Func<Task> act) => _acts.Enqueue(act, (at, _planned++));

    public void At(Instant at, int person, Func<Command> command) =>
        At(at, () => Do((person, command())));

    /// <summary>All at once, so that one write makes all of it durable.</summary>
    public async Task Do(params IEnumerable<(int Person, Command Command)> acts)
    {
        var asked = acts.Select(act =>
                (act.Command, Answer: Send(act.Command, Actor.Self(Cast.Person(act.Person))))
            )
            .ToArray();
        foreach (var (command, answer) in asked)
            Expect(await answer, command);
    }

    /// <summary>The story up to an instant, with everything that falls due on the way.</summary>
    public async Task Tell(Instant until)
    {
        while (true)
        {
            var due = Section.Dues.IsEmpty ? Instant.MaxValue : Section.Dues.Min.At;
            var act = _acts.TryPeek(out _, out var next) ? next.At : Instant.MaxValue;
            if (Instant.Min(due, act) > until)
                break;
            clock.StandAt(Instant.Max(Now, Instant.Min(due, act)));
            if (due <= act)
                await LetComeDue();
            else
                await _acts.Dequeue()();
        }
        clock.StandAt(until);
    }

    private async Task LetComeDue()
    {
        var due = Section.Dues.Min;
        var command = Deadlines.CommandFor(Section, due, box => front.Papers(Id, box));
        var id = new CommandId(due.CommandId(Id));
        Expect(await front.Send(Id, id, command, new Actor.Clock()), command);
        foreach (var matter in Section.Matters.OpenMatters)
            if (matter.Stage is Stage.Voting voting && _voted.Add(matter.No))
                PlanVotes(matter, voting);
    }

    // Some vote at once, some after work, some on the last day.
    private void PlanVotes(Matter matter, Stage.Voting voting)
    {
        const int waves = 3;
        var opened = Now;
        var votes = Voters(matter, voting)
            .Select(vote =>
                (vote.Person, Command: (Command)new Domain.Ballots.Cast(voting.Box, vote.Choice))
            )
            .ToArray();
        for (var wave = 0; wave < waves; wave++)
        {
            var now = votes.Where((_, index) => index % waves == wave).ToArray();
            if (now.Length > 0)
                At(opened + (voting.Until - opened) * (1 + 3 * wave) / 10, () => Do(now));
        }
    }

    private Task<Answer> Send(Command command, Actor actor) =>
        front.Send(Id, NextId(), command, actor);

    private CommandId NextId() =>
        new(string.Create(CultureInfo.InvariantCulture, $"demo/{++_commands}"));

    private static Answer.Done Expect(Answer answer, Command command) =>
        answer as Answer.Done
        ?? throw new InvalidOperationException($"The story stops at {command}: {answer}");
}
