using System.Globalization;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.Counting.Tests;

/// <summary>The tables of testdata/tables, row by row.</summary>
internal static class Tables
{
    public static string Path(string file) =>
        System.IO.Path.Combine(Golden.Root, "testdata", "tables", file);

    public static List<Dictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path(file));
        var head = lines[0].Split(',');
        return
        [
            .. lines
                .Skip(1)
                .Where(line => line.Length > 0)
                .Select(line =>
                    head.Zip(line.Split(','))
                        .ToDictionary(
                            pair => pair.First,
                            pair => pair.Second,
                            StringComparer.Ordinal
                        )
                ),
        ];
    }

    public static long[] Numbers(string file, string column) =>
        [.. Rows(file).Select(row => long.Parse(row[column], CultureInfo.InvariantCulture))];

    public static Claimant[] Claimants(params long[] sizes) =>
        [
            .. sizes.Select(
                (size, i) =>
                    new Claimant(string.Create(CultureInfo.InvariantCulture, $"{i + 1}"), size)
            ),
        ];

    /// <summary>The seats given; the test fails when none are.</summary>
    public static Allotment.Given Give(
        IReadOnlyList<Claimant> claimants,
        SeatRule rule,
        long seats = 0
    ) =>
        Assert.IsType<Allotment.Given>(
            Apportion.Seats(claimants, rule, seats, new Lots.InOrder([]))
        );
}
