using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.AspNetCore.Routing;

namespace Plenum.Web.Guard;

/// <summary>
/// How much one caller may ask in a minute. Whoever is signed in is counted by themselves, wherever they sit; before
/// that an address is counted, which a whole factory may share, at each door apart, so that whoever batters one shuts
/// nobody out at the others. Acts (anything but reading) are counted apart.
/// </summary>
/// <param name="AddressPerMinute">All that an address asks before anybody is signed in.</param>
/// <param name="DoorPerMinute">Of that, reading at one door.</param>
/// <param name="DoorActsPerMinute">Of that, forms sent to one door.</param>
/// <param name="PersonPerMinute">All that somebody asks who is signed in.</param>
/// <param name="ActsPerMinute">Of that, acts.</param>
/// <param name="FeedsPerMinute">How often one calendar is fetched.</param>
/// <param name="BodyBytes">How large a request may be.</param>
public sealed record Limits(
    int AddressPerMinute = 3000,
    int DoorPerMinute = 1200,
    int DoorActsPerMinute = 300,
    int PersonPerMinute = 300,
    int ActsPerMinute = 60,
    int FeedsPerMinute = 12,
    long BodyBytes = 1_048_576
)
{
    internal const string Feeds = "feeds";

    private const int Minute = 60;

    // Whoever has one address of the sixth version has all that begin with the same half.
    private const int NetworkOctets = 8;

    internal void Set(RateLimiterOptions limiter)
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            var seconds = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait)
                ? Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, Minute)
                : Minute;
            rejected.HttpContext.Response.Headers.RetryAfter = seconds.ToString(
                CultureInfo.InvariantCulture
            );
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(
            Feeds,
            context => Window($"feed:{context.Request.RouteValues["key"]}", FeedsPerMinute)
        );
        limiter.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(AtTheDoor),
            PartitionedRateLimiter.Create<HttpContext, string>(InAll),
            PartitionedRateLimiter.Create<HttpContext, string>(Acting)
        );
    }

    /// <summary>What an address is counted under: its number, and of the sixth version the half that names a network.</summary>
    public static string Counted(IPAddress? address)
    {
        if (address is null)
            return "local";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkOctets))
            : address.ToString();
    }

    // First, so that what is refused at one door is not counted against the address at the others.
    private RateLimitPartition<string> AtTheDoor(HttpContext context)
    {
        if (Person(context).Length > 0)
            return RateLimitPartition.GetNoLimiter("signed in");
        var door = (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no such door";
        var from = Counted(context.Connection.RemoteIpAddress);
        return IsReading(context)
            ? Window($"read {door} {from}", DoorPerMinute)
            : Window($"act {door} {from}", DoorActsPerMinute);
    }

    private RateLimitPartition<string> InAll(HttpContext context) =>
        Person(context) is { Length: > 0 } person
            ? Window($"person {person}", PersonPerMinute)
            : Window($"address {Counted(context.Connection.RemoteIpAddress)}", AddressPerMinute);

    private RateLimitPartition<string> Acting(HttpContext context) =>
        Person(context) is { Length: > 0 } person && !IsReading(context)
            ? Window($"acts {person}", ActsPerMinute)
            : RateLimitPartition.GetNoLimiter("reading");

    private static bool IsReading(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);

    private static string Person(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";

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
}
