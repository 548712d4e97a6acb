using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Plenum.Web.Guard;

/// <summary>
/// The names this house answers to. A request may claim any; one that nobody named would stand in the links of letters
/// and let pages of another site speak for this one.
/// </summary>
internal static class NamedHosts
{
    public static IApplicationBuilder UseNamedHosts(
        this IApplicationBuilder app,
        PlenumWebOptions options
    ) =>
        app.Use(
            (context, next) =>
            {
                if (IsNamed(context, options))
                    return next(context);
                context.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
                // The page that says so is made like any other, which needs a name to be made under.
                context.Request.Host = new HostString("localhost");
                return Task.CompletedTask;
            }
        );

    private static bool IsNamed(HttpContext context, PlenumWebOptions options)
    {
        var asked = context.Request.Host;
        if (!asked.HasValue)
            return false;
        var host = asked.Host;
        if (options.Address.Length > 0 && IsSame(host, new Uri(options.Address).IdnHost))
            return true;
        if (IsThisComputer(host))
            return true;
        // Without an address, links are made of what was asked for, and then the port has to be one of ours as well.
        return (options.Address.Length > 0 || IsOurs(asked.Port, context))
            && (
                IsWhereTheyCameIn(host, context) || options.Hosts.Any(named => IsSame(host, named))
            );
    }

    private static bool IsSame(string host, string named) =>
        string.Equals(Bare(host), Bare(named), StringComparison.OrdinalIgnoreCase);

    private static bool IsThisComputer(string host) =>
        IsSame(host, "localhost")
        || IPAddress.TryParse(Bare(host), out var number) && IPAddress.IsLoopback(number);

    // Whoever listens on every address of a computer is reached under each by its number, which no site can take over.
    private static bool IsWhereTheyCameIn(string host, HttpContext context) =>
        IPAddress.TryParse(Bare(host), out var number)
        && context.Connection.LocalIpAddress is { } here
        && Plain(number).Equals(Plain(here));

    private static bool IsOurs(int? port, HttpContext context) =>
        (port ?? (context.Request.IsHttps ? 443 : 80)) == context.Connection.LocalPort;

    private static IPAddress Plain(IPAddress address) =>
        address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;

    private static string Bare(string host) => host.Trim('[', ']');
}
