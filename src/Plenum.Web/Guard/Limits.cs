using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Plenum.Web.Guard;

/// <summary>
/// How much one caller may ask in a minute. A meeting hall shares one address, so an address may ask for more than
/// a person; acts (anything but reading) are counted apart.
/// </summary>
public sealed record Limits(
    int AddressPerMinute = 1200,
    int PersonPerMinute = 300,
    int ActsPerMinute = 60,
    int FeedsPerMinute = 12,
    long BodyBytes = 1_048_576
)
{
    internal const string Feeds = "feeds";

    internal void Set(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                rejected.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                    .ToString(CultureInfo.InvariantCulture);
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(
            Feeds,
            context => Window($"feed:{context.Request.RouteValues["key"]}", FeedsPerMinute)
        );
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                Window("address:" + Address(context), AddressPerMinute)
            ),
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { Length: > 0 } person
                    ? Window("person:" + person, PersonPerMinute)
                    : RateLimitPartition.GetNoLimiter("nobody")
            ),
            PartitionedRateLimiter.Create<HttpContext, string>(context =>
                HttpMethods.IsGet(context.Request.Method)
                || HttpMethods.IsHead(context.Request.Method)
                    ? RateLimitPartition.GetNoLimiter("reading")
                    : Window("acts:" + Caller(context), ActsPerMinute)
            )
        );
    }

    private static RateLimitPartition<string> Window(string key, int permits) =>
        RateLimitPartition.GetSlidingWindowLimiter(
            key,
            _ => new SlidingWindowRateLimiterOptions
            {
                PermitLimit = permits,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 6,
                AutoReplenishment = true,
            }
        );

    private static string Caller(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? Address(context);

    private static string Address(HttpContext context) =>
        context.Connection.RemoteIpAddress?.ToString() ?? "local";
}
