using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Ballots;
using Plenum.Counting.Tables;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>
/// <c>apportion --method biproportional</c>: a table with a row a list and a column a district in, seats of lists in
/// districts out. A row called seats gives the districts' seats; without it they follow from the votes, as those of lists
/// do, by Sainte-Lague; ties among them are told, and lots of districts go on after those of lists.
/// </summary>
internal static class BiproportionalCommand
{
    public const string Id = "biproportional";

    private readonly record struct Told(string Of, ImmutableArray<string> Names, AllotmentTie Tie);

    public static CountAnswer Run(ReadOnlySpan<byte> file, ApportionOptions options)
    {
        var (table, wrong) = CsvTable.Read(file, options.File);
        if (table is null)
            return CountAnswer.Bad(options.Json, [wrong!]);
        if (table.Head.Length < 2)
            return Bad(
                options,
                "biproportional.columns",
                "one column",
                "name and a column a district"
            );
        ImmutableArray<string> districts = [.. table.Head.Skip(1).Select(cell => cell.Text.Trim())];
        var lists = new List<string>();
        var votes = new List<Fraction[]>();
        var cells = new List<Cell>();
        long[]? given = null;
        foreach (var row in table.Rows)
        {
            var numbers = new Fraction[districts.Length];
            for (var j = 0; j < districts.Length; j++)
            {
                var cell = j + 1 < row.Length ? row[j + 1] : row[^1];
                if (j + 1 >= row.Length || !Fraction.TryParse(cell.Text.Trim(), out numbers[j]))
                    return CountAnswer.Bad(
                        options.Json,
                        [
                            new Finding(
                                "biproportional.votes",
                                options.File,
                                cell.Line,
                                cell.Column,
                                cell.Text,
                                "a number of votes in each district"
                            ),
                        ]
                    );
            }
            if (row[0].Text.Trim() == "seats")
                given = [.. numbers.Select(n => (long)n.Floor)];
            else
            {
                lists.Add(row[0].Text.Trim());
                votes.Add(numbers);
                cells.AddRange(row.Skip(1).Take(districts.Length));
            }
        }
        if (Thousands.In(options.File, cells).Take(20).ToArray() is { Length: > 0 } thousands)
            return CountAnswer.Bad(options.Json, thousands);
        var seats = given?.Sum() ?? options.Seats ?? 0;
        if (seats is < 1 or > Apportion.MostSeats || lists.Count == 0)
            return Bad(options, "apportion.seats", "none", "seats, and lists with votes");
        var upper = Upper(votes.Select(Sum), seats, options, lotsDrawn: 0);
        var across = given is not null
            ? new Allotment.Given([.. given], [])
            : Upper(
                districts.Select((_, j) => Sum(votes.Select(row => row[j]))),
                seats,
                options,
                upper?.Ties.Sum(tie => tie.Lots.Length) ?? 0
            );
        if (
            upper is null
            || across is null
            || Biproportional.Seats(votes, upper.Seats, across.Seats) is not { } held
        )
            return Bad(
                options,
                "biproportional.none",
                "no seats that fit lists and districts",
                "votes where there are seats, and no ties"
            );
        ImmutableArray<Told> ties =
        [
            .. upper.Ties.Select(tie => new Told("lists", [.. lists], tie)),
            .. across.Ties.Select(tie => new Told("districts", districts, tie)),
        ];
        return new CountAnswer(
            0,
            options.Json
                ? Json(lists, districts, held, ties, options.Seed is not null)
                : Table(lists, held, ties)
        );
    }

    private static Fraction Sum(IEnumerable<Fraction> votes) =>
        votes.Aggregate(Fraction.Zero, (sum, each) => sum + each);

    private static Allotment.Given? Upper(
        IEnumerable<Fraction> sizes,
        long seats,
        ApportionOptions options,
        int lotsDrawn
    )
    {
        var lots = options.Seed is { } seed
            ? Lots.Seeded(Convert.FromHexString(seed))
            : new Lots.InOrder([]);
        return Apportion.Seats(
                [.. sizes.Select(size => new Claimant("", size))],
                new SeatRule.Dividing(Divisor.SainteLague),
                seats,
                lots,
                lotsDrawn
            ) as Allotment.Given;
    }

    private static string Json(
        List<string> lists,
        ImmutableArray<string> districts,
        DoubleAllotment held,
        ImmutableArray<Told> ties,
        bool seeded
    ) =>
        CountJson.Render(json =>
        {
            json.WriteString("method", Id);
            json.WriteNumber("total", held.Seats.Sum(row => row.Sum()));
            json.WriteStartObject("seats");
            foreach (var (list, row) in lists.Zip(held.Seats))
            {
                json.WriteStartObject(list);
                foreach (var (district, seats) in districts.Zip(row))
                    json.WriteNumber(district, seats);
                json.WriteEndObject();
            }
            json.WriteEndObject();
            json.WriteStartObject("list_divisors");
            foreach (var (list, divisor) in lists.Zip(held.ListDivisors))
                json.WriteString(list, divisor.ToString());
            json.WriteEndObject();
            json.WriteStartObject("district_divisors");
            foreach (var (district, divisor) in districts.Zip(held.DistrictDivisors))
                json.WriteString(district, divisor.ToString());
            json.WriteEndObject();
            json.WriteStartArray("ties");
            foreach (var (of, names, tie) in ties)
                AllotmentTies.Json(json, tie, names, seeded, of);
            json.WriteEndArray();
        });

    private static string Table(List<string> lists, DoubleAllotment held, ImmutableArray<Told> ties)
    {
        var text = new StringBuilder();
        foreach (var (list, row) in lists.Zip(held.Seats))
            text.Append(
                CultureInfo.InvariantCulture,
                $"{string.Concat(row.Select(n => $"{n, 6}"))}{row.Sum(), 8}  {list}\n"
            );
        foreach (var (of, names, tie) in ties)
            AllotmentTies.Line(text, tie, names, of);
        return text.ToString();
    }

    private static CountAnswer Bad(
        ApportionOptions options,
        string code,
        string found,
        string expected
    ) => CountAnswer.Bad(options.Json, [new Finding(code, options.File, 1, 1, found, expected)]);
}
