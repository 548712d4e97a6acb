using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Plenum.Browser.Tests.Browser;

public sealed class PiecesInBrowserTests(RunningHouse house)
{
    public static TheoryData<Width, ColorScheme> Screens =>
        new()
        {
            { Width.Telephone, ColorScheme.Light },
            { Width.Telephone, ColorScheme.Dark },
            { Width.Desk, ColorScheme.Light },
            { Width.Desk, ColorScheme.Dark },
        };

    [Theory]
    [MemberData(nameof(Screens))]
    public async Task Pieces_pass_axe_and_fit_the_screen(Width width, ColorScheme scheme)
    {
        var page = await house.Page(width, scheme);
        var said = Listen(page);
        await page.GotoAsync("/about/pieces");
        await Screenshot(page, $"pieces-{(int)width}-{scheme}");

        var found = await page.RunAxe();

        Assert.Empty(found.Violations.Select(Words));
        Assert.Empty(said);
        Assert.Equal(
            0,
            await page.EvaluateAsync<int>(
                "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
            )
        );
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/", "start")]
    [InlineData("/there-is-nothing-here", "problem-404")]
    public async Task Plain_pages_pass_axe_and_say_nothing_to_the_console(string path, string name)
    {
        var page = await house.Page(Width.Telephone, ColorScheme.Light, "es");
        var said = Listen(page);
        await page.GotoAsync(path);
        await Screenshot(page, name);

        var found = await page.RunAxe();

        Assert.Empty(found.Violations.Select(Words));
        // The browser itself reports that the page asked for was not found.
        Assert.DoesNotContain(said, line => !line.Contains("404", StringComparison.Ordinal));
        Assert.Equal("es", await page.Locator("html").GetAttributeAsync("lang"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_first_tab_stop_skips_to_the_content()
    {
        var page = await house.Page(Width.Desk, ColorScheme.Light);
        await page.GotoAsync("/about/pieces");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("#main", await Focused(page, "getAttribute('href')"));
        Assert.True(
            await page.Locator(".skip")
                .EvaluateAsync<bool>("e => e.getBoundingClientRect().top >= 0")
        );

        await page.Keyboard.PressAsync("Enter");

        Assert.Equal("main", await Focused(page, "id"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_keyboard_reaches_every_way_and_shows_where_it_is()
    {
        var page = await house.Page(Width.Desk, ColorScheme.Light);
        await page.GotoAsync("/about/pieces");
        var reachable = await page.Locator("a[href], button, summary, [tabindex='0']").CountAsync();

        for (var stop = 0; stop < reachable; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.False(await Focused(page, "tagName") == "BODY");
            Assert.Equal(
                "solid",
                await page.EvaluateAsync<string>(
                    "() => getComputedStyle(document.activeElement).outlineStyle"
                )
            );
        }
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("BODY", await Focused(page, "tagName"));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(Width.Telephone)]
    [InlineData(Width.Desk)]
    public async Task Targets_are_at_least_44_pixels_high(Width width)
    {
        var page = await house.Page(width, ColorScheme.Light);
        await page.GotoAsync("/about/pieces");

        // A link inside a sentence is exempt (WCAG 2.2, 2.5.8).
        var small = await page.EvaluateAsync<string[]>(
            """
            () => [...document.querySelectorAll('a[href]:not(.skip), button')]
              .filter(e => !e.closest('dd'))
              .filter(e => e.getBoundingClientRect().height < 43.9)
              .map(e => e.outerHTML)
            """
        );

        Assert.Empty(small);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_page_prints()
    {
        var page = await house.Page(Width.Desk, ColorScheme.Dark);
        await page.GotoAsync("/about/pieces");
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await Screenshot(page, "pieces-print");
        Assert.Equal(
            "rgb(255, 255, 255)",
            await page.EvaluateAsync<string>(
                "() => getComputedStyle(document.body).backgroundColor"
            )
        );
        Assert.False(await page.Locator(".mandate .act").First.IsVisibleAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_language_once_chosen_is_kept()
    {
        var page = await house.Page(Width.Desk, ColorScheme.Light);
        await page.GotoAsync("/");
        await page.Locator("a[hreflang=es]").ClickAsync();
        await page.GotoAsync("/about/pieces");
        Assert.Equal("es", await page.Locator("html").GetAttributeAsync("lang"));
        await page.Context.CloseAsync();
    }

    /// <summary>Everything the console or a failed request says: a violated policy shows here.</summary>
    private static List<string> Listen(IPage page)
    {
        var said = new List<string>();
        page.Console += (_, message) => said.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => said.Add(error);
        page.RequestFailed += (_, request) => said.Add($"{request.Url}: {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
                said.Add($"{response.Status} {response.Url}");
        };
        return said;
    }

    private static Task<string> Focused(IPage page, string what) =>
        page.EvaluateAsync<string>($"() => document.activeElement.{what}");

    private static Task<byte[]> Screenshot(IPage page, string name) =>
        page.ScreenshotAsync(
            new PageScreenshotOptions
            {
                FullPage = true,
                Path = Path.Combine(RunningHouse.Screens, $"{name}.png"),
            }
        );

    private static string Words(AxeResultItem violation) =>
        $"{violation.Id}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}";
}
