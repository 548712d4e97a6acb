using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
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
    private const int MostPages = 90;
    private const int AtOnce = 2;
    private const int OfAKind = 2;

    [Theory]
    [InlineData("Committee", 200)]
    [InlineData("Applicant", 403)]
    public async Task Every_page_somebody_can_reach_is_sound(string role, int home)
    {
        var first = await house.Page(Width.Desk, ColorScheme.Light);
        await People.Enter(first, role);
        var start = new Uri(first.Url).PathAndQuery;
        var faults = new ConcurrentQueue<string>();
        var pages = new ConcurrentQueue<IPage>();
        for (var i = 0; i < AtOnce; i++)
            pages.Enqueue(await Opened(first.Context, home, faults));
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        IReadOnlyList<string> next = [start, "/sign-in", "/recover"];
        while (next.Count > 0 && seen.Count <= MostPages)
        {
            seen.UnionWith(next);
            var links = new ConcurrentQueue<string>();
            await Parallel.ForEachAsync(
                next,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
                async (path, _) =>
                {
                    pages.TryDequeue(out var page);
                    foreach (
                        var fault in await FaultsOf(
                            page!,
                            path,
                            path == start || path == "/" ? home : 200
                        )
                    )
                        faults.Enqueue(fault);
                    foreach (var link in await page!.EvaluateAsync<string[]>(Links))
                        links.Enqueue(link);
                    pages.Enqueue(page);
                }
            );
            next =
            [
                .. links.Distinct().Order(StringComparer.Ordinal).Where(l => IsNew(l, seen, kinds)),
            ];
        }
        await first.Context.CloseAsync();

        Assert.InRange(seen.Count, 8, MostPages);
        Assert.True(faults.IsEmpty, string.Join('\n', faults));
    }

    private static async Task<IPage> Opened(
        IBrowserContext context,
        int home,
        ConcurrentQueue<string> faults
    )
    {
        var page = await context.NewPageAsync();
        page.Console += (_, said) =>
        {
            // The browser itself reports a page that is not open to an applicant.
            if (
                said.Type == "error"
                && !(home == 403 && said.Text.Contains("403", StringComparison.Ordinal))
            )
                faults.Enqueue($"{page.Url}: {said.Text}");
        };
        return page;
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
                foreach (var violation in (await page.RunAxe(OnlyFaults)).Violations)
                    faults.Add(
                        $"{path} {width} {scheme}: {violation.Id} {string.Join(' ', violation.Nodes.Select(n => n.Html).Take(2))}"
                    );
            }
        }
        return faults;
    }

    // Every rule is run; what passes is not written out node by node.
    private static readonly AxeRunOptions OnlyFaults = new()
    {
        ResultTypes = [ResultType.Violations],
    };

    // Light on a telephone and dark at a desk in every check; all four when there is time.
    private static ColorScheme[] SchemesAt(Width width) =>
        Environment.GetEnvironmentVariable("PLENUM_LONG") is { Length: > 0 }
            ? [ColorScheme.Light, ColorScheme.Dark]
            : [width == Width.Telephone ? ColorScheme.Light : ColorScheme.Dark];

    private const string Links =
        "[...document.querySelectorAll('a[href^=\"/\"]')].map(a => a.getAttribute('href').split('#')[0])";

    private static readonly string[] Files = [".ics", ".blt", ".csv", ".json"];

    // Of pages that differ only in a number, or in which rule of the statutes they say, two are enough.
    private static bool IsNew(string link, HashSet<string> seen, Dictionary<string, int> kinds)
    {
        if (link.Length == 0 || seen.Contains(link) || Files.Any(link.EndsWith))
            return false;
        var kind = Regex.Replace(link, "[0-9]+|(?<=/statutes/)[a-z]+", "0");
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        return kinds[kind] <= OfAKind;
    }
}
