using CsCheck;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Cli.Carrying;
using Plenum.Cli.Demo;
using Plenum.Domain;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Cli.Tests;

/// <summary>An organisation whose congresses sit is carried over with their seats and the delegates who sit on them.</summary>
public sealed class CarryCongressTests : IDisposable
{
    private static readonly BodyId Delegates = new("delegates");
    private static readonly BodyId Congress = new("congress");

    private readonly MovedClock _clock = new();

    private readonly CarriedFolder _folder = new(
        Templates.Text("local-union", small: true)
            + File.ReadAllText(Path.Combine(CarriedFolder.Example, "congress", "delegates.md")),
        "tree.csv",
        "roll.csv",
        "congress/mandates.csv",
        "congress/congress.csv"
    );

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Delegates_sit_with_their_original_ends_once_all_have_accepted_and_are_taken_back_like_any_other()
    {
        var said = await CarryOver();
        Assert.Equal(0, said.Exit);
        await using var app = House();
        var front = Hosting.Open(app, Words.In("en"));
        Assert.All(Countries(front), c => Assert.Empty(Sitting(c)));

        await AllAccept(app, front);

        Assert.Equal(3, Countries(front).Length);
        foreach (var country in Countries(front))
        {
            Assert.Equal(5, country.Congresses.Sitting(Congress)!.AllSeats);
            Assert.Equal(5, Sitting(country).Length);
            foreach (var below in country.Sections.Tree.Affiliates.Keys)
            {
                var branch = front.Read(below).Section;
                Assert.Equal(
                    branch
                        .Mandates.OfBody(Delegates)
                        .Select(m => (branch.Membership.Of(m.Holder).Person, m.Until))
                        .Order(),
                    Delegations
                        .Of(country, below, Now(app))
                        .Select(m => (country.Membership.Of(m.Holder).Person, m.Until))
                        .Order()
                );
                Assert.All(
                    branch.Mandates.OfBody(Delegates),
                    m =>
                        Assert.Equal(
                            new LocalDate(2027, 4, 30),
                            m.Until.InZone(
                                DateTimeZoneProviders.Tzdb[branch.Sections.TimeZone]
                            ).Date
                        )
                );
            }
        }
        var persons = app.Services.GetRequiredService<Persons>();
        var second = Named(front, "Branch 2, Portugal");
        var sent = Assert.Single(second.Mandates.OfBody(Delegates));
        Assert.Equal(
            _folder.RollName("pt-2", "2"),
            persons.NameOf(second.Membership.Of(sent.Holder).Person)
        );

        await Recalled(app, front, second.Id, sent.No);

        var portugal = Named(front, "Dock Workers of Portugal");
        Assert.Empty(Delegations.Of(portugal, second.Id, Now(app)));
        Assert.Equal(4, Sitting(portugal).Length);
    }

    [Trait("pace", "slow")]
    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_and_every_seat_is_named_once()
    {
        await _folder.Killed(4, 250, WithCongress);
        Assert.Equal(0, (await CarryOver()).Exit);
        await using var app = House();
        var front = Hosting.Open(app, Words.In("en"));
        await AllAccept(app, front);
        Assert.All(
            Countries(front),
            c =>
            {
                Assert.Equal(5, c.Congresses.Sitting(Congress)!.AllSeats);
                Assert.Equal(5, Sitting(c).Length);
            }
        );
    }

    [Fact]
    public async Task The_day_on_which_somebody_joined_is_carried_over_of_everybody()
    {
        await CarryOver();
        await using var app = House();
        var front = Hosting.Open(app, Words.In("en"));
        var persons = app.Services.GetRequiredService<Persons>();
        var roll = File.ReadLines(_folder.At("roll.csv"))
            .Skip(1)
            .Select(l => l.Split(','))
            .Where(c => c[0] == "pt-2")
            .Select(c => (c[2], c[5]))
            .Order();
        Assert.Equal(
            roll,
            Named(front, "Branch 2, Portugal")
                .Membership.Members.Values.Select(m =>
                    (
                        persons.NameOf(m.Person),
                        Assert
                            .IsType<Standing.Invited>(m.Standing)
                            .MemberSince.InZone(DateTimeZoneProviders.Tzdb["Europe/Lisbon"])
                            .Date.ToString("uuuu-MM-dd", null)
                    )
                )
                .Order()
        );
    }

    [Trait("pace", "slow")]
    [Theory]
    [InlineData(
        "congress.csv",
        "pt,congress,2027-04-30,pt-1",
        "xx,congress,2027-04-30,pt-1",
        "federation"
    )]
    [InlineData(
        "congress.csv",
        "pt,congress,2027-04-30,pt-1",
        "pt,congress,2027-04-30,uy-1",
        "section"
    )]
    [InlineData("congress.csv", "2027-04-30,pt-2", "2027-04-30,pt-1", "section")]
    [InlineData("congress.csv", "2027-04-30,pt-2", "30.4.,pt-2", "until")]
    [InlineData("congress.csv", "2027-04-30,pt-2", "2027-04-29,pt-2", "until")]
    [InlineData("congress.csv", "congress,2027-04-30,pt-2", "council,2027-04-30,pt-2", "body")]
    [InlineData("congress.csv", "pt-1,6,2", "pt-1,all,2", "members")]
    [InlineData("congress.csv", "pt-1,6,2", "pt-1,6,0", "seats")]
    [InlineData("congress.csv", "federation,body", "above,body", "federation")]
    public async Task A_faulty_cell_is_named_and_nothing_is_carried_over(
        string table,
        string sound,
        string faulty,
        string column
    )
    {
        await _folder.Change(table, sound, faulty);
        // A congress in which a section is missing would decide otherwise: what is wrong in it is not passed over.
        var said = await CarryOver("--skip-faulty");

        Assert.Equal(2, said.Exit);
        await _folder.Names(table, column);
    }

