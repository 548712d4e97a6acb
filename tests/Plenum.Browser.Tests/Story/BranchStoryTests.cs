using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;
using Xunit;

namespace Plenum.Browser.Tests.Story;

/// <summary>What members do in a branch, by visible labels alone, with script switched off in the browser.</summary>
public sealed class BranchStoryTests(RunningHouse house)
{
    [Theory]
    [InlineData(Width.Telephone)]
    [InlineData(Width.Desk)]
    public async Task A_member_puts_a_motion_forward_and_it_is_debated(Width width)
    {
        var page = await Page(width);
        await People.Enter(page, "Member");
        await page.Follow("Put a motion forward");
        var title = $"Bicycle stands {width}";
        await page.GetByLabel("Title", new() { Exact = true }).FillAsync(title);
        await page.GetByLabel("Text", new() { Exact = true })
            .FillAsync("The branch asks for **bicycle stands** at both gates.");
        await page.Press("Put forward");

        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }))
            .ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByText("bicycle stands", new() { Exact = true }))
            .ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Width.Telephone, 0)]
    [InlineData(Width.Desk, 4)]
    public async Task A_recall_begins_on_the_mandate_s_own_card_and_shows_no_number(
        Width width,
        int card
    )
    {
        var page = await Page(width);
        await People.Enter(page, "Member");
        await page.Follow("Who speaks for me");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Recall ") })
            .Nth(card)
            .ClickAsync();
        await page.Press("Sign and begin a recall");

        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { NameRegex = new("^Recall") }).First)
            .ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByText("You have signed", new() { Exact = false }))
            .ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Width.Telephone)]
    [InlineData(Width.Desk)]
    public async Task An_amendment_that_bans_factions_is_out_of_order_and_stays_on_the_record(
        Width width
    )
    {
        var page = await Page(width);
        await People.Enter(page, "Member");
        await page.Follow("Statutes");
        await page.Follow("Groups among us");
        await page.Follow("Put a change forward");
        await page.GetByLabel("Title of the change").FillAsync("One line");
        var text = page.GetByLabel("The article as it shall read");
        await text.FillAsync(
            (await text.InputValueAsync()).Replace(
                "allowed: true",
                "allowed: false",
                StringComparison.Ordinal
            )
        );
        await page.Press("Put the change forward");

        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Out of order" }))
            .ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByText("C3", new() { Exact = false }).First)
            .ToBeVisibleAsync();
        await page.Follow("Record");
        await Assertions
            .Expect(page.GetByText("out of order", new() { Exact = false }).First)
            .ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(Width.Telephone)]
    [InlineData(Width.Desk)]
    public async Task What_is_not_allowed_says_because_of_which_article(Width width)
    {
        var page = await Page(width);
        await People.Enter(page, "Member");
        await page.Follow("Who speaks for me");
        await page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Recall .*") })
            .Nth(2)
            .ClickAsync();
        await page.Press("Sign and begin a recall");

        await Assertions
            .Expect(page.GetByText("Not allowed, because", new() { Exact = false }))
            .ToBeVisibleAsync();
        await Assertions
            .Expect(page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Article ") }).First)
            .ToBeVisibleAsync();
    }

    private Task<IPage> Page(Width width) => house.Page(width, ColorScheme.Light, script: false);
}
