using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Plenum.Searcher;

/// <summary>What a search found; nothing is said of what was not searched.</summary>
internal sealed record Found(
    int Voters,
    ImmutableArray<string> InTheClearBefore,
    int PairedBefore,
    int PairedAfter,
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

    public static async Task<(Found Found, ImmutableArray<Voter> Truth)> Run(
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
        var (before, after) = (new Recording(), new Recording());
        ImmutableArray<Voter> voters;
        using (var vote = await Vote.Open(Traced(work, "1", data, now)))
        {
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
        bool counted;
        using (var vote = await Vote.Open(Traced(work, "3", data, closes - TimeSpan.TicksPerHour)))
        {
            await vote.GoOn(closes);
            counted = (await vote.Look(voters[0].Person)).Contains(
                "result",
                StringComparison.Ordinal
            );
            await vote.GoOn(closes + TimeSpan.TicksPerDay);
            await vote.Stop();
        }
        foreach (var part in (string[])["1", "2"])
            before.Read(Path.Combine(work, part));
        foreach (var part in (string[])["1", "2", "3"])
            after.Read(Path.Combine(work, part));
        return (
            new(
                voters.Length,
                [.. Pairing.Seen(before.Writes, voters).Select(v => v.Paper)],
                Pairing.Right(before.Writes, voters),
                Pairing.Right(after.Writes, voters),
                [.. after.Mapped],
                [.. after.Copied],
                counted
            ),
            voters
        );
    }

    // All candidates ranked, each paper another, cast in an order that is not that of what is written on them.
    private static ImmutableArray<Voter> Choose(string[] roll, int options)
    {
        var papers = Orders([.. Enumerable.Range(1, options)])
            .Select(order => string.Join(',', order))
            .Where((_, at) => at % 2 == 1)
            .Take(Voters)
            .OrderBy(
                paper =>
                    Convert.ToHexString(
                        System.Security.Cryptography.SHA256.HashData(
                            System.Text.Encoding.ASCII.GetBytes(paper)
                        )
                    ),
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

    private static ProcessStartInfo Untraced(string data, string ticks) =>
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