    [Trait("pace", "slow")]
    [Theory]
    [InlineData("congress.csv", "congress,", "executive,", "carry-over.no-congress")]
    [InlineData("congress.csv", "2027-04-30", "2026-05-30", "carry-over.not-a-running-term")]
    [InlineData("congress.csv", "table 1\",0", "table 1\",x", "carry-over.no-evidence")]
    [InlineData("congress.csv", "pt-1,6,2", "pt-1,6,1", "carry-over.more-than-seats")]
    [InlineData("congress.csv", "2027-04-30", "2027-04-29", "carry-over.longer-than-the-congress")]
    [InlineData("branch.md", "kind: delegation", "kind: committee", "carry-over.no-delegation")]
    public async Task What_the_law_refuses_of_a_congress_is_told_before_anything_is_written(
        string file,
        string sound,
        string faulty,
        string code
    )
    {
        await _folder.Change(file, sound, faulty);
        var said = await CarryOver();

        Assert.Equal(2, said.Exit);
        Assert.Contains(code, said.Err, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("data")));
    }

    [Fact]
    public async Task Without_the_table_no_delegates_are_carried_over()
    {
        var said = await _folder.CarryOver();
        Assert.Equal(2, said.Exit);
        Assert.Contains("carry-over.no-seats", said.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Whatever_is_done_to_the_table_it_is_read_to_its_end_or_to_a_fault()
    {
        var whole = File.ReadAllBytes(_folder.At("congress.csv"));
        var now = SystemClock.Instance.GetCurrentInstant();
        Gen.Select(Gen.Int[0, 4_000], Gen.Byte, Gen.Bool)
            .Array[1, 6]
            .Sample(
                cuts =>
                {
                    var broken = whole.ToList();
                    foreach (var (at, value, taken) in cuts)
                        if (taken)
                            broken.RemoveAt(at % broken.Count);
                        else
                            broken[at % broken.Count] = value;
                    File.WriteAllBytes(_folder.At("congress.csv"), [.. broken]);
                    var plan = Plan.Of(
                        _folder.At("tree.csv"),
                        _folder.At("roll.csv"),
                        _folder.At("mandates.csv"),
                        _folder.At("congress.csv"),
                        now
                    );
                    Trial.Of(plan, now, _ => { });
                    Assert.All(plan.Faults, f => Assert.True(f.Row >= 0 && f.Expected.Length > 0));
                    // Nothing of a congress is passed over.
                    if (plan.Faults.Exists(f => f.File == "congress.csv"))
                        Assert.True(plan.IsStopped);
                },
                iter: 60,
                threads: 1
            );
    }

    private async Task Recalled(WebApplication app, Front front, SectionId id, MandateNo mandate)
    {
        var people = front
            .Read(id)
            .Section.Membership.Members.Values.Select(m => m.Person)
            .ToArray();
        await Send(front, id, new Recall(mandate), people[2]);
        Matter Petition() =>
            front.Read(id).Section.Matters.All.Values.Single(m => m.Question is Question.Recall);
        var voted = false;
        for (var days = 0; Petition().IsOpen; days++)
        {
            Assert.True(days < 100, Petition().ToString());
            if (Petition().Stage is Stage.Support)
                await Send(front, id, new Support(Petition().No), people[3]);
            if (!voted && Petition().Stage is Stage.Voting voting)
            {
                voted = true;
                foreach (var person in people)
                    await Send(front, id, new Domain.Ballots.Cast(voting.Box, "for"), person);
            }
            _clock.StandAt(Now(app) + Duration.FromDays(1));
            await app.Services.GetRequiredService<Clerk.Calendar>().ActOnWhatIsDue();
        }
        await app.Services.GetRequiredService<Post>().Deliver();
    }

    private static async Task AllAccept(WebApplication app, Front front)
    {
        foreach (var id in front.Sections)
        foreach (var member in front.Read(id).Section.Membership.Members.Values)
            if (member.Standing is Standing.Invited)
                await Send(front, id, new AcceptInvitation(1, ""), member.Person);
        await app.Services.GetRequiredService<Post>().Deliver();
    }

    private static async Task Send(
        Front front,
        SectionId id,
        Domain.Command command,
        PersonId person
    )
    {
        var answer = await front.Send(
            id,
            new GivenId(Guid.NewGuid().ToString("n")),
            command,
            Actor.Self(person)
        );
        Assert.False(answer is Answer.Refused, $"{command}: {answer}");
    }

    private static Section Named(Front front, string name) =>
        front.Sections.Select(s => front.Read(s).Section).Single(s => s.Sections.Name == name);

    private static Section[] Countries(Front front) =>
        [
            .. front
                .Sections.Select(s => front.Read(s).Section)
                .Where(s => s.Sections.Name.StartsWith("Dock Workers", StringComparison.Ordinal)),
        ];

    private Mandate[] Sitting(Section federation) =>
        [.. federation.Mandates.On(Congress, _clock.GetCurrentInstant())];

    private static Instant Now(WebApplication app) =>
        app.Services.GetRequiredService<IClock>().GetCurrentInstant();

    private string[] WithCongress => ["--congress", _folder.At("congress.csv")];

    private Task<Said> CarryOver(params string[] more) =>
        _folder.CarryOver([.. WithCongress, .. more]);

    private WebApplication House() => _folder.House(s => s.AddSingleton<IClock>(_clock));
}
