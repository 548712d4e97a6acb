using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Ballots;
using Plenum.Counting.Margins;
using Plenum.Counting.Tables;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>What <c>plenum apportion</c> is asked for, as typed; what a method does not use is not looked at.</summary>
/// <param name="Method">One of <see cref="ApportionMethods.All" />.</param>
/// <param name="Seats">Seats to give.</param>
/// <param name="Min">Seats everybody with a size has in any case.</param>
/// <param name="Max">Seats nobody has more than.</param>
/// <param name="Per">Members a seat.</param>
/// <param name="Remainder">floor, ceil, half-up, half-down, half-even or over:K.</param>
/// <param name="FirstMembers">Members the first seats stand for.</param>
/// <param name="FirstSeats">Seats for having any members.</param>
/// <param name="Bands">Bands as <c>5000:1,10000:2,*:3</c>.</param>
/// <param name="Base">Seats to everybody before the rest is divided.</param>
/// <param name="Threshold">A size, or a part of all like 5%, below which nothing is given.</param>
/// <param name="Seed">The public seed for lots, in hexadecimal.</param>
/// <param name="Json">JSON, or a table.</param>
/// <param name="File">The file's name, for findings.</param>
internal sealed record ApportionOptions(
    string Method,
    int? Seats = null,
    int? Min = null,
    int? Max = null,
    string? Per = null,
    string? Remainder = null,
    string? FirstMembers = null,
    int? FirstSeats = null,
    string? Bands = null,
    int? Base = null,
    string? Threshold = null,
    string? Seed = null,
    bool Json = false,
    string File = ""
);

/// <summary>The verb <c>apportion</c>: a table of names and sizes in, seats out.</summary>
/// <remarks>
/// The table has the columns name and size, and may have least and most: seats of that row alone, in place of those for
/// all. A column direct has seats won in districts: who has one is above any threshold, and who has more of them than the
/// proportion gives keeps them as overhang, so that there are so many more seats (New Zealand, Electoral Act 1993, sections
/// 191-193).
/// </remarks>
internal static class ApportionCommand
{
    /// <summary>Reads, gives seats and renders.</summary>
    /// <param name="file">The bytes of a CSV file.</param>
    /// <param name="options">What is asked for.</param>
    public static CountAnswer Run(ReadOnlySpan<byte> file, ApportionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (ApportionMethods.Wrong(options) is { } wrong)
            return CountAnswer.Bad(options.Json, [wrong with { File = options.File }]);
        if (options.Method == BiproportionalCommand.Id)
            return BiproportionalCommand.Run(file, options);
        var (rows, findings) = NamedRows.Read(
            file,
            options.File,
            "size",
            "least",
            "most",
            "direct"
        );
        if (!findings.IsEmpty)
            return CountAnswer.Bad(options.Json, findings);
        ImmutableArray<Claimant> claimants =
        [
            .. rows.Select(row => new Claimant(
                row.Name,
                row.Number,
                row.Further[0] >= 0 ? row.Further[0] : options.Min ?? 0,
                row.Further[1] >= 0 ? row.Further[1] : options.Max ?? long.MaxValue
            )),
        ];
        if (claimants.FirstOrDefault(c => c.Least > c.Most) is { } contradicted)
            return Bad(
                options,
                "apportion.bounds",
                $"a minimum above the maximum for {contradicted.Name}",
                "a minimum up to the maximum"
            );
        var all = claimants;
        var threshold = ApportionMethods.Threshold(options.Threshold, claimants) ?? Fraction.Zero;
        claimants =
        [
            .. claimants
                .Zip(Apportion.AtLeast(claimants, threshold), rows)
                .Select(each => each.Third.Further[2] > 0 ? each.First : each.Second),
        ];
        var lots = options.Seed is { } seed
            ? Lots.Seeded(Convert.FromHexString(seed))
            : new Lots.InOrder([]);
        var rule = ApportionMethods.RuleOf(options);
        return Apportion.Seats(claimants, rule, options.Seats ?? 0, lots) switch
        {
            Allotment.TooFewSeats(var promised) => Bad(
                options,
                "apportion.too-few-seats",
                Text(options.Seats ?? 0),
                $"at least {Text(promised)} seats, which the minimum promises"
            ),
            Allotment.TooManySeats(var possible) => Bad(
                options,
                "apportion.too-many-seats",
                Text(options.Seats ?? 0),
                $"at most {Text(possible)} seats, as nobody may have more"
            ),
            Allotment.Given given => new CountAnswer(
                0,
                options.Json
                    ? Json(
                        options,
                        claimants,
                        Overhung(given, rows),
                        // Seats won in districts lift the threshold and stay: no vote alone moves them.
                        rule is SeatRule.Dividing(var by)
                        && rows.All(row => row.Further[2] <= 0)
                            ? MarginOf.Seats(all, by, given.Seats, threshold)
                            : new Margin.None()
                    )
                    : Table(claimants, Overhung(given, rows))
            ),
        };
    }

