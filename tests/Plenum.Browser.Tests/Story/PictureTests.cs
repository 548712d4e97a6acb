using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;

namespace Plenum.Browser.Tests.Story;

/// <summary>The pictures of the README are the pages as they are; they are taken anew only where PLENUM_PICTURES is set.</summary>
public sealed class PictureTests(RunningHouse house)
{
    private const string Asked = "PLENUM_PICTURES";
    private const int MostBytes = 150_000;

    private static string Folder => Path.Combine(RunningHouse.Root, "docs", "pictures");

    [Theory]
    [InlineData("needs", "What needs me", "What needs me")]
    [InlineData("speaks", "Who speaks for me", "Who speaks for me")]
    [InlineData("vote", "Items", "A day off for every night worked alone")]
    public async Task A_picture_of_the_readme_shows_a_page_that_is(
        string name,
        string link,
        string heading
    )
    {
        var page = await house.Page(Width.Desk, ColorScheme.Light);
        await People.Enter(page, "Member");
        await page.Follow(link);
        if (link != heading)
            await page.Follow(heading);
        await Assertions
            .Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 }))
            .ToBeVisibleAsync();
        var picture = await page.ScreenshotAsync();
        await page.Context.CloseAsync();

        Assert.InRange(picture.Length, 10_000, MostBytes);
        if (Environment.GetEnvironmentVariable(Asked) is { Length: > 0 })
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllBytesAsync(
                Path.Combine(Folder, $"{name}.png"),
                picture,
                TestContext.Current.CancellationToken
            );
        }
        Assert.True(File.Exists(Path.Combine(Folder, $"{name}.png")));
        Assert.Contains(
            $"docs/pictures/{name}.png",
            await File.ReadAllTextAsync(
                Path.Combine(RunningHouse.Root, "README.md"),
                TestContext.Current.CancellationToken
            ),
            StringComparison.Ordinal
        );
    }
}
