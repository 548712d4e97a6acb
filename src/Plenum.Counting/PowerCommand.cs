using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using Plenum.Counting.Apportionment;
using Plenum.Counting.Ballots;
using Plenum.Counting.Power;
using Plenum.Counting.Tables;

namespace Plenum.Counting;

/// <summary>What <c>plenum power</c> is asked for.</summary>
/// <param name="Index">banzhaf or shapley.</param>
/// <param name="Quota">The weight that wins.</param>
/// <param name="Json">JSON, or a table.</param>
/// <param name="File">The file's name, for findings.</param>
internal sealed record PowerOptions(
    string Index,
    string Quota,
    bool Json = false,
    string File = ""
);

/// <summary>The verb <c>power</c>: a table of names and weights in, shares of power out.</summary>
internal static class PowerCommand
{
    private const int Decimals = 12;

    /// <summary>Reads, counts out and renders.</summary>
    /// <param name="file">The bytes of a CSV file with the columns name and weight.</param>
    /// <param name="options">What is asked for.</param>
    public static CountAnswer Run(ReadOnlySpan<byte> file, PowerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Index is not ("banzhaf" or "shapley"))
            return Bad(options, "power.index", options.Index, "banzhaf or shapley");
        if (!Fraction.TryParse(options.Quota, out var quota) || quota.Sign <= 0)
            return Bad(options, "power.quota", options.Quota, "a weight above 0");
        var (rows, findings) = NamedRows.Read(file, options.File, "weight");
        if (!findings.IsEmpty)
            return CountAnswer.Bad(options.Json, findings);
        // Weights with decimals are counted in their smallest common part.
        var parts = rows.Aggregate(
            BigInteger.One,
            (all, row) =>
                all
                * row.Number.Denominator
                / BigInteger.GreatestCommonDivisor(all, row.Number.Denominator)
        );
        ImmutableArray<BigInteger> weights =
        [
            .. rows.Select(row => (row.Number * parts).Numerator),
        ];
        var needed = (quota * parts).Ceiling;
        var answer =
            options.Index == "banzhaf"
                ? VotingPower.Banzhaf(weights, needed)
                : VotingPower.ShapleyShubik(weights, needed);
        return answer switch
        {
            PowerAnswer.TooLarge(var steps) => Bad(
                options,
                "power.too-large",
                steps.ToString(CultureInfo.InvariantCulture) + " steps",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"at most {VotingPower.MostSteps} steps, or at most 40 voters"
                )
            ),
            PowerAnswer.Counted counted => new CountAnswer(
                0,
                options.Json ? Json(options, rows, weights, needed, counted) : Table(rows, counted)
            ),
        };
    }

    private static string Json(
        PowerOptions options,
        ImmutableArray<NamedRow> rows,
        ImmutableArray<BigInteger> weights,
        BigInteger quota,
        PowerAnswer.Counted counted
    ) =>
        CountJson.Render(json =>
        {
            json.WriteString("index", options.Index);
            json.WriteString("quota", options.Quota);
            json.WriteStartObject("power");
            for (var i = 0; i < rows.Length; i++)
            {
                json.WritePropertyName(rows[i].Name);
                json.WriteRawValue(counted.Shares[i].ToDecimal(Decimals));
            }
            json.WriteEndObject();
            Texts("exact", i => counted.Shares[i].ToString());
            Texts("swings", i => counted.Swings[i].ToString(CultureInfo.InvariantCulture));
            json.WriteStartArray("dummies");
            for (var i = 0; i < rows.Length; i++)
            {
                if (counted.Swings[i].IsZero)
                    json.WriteStringValue(rows[i].Name);
            }
            json.WriteEndArray();
            var fewest = VotingPower.FewestToWin(weights, quota);
            if (fewest <= rows.Length)
                json.WriteNumber("fewest_to_win", fewest);
            if (MinimalCoalitions.List(weights, quota) is { } minimal)
            {
                json.WriteStartArray("minimal_winning");
                foreach (var coalition in minimal)
                {
                    json.WriteStartArray();
                    foreach (var member in coalition)
                        json.WriteStringValue(rows[member].Name);
                    json.WriteEndArray();
                }
                json.WriteEndArray();
            }
            var effective = Disproportion.EffectiveNumber(weights.Select(w => (Fraction)w));
            json.WriteString("effective_number", effective.ToDecimal(Decimals));

            void Texts(string name, Func<int, string> text)
            {
                json.WriteStartObject(name);
                for (var i = 0; i < rows.Length; i++)
                    json.WriteString(rows[i].Name, text(i));
                json.WriteEndObject();
            }
        });

    private static string Table(ImmutableArray<NamedRow> rows, PowerAnswer.Counted counted)
    {
        var text = new StringBuilder();
        for (var i = 0; i < rows.Length; i++)
            text.Append(
                CultureInfo.InvariantCulture,
                $"{counted.Shares[i].ToDecimal(6)}  {rows[i].Name}\n"
            );
        return text.ToString();
    }

    private static CountAnswer Bad(
        PowerOptions options,
        string code,
        string found,
        string expected
    ) => CountAnswer.Bad(options.Json, [new Finding(code, options.File, 0, 0, found, expected)]);
}
