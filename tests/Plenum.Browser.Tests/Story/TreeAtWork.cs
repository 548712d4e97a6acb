using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using Plenum.Browser.Tests.Browser;
using Plenum.Browser.Tests.People;
using Plenum.Clerk;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Browser.Tests.Story;

/// <summary>
/// Sections of five in one house, whose clock a test moves. What a story is about is done on pages; signatures and votes
/// of the others, and the days between, are done here.
/// </summary>
internal sealed class TreeAtWork : IAsyncDisposable
{
    private const string Programme = "# Principles\n\n1. Each has one vote.\n";
    private const int MostDays = 150;

    private static readonly string[] Given = ["Ada", "Bruno", "Carla", "Dario", "Elena"];

    private readonly Household _house;
    private readonly RunningHouse _browser;
    private readonly Dictionary<string, (SectionId Id, PersonId[] People)> _sections = [];

    private TreeAtWork(Household house, RunningHouse browser) =>
        (_house, _browser) = (house, browser);

    public Instant Now => _house.Now;

    /// <summary>Sections that have come into being; all but the last belong to the last.</summary>
    public static async Task<TreeAtWork> Open(
        RunningHouse browser,
        params (string Name, string Statutes)[] sections
    )
    {
        var tree = new TreeAtWork(await Household.Open(), browser);
        foreach (var (name, statutes) in sections)
            await tree.Found(name, statutes);
        foreach (var (name, _) in sections[..^1])
        {
            await tree.Do(name, 1, new AskToJoin(tree.IdOf(sections[^1].Name), "Together."));
            await tree.Sign(name);
        }
        await tree.Until(
            () =>
                sections[..^1]
                    .All(s => tree.Section(s.Name).Sections.Tree.Federation != Affiliation.None),
            "a tree"
        );
        return tree;
    }

    /// <summary>A section that has come into being and belongs to none.</summary>
    public async Task Found(string name, string statutes)
    {
        var people = Given.Select(given => _house.Person($"{given} of {name}")).ToArray();
        var id = Begin.IdOf(name, statutes, Programme, "n");
        _sections.Add(name, (id, people));
        Assert.IsType<Answer.Done>(
            await _house.Front.Found(
                new GivenId(Guid.NewGuid().ToString("N")),
                new Begin(id, name, "Europe/Berlin", statutes, Programme, [.. people], "n"),
                new Actor.Founder()
            )
        );
        for (var no = 1; no <= people.Length; no++)
            await Do(name, no, new AcceptInvitation(1, ""));
    }

    public SectionId IdOf(string section) => _sections[section].Id;

    /// <summary>The part of a section that divided.</summary>
    public Section Part(string section) =>
        _house.Front.Read(Section(section).Mergers.Forks.Single().With).Section;

    /// <summary>What stands at the head of every page of a section; houses of tests leave it out.</summary>
    public string AtTheHead(SectionId section)
    {
        using var scope = _house.Of<IServiceScopeFactory>().CreateScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.RouteValues["section"] = section.Value;
        _house.Of<IHttpContextAccessor>().HttpContext = context;
        return Web.Doors.Mastheads.Of(context).Name;
    }

    public Section Section(string section) => _house.Front.Read(IdOf(section)).Section;

    public string Url(string section, string path = "") =>
        $"/s/{Web.Doors.Here.Abridged(IdOf(section))}/{path}";

    public string Url(string section, MatterNo matter) => Url(section, $"matters/{matter.Value}");

    public Matter Open(string section, Func<Question, bool> asks) =>
        Section(section).Matters.OpenMatters.Single(m => asks(m.Question));

    /// <summary>A browser of somebody's own, in which they have signed in.</summary>
    public async Task<IPage> Page(string section, int person, Width width, ColorScheme scheme)
    {
        var page = await _browser.Page(width, scheme, at: _house.Address);
        var card = _house.Accounts.IssueCard(_sections[section].People[person - 1], Now);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("The 8 letters on the card").FillAsync(card.Code);
        await page.GetByLabel("The PIN").FillAsync(card.Pin);
        await page.CheckAsync("form[action='/sign-in/card'] input[name='own']");
        await page.Press("Sign in with the card");
        await page.GotoAsync(Url(section));
        return page;
    }

    /// <summary>The others sign the newest item.</summary>
    public async Task Sign(string section)
    {
        for (var no = 2; no <= Given.Length; no++)
            await Send(section, no, new Support(Section(section).Matters.All.Keys.Last()));
    }

    /// <summary>Days pass until something has come about; everybody who has not voted votes, and for what is asked unless told otherwise.</summary>
    public async Task Until(Func<bool> happened, string what, string choice = "for")
    {
        for (var day = 0; !happened(); day++)
        {
            Assert.True(day < MostDays, $"{what} never comes about");
            await Pass(Duration.FromDays(1));
            foreach (var name in _sections.Keys)
            foreach (var box in Section(name).Ballots.Boxes.Values)
                if (!box.Closed && box.Form == BallotForm.Question)
                    // In a vote of all members those of every section vote in the record of the one that asks.
                    foreach (
                        var of in box.Electorate == BodyId.Tree
                            ? [.. _sections.Keys]
                            : new[] { name }
                    )
                        for (var no = 1; no <= Given.Length; no++)
                            await Send(
                                name,
                                _sections[of].People[no - 1],
                                new Cast(box.No, choice)
                            );
            await Deliver();
        }
    }

    public async Task Pass(Duration time)
    {
        _house.Clock.Move(time);
        await _house.Of<Calendar>().ActOnWhatIsDue(TestContext.Current.CancellationToken);
        await Deliver();
    }

    public Task Deliver() => _house.Of<Post>().Deliver(TestContext.Current.CancellationToken);

    /// <summary>A letter of a section that lives on another server.</summary>
    public async Task Bring(string to, SectionId from, int no, Letter letter) =>
        Assert.IsType<Answer.Done>(
            await _house.Front.Send(
                IdOf(to),
                CommandId.OfLetter(from, IdOf(to), no),
                new Receive(from, no, letter),
                new Actor.Post()
            )
        );

    public async Task Do(string section, int person, Command command) =>
        Assert.IsType<Answer.Done>(await Send(section, person, command));

    /// <summary>Somebody of one section is taken into another as well: two attest, and silence admits.</summary>
    public async Task Admit(string of, int person, string to)
    {
        var who = _sections[of].People[person - 1];
        Assert.IsType<Answer.Done>(
            await _house.Front.Send(
                IdOf(to),
                new GivenId(Guid.NewGuid().ToString("N")),
                new Apply(1, "", IsOldEnough: true),
                Actor.Self(who)
            )
        );
        for (var no = 1; no <= 2; no++)
            await Do(to, no, new Attest(Section(to).Membership.Of(who).No));
        await Until(() => Section(to).Membership.Of(who).IsInGoodStanding, "an admission");
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private Task<Answer> Send(string section, int person, Command command) =>
        Send(section, _sections[section].People[person - 1], command);

    private Task<Answer> Send(string section, PersonId person, Command command) =>
        _house.Front.Send(
            IdOf(section),
            new GivenId(Guid.NewGuid().ToString("N")),
            command,
            Actor.Self(person)
        );
}
