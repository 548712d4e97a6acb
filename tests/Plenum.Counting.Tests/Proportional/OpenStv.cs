using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Plenum.Counting.Ballots;
using Plenum.Counting.Rounds;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.Counting.Tests.Proportional;

/// <summary>One round of a table by OpenSTV.</summary>
internal sealed record OpenStvRound(
    string Action,
    ImmutableArray<string> Who,
    string Quota,
    string Needed,
    string Exhausted,
    int Won,
    ImmutableArray<string> Votes
);

/// <summary>One election's table by OpenSTV, candidates numbered among those who stand.</summary>
internal sealed record OpenStvTable(
    string Name,
    ImmutableArray<int> Winners,
    ImmutableArray<OpenStvRound> Rounds
);

/// <summary>The tables and elections in testdata/counts/openstv, which its README describes.</summary>
internal static class OpenStv
{
    public static string Folder => Path.Combine(Golden.Root, "testdata", "counts", "openstv");

    public static IEnumerable<OpenStvTable> Tables(string rule) =>
        Sections(Path.Combine(Folder, rule + ".tables.txt"))
            .Select(section => new OpenStvTable(
                section.Name,
                Numbers(section.Lines[0].Split('\t')[1]),
                [.. section.Lines.Skip(1).Select(Round)]
            ));

    /// <summary>Every ward: its file, who was elected, and the digest of its figures.</summary>
    public static IEnumerable<(string Ward, ImmutableArray<int> Winners, string Digest)> Wards(
        string rule
    ) =>
        File.ReadLines(Path.Combine(Folder, rule + ".wards.tsv"))
            .Select(line => line.Split('\t'))
            .Select(fields => (fields[0], Numbers(fields[1]), fields[3]));

    /// <summary>The papers of a table's election, or null where they lie outside this tree and are not at hand.</summary>
    public static BallotSet? Papers(string name)
    {
        if (name.StartsWith("generated/", StringComparison.Ordinal))
            return Elections.Blt(
                string.Join(
                    '\n',
                    Sections(Path.Combine(Folder, "generated.txt"))
                        .Single(section => section.Name == name)
                        .Lines
                )
            );
        var path =
            name == "model" ? Path.Combine(Folder, "model.blt")
            : name.StartsWith("counts/", StringComparison.Ordinal)
                ? Path.Combine(Golden.Root, "testdata", name + ".blt")
            : Shared.Find(name + ".blt");
        return path is null ? null : Elections.Blt(File.ReadAllBytes(path));
    }

    public static RoundCount Count(string rule, BallotSet ballots) =>
        Assert
            .IsType<CountStory.ByRounds>(
                CountingRule.Find(rule)!.Count(ballots, new Lots.InOrder([]))
            )
            .Count;

    public static bool Same(RoundCount count, string digest, ImmutableArray<int> winners) =>
        Digest(Figures(count)) == digest && winners.SequenceEqual(Winners(count));

    /// <summary>The wards whose figures are others.</summary>
    public static List<string>? WardsThatDiffer(string rule)
    {
        if (Shared.Find("elections/scot-elex/blt") is not { } folder)
            return null;
        var wards = Wards(rule).ToList();
        Assert.Equal(577, wards.Count);
        return
        [
            .. wards
                .AsParallel()
                .Where(ward =>
                    !Same(
                        Count(
                            rule,
                            Elections.Blt(File.ReadAllBytes(Path.Combine(folder, ward.Ward)))
                        ),
                        ward.Digest,
                        ward.Winners
                    )
                )
                .Select(ward => ward.Ward),
        ];
    }

    /// <summary>The figures of the rounds in which papers were moved.</summary>
    public static IEnumerable<string> Figures(RoundCount count) =>
        count
            .Rounds.Where(round => round.Action is not RoundAction.Filling)
            .Select(round =>
                string.Join(
                    ' ',
                    [
                        round.Quota.ToString(),
                        round.NonTransferable.ToString(),
                        .. round
                            .Votes.Where((_, i) => Stands(count.Ballots, i + 1))
                            .Select(each => each.ToString()),
                        .. round
                            .Keep.Where((_, i) => Stands(count.Ballots, i + 1))
                            .Select(each => each.ToString()),
                    ]
                )
            );

    public static string Digest(IEnumerable<string> figures) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.ASCII.GetBytes(string.Concat(figures.Select(line => line + "\n")))
            )
        );

    /// <summary>Who was elected, numbered among those who stand.</summary>
    public static IEnumerable<int> Winners(RoundCount count) =>
        count
            .Elected.Select(c =>
                Enumerable.Range(1, c.Number).Count(number => Stands(count.Ballots, number))
            )
            .Order();

    private static bool Stands(BallotSet ballots, int number) =>
        !ballots.Withdrawn.Contains(new Candidate(number));

    private static OpenStvRound Round(string line)
    {
        var fields = line.Split('\t');
        return new OpenStvRound(
            fields[2],
            [.. fields[3].Split(',', StringSplitOptions.RemoveEmptyEntries)],
            fields[4],
            fields[5],
            fields[6],
            Numbers(fields[8]).Length,
            [.. fields.Skip(9)]
        );
    }

    private static ImmutableArray<int> Numbers(string list) =>
        [
            .. list.Split(',', StringSplitOptions.RemoveEmptyEntries)
                .Select(number =>
                    int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)
                ),
        ];

    private static IEnumerable<(string Name, List<string> Lines)> Sections(string path)
    {
        var sections = new List<(string Name, List<string> Lines)>();
        foreach (var line in File.ReadLines(path))
        {
            if (line.StartsWith("= ", StringComparison.Ordinal))
                sections.Add((line[2..], []));
            else
                sections[^1].Lines.Add(line);
        }
        return sections;
    }
}
