using System.Runtime;
using System.Runtime.InteropServices;

namespace Plenum.Testing;

/// <summary>What work costs on the processor, whoever else is using the machine meanwhile.</summary>
public static class Processor
{
    private const int ThreadTime = 3;
    private const long Room = 200_000_000;

    /// <summary>The time of the processor that this thread takes for it; no other thread may do any of it.</summary>
    public static TimeSpan TimeOf(Action work)
    {
        var before = Now();
        work();
        return Now() - before;
    }

    /// <summary>The least of several times: what interrupts the processor, and garbage of others, only ever add.</summary>
    public static TimeSpan LeastTimeOf(int tries, Action work) =>
        Least(
            tries,
            () =>
            {
                GC.Collect();
                return TimeOf(work);
            }
        );

    /// <summary>
    /// How many times longer it takes over so many times more: that many times when it is linear, its square when it is
    /// quadratic. Both are measured when the compiler has settled on the code, or the first to be measured would be slow.
    /// </summary>
    public static double Growth<T>(T one, T many, Action<T> work)
    {
        for (var round = 0; round < 3; round++)
        {
            for (var warming = 0; warming < 15; warming++)
                work(one);
            work(many);
            Thread.Sleep(150);
        }
        var less = LeastTimeOf(7, () => work(one));
        return LeastTimeOf(5, () => work(many)) / less;
    }

    /// <summary>
    /// The same, measured again where it is not below that, once without collecting garbage in between, which costs by what is
    /// alive and not by what is done: what else runs on the machine adds to one measurement, and what grows too fast does so in
    /// each.
    /// </summary>
    public static double Growth<T>(T one, T many, Action<T> work, double below)
    {
        var growth = Growth(one, many, work);
        if (growth >= below)
            growth = Math.Min(
                growth,
                Least(5, () => Uncollected(() => work(many)))
                    / Least(7, () => Uncollected(() => work(one)))
            );
        return growth < below ? growth : Math.Min(growth, Growth(one, many, work));
    }

    private static TimeSpan Least(int tries, Func<TimeSpan> measure) =>
        Enumerable.Range(0, tries).Min(_ => measure());

    private static TimeSpan Uncollected(Action work)
    {
        GC.Collect();
        _ = GC.TryStartNoGCRegion(Room);
        try
        {
            return TimeOf(work);
        }
        finally
        {
            try
            {
                if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion)
                    GC.EndNoGCRegion();
            }
            catch (InvalidOperationException)
            {
                // Over already, because of what another thread needed.
            }
        }
    }

    /// <summary>What this thread has had of the processor so far.</summary>
    public static TimeSpan Now()
    {
        if (clock_gettime(ThreadTime, out var time) != 0)
            throw new InvalidOperationException("This system does not tell the time of a thread.");
        return TimeSpan.FromTicks(
            time.Seconds * TimeSpan.TicksPerSecond + time.Nanoseconds / TimeSpan.NanosecondsPerTick
        );
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct Time
    {
        public readonly long Seconds;
        public readonly long Nanoseconds;
    }

    [DllImport("libc")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
#pragma warning disable IDE1006, SYSLIB1054 // The name is the system's; a generated marshaller would need unsafe code.
    private static extern int clock_gettime(int clock, out Time time);
#pragma warning restore IDE1006, SYSLIB1054
}
