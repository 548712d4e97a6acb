using System.Globalization;
using System.Text;
using System.Text.Json;
using Plenum.Counting.Apportionment;

namespace Plenum.Counting;

/// <summary>Ties among claimants, as the verb <c>apportion</c> tells them.</summary>
internal static class AllotmentTies
{
    /// <summary>Writes one.</summary>
    /// <param name="json">Where.</param>
    /// <param name="tie">Which.</param>
    /// <param name="names">Of the claimants, in order.</param>
    /// <param name="seeded">Whether a seed was given.</param>
    /// <param name="of">What they are, where there are several kinds.</param>
    public static void Json(
        Utf8JsonWriter json,
        AllotmentTie tie,
        IReadOnlyList<string> names,
        bool seeded,
        string of = ""
    )
    {
        json.WriteStartObject();
        if (of.Length > 0)
            json.WriteString("of", of);
        CountJson.Strings(json, "tied", tie.Tied.Select(tied => names[tied.Index]));
        json.WriteNumber("seats", tie.Seats);
        CountJson.Strings(json, "chosen", tie.Chosen.Select(chosen => names[chosen.Index]));
        json.WriteString("by", seeded ? "lot" : "order-of-the-file");
        json.WriteStartArray("lots");
        foreach (var lot in tie.Lots)
            CountJson.Lot(json, lot);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>One as a line.</summary>
    /// <param name="text">Where.</param>
    /// <param name="tie">Which.</param>
    /// <param name="names">Of the claimants, in order.</param>
    /// <param name="of">What they are, where there are several kinds.</param>
    public static void Line(
        StringBuilder text,
        AllotmentTie tie,
        IReadOnlyList<string> names,
        string of = ""
    ) =>
        text.Append(
            CultureInfo.InvariantCulture,
            $"tie{(of.Length > 0 ? " of " + of : "")} for {tie.Seats}: {string.Join(", ", tie.Tied.Select(c => names[c.Index]))} -> {string.Join(", ", tie.Chosen.Select(c => names[c.Index]))}\n"
        );
}
