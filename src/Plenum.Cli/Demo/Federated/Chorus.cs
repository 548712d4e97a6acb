using System.Globalization;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Matters;

namespace Plenum.Cli.Demo.Federated;

/// <summary>
/// Tells one story in many sections: people act at the instants written down for them, every deadline comes by itself,
/// and the post carries what sections write to each other. What falls on one instant is done in all sections at once.
/// </summary>
internal sealed class Chorus(Front front, Post post, MovedClock clock)
{
    private readonly PriorityQueue<Func<Task>, (Instant At, int No)> _acts = new();
    private readonly HashSet<(SectionId, MatterNo)> _voted = [];
    private int _planned;
    private int _commands;

    public Instant Now => clock.GetCurrentInstant();

    /// <summary>Who votes how when a box opens; asked once a box.</summary>
    public Func<
        Section,
        Matter,
        Stage.Voting,
        IEnumerable<(PersonId Person, string Choice)>
    > Voters { get; set; } = (_, _, _) => [];

    public Section Section(Place place) => front.Read(place.Id).Section;

    public async Task Found(IEnumerable<Place> places)
    {
        foreach (var place in places)
            Expect(await front.Found(NextId(), place.Begin, new Actor.Founder()), place.Begin);
    }

    /// <summary>Writes down what will be done at an instant; acts of one instant are done in the order written.</summary>
    public void At(Instant at, Func<Task> act) => _acts.Enqueue(act, (at, _planned++));

    public void At(Instant at, Place place, int person, Func<Command> command) =>
        At(at, () => Do((place, place.Person(person), command())));

    /// <summary>All at once, so that few writes make all of it durable.</summary>
    public async Task Do(params IEnumerable<(Place Place, PersonId Person, Command Command)> acts)
    {
        var asked = acts.Select(act =>
                (
                    act.Command,
                    Answer: front.Send(act.Place.Id, NextId(), act.Command, Actor.Self(act.Person))
                )
            )
            .ToArray();
        foreach (var (command, answer) in asked)
            Expect(await answer, command);
        await post.Deliver();
    }

    /// <summary>The story up to an instant, with everything that falls due on the way.</summary>
    public async Task Tell(Instant until)
    {
        while (true)
        {
            var due = Atlas.All.Min(NextDue);
            var act = _acts.TryPeek(out _, out var next) ? next.At : Instant.MaxValue;
            if (Instant.Min(due, act) > until)
                break;
            clock.StandAt(Instant.Max(Now, Instant.Min(due, act)));
            if (due <= act)
                await LetComeDue(due);
            else
                await _acts.Dequeue()();
        }
        clock.StandAt(until);
    }

    private Instant NextDue(Place place) =>
        Section(place).Dues is { IsEmpty: false } dues ? dues.Min.At : Instant.MaxValue;

    private async Task LetComeDue(Instant until)
    {
        await Task.WhenAll(Atlas.All.Select(place => LetComeDue(place, until)));
        await post.Deliver();
        foreach (var place in Atlas.All)
        foreach (var matter in Section(place).Matters.OpenMatters)
            if (matter.Stage is Stage.Voting voting && _voted.Add((place.Id, matter.No)))
                PlanVotes(place, matter, voting);
    }

    private async Task LetComeDue(Place place, Instant until)
    {
        while (NextDue(place) <= until)
        {
            var due = Section(place).Dues.Min;
            var command = Deadlines.CommandFor(
                Section(place),
                due,
                box => front.Papers(place.Id, box)
            );
            var id = new CommandId(due.CommandId(place.Id));
            Expect(await front.Send(place.Id, id, command, new Actor.Clock()), command);
        }
    }

    // Some vote at once, some in the middle, some towards the end.
    private void PlanVotes(Place place, Matter matter, Stage.Voting voting)
    {
        const int waves = 3;
        var opened = Now;
        var votes = Voters(Section(place), matter, voting)
            .Select(vote =>
                (
                    place,
                    vote.Person,
                    Command: (Command)new Domain.Ballots.Cast(voting.Box, vote.Choice)
                )
            )
            .ToArray();
        for (var wave = 0; wave < waves; wave++)
        {
            var now = votes.Where((_, index) => index % waves == wave).ToArray();
            if (now.Length > 0)
                At(opened + (voting.Until - opened) * (1 + 3 * wave) / 10, () => Do(now));
        }
    }

    private CommandId NextId() =>
        new(string.Create(CultureInfo.InvariantCulture, $"demo/{++_commands}"));

    private static void Expect(Answer answer, Command command)
    {
        if (answer is not Answer.Done)
            throw new InvalidOperationException($"The story stops at {command}: {answer}");
    }
}
