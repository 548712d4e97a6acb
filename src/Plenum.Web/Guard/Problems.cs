using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Clerk;
using Plenum.Web.House;

namespace Plenum.Web.Guard;

/// <summary>Every answer that is not what was asked for is a page that says what to do next; never a stack trace.</summary>
internal static class Problems
{
    public static IApplicationBuilder UseProblemPages(this IApplicationBuilder app) =>
        app.UseExceptionHandler(
                new ExceptionHandlerOptions
                {
                    StatusCodeSelector = failure =>
                        failure is BadHttpRequestException refused ? refused.StatusCode
                        : FullDisk.Is(failure) ? StatusCodes.Status507InsufficientStorage
                        : StatusCodes.Status500InternalServerError,
                    ExceptionHandler = Show,
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

    /// <summary>Rendered in place, not by routing again: the request may be a form whose body is already spent.</summary>
    private static async Task Show(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            return;
        context.Response.ContentLength = null;
        // Every rendering adds this header, and the refused one may have added it already.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        context.Response.Headers.CacheControl = "no-store";
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
