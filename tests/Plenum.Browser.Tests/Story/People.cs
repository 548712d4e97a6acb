using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;

namespace Plenum.Browser.Tests.Story;

/// <summary>Going into the demonstration as somebody, by what stands on the buttons.</summary>
internal static class People
{
    /// <summary>Enters as the first person whose role says so; a plain member is <c>Member</c>.</summary>
    public static async Task Enter(IPage page, string role)
    {
        await page.GotoAsync("/enter");
        await page.GetByRole(
                AriaRole.Button,
                new() { NameRegex = new Regex($"Enter as .*, {role}$") }
            )
            .First.ClickAsync();
        await page.GotoAsync("/");
    }

    /// <summary>Enters the demonstrated federation as somebody of a section whose role says so.</summary>
    public static async Task Enter(IPage page, string section, string role, int which = 0)
    {
        await page.GotoAsync("/enter");
        var people = page.Locator("details", new() { HasText = section }).First;
        await people.Locator("summary").ClickAsync();
        await people
            .GetByRole(AriaRole.Button, new() { NameRegex = new($"Enter as .*, {role}$") })
            .Nth(which)
            .ClickAsync();
    }

    public static Task Reads(IPage page, string text) =>
        Assertions.Expect(page.GetByText(text).First).ToBeVisibleAsync();

    /// <summary>No fault for axe.</summary>
    public static async Task Sound(IPage page) =>
        Assert.Empty((await page.RunAxe()).Violations.Select(v => $"{page.Url}: {v.Id}"));

    /// <summary>No fault and no page wider than its screen, as every page: light on a telephone, dark at a desk.</summary>
    public static async Task SoundAtEveryWidth(IPage page)
    {
        foreach (var width in Enum.GetValues<Width>())
        {
            await page.SetViewportSizeAsync((int)width, 844);
            await page.EmulateMediaAsync(
                new()
                {
                    ColorScheme = width == Width.Telephone ? ColorScheme.Light : ColorScheme.Dark,
                }
            );
            Assert.InRange(
                await page.EvaluateAsync<int>("document.documentElement.scrollWidth"),
                1,
                (int)width
            );
            await Sound(page);
        }
    }

    public static Task Press(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    /// <summary>Waits until the page has come. A page that is there already never tells again that it was loaded, so it is asked.</summary>
    public static Task Arrives(this IPage page, string ending) =>
        page.WaitForFunctionAsync(
            "ending => location.href.endsWith(ending) && document.readyState === 'complete'",
            ending
        );

    public static Task Follow(this IPage page, string name) =>
        page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
}
