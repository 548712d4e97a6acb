using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Plenum.Clerk;
using Plenum.Web;
using Plenum.Web.Guard;

namespace Plenum.Browser.Tests.Guard;

/// <summary>A house inside this process, because what is tested needs a broken page, few permits or a proxy's https.</summary>
public sealed class RefusingHouseTests : IAsyncLifetime
{
    private readonly WebApplication house = Build();
    private readonly HttpClient http = new();

    private static WebApplication Build()
    {
        // The list of static files is named after the program.
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ApplicationName = "plenum" }
        );
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPlenumClerk(
            Directory.CreateTempSubdirectory("plenum-refusing-").FullName,
            Domain.Deadlines.CommandFor
        );
        builder.Services.AddPlenumWeb(
            new PlenumWebOptions { Limits = new Limits(DoorActsPerMinute: 2), Ready = () => false }
        );
        var app = builder.Build();
        app.Use(
            (context, next) =>
            {
                if (context.Request.Headers.ContainsKey("Behind-Https"))
                    context.Request.Scheme = "https";
                return next(context);
            }
        );
        app.UsePlenumWeb();
        app.MapPlenumWeb();
        app.MapGet("/broken", string () => throw new InvalidOperationException("the secret"));
        app.MapGet("/closed", () => Results.StatusCode(StatusCodes.Status403Forbidden));
        return app;
    }

    public async ValueTask InitializeAsync()
    {
        await house.StartAsync();
        http.BaseAddress = new Uri(house.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await house.DisposeAsync();
    }

    private async Task<(HttpResponseMessage Answer, string Page)> Ask(
        HttpMethod method,
        string path,
        params (string Name, string Value)[] headers
    )
    {
        using var asked = new HttpRequestMessage(method, path);
        foreach (var (name, value) in headers)
            asked.Headers.Add(name, value);
        var answer = await http.SendAsync(asked, TestContext.Current.CancellationToken);
        return (
            answer,
            WebUtility.HtmlDecode(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task A_fault_of_ours_says_what_to_do_next_and_shows_nothing_of_the_inside()
    {
        var (answer, page) = await Ask(HttpMethod.Get, "/broken", ("Accept-Language", "es"));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains("Algo falló en este servidor", page, StringComparison.Ordinal);
        Assert.DoesNotContain("the secret", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", page, StringComparison.Ordinal);
        Assert.True(answer.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task A_page_that_is_not_open_says_whom_to_ask()
    {
        var (answer, page) = await Ask(HttpMethod.Get, "/closed");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("This page is not open to you", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_are_shown_in_a_demonstration_only()
    {
        foreach (var path in new[] { "/about/pieces", "/about/pieces/deadline.ics" })
        {
            var (answer, page) = await Ask(HttpMethod.Get, path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.Contains("There is no page here", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Whoever_acts_too_often_is_told_to_wait_and_may_still_read()
    {
        for (var act = 0; act < 2; act++)
            Assert.Equal(
                HttpStatusCode.BadRequest,
                (await Ask(HttpMethod.Post, "/")).Answer.StatusCode
            );

        var (answer, page) = await Ask(HttpMethod.Post, "/");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Contains("Wait one minute", page, StringComparison.Ordinal);
        Assert.True((await Ask(HttpMethod.Get, "/")).Answer.IsSuccessStatusCode);
    }

    [Fact]
    public async Task Strict_transport_is_asked_for_only_over_https()
    {
        var (plain, _) = await Ask(HttpMethod.Get, "/?lang=es");
        var (secure, _) = await Ask(HttpMethod.Get, "/?lang=es", ("Behind-Https", "yes"));
        Assert.False(plain.Headers.Contains("Strict-Transport-Security"));
        Assert.True(secure.Headers.Contains("Strict-Transport-Security"));
        Assert.DoesNotContain(
            "secure",
            plain.Headers.GetValues("Set-Cookie").Single(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "secure",
            secure.Headers.GetValues("Set-Cookie").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_house_that_is_not_ready_says_so_to_the_machines() =>
        Assert.Equal(
            HttpStatusCode.ServiceUnavailable,
            (await Ask(HttpMethod.Get, "/readyz")).Answer.StatusCode
        );
}
