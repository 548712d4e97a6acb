using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Cli.Demo;
using Plenum.Domain;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Tests;

/// <summary>
/// Whatever the house will call its commands, its members have sent it before: a year and more of a federation goes by,
/// and no deadline and no letter is late.
/// </summary>
[Collection("stories told one after the other")]
[Trait("pace", "slow")]
public sealed class FederatedIdTests : IAsyncLifetime
{
    // So many of those that come next from one section to another.
    private const int Letters = 6;

    private static readonly string[] FromOutside = ["person/", "key/", "door/", "founder/"];

    private readonly PassingFolder _folder = new();
    private WebApplication? _app;
    private readonly HashSet<((SectionId, PersonId), string)> _taken = [];
    private int _sent;

    private Front Front => Of<Front>();

    public async ValueTask InitializeAsync()
    {
        var words = Words.In("en");
        _app = DemoHosting.Build(
            Settings.Read(_folder.At("data"), "http://127.0.0.1:0", log: null, file: null, words)
        );
        await DemoHosting.Open(_app, words, federation: true);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task No_id_that_the_house_makes_can_be_sent_by_anybody_else()
    {
        var began = Of<MovedClock>().GetCurrentInstant();
        foreach (var days in new[] { 25, 40, 400 })
        {
            await Take(ComingIds());
            await LetPassUntil(began + Duration.FromDays(days));
            Assert.All(
                Front.Sections,
                id =>
                {
                    Assert.True(NextOf(id) > began + Duration.FromDays(days));
                    Assert.Empty(Of<Post>().OnTheWay(id));
                }
            );
        }
        var recorded = Recorded().ToArray();
        Assert.Contains(recorded, r => r.Id.StartsWith("clock/", StringComparison.Ordinal));
        Assert.Contains(recorded, r => r.Id.StartsWith("post/letter/", StringComparison.Ordinal));
        Assert.All(
            recorded,
            r => Assert.True(IsOf(r.Actor, r.Id), $"{r.Id} was sent by {r.Actor}")
        );
        await EverybodySendsWhatTheHouseSent(recorded);
    }

    // What nobody but the house may be answered: neither its answer nor that the id is taken.
    private async Task EverybodySendsWhatTheHouseSent(
        (SectionId Section, Actor Actor, string Id)[] recorded
    )
    {
        var house = recorded
            .Where(r => r.Actor is Actor.Clock or Actor.Post)
            .Select(r => (r.Section, r.Id))
            .Distinct()
            .Where((_, i) => i % 7 == 0)
            .ToArray();
        Assert.NotEmpty(house);
        foreach (var (section, id) in house)
        {
            var (home, member) = MemberOf(section);
            if (!_taken.Add(((home, member), id)))
                continue;
            foreach (
                var (given, actor) in new (GivenId, Actor)[]
                {
                    (new(id), Actor.Self(member)),
                    (new(id) { Key = "0123" }, Actor.Self(member)),
                    (new(id), new Actor.Anyone()),
                    (new(id), new Actor.Founder()),
                    (new(id), Actor.Self(new PersonId("stranger"))),
                    (new(id), new Actor.Person(member, new Channel.Desk(new("helper")))),
                }
            )
            {
                var before = Front.Read(home).Version;
                var answer = await Front.Send(home, given, Motion(), actor);
                Assert.True(
                    answer is Answer.Refused || answer is Answer.Done done && done.First > before,
                    $"{actor} sent {id}: {answer}"
                );
            }
        }
    }

    // Every deadline that stands, and the next letters between any two, as they are called and as they were before.
    private IEnumerable<(SectionId By, string Id)> ComingIds()
    {
        foreach (var id in Front.Sections)
        {
            var section = Front.Read(id).Section;
            foreach (var due in section.Dues)
            {
                var coming = CommandId.OfDeadline(id, due).Value;
                yield return (id, coming);
                yield return (id, "due" + coming["clock".Length..]);
            }
            foreach (var (to, last) in section.Letters.LastSent)
                for (var no = last + 1; no <= last + Letters; no++)
                {
                    yield return (id, CommandId.OfLetter(id, to, no).Value);
                    yield return (
                        id,
                        Digest.Of(FormattableString.Invariant($"letter/{id}/{to}/{no}")).Hex
                    );
                }
        }
    }

    private async Task Take(IEnumerable<(SectionId By, string Id)> ids)
    {
        // What one sender has taken before stays theirs, with the command it was taken for.
        var senders = Front.Sections.ToDictionary(id => id, MemberOf);
        var free = ids.Select(id => (By: senders[id.By], id.Id)).Where(_taken.Add).ToArray();
        var answers = await Task.WhenAll(
            free.Select(id =>
                Front.Send(id.By.Section, new GivenId(id.Id), Motion(), Actor.Self(id.By.Person))
            )
        );
        Assert.All(answers, answer => Assert.IsType<Answer.Done>(answer));
        Assert.True(_taken.Count > 500, $"only {_taken.Count} ids");
    }

    private async Task LetPassUntil(Instant at)
    {
        var stop = TestContext.Current.CancellationToken;
        while (Front.Sections.Min(NextOf) is var next && next <= at)
        {
            Of<MovedClock>().StandAt(Instant.Max(next, Of<MovedClock>().GetCurrentInstant()));
            await Of<Calendar>().ActOnWhatIsDue(stop);
            await Of<Post>().Deliver(stop);
            // The house has a calendar and a post of its own, which may be at the same deadline just now.
            for (var tries = 0; IsDue(next) && tries < 200; tries++)
                await Task.Delay(50, stop);
            Assert.False(IsDue(next), $"what was due at {next} is due still");
        }
        Of<MovedClock>().StandAt(at);
    }

    private bool IsDue(Instant at) => Front.Sections.Any(id => NextOf(id) <= at);

    // Where nobody stood for anything twice over, a section has no deadline at all.
    private Instant NextOf(SectionId id) =>
        Front.Read(id).Section.Dues.Select(due => due.At).FirstOrDefault(Instant.MaxValue);

    private IEnumerable<(SectionId Section, Actor Actor, string Id)> Recorded() =>
        Front.Sections.SelectMany(id =>
            Front
                .Keeping.Between(id, 1, long.MaxValue)
                .Select(h => (id, h.Envelope.Actor, h.Envelope.Command.Value))
        );

    private static bool IsOf(Actor actor, string id) =>
        actor switch
        {
            Actor.Clock => id.StartsWith("clock/", StringComparison.Ordinal),
            Actor.Post => id.StartsWith("post/", StringComparison.Ordinal),
            Actor.Founder => id.StartsWith("founder/", StringComparison.Ordinal),
            Actor.Anyone => id.StartsWith("door/", StringComparison.Ordinal),
            Actor.Person { Via: Channel.Screen } person => id.StartsWith(
                $"person/{person.Id}/",
                StringComparison.Ordinal
            ),
            _ => FromOutside.Any(own => id.StartsWith(own, StringComparison.Ordinal)),
        };

    // A federation has no members of its own; all sections share the ids, so that somebody from below does as well.
    private (SectionId Section, PersonId Person) MemberOf(SectionId section) =>
        new[] { section }
            .Concat(Front.Sections)
            .SelectMany(id =>
                Front
                    .Read(id)
                    .Section.Membership.Members.Values.Where(m => m.Standing is Standing.Good)
                    .Select(m => (id, m.Person))
            )
            .First();

    private PutMotion Motion()
    {
        var title = FormattableString.Invariant($"Lamps {++_sent}");
        return new PutMotion(title, title, BodyId.Members, [], [], default);
    }

    private T Of<T>()
        where T : notnull =>
        (
            _app ?? throw new InvalidOperationException("The story is not told yet.")
        ).Services.GetRequiredService<T>();
}
