using NodaTime;
using Plenum.Browser.Tests.WhoMay;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Web.Import;

namespace Plenum.Browser.Tests.Guard;

/// <summary>A form carries an id that its sender chose, and it is no id of the house or of anybody else.</summary>
public sealed class IdTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private const int ActsOfOne = 40;

    /// <summary>The full name of the section and the instant stand on pages that every member reads.</summary>
    [Fact]
    public async Task A_member_who_sends_a_form_under_the_id_of_a_deadline_keeps_nothing_from_its_count()
    {
        var dues = house.Section.Dues;
        var votes = house.Section.Matters.OpenMatters.Where(m => m.Stage is Stage.Voting).ToArray();
        Assert.NotEmpty(votes);
        var senders = new Queue<PersonId>(OutsideTheTable());
        foreach (var some in dues.Chunk(ActsOfOne))
        {
            using var member = await house.As(senders.Dequeue());
            foreach (var due in some)
                Assert.Equal(
                    302,
                    await member.Post(
                        house.Path + "/do/motions/putmotion",
                        Motion($"due/{house.Id}/{due.Kind}/{due.No}/{due.At.ToUnixTimeTicks()}")
                    )
                );
        }

        await house.LetPassUntil(dues.Max.At);
        Assert.DoesNotContain(house.Section.Dues, due => dues.Contains(due));
        Assert.All(
            votes,
            vote => Assert.IsNotType<Stage.Voting>(house.Section.Matters.All[vote.No].Stage)
        );
    }

    [Fact]
    public async Task A_member_who_sends_the_id_of_an_import_makes_none()
    {
        using var member = await house.As(OutsideTheTable().Last());
        Assert.Equal(
            302,
            await member.Post(house.Path + "/do/motions/putmotion", Motion("import-false-0"))
        );
        Assert.Empty(new Imports(house.Front).In(house.Id));
    }

    /// <summary>
    /// Ids of every kind that the house makes, as it makes them and as it made them before, through every door that takes
    /// one and by everybody of the table: what is recorded stands under the name of whoever sent it.
    /// </summary>
    [Fact]
    public async Task No_door_takes_in_an_id_of_the_house_or_of_another()
    {
        var ids = HouseIds();
        // A ranking is sent only where an election is voted on.
        var voting = house.Section.Matters.OpenMatters.Where(m =>
            m is { Question: Question.Elect, Stage: Stage.Voting }
        );
        var recorded = 0;
        foreach (var (person, turn) in PageTable.Persons.Select((p, i) => (p, i)))
        {
            using var caller = await house.As(person);
            var before = house.Front.Read(house.Id).Version;
            string[] doors =
            [
                house.Path + "/do/motions/putmotion",
                "/api" + house.Path + "/do/motions/putmotion",
                "/start/begin",
                .. voting.SelectMany(m =>
                    new[] { $"{house.Path}/rank/{m.No}", $"{house.Path}/papers/{m.No}" }
                ),
            ];
            // Half of them each, because nobody does more than sixty things in a minute.
            foreach (var (door, which) in doors.Select((d, i) => (d, i)))
            foreach (var id in ids.Where((_, i) => (i + turn + which) % 2 == 0))
            {
                var form = Motion(id);
                form["Title"] = form["Text"] = $"{person} {which} {id}";
                form["rank1"] = "1";
                form["Lines"] = "1";
                var status = await caller.Post(
                    door,
                    form,
                    id,
                    $$"""{"title":"{{form["Title"]}}","text":"{{form["Title"]}}","before":"members"}"""
                );
                Assert.True(
                    status is not (409 or 429 or >= 500),
                    $"{person} {door} {id}: {status}"
                );
            }
            foreach (
                var happened in house.Front.Keeping.Between(house.Id, before + 1, long.MaxValue)
            )
                if (happened.Envelope.Actor is Actor.Person sender)
                {
                    Assert.StartsWith(
                        $"person/{sender.Id}/",
                        happened.Envelope.Command.Value,
                        StringComparison.Ordinal
                    );
                    recorded++;
                }
        }
        Assert.True(recorded > 100, $"only {recorded} were recorded");
        await house.LetPassUntil(house.Section.Dues.Min.At + Duration.FromDays(40));
        Assert.True(house.Section.Dues.Min.At > house.TimeThere);
    }

    // Nobody does more than sixty things in a minute, and those of the table do theirs.
    private PersonId[] OutsideTheTable() =>
        [
            .. house
                .Section.Membership.Members.Values.Where(m => m.IsInGoodStanding)
                .Select(m => m.Person)
                .Except(PageTable.Persons.Select(house.PersonNamed)),
        ];

    private string[] HouseIds()
    {
        var other = new SectionId("5ec7");
        return
        [
            .. house
                .Section.Dues.Take(4)
                .SelectMany(due =>
                    new[]
                    {
                        CommandId.OfDeadline(house.Id, due).Value,
                        $"due/{house.Id}/{due.Kind}/{due.No}/{due.At.ToUnixTimeTicks()}",
                    }
                ),
            CommandId.OfLetter(house.Id, other, 1).Value,
            Digest.Of($"letter/{house.Id}/{other}/1").Hex,
            CommandId.OfPart(house.Id, other).Value,
            Digest.Of($"part/{house.Id}/{other}").Hex,
            CommandId.OfImport("0a1b", 0).Value,
            "import-0a1b-0",
            CommandId.OfUndo(new PersonId("0a1b"), new MemberNo(3)).Value,
            CommandId.OfInvitation(new PersonId("0a1b")).Value,
            "invite-0a1b",
            CommandId.OfWithdrawal(Guid.Empty).Value,
            CommandId.OfRecovery(Guid.Empty).Value,
            CommandId.OfCarryOver("nonce", "begin", 0).Value,
            "settle",
            $"person/{house.PersonNamed("chair")}/demo/1",
            "founder/demo/1",
        ];
    }

    private static Dictionary<string, string> Motion(string id) =>
        new(StringComparer.Ordinal)
        {
            ["_id"] = id,
            ["Title"] = "Better lamps",
            ["Text"] = id,
            ["Before"] = "members",
        };
}
