using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Plenum.Clerk;

/// <summary>What the keeper of the machine may watch: numbers, never names.</summary>
public static class Telemetry
{
    /// <summary>The name of the meter and of the source of traces.</summary>
    public const string Name = "Plenum";

    internal static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);
    private static readonly Histogram<double> AppendTime = Meter.CreateHistogram<double>(
        "plenum.append.duration",
        "s",
        "Time from handing over a batch until it is durable"
    );
    private static readonly Histogram<int> BatchSize = Meter.CreateHistogram<int>(
        "plenum.append.commands",
        "{command}",
        "Commands made durable together"
    );
    private static readonly Counter<long> Answers = Meter.CreateCounter<long>(
        "plenum.commands",
        "{command}",
        "Commands by what became of them"
    );

    // Fronts come and go in tests; a gauge belongs to the meter for ever.
    private static readonly List<Front> Fronts = [];
    private static readonly Lock Watching = new();

    static Telemetry()
    {
        Meter.CreateObservableGauge("plenum.queue.length", () => Sum(front => front.Waiting));
        Meter.CreateObservableGauge("plenum.deadlines.overdue", () => Sum(front => front.Overdue));
    }

    internal static void Appended(TimeSpan took, int commands)
    {
        AppendTime.Record(took.TotalSeconds);
        BatchSize.Record(commands);
    }

    internal static void Answered(Outcome outcome) =>
        Answers.Add(
            1,
            new KeyValuePair<string, object?>(
                "outcome",
                outcome switch
                {
                    Outcome.Accepted => "accepted",
                    Outcome.Refused => "refused",
                    Outcome.Unprepared => "unprepared",
                    Outcome.Failed => "failed",
                }
            )
        );

    internal static IDisposable Watch(Front front)
    {
        lock (Watching)
            Fronts.Add(front);
        return new Watched(front);
    }

    private static int Sum(Func<Front, int> of)
    {
        lock (Watching)
            return Fronts.Sum(of);
    }

    private sealed class Watched(Front front) : IDisposable
    {
        public void Dispose()
        {
            lock (Watching)
                Fronts.Remove(front);
        }
    }
}
