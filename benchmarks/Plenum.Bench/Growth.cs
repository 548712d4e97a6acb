using System.Globalization;

namespace Plenum.Bench;

/// <summary>What grows with what: memory with members, start with events.</summary>
public static class Growth
{
    private const int Members = 10_000;
    private const int Events = 200_000;

    public static async Task Run()
    {
        await using var laws = new Laws();
        var before = Memory();
        var section = await Sections.Found(laws.Front, Members, "growth");
        Measure.Say(
            string.Create(
                CultureInfo.InvariantCulture,
                $"memory, 1,000 of {Members} members in state"
            ),
            $"{(Memory() - before) * 1000.0 / Members / 1024:F0} KiB"
        );
        await laws.OpenVotes([section]);
        await laws.Rate([section], TimeSpan.FromSeconds(0.2));
        await laws.Lengthen(section, Events);
        var start = await laws.Restart();
        var events = laws.Front.Read(section).Version;
        var rate = events / start.TotalSeconds;
        Measure.Say(
            "start: a section read and folded again",
            $"{events} events in {start.TotalSeconds:F1} s, {rate:F0} events/s"
        );
        Measure.Say("start with 1,000,000 events, at that rate", $"{1_000_000 / rate:F1} s");
    }

    private static long Memory()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
