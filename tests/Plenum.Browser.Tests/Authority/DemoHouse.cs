using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Cli;
using Plenum.Cli.Demo;
using Plenum.Domain;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Statutes;
using Plenum.Web;
using Plenum.Web.Doors;

namespace Plenum.Browser.Tests.WhoMay;

/// <summary>The branch of the demonstration in a house of its own, where whoever asks may also change things.</summary>
public sealed class DemoHouse : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plenum-pages-").FullName;
    private readonly WebApplication _app;
    private PersonId _recalled = PersonId.Nobody;

    public DemoHouse() =>
        _app = DemoHosting.Build(
            new Settings(_folder, "http://127.0.0.1:0", LogForm.Json, new MailSettings.OnlyFolder())
        );

    public Uri Address { get; private set; } = new("http://localhost");

    public Front Front => Of<Front>();

    public Section Section => Front.Read(Id).Section;

    public SectionId Id => Of<Front>().Sections.Single();

    public string Path => $"/s/{Here.Abridged(Id)}";

    /// <summary>The petition against the chair, which runs all the while.</summary>
    public Matter Recall =>
        Section.Matters.OpenMatters.Single(m =>
            m is { Question: Question.Recall, Stage: Stage.Support }
        );

    /// <summary>An election that voters decided, with its papers.</summary>
    public Matter CountedElection =>
        Section.Matters.All.Values.First(m =>
            m is { Question: Question.Elect, Stage: Stage.Settled }
            && Section.Ballots.Boxes.Values.Any(b =>
                b.Closed && b.Matter == m.No && b.Counted != Digest.None
            )
        );

    public IEnumerable<RouteEndpoint> Endpoints =>
        _app
            .Services.GetServices<EndpointDataSource>()
            .Concat(((IEndpointRouteBuilder)_app).DataSources)
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>();

    public async ValueTask InitializeAsync()
    {
        await DemoHosting.Open(_app, Words.In("en"));
        await TakeBack(new BodyId("treasurer"));
        // In the demonstration nobody has an address; here everybody has one that must not be seen.
        foreach (var no in Cast.Everybody)
            Of<PeopleBook>()
                .Write(
                    Cast.Person(no),
                    new PersonalData(Cast.Names[no - 1], EmailOf(no), PostalOf(no))
                );
        _app.UsePlenumWeb();
        _app.MapPlenumWeb();
        await _app.StartAsync();
        Address = new Uri(
            _app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    public static ImmutableArray<string> Names => Cast.Names;

    public static string EmailOf(int no) =>
        FormattableString.Invariant($"cast-{no}@members.example");

    public static string PostalOf(int no) => FormattableString.Invariant($"{no} Hidden Lane");

    /// <summary>Somebody at the door, signed in as who the column of the table says.</summary>
    public Task<Caller> As(string column) =>
        column == "nobody" ? Task.FromResult(new Caller(Address)) : As(PersonOf(column));

    /// <summary>The same for one of the members, whom perhaps no column names.</summary>
    public async Task<Caller> As(PersonId person)
    {
        var caller = new Caller(Address);
        var card = Of<Accounts>().IssueCard(person, Now);
        await caller.Post(
            "/sign-in/card",
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["code"] = card.Code,
                ["pin"] = card.Pin,
                ["own"] = "true",
            }
        );
        return caller;
    }

    /// <summary>What somebody signed in reads of themselves; nobody has no name.</summary>
    public string NameOf(string column) =>
        column is "nobody" or "stranger" ? "" : Of<PeopleBook>().NameOf(PersonOf(column));

    /// <summary>Who read contact data under a mandate, and where.</summary>
    public ImmutableArray<Store.ContactRead> Reads => Of<Store.Vault>().Reads(0);

    public Accounts Accounts => Of<Accounts>();

    /// <summary>A plain member, and two who restore sign-ins.</summary>
    public (MemberNo Lost, PersonId First, PersonId Second) LostAndTwoOfTheCommittee()
    {
        var holders = Section
            .Mandates.On(Section.Rules.Keepers.RestoredBy, Now)
            .Select(m => m.Holder)
            .ToArray();
        return (
            Section.Membership.Of(PersonOf("member")).No,
            Section.Membership.Of(holders[0]).Person,
            Section.Membership.Of(holders[1]).Person
        );
    }

    /// <summary>Time passes to an instant, and what falls due until then happens.</summary>
    public async Task LetPassUntil(Instant at)
    {
        Of<MovedClock>().StandAt(Instant.Max(Now, at));
        await Of<Calendar>().ActOnWhatIsDue(TestContext.Current.CancellationToken);
    }

    /// <summary>A join card of the person in a column, which a browser may sign in with.</summary>
    public (string Code, string Pin) CardOf(string column)
    {
        var card = Of<Accounts>().IssueCard(PersonOf(column), Now);
        return (card.Code, card.Pin);
    }

    public async Task<People.Visitor> Visit(PersonId person)
    {
        var visitor = new People.Visitor(Address);
        var card = Of<Accounts>().IssueCard(person, Now);
        await visitor.Send(
            "/sign-in",
            "/sign-in/card",
            ("code", card.Code),
            ("pin", card.Pin),
            ("own", "true")
        );
        return visitor;
    }

    /// <summary>Every byte of the record as it lies on the disk, open parts included.</summary>
    public string WholeRecord() =>
        string.Concat(
            Directory
                .EnumerateFiles(_folder, "record*")
                .Select(file =>
                {
                    using var stream = new FileStream(
                        file,
                        FileMode.Open,
                        FileAccess.Read,
                        FileShare.ReadWrite
                    );
                    using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
                    return reader.ReadToEnd();
                })
        );

    public Instant TimeThere => Now;

    /// <summary>Who stands in a column of the table; nobody has no number.</summary>
    public PersonId PersonNamed(string column) =>
        column == "nobody" ? PersonId.Nobody : PersonOf(column);

    /// <summary>The plain member of the table.</summary>
    public PersonId Member => PersonOf("member");

    /// <summary>What the clock of the house shows.</summary>
    public Instant At => Now;

    public Instant Now => Of<IClock>().GetCurrentInstant();

    private PersonId PersonOf(string column) =>
        column switch
        {
            "stranger" => Stranger(),
            "invited" => WhoseStanding(s => s is Standing.Invited),
            "refused" => WhoseStanding(s => s is Standing.Refused),
            "applicant" => WhoseStanding(s => s is Standing.Applicant or Standing.Referred),
            "lapsed" => WhoseStanding(s => s is Standing.Lapsed),
            "member" => Section
                .Membership.Members.Values.First(m =>
                    m.Standing is Standing.Good && !Held(m.No).Any() && m.Person != _recalled
                )
                .Person,
            "recalled" => _recalled,
            "keeper" => Holder("keepers"),
            _ => Holder(column),
        };

    /// <summary>The members sign, the vote opens by itself, and with its count the office is over.</summary>
    private async Task TakeBack(BodyId office)
    {
        var mandate = Section.Mandates.On(office, Now).Single();
        _recalled = Section.Membership.Of(mandate.Holder).Person;
        var members = Section
            .Membership.Members.Values.Where(m => m.IsInGoodStanding && m.Person != _recalled)
            .ToArray();
        await Send(members[0], new Recall(mandate.No));
        var petition = Section
            .Matters.OpenMatters.Single(m =>
                m.Question is Question.Recall recall && recall.Mandate == mandate.No
            )
            .No;
        var needed = Section.Matters.All[petition].Procedure.SupportNeeded;
        foreach (var member in members.Skip(1).Take(needed - 1))
            await Send(member, new Support(petition));
        while (Section.Matters.All[petition] is { IsOpen: true } matter)
        {
            if (matter.Stage is Stage.Voting voting)
                foreach (var member in members)
                    await Send(member, new Domain.Ballots.Cast(voting.Box, "For"));
            Of<MovedClock>().StandAt(Instant.Max(Now, matter.Stage.NextAt));
            await Of<Calendar>().ActOnWhatIsDue(TestContext.Current.CancellationToken);
        }
        Assert.Empty(Section.Mandates.On(office, Now));
    }

    private async Task Send(Member member, Command command) =>
        Assert.IsType<Clerk.Answer.Done>(
            await Of<Front>()
                .Send(
                    Id,
                    new Clerk.Recording.GivenId(Guid.NewGuid().ToString("N")),
                    command,
                    Actor.Self(member.Person)
                )
        );

    private PersonId Stranger()
    {
        var person = new PersonId(
            System.Security.Cryptography.RandomNumberGenerator.GetHexString(32, lowercase: true)
        );
        Of<Accounts>().Create(person, Now);
        Of<PeopleBook>().Write(person, new PersonalData("A Passer-by", "", ""));
        return person;
    }

    private PersonId WhoseStanding(Func<Standing, bool> @is) =>
        Section.Membership.Members.Values.First(m => @is(m.Standing)).Person;

    // Whoever holds least besides shows best what this one mandate opens.
    private PersonId Holder(string body) =>
        Section
            .Membership.Of(
                Section
                    .Mandates.On(new BodyId(body), Now)
                    .MinBy(m => Held(m.Holder).Count())!
                    .Holder
            )
            .Person;

    private IEnumerable<Mandate> Held(MemberNo member) => Section.Mandates.HeldBy(member, Now);

    public T Of<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();
}
