using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Plenum.Searcher;

/// <summary>What a search found; nothing is said of what was not searched.</summary>
internal sealed record Found(
    int Voters,
    ImmutableArray<string> InTheClearBefore,
    int PairedBefore,
    int PairedWithTheKey,
    int PairedAfter,
    int PiecesOfTheKeyLeft,
    int? PairedOnTheDisk,
    int? PiecesOfTheKeyOnTheDisk,
    ImmutableArray<string> MappedFiles,
    ImmutableArray<string> Copies,
    bool Counted
);

/// <summary>
/// Holds a secret vote of eight in a data folder, with the house killed in its middle, closes it, and searches
/// everything the house ever wrote.
/// </summary>
internal static class Search
{
    private const int Voters = 8;

    /// <summary>In a folder, on a disk of its own where one can be mounted.</summary>
    public static async Task<(Found Found, ImmutableArray<Voter> Truth)> Run(string folder)
    {
        Directory.CreateDirectory(folder);
        using var disk = Image.Mount(folder);
        var data = Path.Combine(disk is null ? folder : disk.Mounted, "data");
        var (found, voters, key) = await Hold(data, Path.Combine(folder, "recorded"));
        if (disk is null)
            return (found, voters);
        var all = disk.TakeOut();
        return (
            found with
            {
                PairedOnTheDisk = Image.Right(all, voters),
                PiecesOfTheKeyOnTheDisk = key?.LeftIn(all) ?? 0,
            },
            voters
        );
    }

    private static async Task<(Found, ImmutableArray<Voter>, Unsealing?)> Hold(
        string data,
        string work
    )
    {
        Directory.CreateDirectory(work);
        long now;
        using (var told = await Vote.Open(Untraced(data, "now")))
        {
            now = long.Parse(told["now"], CultureInfo.InvariantCulture);
            await told.Stop();
        }
        var earlier = KeysIn(data);
        var (before, after) = (new Recording(), new Recording());
        ImmutableArray<Voter> voters;
        string box;
        using (var vote = await Vote.Open(Traced(work, "1", data, now)))
        {
            box = vote["box"];
            voters = Choose(vote["voters"].Split(' '), Number(vote["options"]));
            foreach (var voter in voters.Take(Voters / 2))
                await vote.Cast(voter.Person, voter.Paper);
            await vote.Kill();
        }
        long closes;
        using (var vote = await Vote.Open(Traced(work, "2", data, now)))
        {
            closes = long.Parse(vote["closes"], CultureInfo.InvariantCulture);
            foreach (var voter in voters.Skip(Voters / 2))
                await vote.Cast(voter.Person, voter.Paper);
            await vote.Stop();
        }
        using (var vote = await Vote.Open(Traced(work, "3", data, closes - TimeSpan.TicksPerHour)))
        {
            await vote.GoOn(closes);
            await vote.Look(voters[0].Person);
            await vote.GoOn(closes + TimeSpan.TicksPerDay);
            await vote.Stop();
        }
        foreach (var part in (string[])["1", "2"])
            before.Read(Path.Combine(work, part));
        foreach (var part in (string[])["1", "2", "3"])
            after.Read(Path.Combine(work, part));
        // The key may have been drawn before anything was recorded: then it lies in the file as it was at the start.
        var key = Unsealing.Of([.. before.Writes, .. earlier], box);
        var opened = key?.Opened(before.Writes) ?? [];
        return (
            new(
                voters.Length,
                [.. Pairing.Seen(before.Writes, voters).Select(v => v.Paper)],
                Pairing.Right(before.Writes, voters),
                Pairing.Right(
                    before.Writes,
                    voters,
                    v => opened.GetValueOrDefault(v.Paper, (-1, 0))
                ),
                Pairing.Right(after.Writes, voters),
                Directory
                    .GetFiles(data, "*", SearchOption.AllDirectories)
                    .Sum(file => key?.LeftIn(File.ReadAllBytes(file)) ?? 0),
                null,
                null,
                [.. after.Mapped],
                [.. after.Copied],
                Pairing.Seen(after.Writes, voters).Length == voters.Length
            ),
            voters,
            key
        );
    }

    // Slots of keys as they lie in a file before anything is recorded, as if each had been written now.
    private static ImmutableArray<Write> KeysIn(string data)
    {
        const int slot = 128 * 1024;
        var file = Path.Combine(data, "boxes.key");
        return File.Exists(file)
            ?
            [
                .. File.ReadAllBytes(file)
                    .Chunk(slot)
                    .Select((written, at) => new Write(-1, file, (long)at * slot, written)),
            ]
            : [];
    }

    // All candidates ranked, each paper another, cast in an order that is not that of what is written on them.
    private static ImmutableArray<Voter> Choose(string[] roll, int options)
    {
        var papers = Orders([.. Enumerable.Range(1, options)])
            .Select(order => string.Join(',', order))
            .Where((_, at) => at % 2 == 1)
            .Take(Voters)
            .OrderBy(
                paper => Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes(paper))),
                StringComparer.Ordinal
            );
        return [.. roll.Take(Voters).Zip(papers, (person, paper) => new Voter(person, paper))];
    }

    private static IEnumerable<ImmutableArray<int>> Orders(ImmutableArray<int> of) =>
        of.Length == 0
            ?
            [
                [],
            ]
            : of.SelectMany(first =>
                Orders(of.Remove(first)).Select(rest => rest.Insert(0, first))
            );

    public static ProcessStartInfo Untraced(string data, string ticks) =>
        new("dotnet", [Program, House.Word, data, ticks])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };

    private static ProcessStartInfo Traced(string work, string part, string data, long ticks) =>
        Recording.Start(
            Path.Combine(work, part),
            "dotnet",
            Program,
            House.Word,
            data,
            ticks.ToString(CultureInfo.InvariantCulture)
        );

    private static string Program => Path.Combine(AppContext.BaseDirectory, "Plenum.Searcher.dll");

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
