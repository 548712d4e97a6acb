using System.Text.RegularExpressions;
using Microsoft.Playwright;

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

    public static Task Press(this IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).First.ClickAsync();

    public static Task Follow(this IPage page, string name) =>
        page.GetByRole(AriaRole.Link, new() { Name = name, Exact = true }).First.ClickAsync();
}
