using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo.Federated;

/// <summary>Eight months of the harbour workers of three countries, ending now, in the middle of their congresses.</summary>
internal sealed partial class Saga
{
    private static readonly BodyId Committee = new("committee");
    private static readonly BodyId Chair = new("chair");
    private static readonly BodyId Secretary = new("secretary");
    private static readonly BodyId Treasurer = new("treasurer");
    private static readonly BodyId Keepers = new("keepers");
    private static readonly BodyId Auditors = new("auditors");
    private static readonly BodyId Delegates = new("delegates");
    private static readonly BodyId Congress = new("congress");

    private readonly Chorus _chorus;
    private readonly MovedClock _clock;
    private readonly Instant _now = SystemClock.Instance.GetCurrentInstant();
    private readonly Instant _founded;

    public Saga(Chorus chorus, MovedClock clock)
    {
        (_chorus, _clock) = (chorus, clock);
        _chorus.Voters = Opinions.Of;
        _founded = _now - Duration.FromDays(Days);
    }

    private static IEnumerable<Place> Branches => Atlas.Branches.SelectMany(b => b);

    public async Task Tell()
    {
        _clock.StandAt(_founded);
        await _chorus.Found(Atlas.All);
        await _chorus.Do(
            Atlas.All.SelectMany(place =>
                Enumerable
                    .Range(1, place.People)
                    .Select(no => (place, place.Person(no), (Command)new AcceptInvitation(1, "")))
            )
        );
        FirstElections();
        Assemblies();
        TogetherInCountries();
        Congresses();
        LastWeeks();
        await _chorus.Tell(_now);
    }

    private Instant Day(int days, int hours = 0) =>
        _founded + Duration.FromDays(days) + Duration.FromHours(hours);

    private Instant Ago(int days, int hours = 0) =>
        _now - Duration.FromDays(days) - Duration.FromHours(hours);

    private void FirstElections()
    {
        foreach (var place in Atlas.All)
        {
            Stand(Day(2), place, Committee, 1, 2, 3);
            if (HasPost(place, Chair))
                Stand(Day(3), place, Chair, 4);
            if (HasPost(place, Secretary))
                Stand(Day(3), place, Secretary, 5);
            if (HasPost(place, Treasurer))
                Stand(Day(3), place, Treasurer, 6);
            Stand(Day(4), place, Keepers, 7, 8);
            Stand(Day(4), place, Auditors, 3);
        }
    }

    // A third of a branch comes to its first assembly; whoever has not met counts as no section that lives.
    private void Assemblies()
    {
        foreach (var place in Branches)
        {
            _chorus.At(
                Day(30),
                place,
                4,
                () =>
                    new Domain.Bodies.CallSitting(
                        BodyId.Members,
                        Day(60),
                        "In the canteen",
                        SittingNo.None,
                        []
                    )
            );
            _chorus.At(
                Day(60),
                () =>
                    _chorus.Do(
                        Enumerable
                            .Range(4, place.People / 3)
                            .Select(no =>
                                (
                                    place,
                                    place.Person(no),
                                    (Command)new Domain.Bodies.EnterSitting(Last(place))
                                )
                            )
                    )
            );
            _chorus.At(Day(60), place, 4, () => new Domain.Bodies.OpenSitting(Last(place)));
            _chorus.At(Day(60, 2), place, 4, () => new Domain.Bodies.CloseSitting(Last(place)));
        }
    }

    private SittingNo Last(Place place) => _chorus.Section(place).Bodies.Sittings.Keys.Last();

    private bool HasPost(Place place, BodyId post) =>
        _chorus.Section(place).Statutes.Book.Has(post);

    private void Stand(Instant at, Place place, BodyId body, params int[] people)
    {
        foreach (var person in people)
            _chorus.At(
                at,
                place,
                person,
                () =>
                    new Stand(
                        Nominating(place, body),
                        Platforms.Of(place, person),
                        PublicName: true
                    )
            );
    }

    private MatterNo Nominating(Place place, BodyId body) =>
        _chorus
            .Section(place)
            .Matters.OpenMatters.First(m =>
                m.Question is Question.Elect elect
                && elect.Body == body
                && m.Stage is Stage.Nomination
            )
            .No;

    /// <summary>The mandates of a body, by the place of their holders on the roll.</summary>
    private Mandate[] Held(Place place, BodyId body) =>
        [.. _chorus.Section(place).Mandates.On(body, _chorus.Now).OrderBy(m => m.Holder)];
}
