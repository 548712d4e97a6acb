using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Answer = Plenum.Clerk.Answer;

namespace Plenum.Bench.Federated;

/// <summary>A clock that stands where the story has come to.</summary>
internal sealed class StandingClock : IClock
{
    public Instant Now { get; set; }

    public Instant GetCurrentInstant() => Now;
}

/// <summary>
/// Time passes in all sections at once: deadlines come by the calendar, letters by the post, and whoever votes does so
/// when a box opens. Everything is a command through the front, as on a server.
/// </summary>
internal sealed class Story(Front front, Calendar calendar, Post post, StandingClock clock)
{
    private static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 128 };

    // Whoever sends more before an answer has come is told that the section is overloaded.
    private const int MostWaiting = 4096;

    private readonly HashSet<(SectionId, BoxNo)> _voted = [];
    private int _commands;

    public int Commands => _commands;

    public Instant Now => clock.Now;

    public IReadOnlyList<Place> Places { get; init; } = [];

    public Section Section(Place place) => front.Read(place.Id).Section;

    /// <summary>Places at a time, and all commands of one place at once, so that few writes make them durable.</summary>
    public Task Each(
        IEnumerable<Place> places,
        Func<Place, IEnumerable<(PersonId Person, Command Command)>> acts
    ) =>
        Parallel.ForEachAsync(
            places,
            AtOnce,
            async (place, _) =>
            {
                foreach (var some in acts(place).Chunk(MostWaiting))
                    await Task.WhenAll(
                        some.Select(act =>
                            Ok(
                                front.Send(place.Id, Next(), act.Command, Actor.Self(act.Person)),
                                act.Command
                            )
                        )
                    );
            }
        );

    public Task Found(Place place) =>
        Ok(front.Found(Next(), place.Begin, new Actor.Founder()), place.Begin);

    /// <summary>Lets days go by with everything that falls due on the way.</summary>
    public async Task Pass(Instant until)
    {
        while (NextDue() is var due && due <= until)
        {
            clock.Now = Instant.Max(clock.Now, due);
            await calendar.ActOnWhatIsDue();
            if (NextDue() == due)
                throw new InvalidOperationException($"a deadline of {due} is stuck");
            await post.Deliver();
            await Vote();
        }
        clock.Now = until;
    }

    public Instant NextDue() =>
        Places.Min(place =>
            Section(place).Dues is { IsEmpty: false } dues ? dues.Min.At : Instant.MaxValue
        );

    private Task Vote() =>
        Each(
            Places.Where(place => Opened(place).Any()),
            place => Opened(place).ToArray().SelectMany(o => Votes(place, o.Matter, o.Box))
        );

    private IEnumerable<(Matter Matter, Box Box)> Opened(Place place) =>
        from matter in Section(place).Matters.OpenMatters
        where matter.Stage is Stage.Voting
        let box = Section(place).Ballots.Of(((Stage.Voting)matter.Stage).Box)
        where !IsVoted(place, box)
        select (matter, box);

    private bool IsVoted(Place place, Box box)
    {
        lock (_voted)
            return _voted.Contains((place.Id, box.No));
    }

    // All of a small roll; two in five about where the section belongs, and eight in an election.
    private IEnumerable<(PersonId, Command)> Votes(Place place, Matter matter, Box box)
    {
        lock (_voted)
            _voted.Add((place.Id, box.No));
        var section = Section(place);
        var turnout = matter.Question switch
        {
            Question.Elect => Math.Min(box.Roll.Count, 8),
            Question.Join => box.Roll.Count * 2 / 5,
            _ => box.Roll.Count,
        };
        var choice =
            box.Form == BallotForm.Ranking
                ? string.Join(',', section.Elections.Of(matter.No).Standing.Select(c => c.Number))
                : nameof(Choice.For);
        return box
            .Roll.Take(turnout)
            .Select(no => (section.Membership.Of(no).Person, (Command)new Cast(box.No, choice)));
    }

    private GivenId Next() =>
        new(FormattableString.Invariant($"bench/{Interlocked.Increment(ref _commands)}"));

    private static async Task Ok(Task<Answer> sent, Command command)
    {
        if (await sent is not Answer.Done)
            throw new InvalidOperationException($"The story stops at {command}: {await sent}");
    }
}
