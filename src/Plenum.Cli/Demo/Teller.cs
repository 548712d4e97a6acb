using NodaTime;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Matters;

namespace Plenum.Cli.Demo;

/// <summary>
/// Tells a story of one section: people act at the instants written down for them, and between their acts every deadline
/// comes by itself, as the calendar would have it.
/// </summary>
internal sealed class Teller(Front front, MovedClock clock)
{
    private readonly Script _script = new(front, clock);

    public SectionId Id { get; private set; }

    public Section Section => front.Read(Id).Section;

    public Instant Now => _script.Now;

    /// <summary>Who votes how when a box opens; asked once a box.</summary>
    public Func<
        Matter,
        Stage.Voting,
        IEnumerable<(int Person, string Choice)>
    > Voters { get; set; } = (_, _) => [];

    public async Task Found(Command begin) => Id = (await _script.Found(begin)).Section;

    public void At(Instant at, Func<Task> act) => _script.At(at, act);

    public void At(Instant at, int person, Func<Command> command) =>
        At(at, () => Do((person, command())));

    /// <summary>All at once, so that one write makes all of it durable.</summary>
    public Task Do(params IEnumerable<(int Person, Command Command)> acts) =>
        _script.Do(acts.Select(act => (Id, Cast.Person(act.Person), act.Command)));

    /// <summary>The story up to an instant, with everything that falls due on the way.</summary>
    public Task Tell(Instant until) =>
        _script.Tell(until, () => _script.NextDue(Id), _ => LetComeDue());

    private async Task LetComeDue()
    {
        await _script.LetComeDue(Id);
        _script.PlanVotes(
            Id,
            Voters,
            (voting, votes) =>
                Do(
                    votes.Select(v =>
                        (v.Person, (Command)new Domain.Ballots.Cast(voting.Box, v.Choice))
                    )
                )
        );
    }
}
