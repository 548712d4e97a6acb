using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;

namespace Plenum.Browser.Tests.Story;

/// <summary>Every page that links lead a member to: no fault for axe, nothing wider than the window, nothing in the console.</summary>
public sealed class EveryPageTests(RunningHouse house)
{
    private const int MostPages = 50;

    [Theory]
    [InlineData(Width.Telephone, ColorScheme.Light)]
    [InlineData(Width.Desk, ColorScheme.Dark)]
    public async Task Every_page_a_member_can_reach_is_sound(Width width, ColorScheme scheme)
    {
        var page = await house.Page(width, scheme);
        var faults = new List<string>();
        page.Console += (_, said) =>
        {
            if (said.Type == "error")
                faults.Add($"{page.Url}: {said.Text}");
        };
        await People.Enter(page, "Committee");
        foreach (var path in await Reach(page))
        {
            var answer = await page.GotoAsync(path);
            if (answer!.Status != 200)
                faults.Add($"{path}: {answer.Status}");
            var wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            if (wide > (int)width)
                faults.Add($"{path}: {wide} pixels wide");
            foreach (var violation in (await page.RunAxe()).Violations)
                faults.Add(
                    $"{path}: {violation.Id} {string.Join(' ', violation.Nodes.Select(n => n.Html).Take(2))}"
                );
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    // Breadth first; of pages that differ only in a number two are enough.
    private static async Task<IReadOnlyList<string>> Reach(IPage page)
    {
        var found = new List<string>();
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        var waiting = new Queue<string>([new Uri(page.Url).PathAndQuery]);
        while (waiting.TryDequeue(out var path) && found.Count < MostPages)
        {
            found.Add(path);
            await page.GotoAsync(path);
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
