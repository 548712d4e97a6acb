using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;

namespace Plenum.Browser.Tests.Story;

/// <summary>From a branch to the congress above it, by visible labels alone, with script switched off in the browser.</summary>
public sealed class FederationStoryTests(RunningHouse house)
{
    [Theory]
    [InlineData(Width.Telephone)]
    [InlineData(Width.Desk)]
    public async Task A_branch_took_its_delegate_back_and_the_seat_above_is_empty(Width width)
    {
        var page = await Page(width);
        await People.Enter(page, "Sines Branch", "Member");
        await page.Follow("Items");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Recall") })
            .First.ClickAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Recall: Delegates Adopted" }))
            .ToBeVisibleAsync();
        await People.Sound(page);

        await OpenSection(page);
        await page.Follow("Federation");
        await People.Reads(page, "We belong to Harbour Workers of Portugal");
        await People.Reads(page, "1 seat is empty");
        await People.Sound(page);

        await People.Enter(page, "Harbour Workers of Portugal", "Member");
        await OpenSection(page);
        await page.Follow("Federation");
        var sines = page.GetByRole(AriaRole.Row, new() { NameRegex = new("^Sines Branch") });
        await Assertions.Expect(sines).ToContainTextAsync("1 seat is empty");
        var lisbon = page.GetByRole(AriaRole.Row, new() { NameRegex = new("^Lisboa Branch") });
        await Assertions.Expect(lisbon).Not.ToContainTextAsync("empty");
        await People.Sound(page);
    }

    [Fact]
    public async Task Members_of_a_branch_vote_on_a_running_recall_of_their_delegate()
    {
        var page = await Page(Width.Telephone);
        await People.Enter(page, "Colonia Branch", "Member");
        await page.Follow("Items");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Recall") })
            .First.ClickAsync();
        await People.Sound(page);
    }

    [Fact]
    public async Task A_delegate_meets_the_congress_among_what_needs_them()
    {
        var page = await Page(Width.Desk);
        await People.Enter(page, "Lisboa Branch", "Delegates");
        await page.GetByRole(
                AriaRole.Link,
                new() { NameRegex = new("^Harbour Workers of Portugal: ") }
            )
            .ClickAsync();
        await page.Follow("Items");
        await page.GetByRole(
                AriaRole.Link,
                new() { NameRegex = new("^No ship is handled below four") }
            )
            .First.ClickAsync();
        await People.Reads(page, "No ship is handled below four to a hold");
        await People.Sound(page);
    }

    [Fact]
    public async Task A_delegate_asks_the_congress_whether_another_sits_there_rightly()
    {
        var page = await Page(Width.Telephone);
        await People.Enter(page, "Lisboa Branch", "Delegates");
        await page.GetByRole(
                AriaRole.Link,
                new() { NameRegex = new("^Harbour Workers of Portugal: ") }
            )
            .ClickAsync();
        await OpenSection(page);
        await page.Follow("Federation");
        await page.GetByRole(AriaRole.Row, new() { NameRegex = new("^Leixões Branch") })
            .Locator("a[href*='/mandates/']")
            .First.ClickAsync();
        await page.GetByText("Dispute this seat").ClickAsync();
        await People.Sound(page);
        await page.GetByLabel("Ground")
            .SelectOptionAsync(
                new SelectOptionValue
                {
                    Label = "no member of the section on the day of the election",
                }
            );
        await page.GetByLabel("What shows it").FillAsync("The roll of that day has no such line.");
        await page.Press("Put it to the congress");
        await People.Reads(page, "Carried with two thirds, the seat is empty");
        await People.Reads(page, "The roll of that day has no such line.");
        await People.Sound(page);
        await page.Follow("The seat");
        await People.Reads(page, "This seat is disputed since");
        await People.Sound(page);
    }

    [Theory]
    [InlineData(Width.Telephone)]
    [InlineData(Width.Desk)]
    public async Task A_member_of_a_branch_votes_where_their_country_asks_everybody(Width width)
    {
        var page = await Page(width);
        await EnterAsWhoeverHasNotVoted(page, "Leixões Branch");
        await People.Sound(page);
        await Asked(page).ClickAsync();
        await People.Reads(page, "Put to all members by Harbour Workers of Portugal");
        await People.Reads(page, "You vote on the part of the roll that Leixões Branch returned.");
        await Assertions
            .Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("^Sines Branch") }))
            .ToBeVisibleAsync();
        await People.Sound(page);

        await page.GetByLabel("For", new() { Exact = true }).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Vote", Exact = true }).ClickAsync();
        await People.Reads(page, "You have voted.");
        // Whoever belongs to no section of that country reads nothing of it.
        var question = new Uri(page.Url).PathAndQuery;
        await People.Enter(page, "Lamu Branch", "Member");
        Assert.Equal(403, (await page.GotoAsync(question))!.Status);
    }

    // Some have voted already, always the same.
    private static async Task EnterAsWhoeverHasNotVoted(IPage page, string section)
    {
        for (var which = 0; which < 20; which++)
        {
            await People.Enter(page, section, "Member", which);
            if (await Asked(page).CountAsync() > 0)
                return;
        }
        Assert.Fail("everybody has voted");
    }

    private static ILocator Asked(IPage page) =>
        page.GetByRole(AriaRole.Link, new() { NameRegex = new("^No night shift") });

    [Theory]
    [InlineData(Width.Telephone)]
    [InlineData(Width.Desk)]
    public async Task A_member_asks_to_move_to_another_branch_and_stays_after_all(Width width)
    {
        var page = await Page(width);
        await People.Enter(page, "Sines Branch", "Member");
        await page.GotoAsync($"/s/{new Uri(page.Url).PathAndQuery.Split('/')[2]}/transfer");
        await People.Sound(page);
        var lisbon = page.Locator("details", new() { HasText = "Lisboa Branch" }).First;
        await lisbon.Locator("summary").ClickAsync();
        await lisbon.GetByRole(AriaRole.Button, new() { Name = "Ask to move there" }).ClickAsync();
        await People.Reads(page, "You asked Lisboa Branch");
        await People.Reads(page, "You are a member here until it has said yes");
        await People.Sound(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay here after all" }).ClickAsync();
        await Assertions.Expect(page.GetByText("You asked Lisboa Branch")).ToHaveCountAsync(0);
    }

    private async Task<IPage> Page(Width width) =>
        await house.Page(
            width,
            ColorScheme.Light,
            // axe is a script; the pages are not.
            script: true,
            at: await house.Federation()
        );

    private static Task OpenSection(IPage page) =>
        page.GotoAsync(
            new Uri(page.Url).PathAndQuery.Split('/')[2] is var id ? $"/s/{id}/section" : "/"
        );
}
