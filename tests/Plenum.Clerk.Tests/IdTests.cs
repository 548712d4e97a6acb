using NodaTime;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Clerk.Tests;

/// <summary>An id belongs to whoever gave it: what members send neither is nor spoils an id of the house or of another.</summary>
public sealed class IdTests : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("plenum-ids-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public async Task A_member_who_takes_the_id_of_a_deadline_does_not_keep_a_vote_from_its_count()
    {
        await using var house = new LetterHouse(_path, Instant.FromUtc(2027, 1, 4, 12, 0));
        var section = await house.Found("Harbour", TreeStatutes.OfASection, Branch.Person, 8);
        Assert.IsType<Answer.Done>(
            await house.Do(section, Branch.Person(1), Motion("Bicycle stands"))
        );
        var matter = house.Front.Read(section).Section.Matters.All.Keys.Last();
        for (var days = 0; StageOf() is not Stage.Voting; days++)
        {
            Assert.True(days < 200);
            for (var no = 2; no <= 8 && StageOf() is Stage.Support; no++)
                await house.Do(section, Branch.Person(no), new Support(matter));
            await LetPass(house, Duration.FromDays(1));
        }
        var voting = (Stage.Voting)StageOf();
        foreach (var no in Enumerable.Range(1, 8))
            await house.Do(section, Branch.Person(no), new Cast(voting.Box, "For"));

        var due = new Due(voting.Until, DueKind.Matter, matter.Value);
        Assert.Contains(due, house.Front.Read(section).Section.Dues);
        Assert.IsType<Answer.Done>(
            await house.Front.Send(
                section,
                new GivenId(
                    FormattableString.Invariant(
                        $"due/{section}/Matter/{matter}/{voting.Until.ToUnixTimeTicks()}"
                    )
                ),
                Motion("Better lamps"),
                Actor.Self(Branch.Person(2))
            )
        );
        await LetPass(house, Duration.FromDays(25));
        Assert.DoesNotContain(due, house.Front.Read(section).Section.Dues);
        Assert.Equal(new Stage.Settled(Domain.Matters.Outcome.Adopted), StageOf());

        Stage StageOf() => house.Front.Read(section).Section.Matters.All[matter].Stage;
    }

    [Fact]
    public async Task Nobody_spoils_the_id_of_another()
    {
        await using var house = new LetterHouse(_path, Instant.FromUtc(2027, 1, 4, 12, 0));
        var section = await house.Found("Harbour", TreeStatutes.OfASection, Branch.Person, 8);
        foreach (var no in new[] { 2, 3 })
            Assert.IsType<Answer.Done>(
                await house.Front.Send(
                    section,
                    new GivenId("the same id"),
                    Motion(FormattableString.Invariant($"Lamps of {no}")),
                    Actor.Self(Branch.Person(no))
                )
            );
    }

    /// <summary>What was recorded under bare ids is looked up after the new one, and counts if it is the sender's own.</summary>
    [Fact]
    public async Task A_command_from_before_ids_named_their_giver_is_known_to_its_sender_alone()
    {
        await using var office = new Office();
        var section = await office.Found();
        var before = await Taken(office, section, "a", new Note(1, "one"));

        Assert.Equal(before, await office.Send(section, "a", new Note(1, "one")));
        Assert.Equal(2, office.Front.Read(section).Version);
        // Under the same letters another command, and another sender.
        Assert.Equal(3, Done(await office.Send(section, "a", new Note(2, "two"))).Last);
        Assert.Equal(
            4,
            Done(
                await office.Front.Send(
                    section,
                    new GivenId("a"),
                    new Note(3, "three"),
                    Actor.Self(new PersonId("p2"))
                )
            ).Last
        );
        await office.Reopen();
        Assert.Equal(3, Done(await office.Send(section, "a", new Note(2, "two"))).Last);
        Assert.Equal(4, office.Front.Read(section).Version);
    }

    /// <summary>An older house took any text; somebody may have taken those that the clock uses since.</summary>
    [Theory]
    [InlineData("due")]
    [InlineData("clock")]
    public async Task An_id_of_the_clock_taken_in_an_older_house_keeps_no_deadline(string beginning)
    {
        await using var office = new Office();
        var section = await office.Found();
        await office.Send(section, "n", new Note(1, "soon", Days: 1));
        var due = office.Front.Read(section).Section.Dues.Single();
        await Taken(
            office,
            section,
            FormattableString.Invariant(
                $"{beginning}/{section}/{due.Kind}/{due.No}/{due.At.ToUnixTimeTicks()}"
            ),
            new Note(2, "lamps")
        );
        office.Clock.Now += Duration.FromDays(2);
        using var calendar = new Calendar(
            office.Front,
            (_, which, _) => new Strike(which),
            office.Clock,
            Microsoft.Extensions.Logging.Abstractions.NullLogger<Calendar>.Instance
        );
        await calendar.ActOnWhatIsDue(TestContext.Current.CancellationToken);
        Assert.Equal([2], office.Front.Read(section).Section.Dues.Select(d => d.No));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    [InlineData("a\nb")]
    [InlineData(null)]
    public async Task An_id_that_is_none_is_refused(string? id)
    {
        await using var office = new Office();
        var section = await office.Found();
        Assert.Equal(
            new Answer.Refused(new UnusableCommandId()),
            await office.Send(section, id ?? new string('x', 201), new Note(1, "one"))
        );
        Assert.Equal(1, office.Front.Read(section).Version);
    }

    /// <summary>However names, keys and texts are cut, two givers never meet in one id.</summary>
    [Fact]
    public async Task No_two_givers_meet_in_one_id()
    {
        await using var office = new Office();
        var section = await office.Found();
        (GivenId Id, Actor Actor)[] givers =
        [
            (new("c"), Actor.Self(new PersonId("a/b"))),
            (new("b/c"), Actor.Self(new PersonId("a"))),
            (new("c") { Key = "a/b" }, Actor.Self(new PersonId("z"))),
            (new("b/c") { Key = "a" }, Actor.Self(new PersonId("z"))),
            (new("person/a/c"), new Actor.Anyone()),
            (new("c"), new Actor.Anyone()),
            (new("c"), new Actor.Founder()),
            (new("c"), new Actor.Person(new PersonId("a"), new Channel.Desk(new PersonId("h")))),
            (new("c"), Actor.Self(new PersonId("a"))),
        ];
        foreach (var (giver, no) in givers.Select((g, i) => (g, i)))
            Done(await office.Front.Send(section, giver.Id, new Note(no + 1, "x"), giver.Actor));
        await Assert.ThrowsAsync<ArgumentException>(() =>
            office.Front.Send(section, new GivenId("c"), new Note(99, "x"), new Actor.Clock())
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            office.Front.Send(section, new GivenId("c"), new Note(99, "x"), new Actor.Post())
        );
    }

    // As a house before this one wrote it: a command under the bare text that its sender gave.
    private static async Task<Answer.Done> Taken(
        Office office,
        SectionId section,
        string id,
        Command command
    ) => Done(await office.Front.Send(section, Ids.Recorded(id), command, Office.Somebody));

    private static Answer.Done Done(Answer answer) => Assert.IsType<Answer.Done>(answer);

    private static PutMotion Motion(string title) =>
        new(title, title, BodyId.Members, [], [], default);

    private static async Task LetPass(LetterHouse house, Duration time)
    {
        house.Clock.Now += time;
        await house.ActOnWhatIsDue();
    }
}
