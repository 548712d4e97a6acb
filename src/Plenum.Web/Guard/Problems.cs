using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Plenum.Web.House;
using Plenum.Web.Speech;

namespace Plenum.Web.Guard;

/// <summary>Every answer that is not what was asked for is a page that says what to do next; never a stack trace.</summary>
internal static class Problems
{
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app) =>
        app.UseExceptionHandler(
                new ExceptionHandlerOptions
                {
                    StatusCodeSelector = Faults.StatusOf,
                    ExceptionHandler = Fail,
                    // What the framework would write holds the message, and with it what somebody typed.
                    SuppressDiagnosticsCallback = _ => true,
                }
            )
            .Use(ShowWhatIsEmpty);

    /// <summary>
    /// Not the framework's status code pages, which leave a page alone that was announced as HTML and then refused,
    /// as a form without its token is.
    /// </summary>
    private static async Task ShowWhatIsEmpty(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null or 0 })
            await Show(context);
    }

    private static Task Fail(HttpContext context)
    {
        if (
            context.Response.StatusCode >= StatusCodes.Status500InternalServerError
            && context.Features.Get<IExceptionHandlerFeature>() is { Error: { } failure }
        )
            Faults.Log(
                context
                    .RequestServices.GetRequiredService<ILoggerFactory>()
                    .CreateLogger(typeof(PlenumWeb).FullName!),
                string.Join(" < ", Chain(failure).Select(one => one.GetType().Name)),
                string.Join("\n", Chain(failure).Select(one => one.StackTrace))
            );
        return Show(context);
    }

    private static IEnumerable<Exception> Chain(Exception failure)
    {
        for (var one = failure; one is not null; one = one.InnerException)
            yield return one;
    }

    /// <summary>A program is told in the same words as people (RFC 9457).</summary>
    private static Task Tell(HttpContext context)
    {
        var said = SaidOf(
            context.RequestServices.GetRequiredService<Sentences>(),
            context.Response.StatusCode
        );
        return Results
            .Problem(
                statusCode: context.Response.StatusCode,
                title: said.Title,
                detail: said.What + " " + said.Next
            )
            .ExecuteAsync(context);
    }

    /// <summary>What a status means to whoever gets it: what it is called, what happened and what to do next.</summary>
    internal static (string Title, string What, string Next) SaidOf(Sentences s, int status) =>
        status switch
        {
            400 => (s["problem.400.title"], s["problem.400.what"], s["problem.400.next"]),
            401 or 403 => (s["problem.403.title"], s["problem.403.what"], s["problem.403.next"]),
            404 => (s["problem.404.title"], s["problem.404.what"], s["problem.404.next"]),
            408 => (s["problem.408.title"], s["problem.408.what"], s["problem.408.next"]),
            413 => (s["problem.413.title"], s["problem.413.what"], s["problem.413.next"]),
            421 => (s["problem.421.title"], s["problem.421.what"], s["problem.421.next"]),
            429 => (s["problem.429.title"], s["problem.429.what"], s["problem.429.next"]),
            503 => (s["problem.503.title"], s["problem.503.what"], s["problem.503.next"]),
            507 => (s["problem.507.title"], s["problem.507.what"], s["problem.507.next"]),
            >= 400 and < 500 => (
                s["problem.400.title"],
                s["problem.400.what"],
                s["problem.400.next"]
            ),
            _ => (s["problem.500.title"], s["problem.500.what"], s["problem.500.next"]),
        };

    /// <summary>Rendered in place, not by routing again: the request may be a form whose body is already spent.</summary>
    private static async Task Show(HttpContext context)
    {
        context.Response.ContentLength = null;
        // Every rendering adds this header, and the refused one may have added it already.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Tell(context);
            return;
        }
        var page = new RazorComponentResult<ProblemDocument>(
            new { Status = context.Response.StatusCode }
        )
        {
            StatusCode = context.Response.StatusCode,
            PreventStreamingRendering = true,
        };
        // What was half rendered holds its own services; the page about it begins with fresh ones.
        var asked = context.RequestServices;
        await using var scope = asked.CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await page.ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = asked;
        }
    }
}
