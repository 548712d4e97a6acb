using Microsoft.AspNetCore.Http;

namespace Plenum.Web.House;

/// <summary>The organisation's colour as a style sheet, because a page may carry no style of its own.</summary>
internal static class AccentSheet
{
    public static IResult Write(HttpContext context, PlenumWebOptions options)
    {
        var accent = options.MastheadOf(context).Accent;
        context.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Text(
            $$"""
            @layer tokens { :root { --accent: {{accent.Light}}; } @media (prefers-color-scheme: dark) { :root { --accent: {{accent.Dark}}; } } }
            """,
            "text/css"
        );
    }
}
