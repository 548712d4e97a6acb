using NodaTime;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Matters;

namespace Plenum.Cli.Demo.Federated;

/// <summary>
/// Tells one story in many sections: the post carries what sections write to each other, and what falls on one instant is
/// done in all of them at once.
/// </summary>
internal sealed class Chorus(Front front, Post post, MovedClock clock)
{
    private readonly Script _script = new(front, clock);

    public Instant Now => _script.Now;

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
            await _script.Found(place.Begin);
    }

    public void At(Instant at, Func<Task> act) => _script.At(at, act);

    public void At(Instant at, Place place, int person, Func<Command> command) =>
        At(at, () => Do((place, place.Person(person), command())));

    public async Task Do(params IEnumerable<(Place Place, PersonId Person, Command Command)> acts)
    {
        await _script.Do(acts.Select(act => (act.Place.Id, act.Person, act.Command)));
        await post.Deliver();
    }

    /// <summary>The story up to an instant, with everything that falls due on the way.</summary>
    public Task Tell(Instant until) =>
        _script.Tell(until, () => Atlas.All.Min(p => _script.NextDue(p.Id)), LetComeDue);

    private async Task LetComeDue(Instant until)
    {
        await Task.WhenAll(Atlas.All.Select(place => LetComeDue(place, until)));
        await post.Deliver();
        foreach (var place in Atlas.All)
            _script.PlanVotes(
                place.Id,
                (matter, voting) => Voters(Section(place), matter, voting),
                (voting, votes) =>
                    Do(
                        votes.Select(v =>
                            (
                                place,
                                v.Person,
                                (Command)new Domain.Ballots.Cast(voting.Box, v.Choice)
                            )
                        )
                    )
            );
    }

    private async Task LetComeDue(Place place, Instant until)
    {
        while (_script.NextDue(place.Id) <= until)
            await _script.LetComeDue(place.Id);
    }
}
