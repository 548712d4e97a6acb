using Microsoft.Playwright;

namespace Plenum.Browser.Tests.Story;

/// <summary>A hand on the keyboard and none on the mouse; wherever the focus goes it has to be seen.</summary>
internal sealed class Keys(IPage page)
{
    private const int MostStops = 150;

    // What a reader of the page is told the focused thing is called, and whether eyes can find it.
    private const string Focused = """
        () => {
          const e = document.activeElement;
          const label = e.labels && e.labels.length ? e.labels[0].innerText : '';
          const style = getComputedStyle(e);
          const box = e.getBoundingClientRect();
          return {
            name: (e.getAttribute('aria-label') || label || e.innerText || '').trim(),
            body: e === document.body,
            ring: style.outlineStyle === 'solid' && parseFloat(style.outlineWidth) >= 2,
            inView: box.width > 0 && box.bottom > 0 && box.top < innerHeight,
          };
        }
        """;

    private sealed class Stop
    {
        public string Name { get; set; } = "";
        public bool Body { get; set; }
        public bool Ring { get; set; }
        public bool InView { get; set; }
    }

    /// <summary>Past the head of the page by its first stop.</summary>
    public async Task Skip()
    {
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("Skip to the content", (await Here()).Name);
        await page.Keyboard.PressAsync("Enter");
        Assert.Equal("main", await page.EvaluateAsync<string>("document.activeElement.id"));
    }

    public Task To(string name) => To(found => found == name, name);

    /// <summary>Forward, stop by stop, until the focus is on what is called so.</summary>
    public async Task To(Func<string, bool> wanted, string described)
    {
        var passed = new List<string>();
        while (passed.Count < MostStops)
        {
            await page.Keyboard.PressAsync("Tab");
            var stop = await Here();
            Assert.True(stop.Ring || stop.Body, $"no ring on '{stop.Name}' of {page.Url}");
            Assert.True(stop.InView || stop.Body, $"'{stop.Name}' of {page.Url} is out of sight");
            if (wanted(stop.Name))
                return;
            passed.Add(stop.Name);
        }
        Assert.Fail($"'{described}' is not on the way: {string.Join(", ", passed.Take(40))}");
    }

    /// <summary>One stop back and forward again ends where it began: focus is trapped nowhere.</summary>
    public async Task BackAndForth()
    {
        var here = (await Here()).Name;
        await page.Keyboard.PressAsync("Shift+Tab");
        Assert.NotEqual(here, (await Here()).Name);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(here, (await Here()).Name);
    }

    public Task Press(string key) => page.Keyboard.PressAsync(key);

    public Task Type(string text) => page.Keyboard.TypeAsync(text);

    /// <summary>Follows the link or presses the button that has the focus, and waits for what comes.</summary>
    public async Task Enter()
    {
        await page.EvaluateAsync("window.left = true");
        await page.Keyboard.PressAsync("Enter");
        // A function, not an expression: of an expression every look anew is an eval, which the policy of the page forbids.
        await page.WaitForFunctionAsync("() => !window.left && document.readyState === 'complete'");
    }

    private Task<Stop> Here() => page.EvaluateAsync<Stop>(Focused);
}
