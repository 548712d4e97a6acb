using System.Collections.Immutable;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Plenum.Web.Guard;

/// <summary>
/// What a proxy passes on about whoever asks. It is believed from proxies that were named, and of a list the last entry
/// alone, which is the one the proxy wrote itself.
/// </summary>
internal static class Proxies
{
    /// <summary>Programs on this computer, which stand in front where the house was given an address.</summary>
    public static ImmutableArray<IPNetwork> OfThisComputer { get; } =
    [IPNetwork.Parse("127.0.0.0/8"), IPNetwork.Parse("::1/128")];

    public static IApplicationBuilder UseProxies(
        this IApplicationBuilder app,
        PlenumWebOptions options
    )
    {
        if (!options.Proxies.IsEmpty)
            app.UseForwardedHeaders(Believing(options.Proxies));
        // Over https it is what the keeper says it is, whichever hop this one was: cookies and headers follow.
        if (options.IsHttps)
            app.Use(
                (context, next) =>
                {
                    context.Request.Scheme = Uri.UriSchemeHttps;
                    return next(context);
                }
            );
        return app;
    }

    private static ForwardedHeadersOptions Believing(ImmutableArray<IPNetwork> proxies)
    {
        var believed = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = 1,
        };
        believed.KnownProxies.Clear();
        believed.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
            believed.KnownIPNetworks.Add(proxy);
        return believed;
    }
}
