using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Carrying;
using Plenum.Testing;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>The law answers every command of every person exactly as the reviewed table says, on screen and at the desk.</summary>
public sealed class AuthorityTests
{
    private static readonly HashSet<string> WithoutHands = ["nobody", "founder", "clock"];

    public static TheoryData<string> Keys => [.. AuthorityTable.Rows.Select(r => r.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Each_person_is_allowed_and_refused_exactly_so(string key)
    {
        var row = Row(key);
        var found = AuthorityTable.Persons.Select(person =>
            $"{person}: {Answer(row, person, new Channel.Screen())}"
        );

        Assert.Equal(AuthorityTable.Persons.Select(p => $"{p}: {row.Cells[p]}"), found);
    }

    [Fact]
    public void Every_command_of_the_law_has_a_row_and_every_row_names_a_command()
    {
        var commands = typeof(Command)
            .Assembly.GetTypes()
            .Where(t => !t.IsAbstract && t.IsSubclassOf(typeof(Command)))
            .Select(t => $"{t.Namespace!.Split('.')[^1]}/{t.Name}".ToLowerInvariant())
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            commands,
            AuthorityTable
                .Rows.Select(r => r.Command)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_row_is_about_the_command_it_names(string key)
    {
        var row = Row(key);

        Assert.Equal(
            row.Command.Split('/')[1],
            Acts.Of(row, World(row)).GetType().Name.ToLowerInvariant()
        );
    }

    /// <summary>A refusal proves nothing where nobody at all is allowed.</summary>
    [Fact]
    public void Every_command_is_in_order_for_somebody()
    {
        var never = AuthorityTable
            .Rows.GroupBy(r => r.Command, StringComparer.Ordinal)
            .Where(g => !g.Any(r => r.Cells.Values.Contains(AuthorityTable.Allowed)))
            .Select(g => g.Key)
            // The post is nobody of the table; what it brings is in order in the tests of the tree.
            .Except(["letters/receive", "mergers/beginapart"]);

        Assert.Empty(never);
    }

    [Fact]
    public void Whoever_has_been_recalled_is_a_plain_member()
    {
        // What the plain member of this story did alone is theirs alone.
        var own = AuthorityTable.Rows.Where(r =>
            r.Case
                is "the member's own motion"
                    or "petition the member signed"
                    or "transfer of the member's own"
                    or "members' meeting opened by the member"
        );

        Assert.All(
            AuthorityTable.Rows.Except(own),
            row => Assert.Equal(row.Cells["member"], row.Cells["recalled"])
        );
    }

    /// <summary>Otherwise a cell would be about two parts at once.</summary>
    [Fact]
    public void Nobody_of_the_story_plays_two_parts()
    {
        string[] posts = ["chair", "secretary", "committee", "commission", "panel", "keeper"];
        var world = BusyBranch.Union;
        var members = AuthorityTable
            .Persons.Except(WithoutHands)
            .Except(["expired", "caretaker"])
            .ToDictionary(person => person, world.NumberOf);

        Assert.Equal(members.Count, members.Values.Distinct().Count());
        Assert.All(
            members,
            m =>
                Assert.Equal(
                    posts.Contains(m.Key) ? 1 : 0,
                    world.Section.Mandates.HeldBy(new MemberNo(m.Value), world.Now).Count()
                )
        );
    }

    // What cannot be taken back and destroys who somebody was: whoever helps at a desk could do it to an opponent.
    private static readonly string[] OnlyByOneself = ["membership/forget: "];

    /// <summary>Nobody needs a screen (C18): on paper the same is allowed and the same refused.</summary>
    [Theory]
    [MemberData(nameof(Keys))]
    public void At_the_desk_it_is_the_same_as_on_a_screen(string key)
    {
        var row = Row(key);
        var desk = new Channel.Desk(Branch.Person(World(row).NumberOf("secretary")));

        Assert.All(
            AuthorityTable.Persons.Except(WithoutHands).Except(["expired"]),
            person =>
                Assert.Equal(
                    OnlyByOneself.Contains(key) ? "forget.not-for-another" : row.Cells[person],
                    Answer(row, person, desk)
                )
        );
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void A_helper_without_the_desk_enters_nothing_for_anybody(string key)
    {
        var row = Row(key);
        string[] helpers = ["stranger", "lapsed", "member", "chair", "recalled", "keeper"];

        foreach (var helper in helpers)
        foreach (var person in AuthorityTable.Persons.Except(WithoutHands))
            if (row.Cells[person] == AuthorityTable.Allowed)
                Assert.Equal(
                    OnlyByOneself.Contains(key) ? "forget.not-for-another" : "desk.no-mandate",
                    Answer(
                        row,
                        person,
                        new Channel.Desk(Branch.Person(World(row).NumberOf(helper)))
                    )
                );
    }

    private static TableRow Row(string key) =>
        AuthorityTable.Rows.Single(r => string.Equals(r.Key, key, StringComparison.Ordinal));

    internal static BusyBranch World(TableRow row) =>
        row.OfAProgramme ? BusyBranch.Programme : BusyBranch.Union;

    private static string Answer(TableRow row, string person, Channel via)
    {
        var command = Acts.Of(row, World(row));
        var (section, occasion) = Standing(row, person, via, command);
        return command.Decide(section, occasion) switch
        {
            Ruling.InOrder => AuthorityTable.Allowed,
            Ruling.OutOfOrder no => no.Reason.Code,
        };
    }

    /// <summary>What a person of the table stands before when they give the command of a row.</summary>
    internal static (Section Section, Occasion Occasion) Standing(
        TableRow row,
        string person,
        Channel via,
        Command command
    )
    {
        var world = World(row);
        var section = row.Case switch
        {
            "empty folder" => Section.Unfounded,
            "circle that carries over" => SmallBranch.Circle(6),
            "circle whose congress sits" => new CarriedTree().Union.Section,
            "circle that sends delegates" => new CarriedTree().Docks.Section,
            "two vouched four days ago" => At(world, world.Vouched, person),
            "entry drawn by lot" or "auditors who did nothing" => At(world, world.Checked, person),
            "question to all sections in debate" => At(world, world.Debated, person),
            "question to all sections in the vote" => At(world, world.AskedAll, person),
            "federation of two sections" or "before the congress of two sections" => At(
                world,
                world.OfTwo,
                person
            ),
            "delegate who can come" => At(world, world.Sending, person),
            "seat of another delegate" => At(world, world.Sitting, person),
            "delegate stood in for" => At(world, world.StoodIn, person),
            "transfer of the member's own" => At(world, world.Moving, person),
            "federation that reserves" => At(world, world.Reserving, person),
            "power lent until now" => At(world, world.Lending, person),
            "section that asks to belong here" => At(world, world.Considering, person),
            "section outside the frame" => At(world, world.OutsideTheFrame, person),
            "section that merges" => At(world, world.Merging, person),
            "intervention here" => At(world, world.Intervened, person),
            "officers for a section of a federation"
            or "section of a federation"
            or "federation with a congress" => At(world, world.Federated, person),
            "reports to be asked for" => At(world, world.Reporting, person),
            "returns overdue" => At(world, world.Returning, person),
            "two meetings had no quorum" => At(world, world.WithoutQuorum, person),
            _ => At(world, world.Section, person),
        };
        return (section, new Occasion(When(world, command), By(world, person, via), Draw.Nothing));
    }

    // The clock speaks when a deadline has come; people speak now.
    private static Instant When(BusyBranch world, Command command) =>
        Clockwork.DueOf(command) is { } due ? Instant.Max(due, world.Now) : world.Now;

    private static Actor By(BusyBranch world, string person, Channel via) =>
        person switch
        {
            "nobody" => new Actor.Anyone(),
            "founder" => new Actor.Founder(),
            "clock" => new Actor.Clock(),
            _ => new Actor.Person(Branch.Person(world.NumberOf(person)), via),
        };

    // The secretary's term is over at this very instant and no deadline has been acted on; or was over, and nobody followed.
    private static Section At(BusyBranch world, Section section, string person)
    {
        var secretary = world.SeatOf("secretary");
        return person switch
        {
            "expired" => section.With(secretary, m => m with { Until = world.Now }),
            "caretaker" => Section.Evolve(
                section,
                new MandatesEvent.Caretaker(secretary, world.Now + Duration.FromDays(30))
            ),
            _ => section,
        };
    }
}
