using System.Diagnostics;
using Plenum.Testing;
using Plenum.Web.Doors;

namespace Plenum.Browser.Tests.Hostile;

/// <summary>What becomes of texts on pages, whoever wrote them and whenever.</summary>
public sealed class ProseTests
{
    public static TheoryData<string> Texts => [.. HostileTexts.All.Keys];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Any_text_is_rendered_soon_and_shows_nothing_raw(string name)
    {
        // The first text of all pays for reading the libraries.
        Prose.Rendered("warm **up** [x](https://example.org)");
        var began = Stopwatch.GetTimestamp();
        var html = Prose.Rendered(HostileTexts.All[name]);

        // Minutes before there was a bound; generous, because the machine does other things as well.
        Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(3), name);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"javascript", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("href=\"data", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("quotes in lists")]
    [InlineData("lists under each other")]
    [InlineData("links")]
    public void What_cannot_be_laid_out_is_shown_as_it_was_typed(string name)
    {
        var html = Prose.Rendered(HostileTexts.All[name]);
        Assert.StartsWith("<p class=\"as-typed\">", html, StringComparison.Ordinal);
        Assert.Equal(
            $"<p class=\"as-typed\">{HostileTexts.All[name]}</p>",
            System.Net.WebUtility.HtmlDecode(html)
        );
    }

    [Fact]
    public void What_people_write_is_laid_out() =>
        Assert.Equal(
            "<p>Repair the <em>roof</em>.</p>\n<ul>\n<li>soon</li>\n</ul>\n",
            Prose.Rendered("Repair the *roof*.\n\n- soon")
        );

    /// <summary>With the sign for the other direction a page would show fifty where the record holds five.</summary>
    [Theory]
    [InlineData("Dues of \u202E05\u202C euro", "<p>Dues of ‹U+202E›05‹U+202C› euro</p>\n")]
    [InlineData("who do \u200Bnot pay", "<p>who do ‹U+200B›not pay</p>\n")]
    [InlineData("\u2068a\u2069 \uFEFFb", "<p>‹U+2068›a‹U+2069› ‹U+FEFF›b</p>\n")]
    [InlineData("\u05D0\u200F, \u0915\u094D\u200D", "<p>\u05D0\u200F, \u0915\u094D\u200D</p>\n")]
    public void Signs_that_turn_a_text_or_cannot_be_seen_are_shown(string text, string shown) =>
        Assert.Equal(shown, System.Net.WebUtility.HtmlDecode(Prose.Rendered(text)));

    [Fact]
    public void A_text_costs_once_and_no_more_are_kept_than_fit()
    {
        var rendered = new List<string>();
        var kept = new KeptProse(
            text =>
            {
                rendered.Add(text);
                return text;
            },
            most: 100
        );
        for (var times = 0; times < 5; times++)
            Assert.Equal("once", kept.Of("once"));
        Assert.Single(rendered);

        // What was asked for lately stays, what nobody asks for goes.
        for (var no = 0; no < 40; no++)
        {
            kept.Of(FormattableString.Invariant($"another {no:00}"));
            kept.Of("once");
        }
        Assert.Single(rendered, "once");
        kept.Of("another 00");
        Assert.Equal(2, rendered.Count(text => text == "another 00"));
    }

    [Fact]
    public void Many_who_open_a_new_text_at_once_wait_for_one_rendering()
    {
        var times = 0;
        var kept = new KeptProse(
            text =>
            {
                Interlocked.Increment(ref times);
                Thread.Sleep(50);
                return text;
            },
            most: 100
        );
        Parallel.For(0, 8, _ => Assert.Equal("x", kept.Of("x")));
        Assert.Equal(1, times);
    }
}
