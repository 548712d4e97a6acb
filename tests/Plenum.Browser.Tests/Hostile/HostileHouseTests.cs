using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime;
using Plenum.Browser.Tests.Browser;
using Plenum.Browser.Tests.WhoMay;
using Plenum.Domain;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;
using Plenum.Testing;
using Plenum.Web.Doors;

namespace Plenum.Browser.Tests.Hostile;

/// <summary>
/// A branch whose record holds hostile texts: those the law takes, and those it took before there was a bound. Every
/// page opens all the same.
/// </summary>
public sealed partial class HostileHouseTests(RunningHouse browser, DemoHouse house)
    : IClassFixture<DemoHouse>
{
    private const int MostPages = 800;

    private static readonly string Word = string.Concat(Enumerable.Repeat("abcdefghij", 18));

    [GeneratedRegex("href=\"(/s/[^\"#]*)")]
    private static partial Regex Link();

    /// <summary>A command as it was decided before there was a bound on what it says.</summary>
    private sealed record OfBefore : Command
    {
        // Left out of the digest of the command, which knows the commands of the law alone.
        [Sealed]
        public required Command Command { get; init; }

        public override Ruling Decide(Section section, Occasion occasion) =>
            Command.Decide(section, occasion);
    }

    [Fact]
    public async Task Every_page_opens_whatever_somebody_wrote()
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in HostileTexts.All.Values)
        foreach (var (who, command) in Writing(text))
            if (await Send(who, command) || await Send(who, new OfBefore { Command = command }))
                taken.Add(command.GetType().Name);

        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                nameof(PutMotion),
                nameof(Stand),
                nameof(Report),
                nameof(FileMinorityReport),
                nameof(Summon),
                nameof(AmendProgramme),
                nameof(Instruct),
            },
            taken
        );
        var pages = await Crawl("member", "secretary", "chair", "committee");
        Assert.True(pages.Count >= 120, $"{pages.Count} pages");
        Assert.DoesNotContain(pages, page => page.Value is >= 500 or 429);
    }

    /// <summary>A calendar program reads no control characters, and titles of before hold some.</summary>
    [Fact]
    public async Task Titles_are_escaped_in_the_calendar()
    {
        var member = house.Member;
        await Send(
            member,
            new OfBefore
            {
                Command = new PutMotion("Es\u001Bc\0ape; a, b", "Text", BodyId.Members, [1], []),
            }
        );
        using var caller = await house.As("member");
        var (_, calendar) = await caller.Get($"{house.Path}/calendar.ics");
        Assert.Contains(
            "Escape\\; a\\, b",
            calendar.Replace("\r\n ", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(calendar, sign => char.IsControl(sign) && sign is not ('\r' or '\n'));
    }

    [Fact]
    public async Task A_word_wider_than_the_page_breaks_on_a_telephone_and_on_paper()
    {
        Assert.True(
            await Send(
                house.Member,
                new PutMotion("https://" + Word, Word + "\n\n# " + Word, BodyId.Members, [1], [])
            )
        );
        var matter = house.Section.Matters.OpenMatters.MaxBy(m => m.No.Value)!;
        var page = await browser.Page(Width.Telephone, ColorScheme.Light, at: house.Address);
        var card = house.CardOf("member");
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("The 8 letters on the card").FillAsync(card.Code);
        await page.GetByLabel("The PIN").FillAsync(card.Pin);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in with the card" })
            .ClickAsync();
        foreach (
            var path in new[]
            {
                house.Path,
                $"{house.Path}/matters",
                $"{house.Path}/matters/{matter.No}",
                $"{house.Path}/notices?item={matter.No}",
            }
        )
        {
            await page.EmulateMediaAsync(new() { Media = Media.Screen });
            await page.SetViewportSizeAsync((int)Width.Telephone, 844);
            await page.GotoAsync(path);
            Assert.Equal("", await page.EvaluateAsync<string>(Wider));
            // A4 without its margins, in the pixels a browser prints with.
            await page.EmulateMediaAsync(new() { Media = Media.Print });
            await page.SetViewportSizeAsync(658, 900);
            Assert.Equal("", await page.EvaluateAsync<string>(Wider));
        }
    }

    // The innermost things that reach beyond the window, by name.
    private const string Wider = """
        [...document.querySelectorAll('body *')]
          .filter(e => e.getClientRects().length && e.getBoundingClientRect().right > innerWidth + 1
            && !e.closest('.scroll, .unseen, .skip'))
          .slice(-3).map(e => location.pathname + ' ' + e.tagName + '.' + e.className).join('; ')
        """;

    // Everything with a text that somebody in the demonstration may send, to each thing it may be about.
    private IEnumerable<(PersonId Who, Command Command)> Writing(string text)
    {
        var member = house.Member;
        var everybody = house
            .Section.Membership.Members.Values.Where(m => m.IsInGoodStanding)
            .ToArray();
        yield return (member, new PutMotion("Text", text, BodyId.Members, [1], []));
        yield return (member, new PutMotion(text, "Title", BodyId.Members, [1], []));
        yield return (member, new Summon("Text", text, house.At + Duration.FromDays(40)));
        yield return (member, new AmendProgramme("Text", text, house.Section.Programme.Digest));
        foreach (var matter in house.Section.Matters.OpenMatters.ToArray())
        {
            foreach (var one in everybody.Take(8))
            {
                if (matter.Question is Question.Elect)
                    yield return (one.Person, new Stand(matter.No, text, PublicName: false));
                if (matter.Stage is Stage.Voting or Stage.Debate)
                    yield return (one.Person, new FileMinorityReport(matter.No, text));
            }
            yield return (member, new Protest(matter.No, text));
        }
        foreach (var mandate in house.Section.Mandates.Current.Values.ToArray())
        {
            yield return (
                house.Section.Membership.Of(mandate.Holder).Person,
                new Report(mandate.No, text)
            );
        }
        foreach (var instruct in Instructing(text))
            yield return (member, instruct);
    }

    private IEnumerable<Command> Instructing(string text) =>
        house
            .Section.Mandates.Current.Values.Select(m => m.Body)
            .Distinct()
            .Select(body => new Instruct(body, "Text", text, MatterNo.None, Bidding.InWords));

    private async Task<bool> Send(PersonId who, Command command) =>
        await house.Front.Send(
            house.Id,
            new Clerk.Recording.GivenId(Guid.NewGuid().ToString("N")),
            command,
            Actor.Self(who)
        ) is Clerk.Answer.Done;

    // In turn, because the house gives each so many pages a minute.
    private async Task<IReadOnlyDictionary<string, int>> Crawl(params string[] columns)
    {
        var callers = new Queue<Caller>();
        foreach (var column in columns)
            callers.Enqueue(await house.As(column));
        var pages = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>([
            house.Path,
            .. house.Section.Matters.All.Keys.Select(no => $"{house.Path}/matters/{no}"),
            .. house.Section.Mandates.Current.Keys.Select(no => $"{house.Path}/mandates/{no}"),
            $"{house.Path}/notices",
        ]);
        while (waiting.TryDequeue(out var path) && pages.Count < MostPages)
        {
            if (pages.ContainsKey(path))
                continue;
            var caller = callers.Dequeue();
            callers.Enqueue(caller);
            var (status, text) = await caller.Get(path);
            pages[path] = status;
            foreach (Match link in Link().Matches(text))
                waiting.Enqueue(link.Groups[1].Value);
        }
        foreach (var caller in callers)
            caller.Dispose();
        return pages;
    }
}
