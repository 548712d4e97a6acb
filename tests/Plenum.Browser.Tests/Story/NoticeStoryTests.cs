using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NodaTime;
using Plenum.Browser.Tests.Browser;
using Plenum.Browser.Tests.WhoMay;
using Plenum.Domain;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Testing;

namespace Plenum.Browser.Tests.Story;

/// <summary>What is called is printed, hung up and posted, and that it was stands with the item (C18).</summary>
public sealed partial class NoticeStoryTests(RunningHouse running)
{
    private const string Addresses = "Hidden Lane|members\\.example";

    // What the programme of a printer writes before each sheet.
    [GeneratedRegex("/Type */Page[^s]")]
    private static partial Regex Sheet();

    [Fact]
    public async Task The_secretary_prints_notices_posts_one_and_members_read_that_it_was()
    {
        await using var house = new DemoHouse();
        await house.InitializeAsync();
        var lost = house.NameOf("member");
        using var member = await house.As("member");
        await member.Post("/me/address", Without(lost));
        var page = await Enter(house, "secretary", Width.Telephone, ColorScheme.Light);

        // A meeting is called, and the sheet for the wall tells of it with everything else that is ahead.
        var at = house.Section.Matters.OpenMatters.Max(m => m.Stage.NextAt) + Duration.FromDays(9);
        await page.GotoAsync($"{house.Path}/bodies/callsitting");
        await page.GetByLabel("Who meets").SelectOptionAsync("members");
        await page.GetByLabel("When").FillAsync($"{at:uuuu-MM-dd}T18:00");
        await page.GetByLabel("Where").FillAsync("Canteen, first floor");
        await page.Press("Call the meeting");
        await page.GotoAsync($"{house.Path}/matters");
        await page.Follow("Notices to print");
        await People.Reads(page, "A meeting is called");
        await People.Reads(page, "Where: Canteen, first floor");
        await People.Reads(page, $"At the desk help: {house.NameOf("secretary")}");
        await People.Reads(page, $"{house.Address.Authority}{house.Path}/matters/");
        Assert.Equal(
            house.Section.Matters.OpenMatters.Count() + 1,
            await page.Locator(".notice").CountAsync()
        );
        await People.SoundAtEveryWidth(page);
        Assert.InRange(await SheetsOf(page, "notices"), 2, 4);

        // One alone fills a sheet.
        var motion = house.Section.Matters.OpenMatters.First(m => m.Question is Question.Adopt);
        await page.GotoAsync($"{house.Path}/matters/{motion.No}");
        await page.Follow("Print a notice of this");
        Assert.Equal(1, await page.Locator(".notice").CountAsync());
        Assert.Equal(1, await SheetsOf(page, "notice-alone"));

        // One sheet for the only member whom no e-mail reaches, and the reading is noted.
        var before = house.Reads.Length;
        await page.Follow("Notices to post");
        await People.Reads(page, "1 sheet");
        await People.Reads(page, $"For {lost}");
        Assert.DoesNotMatch(Addresses, await page.ContentAsync());
        Assert.Equal(before + 1, house.Reads.Length);
        await People.SoundAtEveryWidth(page);
        Assert.Equal(1, await SheetsOf(page, "notices-to-post"));

        // What cannot have happened has a clear reason; what has stands with the item, without whom.
        await page.GetByLabel("Where the notice hangs").FillAsync("Gate 3");
        await page.GetByLabel("Posted or handed over to how many").FillAsync("1");
        await page.GetByLabel("On what day").FillAsync("2999-12-31");
        await page.Press("Record the notice");
        await People.Reads(page, "31 December 2999 has not come");
        await page.GotoAsync($"{house.Path}/notices/post?item={motion.No}");
        await page.GetByLabel("Where the notice hangs").FillAsync("Gate 3");
        await page.GetByLabel("Posted or handed over to how many").FillAsync("1");
        await page.Press("Record the notice");
        await page.Arrives($"/matters/{motion.No}");
        await People.Reads(page, $"Notice hung up by {house.NameOf("secretary")} on");
        await People.SoundAtEveryWidth(page);
        await page.Context.CloseAsync();
        var read = (await member.Get($"{house.Path}/matters/{motion.No}")).Text;
        Assert.Contains("Gate 3. Posted to 1 member.", read, StringComparison.Ordinal);
        Assert.DoesNotContain("Notices to post", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sheet_names_only_who_helps_and_tells_of_nothing_that_is_over()
    {
        await using var house = new DemoHouse();
        await house.InitializeAsync();
        using var member = await house.As("member");
        var sheet = (await member.Get($"{house.Path}/notices")).Text;
        var settled = house.Section.Matters.Newest.First(m => !m.IsOpen);

        Assert.Equal(
            [house.NameOf("secretary")],
            DemoHouse.Names.Where(name => sheet.Contains(name, StringComparison.Ordinal))
        );
        Assert.Equal(404, (await member.Get($"{house.Path}/notices?item={settled.No}")).Status);
        Assert.Equal(400, (await member.Get($"{house.Path}/notices?item=-1")).Status);
        Assert.Equal(404, (await member.Get($"{house.Path}/notices?sitting=999")).Status);
        using var secretary = await house.As("secretary");
        Assert.Equal(
            404,
            (await secretary.Get($"{house.Path}/notices/post?item={settled.No}")).Status
        );
        // Everybody has an address here.
        Assert.Contains(
            "nothing to post",
            (await secretary.Get($"{house.Path}/notices/post")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Members_below_are_told_of_a_question_to_all_sections()
    {
        var page = await running.Page(
            Width.Telephone,
            ColorScheme.Dark,
            at: await running.Federation()
        );
        await People.Enter(page, "Leixões Branch", "Secretary");
        await page.GotoAsync(new Uri(page.Url).AbsolutePath + "/notices");
        await People.Reads(
            page,
            "Harbour Workers of Portugal asks the members of all its sections"
        );
        await People.Reads(page, "votes at the desk of their own section before then");
        await People.SoundAtEveryWidth(page);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Of_a_congress_that_is_called_the_sheet_says_until_when_sections_return()
    {
        await using var tree = await TreeAtWork.Open(
            running,
            ("Harbour", TreeStatutes.OfASection),
            ("Union", TreeStatutes.OfAFederation("method: equal, least: 1, most: 3"))
        );
        // One that is slow: the server on which it lives does not answer.
        var slow = new SectionId(new string('a', 64));
        await tree.Bring("Union", slow, 1, new Letter.AffiliationAsked("Docks", 5, new(1)));
        await tree.Until(() => tree.Section("Union").Sections.Tree.HasAffiliate(slow), "two");
        await tree.Do("Harbour", 1, new Domain.Congresses.SummonCongress("Nobody called it."));
        await tree.Sign("Harbour");
        await tree.Until(() => !tree.Section("Union").Congresses.All.IsEmpty, "a congress");
        var page = await tree.Page("Union", 1, Width.Desk, ColorScheme.Light);
        await page.GotoAsync(tree.Url("Union", "notices"));
        await People.Reads(page, "A congress is called");
        await People.Reads(page, "Sections return their members until");
        await People.SoundAtEveryWidth(page);
        await page.Context.CloseAsync();
    }

    private static Dictionary<string, string> Without(string name) =>
        new(StringComparer.Ordinal)
        {
            ["name"] = name,
            ["email"] = "",
            ["postal"] = "1 Hidden Lane",
        };

    private async Task<IPage> Enter(DemoHouse house, string column, Width width, ColorScheme scheme)
    {
        var page = await running.Page(width, scheme, at: house.Address);
        var card = house.CardOf(column);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("The 8 letters on the card").FillAsync(card.Code);
        await page.GetByLabel("The PIN").FillAsync(card.Pin);
        await page.CheckAsync("form[action='/sign-in/card'] input[name='own']");
        await page.Press("Sign in with the card");
        return page;
    }

    /// <summary>How many sheets of A4 a printer lays out; in black on white, without what one presses.</summary>
    private static async Task<int> SheetsOf(IPage page, string name)
    {
        await page.EmulateMediaAsync(new() { Media = Media.Print, ColorScheme = ColorScheme.Dark });
        Assert.Equal(
            0,
            await page.Locator("nav:visible, form:visible, .no-print:visible").CountAsync()
        );
        Assert.Equal(
            "rgb(0, 0, 0)",
            await page.Locator(".notice-title")
                .First.EvaluateAsync<string>("e => getComputedStyle(e).color")
        );
        foreach (var notice in await page.Locator(".notice").AllAsync())
            Assert.Equal(
                "avoid",
                await notice.EvaluateAsync<string>("e => getComputedStyle(e).breakInside")
            );
        Directory.CreateDirectory(RunningHouse.Screens);
        var pdf = await page.PdfAsync(
            new()
            {
                Path = Path.Combine(RunningHouse.Screens, $"{name}.pdf"),
                Format = "A4",
                PreferCSSPageSize = true,
            }
        );
        await page.EmulateMediaAsync(new() { Media = Media.Null });
        return Sheet().Count(Encoding.Latin1.GetString(pdf));
    }
}
