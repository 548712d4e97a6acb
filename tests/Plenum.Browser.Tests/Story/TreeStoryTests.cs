using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;

namespace Plenum.Browser.Tests.Story;

/// <summary>The tree of sections as a picture beside its table, on a telephone and at a desk.</summary>
public sealed class TreeStoryTests(RunningHouse house)
{
    [Theory]
    [InlineData(Width.Telephone, ColorScheme.Light)]
    [InlineData(Width.Desk, ColorScheme.Dark)]
    public async Task A_member_of_the_international_sees_three_countries_and_their_branches(
        Width width,
        ColorScheme scheme
    )
    {
        var page = await Tree("Harbour Workers' International", "Executive", width, scheme);
        await Assertions.Expect(page.GetByRole(AriaRole.Img)).ToHaveCountAsync(16);
        await Assertions
            .Expect(
                page.GetByRole(AriaRole.Img, new() { Name = "Belongs to Harbour Workers of Kenya" })
            )
            .ToHaveCountAsync(4);
        // What a branch has told its country, and nothing of a record that is not ours.
        await Assertions
            .Expect(page.GetByRole(AriaRole.Row, new() { NameRegex = new("^Lisboa Branch") }))
            .ToContainTextAsync("72");
        Assert.True(
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= (int)width
        );
        Assert.True(await Fits(page));
        await People.Sound(page);
    }

    [Fact]
    public async Task From_a_branch_the_way_up_is_walked_by_keyboard_and_without_script()
    {
        var page = await Tree(
            "Sines Branch",
            "Member",
            Width.Telephone,
            ColorScheme.Light,
            script: false
        );
        await Assertions.Expect(page.GetByRole(AriaRole.Img)).ToHaveCountAsync(3);
        var above = page.GetByRole(AriaRole.Link, new() { Name = "Harbour Workers of Portugal" });
        await above.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions
            .Expect(
                page.GetByRole(AriaRole.Heading, new() { Name = "Harbour Workers of Portugal" })
            )
            .ToBeVisibleAsync();
    }

    private async Task<IPage> Tree(
        string section,
        string role,
        Width width,
        ColorScheme scheme,
        bool script = true
    )
    {
        var page = await house.Page(width, scheme, script: script, at: await house.Federation());
        await People.Enter(page, section, role);
        await page.GotoAsync($"/s/{new Uri(page.Url).PathAndQuery.Split('/')[2]}/federation");
        await page.Follow("The tree of sections");
        return page;
    }

    // Every label begins right of its drawing and ends inside the frame, and no row reaches into the next.
    private static Task<bool> Fits(IPage page) =>
        page.EvaluateAsync<bool>(
            """
            [...document.querySelectorAll('.tree-cell')].every((cell, at, all) => {
              const words = cell.querySelector('span').getBoundingClientRect();
              const drawn = cell.querySelector('svg').getBoundingClientRect();
              const next = all[at + 1]?.querySelector('span').getBoundingClientRect();
              return words.left >= drawn.right && words.right <= innerWidth && (!next || words.bottom <= next.top);
            })
            """
        );
}
