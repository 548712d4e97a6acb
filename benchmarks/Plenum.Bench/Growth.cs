namespace Plenum.Bench;

/// <summary>What grows with what: memory with members, start with events.</summary>
public static class Growth
{
    public static async Task Run()
    {
        await using var laws = new Laws();
        var before = Memory();
        await Sections.Found(laws.Front, 10_000, "growth");
        Measure.Say(
            "memory, 1,000 members in state",
            $"{(Memory() - before) / 1024.0 / 10:F0} KiB"
        );
        var events = laws.Front.Read(laws.Front.Sections[0]).Version;
        var start = await laws.Restart();
        Measure.Say(
            "rebuild of a section",
            $"{events} events in {start.TotalMilliseconds:F0} ms, {events / start.TotalSeconds:F0} events/s"
        );
        Measure.Say(
            "start at 1,000,000 events, from that rate",
            $"{1_000_000 / (events / start.TotalSeconds):F1} s"
        );
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
