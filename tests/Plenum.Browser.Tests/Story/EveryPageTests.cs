using System.Collections.Concurrent;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;

namespace Plenum.Browser.Tests.Story;

/// <summary>
/// Every page that links lead to, on a telephone and at a desk, light and dark: no fault for axe, nothing wider than the
/// window, nothing in the console. A page is opened once and looked at four times.
/// </summary>
public sealed class EveryPageTests(RunningHouse house)
{
    private const int MostPages = 60;
    private const int AtOnce = 2;

    [Theory]
    [InlineData("Committee", 200)]
    [InlineData("Applicant", 403)]
    public async Task Every_page_somebody_can_reach_is_sound(string role, int home)
    {
        var first = await house.Page(Width.Desk, ColorScheme.Light);
        await People.Enter(first, role);
        var waiting = new ConcurrentQueue<string>(await Reach(first));
        var seen = waiting.Count;
        var start = waiting.First();
        var faults = new ConcurrentQueue<string>();
        await Task.WhenAll(
            Enumerable
                .Range(0, AtOnce)
                .Select(async _ =>
                {
                    var page = await first.Context.NewPageAsync();
                    page.Console += (_, said) =>
                    {
                        // The browser itself reports a page that is not open to an applicant.
                        if (
                            said.Type == "error"
                            && !(home == 403 && said.Text.Contains("403", StringComparison.Ordinal))
                        )
                            faults.Enqueue($"{page.Url}: {said.Text}");
                    };
                    while (waiting.TryDequeue(out var path))
                        foreach (
                            var fault in await FaultsOf(page, path, path == start ? home : 200)
                        )
                            faults.Enqueue(fault);
                })
        );
        await first.Context.CloseAsync();

        Assert.InRange(seen, 8, MostPages);
        Assert.True(faults.IsEmpty, string.Join('\n', faults));
    }

    private static async Task<IReadOnlyList<string>> FaultsOf(IPage page, string path, int status)
    {
        var faults = new List<string>();
        var answer = await page.GotoAsync(path);
        if (answer!.Status != status)
            faults.Add($"{path}: {answer.Status}");
        foreach (var width in Enum.GetValues<Width>())
        {
            await page.SetViewportSizeAsync((int)width, 844);
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > (int)width)
                faults.Add($"{path}: {wide} pixels wide at {(int)width}");
            foreach (var scheme in SchemesAt(width))
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (var violation in (await page.RunAxe()).Violations)
                    faults.Add(
                        $"{path} {width} {scheme}: {violation.Id} {string.Join(' ', violation.Nodes.Select(n => n.Html).Take(2))}"
                    );
            }
        }
        return faults;
    }

    // Light on a telephone and dark at a desk in every check; all four when there is time.
    private static ColorScheme[] SchemesAt(Width width) =>
        Environment.GetEnvironmentVariable("PLENUM_LONG") is { Length: > 0 }
            ? [ColorScheme.Light, ColorScheme.Dark]
            : [width == Width.Telephone ? ColorScheme.Light : ColorScheme.Dark];

    // Breadth first; of pages that differ only in a number two are enough.
    private static async Task<IReadOnlyList<string>> Reach(IPage page)
    {
        var found = new List<string>();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>([new Uri(page.Url).PathAndQuery, "/sign-in", "/recover"]);
        while (waiting.TryDequeue(out var path) && found.Count < MostPages)
        {
            await page.GotoAsync(path);
            if (found.Contains(new Uri(page.Url).PathAndQuery))
                continue;
            found.Add(new Uri(page.Url).PathAndQuery);
            foreach (
                var link in await page.EvaluateAsync<string[]>(
                    "[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href').split('#')[0])"
                )
            )
            {
                var kind = string.Concat(link.Select(c => char.IsDigit(c) ? '0' : c))
                    .Replace("00", "0", StringComparison.Ordinal);
                if (
                    link.Length == 0
                    || link.EndsWith(".ics", StringComparison.Ordinal)
                    || link.EndsWith(".blt", StringComparison.Ordinal)
                    || link.EndsWith(".csv", StringComparison.Ordinal)
                    || link.EndsWith(".json", StringComparison.Ordinal)
                    || found.Contains(link)
                    || waiting.Contains(link)
                )
                    continue;
                kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
                if (kinds[kind] <= 2)
                    waiting.Enqueue(link);
            }
        }
        return found;
    }
}