    private static Allotment.Given Overhung(Allotment.Given given, ImmutableArray<NamedRow> rows) =>
        given with
        {
            Seats = [.. given.Seats.Zip(rows, (has, row) => Math.Max(has, row.Further[2]))],
        };

    private static string Json(
        ApportionOptions options,
        ImmutableArray<Claimant> claimants,
        Allotment.Given given,
        Margin margin
    ) =>
        CountJson.Render(json =>
        {
            json.WriteString("method", options.Method);
            json.WriteNumber("total", given.Seats.Sum());
            Measures(json, claimants, given, margin);
            json.WriteStartObject("seats");
            foreach (var (claimant, seats) in claimants.Zip(given.Seats))
                json.WriteNumber(claimant.Name, seats);
            json.WriteEndObject();
            json.WriteStartObject("members_a_seat");
            foreach (var (claimant, seats) in claimants.Zip(given.Seats))
            {
                if (seats > 0)
                    json.WriteString(claimant.Name, (claimant.Size / seats).ToString());
            }
            json.WriteEndObject();
            json.WriteStartArray("ties");
            foreach (var tie in given.Ties)
                AllotmentTies.Json(json, tie, Names(claimants), options.Seed is not null);
            json.WriteEndArray();
        });

    private static void Measures(
        Utf8JsonWriter json,
        ImmutableArray<Claimant> claimants,
        Allotment.Given given,
        Margin margin
    )
    {
        Fraction[] sizes = [.. claimants.Select(c => c.Size)];
        var squared = Disproportion.GallagherSquared(sizes, given.Seats);
        json.WriteString("gallagher", Disproportion.Root(squared, 6).ToDecimal(6));
        json.WriteString("effective_number", Disproportion.EffectiveNumber(sizes).ToDecimal(6));
        json.WriteString(
            "effective_number_of_seats",
            Disproportion.EffectiveNumber(given.Seats.Select(n => (Fraction)n)).ToDecimal(6)
        );
        if (margin is Margin.Exactly(var votes))
            json.WriteString("margin", Text(votes));
    }

    private static string Table(ImmutableArray<Claimant> claimants, Allotment.Given given)
    {
        var text = new StringBuilder();
        foreach (var (claimant, seats) in claimants.Zip(given.Seats))
            text.Append(CultureInfo.InvariantCulture, $"{seats, 6}  {claimant.Name}\n");
        text.Append(CultureInfo.InvariantCulture, $"{given.Seats.Sum(), 6}\n");
        foreach (var tie in given.Ties)
            AllotmentTies.Line(text, tie, Names(claimants));
        return text.ToString();
    }

    private static ImmutableArray<string> Names(ImmutableArray<Claimant> claimants) =>
        [.. claimants.Select(claimant => claimant.Name)];

    private static CountAnswer Bad(
        ApportionOptions options,
        string code,
        string found,
        string expected
    ) => CountAnswer.Bad(options.Json, [new Finding(code, options.File, 0, 0, found, expected)]);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
