using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Plenum.Counting.Marks;

/// <summary>Counts of marked papers as JSON; candidates by name, as records have them.</summary>
public static class TabulationJson
{
    /// <summary>Writes the counts, one for each pass.</summary>
    /// <param name="passes">What <see cref="Tabulator" /> gave.</param>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static string Write(ImmutableArray<Tabulation> passes)
    {
        if (passes.IsDefaultOrEmpty)
            throw new ArgumentException("No tabulation.", nameof(passes));
        return CountJson.Render(json =>
        {
            json.WriteString("rule", "rctab");
            json.WriteString("title", passes[0].Rules.Contest);
            json.WriteString("papers", passes[0].Papers.ToString(CultureInfo.InvariantCulture));
            CountJson.Strings(json, "candidates", passes[0].Rules.Candidates.Select(c => c.Name));
            CountJson.Strings(json, "elected", passes.SelectMany(pass => pass.Elected));
            json.WriteStartArray("passes");
            foreach (var pass in passes)
            {
                json.WriteStartObject();
                CountJson.Strings(json, "elected", pass.Elected);
                Rounds(json, pass);
                Ties(json, pass);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });
    }

    private static void Rounds(Utf8JsonWriter json, Tabulation pass)
    {
        json.WriteStartArray("rounds");
        foreach (var round in pass.Rounds)
        {
            json.WriteStartObject();
            json.WriteNumber("number", round.Number);
            json.WriteString("threshold", Text(round.Threshold));
            json.WriteStartObject("votes");
            foreach (var (name, votes) in round.Votes)
                json.WriteString(name, Text(votes));
            json.WriteEndObject();
            json.WriteStartObject("inactive");
            foreach (var (reason, votes) in round.Inactive)
                json.WriteString(Name(reason), Text(votes));
            json.WriteEndObject();
            CountJson.Strings(json, "elected", round.Elected);
            CountJson.Strings(json, "excluded", round.Excluded);
            json.WriteStartArray("transfers");
            foreach (var transfer in round.Transfers)
            {
                json.WriteStartObject();
                json.WriteString("from", transfer.From);
                json.WriteString("to", transfer.To);
                json.WriteString("votes", Text(transfer.Votes));
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("residual_surplus", Text(round.ResidualSurplus));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Ties(Utf8JsonWriter json, Tabulation pass)
    {
        json.WriteStartArray("ties");
        foreach (var tie in pass.Ties)
        {
            json.WriteStartObject();
            json.WriteNumber("round", tie.Round);
            json.WriteString("for", CountJson.For(tie.For));
            CountJson.Strings(json, "tied", tie.Tied);
            json.WriteString("chosen", tie.Chosen);
            json.WriteString("by", Name(tie.By));
            CountJson.Strings(json, "evidence", tie.Evidence);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>Writes them for people at a terminal.</summary>
    /// <param name="passes">What <see cref="Tabulator" /> gave.</param>
    internal static string Table(ImmutableArray<Tabulation> passes)
    {
        var text = new StringBuilder();
        foreach (var pass in passes)
        {
            foreach (var round in pass.Rounds)
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"round {round.Number}: threshold {Text(round.Threshold)}\n"
                );
                foreach (var (name, votes) in round.Votes)
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"  {Text(votes), 16}  {name}{(round.Elected.Contains(name, StringComparer.Ordinal) ? " elected" : round.Excluded.Contains(name, StringComparer.Ordinal) ? " out" : "")}\n"
                    );
                foreach (var (reason, votes) in round.Inactive)
                    text.Append(
                        CultureInfo.InvariantCulture,
                        $"  {Text(votes), 16}  - {Name(reason)}\n"
                    );
            }
            foreach (var tie in pass.Ties)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"tie in round {tie.Round}: {string.Join(", ", tie.Tied)} -> {tie.Chosen} by {Name(tie.By)}\n"
                );
        }
        foreach (var name in passes.SelectMany(pass => pass.Elected))
            text.Append(CultureInfo.InvariantCulture, $"elected: {name}\n");
        return text.ToString();
    }

    // All its decimals and no more: 7, 7.2501.
    internal static string Text(Fraction value)
    {
        var text = value.ToDecimal(24);
        return text.TrimEnd('0').TrimEnd('.');
    }

    private static string Name(Inactive reason) =>
        reason switch
        {
            Inactive.Unmarked => "unmarked",
            Inactive.Exhausted => "exhausted",
            Inactive.Overvote => "overvote",
            Inactive.SkippedRank => "skipped-rank",
            Inactive.Repeat => "repeat",
            Inactive.LastSurplus => "last-surplus",
        };

    private static string Name(MarkTies ties) =>
        ties switch
        {
            MarkTies.Random => "random",
            MarkTies.Lot => "lot",
            MarkTies.EarlierRoundsThenRandom => "earlier-rounds-then-random",
            MarkTies.EarlierRoundsThenLot => "earlier-rounds-then-lot",
            MarkTies.ListOrder => "list-order",
            MarkTies.Shuffled => "shuffled-order",
        };
}
