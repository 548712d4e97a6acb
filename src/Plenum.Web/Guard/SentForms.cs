using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Plenum.Web.Guard;

/// <summary>
/// A form of text is read before anybody asks what stands in it, so that one that cannot be read is told from one whose
/// token is wrong. Files are read where they are expected, after it is clear who may send one.
/// </summary>
internal static class SentForms
{
    private const string OfText = "application/x-www-form-urlencoded";

    public static IApplicationBuilder UseSentForms(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    context.Request.ContentType?.StartsWith(
                        OfText,
                        StringComparison.OrdinalIgnoreCase
                    ) == true
                    && !await IsRead(context)
                )
                {
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
                    return;
                }
                await next(context);
            }
        );

    // What is no character is told by no exception of its own.
    private static async Task<bool> IsRead(HttpContext context)
    {
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
