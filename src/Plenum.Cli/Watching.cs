using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Plenum.Clerk;

namespace Plenum.Cli;

/// <summary>
/// Sends the numbers of the clerk where the standard variables of OpenTelemetry say, and nowhere without them. Requests
/// are counted by their route; they are not traced, because an address may be a secret (a calendar's, a letter's).
/// </summary>
internal static class Watching
{
    private const string Protocol = "otlp";
    private static readonly string[] Meters =
    [
        Telemetry.Name,
        "Microsoft.AspNetCore.Hosting",
        "System.Runtime",
    ];

    public static void AddWatching(this IServiceCollection services, IConfiguration said)
    {
        if (string.Equals(said["OTEL_SDK_DISABLED"], "true", StringComparison.OrdinalIgnoreCase))
            return;
        var traces = IsSent(said, "TRACES");
        var metrics = IsSent(said, "METRICS");
        if (!traces && !metrics)
            return;
        var watched = services.AddOpenTelemetry();
        if (traces)
            watched.WithTracing(all => all.AddSource(Telemetry.Name).AddOtlpExporter());
        if (metrics)
            watched.WithMetrics(all => all.AddMeter(Meters).AddOtlpExporter());
    }

    // By the specification the address has a default; a house that nobody told where to send sends nothing.
    private static bool IsSent(IConfiguration said, string signal) =>
        (said[$"OTEL_{signal}_EXPORTER"] ?? Protocol) == Protocol
        && (
            said["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }
            || said[$"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT"] is { Length: > 0 }
        );
}
