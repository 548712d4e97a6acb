using System.Net;
using Plenum.Browser.Tests.Browser;

namespace Plenum.Browser.Tests.Guard;

public sealed class GuardTests(RunningHouse house) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { UseCookies = false })
    {
        BaseAddress = house.Address,
    };

    public void Dispose() => http.Dispose();

    private static Uri To(string path) => new(path, UriKind.Relative);

    [Theory]
    [InlineData("/")]
    [InlineData("/healthz")]
    [InlineData("/nothing-here")]
    [InlineData("/_content/Plenum.Web/css/tokens.css")]
    public async Task Every_answer_carries_the_guard(string path)
    {
        using var answer = await http.GetAsync(To(path), TestContext.Current.CancellationToken);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith(
            "default-src 'none'; script-src 'self'; style-src 'self'",
            policy,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "frame-ancestors 'none'; base-uri 'none'",
            policy,
            StringComparison.Ordinal
        );
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("no-referrer", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.NotEmpty(answer.Headers.GetValues("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/healthz", "ok")]
    [InlineData("/readyz", "ready")]
    public async Task The_house_tells_whether_it_lives_and_is_ready(string path, string said) =>
        Assert.Equal(
            said,
            await http.GetStringAsync(To(path), TestContext.Current.CancellationToken)
        );

    [Theory]
    [InlineData("en", "What you can do next")]
    [InlineData("es", "Qué puedes hacer ahora")]
    public async Task A_page_that_does_not_exist_says_what_to_do_next(string language, string said)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/nothing-here");
        asked.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await http.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains(
            said,
            WebUtility.HtmlDecode(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            ),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "any")]);
        using var answer = await http.PostAsync(
            To("/"),
            form,
            TestContext.Current.CancellationToken
        );
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(
            "This could not be read",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        using var form = new FormUrlEncodedContent([new("text", new string('x', 1_100_000))]);
        using var answer = await http.PostAsync(
            To("/"),
            form,
            TestContext.Current.CancellationToken
        );
        Assert.Contains(
            answer.StatusCode,
            new[] { HttpStatusCode.RequestEntityTooLarge, HttpStatusCode.BadRequest }
        );
    }

    [Fact]
    public async Task The_address_speaks_louder_than_the_browser_and_is_remembered_out_of_reach_of_scripts()
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/?lang=es");
        asked.Headers.AcceptLanguage.ParseAdd("en");
        using var answer = await http.SendAsync(asked, TestContext.Current.CancellationToken);
        Assert.Contains(
            "<html lang=\"es\" dir=\"ltr\">",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Style_sheets_are_named_by_their_content_and_kept()
    {
        var page = await http.GetStringAsync(To("/"), TestContext.Current.CancellationToken);
        var sheet = page.Split("href=\"")
            .Select(part => part.Split('"')[0])
            .First(href => href.Contains("/tokens.", StringComparison.Ordinal));
        using var answer = await http.GetAsync(To(sheet), TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode);
        Assert.Contains(
            "immutable",
            answer.Headers.CacheControl!.ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_style_sheet_and_font_named_is_served()
    {
        foreach (var sheet in Plenum.Web.House.Sheets.All)
        {
            var text = await http.GetStringAsync(
                To("/" + sheet),
                TestContext.Current.CancellationToken
            );
            foreach (var font in text.Split("url(\"../").Skip(1).Select(part => part.Split('"')[0]))
            {
                using var answer = await http.GetAsync(
                    To("/_content/Plenum.Web/" + font),
                    TestContext.Current.CancellationToken
                );
                Assert.True(answer.IsSuccessStatusCode, font);
            }
        }
    }
}
