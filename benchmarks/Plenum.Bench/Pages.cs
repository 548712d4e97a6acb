using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Web;
using Plenum.Web.Doors;
using Plenum.Web.Guard;
using Plenum.Web.House;

namespace Plenum.Bench;

/// <summary>Pages of a section of 10,000 against a page with nothing on it, over real sockets.</summary>
public static class Pages
{
    private const int Members = 10_000;

    public static async Task Run(TimeSpan time)
    {
        using var folder = new Scratch();
        await using var app = Build(folder.Path);
        await app.StartAsync();
        var front = app.Services.GetRequiredService<Front>();
        var section = await Sections.Found(front, Members, "pages");
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };
        foreach (var page in new[] { "", "/section", "/people", "/record", "/matters/1" })
        {
            var url = $"/s/{Here.Abridged(section)}{page}";
            // The first pages are made by code that is still being compiled.
            await Rate(client, url, time);
            var size = (await client.GetByteArrayAsync(url)).Length / 1024.0;
            var (ratio, real, empty) = await Measure.Pairs(
                3,
                () => Rate(client, url, time),
                () => Rate(client, "/empty", time)
            );
            Measure.Say(
                $"page {(page.Length == 0 ? "/" : page)} of a section of {Members} to an empty page",
                $"{real:F0}/s to {empty:F0}/s, ratio {ratio:F2}, {size:F0} KiB"
            );
        }
        await app.StopAsync();
    }

    private static async Task<double> Rate(HttpClient client, string url, TimeSpan time) =>
        await Measure.PerSecond(
            16,
            time,
            async _ =>
            {
                using var response = await client.GetAsync(url);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null);
            }
        );

    // Everybody who asks is member 1: what is measured is the page, not the sign-in.
    private static WebApplication Build(string folder)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddPlenumClerk(folder, Deadlines.CommandFor);
        builder.Services.AddPlenumWeb(
            new PlenumWebOptions { Limits = new Limits(int.MaxValue, int.MaxValue, int.MaxValue) }
        );
        var app = builder.Build();
        app.Use(
            (context, next) =>
            {
                context.User = new ClaimsPrincipal(
                    new ClaimsIdentity(
                        [new Claim(Here.PersonClaim, Sections.Person(1).Value)],
                        "bench"
                    )
                );
                return next(context);
            }
        );
        app.UsePlenumWeb();
        app.MapPlenumWeb();
        // The frame of every page with a few words in it; it answers with the status it is given.
        app.MapGet("/empty", () => new RazorComponentResult<ProblemDocument>(new { Status = 200 }));
        return app;
    }
}
