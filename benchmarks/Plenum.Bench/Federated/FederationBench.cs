using System.Diagnostics;
using System.Globalization;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Web.Doors;
using static Plenum.Bench.Measure;

namespace Plenum.Bench.Federated;

/// <summary>
/// A federation of thousands of sections: seeded by commands and letters, started again by the program itself, and its
/// pages read by delegates of its sections over real sockets.
/// </summary>
internal static class FederationBench
{
    // Every visitor asks four times a second; the house answers one person five times a second and not more.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan Compiling = TimeSpan.FromSeconds(2);

    /// <param name="args">Sizes as MEMBERS/SECTIONS, and the seconds for which each page is read.</param>
    public static async Task Run(string[] args)
    {
        var seconds = args.Where(a => !a.Contains('/', StringComparison.Ordinal))
            .Select(a => double.Parse(a, CultureInfo.InvariantCulture))
            .FirstOrDefault(5);
        var sizes = args.Where(a => a.Contains('/', StringComparison.Ordinal))
            .Select(Size.Parse)
            .DefaultIfEmpty(new Size(100_000, 2_000));
        Console.WriteLine("| what | measured | wanted |\n|---|---|---|");
        foreach (var size in sizes)
            await Run(size, TimeSpan.FromSeconds(seconds));
    }

    private static async Task Run(Size size, TimeSpan time)
    {
        using var folder = new Scratch();
        var seeded = await Seed(folder.Path, size);
        Say(
            $"{size}: seeded by commands and letters",
            $"{seeded.Commands:N0} commands, {seeded.Events:N0} events in {seeded.Time.TotalSeconds:F0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:F0} s of processors so far",
            "under 300 s for 100,000"
        );
        Say(
            "congress called: returns of all sections carried, seats allotted",
            $"{seeded.Allotment.TotalSeconds:F2} s",
            "under 2 s for 100,000"
        );
        Say("the allotment, one decision", $"{seeded.Decision.TotalMilliseconds:F0} ms", "");
        Say("a division of all delegates closes", $"{seeded.Division.TotalMilliseconds:F0} ms", "");
        Say(
            "all sections have answered it and it is no longer provisional",
            $"{seeded.Heard.TotalSeconds:F2} s",
            ""
        );
        Say("data folder", $"{SizeOf(folder.Path):F0} MiB", "");
        await using var served = await Served.Open(folder.Path, "serve");
        Say(
            "start: process begun until ready",
            $"{served.Start.TotalSeconds:F1} s, {seeded.Events / served.Start.TotalSeconds:N0} events/s, {served.Processors.TotalSeconds:F1} s of processors",
            "under 15 s for 100,000"
        );
        SayMemory("memory when ready", served, size);
        await Pages(served, seeded, time);
        SayMemory("memory after the pages", served, size);
    }

    private static async Task<Seeded> Seed(string folder, Size size)
    {
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<StandingClock>()
            .AddSingleton<NodaTime.IClock>(p => p.GetRequiredService<StandingClock>())
            .AddPlenumClerk(folder, Deadlines.CommandFor)
            .BuildServiceProvider();
        return await new Seeding(services, size).Tell(stage =>
            Console.Error.WriteLine($"{DateTime.UtcNow:HH:mm:ss} {size}: {stage}")
        );
    }

    private static async Task Pages(Served served, Seeded seeded, TimeSpan time)
    {
        var visitors = new List<Visitor>();
        foreach (var guest in seeded.Guests)
            visitors.Add(await Visitor.Enter(served.Address, visitors.Count + 1, guest));
        var above = "/s/" + Here.Abridged(Place.Federation.Id);
        foreach (
            var (name, page) in (IEnumerable<(string, Func<Visitor, string>)>)
                [
                    ("tree page", _ => above + "/federation"),
                    ("tree page of a section", v => Home(v) + "/federation"),
                    ("section page", v => Home(v) + "/section"),
                    ("section page of the federation", _ => above + "/section"),
                    ("congress page", _ => above + "/bodies/congress"),
                    ("how often each section decides", _ => above + "/power"),
                    ("an open division of the congress", _ => $"{above}/matters/{seeded.Motion}"),
                    ("first page of a member", Home),
                    ("first page of a delegate in the federation", _ => above),
                    ("people of the federation", _ => above + "/people"),
                    ("front page", _ => "/"),
                ]
        )
            await Pages(served, name, visitors, page, time);
        foreach (var visitor in visitors)
            visitor.Dispose();
    }

    private static string Home(Visitor visitor) => "/s/" + Here.Abridged(visitor.Home);

    private static async Task Pages(
        Served served,
        string name,
        List<Visitor> visitors,
        Func<Visitor, string> page,
        TimeSpan time
    )
    {
        // The first of a page is made by code that is still being compiled: what is read meanwhile is not counted.
        await Task.WhenAll(
            visitors.Select(v => Read(v, page(v), time < Compiling ? time : Compiling))
        );
        var (began, used) = (Stopwatch.GetTimestamp(), served.Processors);
        var all = await Task.WhenAll(visitors.Select(v => Read(v, page(v), time)));
        var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var took = all.SelectMany(a => a).OrderBy(a => a.Took).ToArray();
        var each = (served.Processors - used).TotalMilliseconds / took.Length;
        var (half, most) = (took[took.Length / 2], took[took.Length * 99 / 100]);
        Say(
            $"{name}: {took.Length / seconds:F0} a second for {visitors.Count} people",
            $"p50 {half.Took.TotalMilliseconds:F1} ms, p99 {most.Took.TotalMilliseconds:F1} ms, {each:F1} ms of processors, {half.Bytes / 1024.0:F0} KiB",
            "p99 under 100 ms"
        );
    }

    private static async Task<List<(TimeSpan Took, int Bytes)>> Read(
        Visitor visitor,
        string page,
        TimeSpan time
    )
    {
        var read = new List<(TimeSpan, int)>();
        // Nobody asks at the same instant as another: the turns are counted from where each begins.
        await Task.Delay(Random.Shared.Next((int)Pause.TotalMilliseconds));
        using var turn = new PeriodicTimer(Pause);
        for (var left = time; left > TimeSpan.Zero; left -= Pause)
        {
            read.Add(await visitor.Read(page));
            await turn.WaitForNextTickAsync();
        }
        return read;
    }

    private static void SayMemory(string what, Served served, Size size)
    {
        var memory = served.Memory();
        Say(
            what,
            $"{memory:F0} MiB, {memory * 1024 * 1000 / size.Members:F0} KiB for 1,000 members",
            ""
        );
    }

    private static double SizeOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length) / 1024.0 / 1024;
}
