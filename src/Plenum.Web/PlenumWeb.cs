using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.CookiePolicy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using Plenum.Web.About;
using Plenum.Web.Ballots;
using Plenum.Web.Congresses;
using Plenum.Web.Doors;
using Plenum.Web.Founding;
using Plenum.Web.Guard;
using Plenum.Web.House;
using Plenum.Web.Import;
using Plenum.Web.Mandates;
using Plenum.Web.Matters;
using Plenum.Web.People;
using Plenum.Web.Pieces;
using Plenum.Web.Speech;

namespace Plenum.Web;

/// <summary>The door of the house: add it, put the guard before it, map it.</summary>
public static class PlenumWeb
{
    /// <summary>Proxies that stand in front on this computer.</summary>
    public static ImmutableArray<IPNetwork> ProxiesOfThisComputer => Proxies.OfThisComputer;

    public static IServiceCollection AddPlenumWeb(
        this IServiceCollection services,
        PlenumWebOptions options
    )
    {
        services.AddSingleton(options);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.AddHttpContextAccessor();
        services.AddScoped(provider => SentencesOf(provider, options));
        services.AddScoped<Times>();
        services.AddScoped<Here>();
        services.AddScoped<FieldIds>();
        services.AddSingleton<PeopleBook>();
        services.AddSingleton<Divisions>();
        services.AddSingleton<Sections.PowerTables>();
        services.AddSingleton<Sections.SectionNames>();
        services.AddSingleton(s => new Sections.TreeDrawing(
            id => s.GetRequiredService<Clerk.Front>().Read(id).Section,
            s.GetRequiredService<Sections.SectionNames>().Below,
            s.GetRequiredService<Sections.SectionNames>().NameOf
        ));
        services.AddRazorComponents();
        services
            .AddAuthentication(Here.Scheme)
            .AddCookie(
                Here.Scheme,
                cookie =>
                {
                    cookie.Cookie.Name = options.CookieName("plenum.person");
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    // How long a session lasts is kept on the server; the cookie only outlasts it.
                    cookie.ExpireTimeSpan = Clerk.People.Accounts.OwnDeviceEnds.ToTimeSpan();
                    cookie.SlidingExpiration = false;
                    cookie.LoginPath = "/sign-in";
                    cookie.Events.OnValidatePrincipal = SigningIn.Validate;
                    cookie.ForwardDefaultSelector = context =>
                        KeyHandler.IsShown(context) ? KeyHandler.Name : null;
                }
            )
            .AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, KeyHandler>(
                KeyHandler.Name,
                _ => { }
            );
        services.AddPasskeys(options);
        services.AddSingleton<SignInMail>();
        services.AddSingleton<Recovering>();
        services.AddSingleton<PaperNames>();
        services.AddSingleton<Statutes.ToldChanges>();
        services.AddSingleton<Moving>();
        services.AddSingleton<NewWays>();
        services.AddScoped<Presence>();
        services.AddSingleton<Endings>();
        services.AddHostedService(p => p.GetRequiredService<Endings>());
        services.AddSingleton<Endings>();
        services.AddSingleton<CardShelf>();
        services.AddSingleton<ImportTray>();
        services.AddSingleton<Imports>();
        services.AddSingleton<ImportWorks>();
        services.AddSingleton<Looking>();
        services.AddSingleton<Importing>();
        services.AddSingleton<InvitationLetters>();
        services.AddSingleton<Inviting>();
        services.AddAuthorization();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = options.CookieName("plenum.form");
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddRateLimiter(options.Limits.Set);
        services.Configure<KestrelServerOptions>(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = options.Limits.BodyBytes;
        });
        services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = options.Limits.BodyBytes;
            // What people send waits in memory, never in a temporary file beside the data folder.
            form.MemoryBufferThreshold = (int)options.Limits.BodyBytes;
        });
        return services;
    }

    /// <summary>The guard, in the one order that holds; everything of the host's own comes after it.</summary>
    public static IApplicationBuilder UsePlenumWeb(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<PlenumWebOptions>();
        return app.UseProxies(options)
            .UseSecurityHeaders()
            .UseCookiePolicy(
                new CookiePolicyOptions
                {
                    HttpOnly = HttpOnlyPolicy.Always,
                    Secure = CookieSecurePolicy.SameAsRequest,
                    MinimumSameSitePolicy = SameSiteMode.Lax,
                }
            )
            .UseLanguageChoice(options)
            .UseProblemPages()
            .UseNamedHosts(options)
            .UseQueryNumbers()
            .UseRouting()
            .UseAuthentication()
            .UseRateLimiter()
            .UseAuthorization()
            .UseSentForms()
            .UseAntiforgery();
    }

    public static IEndpointRouteBuilder MapPlenumWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapStaticAssets().DisableRateLimiting();
        routes.MapGet("/healthz", () => Results.Text("ok")).DisableRateLimiting();
        routes.MapGet("/readyz", Readiness).DisableRateLimiting();
        routes.MapGet("/accent.css", AccentSheet.Write);
        routes.MapGet("/about/pieces/deadline.ics", ExampleCalendar.Write);
        routes.MapDoing();
        routes.MapApi();
        routes.MapRank();
        routes.MapPapers();
        routes.MapCalendarFiles();
        routes.MapCountFiles();
        routes.MapHolderLists();
        routes.MapSignIn();
        routes.MapPasskeys();
        routes.MapMe();
        routes.MapForget();
        routes.MapKeys();
        routes.MapRecover();
        routes.MapFounding();
        routes.MapImport();
        routes.MapInvite();
        routes.MapRazorComponents<App>().WithStaticAssets();
        return routes;
    }

    private static IResult Readiness(PlenumWebOptions options) =>
        options.Ready()
            ? Results.Text("ready")
            : Results.Text("not ready", statusCode: StatusCodes.Status503ServiceUnavailable);

    private static Sentences SentencesOf(IServiceProvider provider, PlenumWebOptions options) =>
        new(
            CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
            provider.GetRequiredService<IHttpContextAccessor>().HttpContext is { } context
                ? options.ZoneOf(context)
                : DateTimeZone.Utc
        );
}
