using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Plenum.Web.Guard;

/// <summary>What a browser may do with our pages: load from this house only, frame nothing, tell nobody.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private const string PermissionsPolicy =
        "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=(), "
        + "publickey-credentials-create=(self), publickey-credentials-get=(self)";

    // What stands in links of letters, on cards and in the founding link.
    private static readonly string[] Opening = ["token", "card", "key", "id"];

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                // At the start of the answer, because the page for a failure clears what was set before.
                context.Response.OnStarting(Write, context);
                return next(context);
            }
        );

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = PermissionsPolicy;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (context.Request.IsHttps)
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = IsPrivate(context) ? "no-store" : "private, no-cache";
        return Task.CompletedTask;
    }

    // A shared computer keeps nothing of what members read, nor of a page whose address opens something.
    private static bool IsPrivate(HttpContext context) =>
        context.User.Identity?.IsAuthenticated == true
        || context.Request.Query.Keys.Any(name =>
            Opening.Contains(name, StringComparer.OrdinalIgnoreCase)
        );
}
