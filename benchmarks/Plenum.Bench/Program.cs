using System.Globalization;
using Plenum.Bench;
using Plenum.Bench.Federated;
using Plenum.Bench.Writing;
using Plenum.Domain;

// Every figure is printed as a row of the table in docs/performance.md; ratios are of pairs measured in one run.
if (args is ["counting", ..])
{
    await Counting.Run(args[1..]);
    return;
}
if (args is ["ballots", ..])
{
    Ballots.Run(args[1..]);
    return;
}
if (args is ["federation", ..])
{
    await FederationBench.Run(args[1..]);
    return;
}
if (args is ["texts"])
{
    TextsBench.Run();
    return;
}
if (args is ["statutes"])
{
    Environment.ExitCode = StatutesBench.Run() ? 0 : 1;
    return;
}
if (args is ["writer", ..])
{
    int[] sizes =
    [
        .. args[1..].DefaultIfEmpty("5000").Select(n => int.Parse(n, CultureInfo.InvariantCulture)),
    ];
    Environment.ExitCode = sizes.Select(WriterBench.Run).ToList().TrueForAll(within => within)
        ? 0
        : 1;
    return;
}
if (args is ["demo"])
{
    await Demos.Run();
    return;
}
var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 2;
var time = TimeSpan.FromSeconds(seconds);
Console.WriteLine($"| what | measured |\n|---|---|");

// First, while nothing else is in memory.
await Growth.Run();
await Appends.Run(time);
foreach (var sections in new[] { 1, 64 })
{
    await using var laws = new Laws();
    var ids = new List<SectionId>();
    for (var no = 0; no < sections; no++)
        ids.Add(await Sections.Found(laws.Front, 70, FormattableString.Invariant($"rate/{no}")));
    SectionId[] all = [.. ids];
    await laws.OpenVotes(all);
    // A server runs for months: what is measured is the code the compiler has settled on.
    for (var warming = 0; warming < 4; warming++)
    {
        await laws.Rate(all, time);
        await laws.Raw(all, time);
    }
    var (ratio, law, raw) = await Measure.Pairs(
        9,
        () => laws.Rate(all, time),
        () => laws.Raw(all, time)
    );
    Measure.Say(
        $"commands through the law to raw appends, {sections} section(s)",
        $"{law:F0}/s to {raw:F0}/s, ratio {ratio:F2}"
    );
}
await Pages.Run(time);
