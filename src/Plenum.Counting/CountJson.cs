using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plenum.Counting.Ballots;
using Plenum.Counting.Stages;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>
/// A count as JSON. Candidates are numbers from 1; votes and papers are decimal strings, because votes have five exact
/// decimals and both may pass 2^53. Keys stand in a fixed order, so equal counts give equal bytes.
/// </summary>
internal static class CountJson
{
    private static readonly JsonWriterOptions Layout = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a count.</summary>
    /// <param name="count">The count.</param>
    public static string Write(ElectionCount count)
    {
        ArgumentNullException.ThrowIfNull(count);
        return Render(json =>
        {
            json.WriteString("rule", count.Rule);
            json.WriteString("title", count.Ballots.Title);
            json.WriteNumber("seats", count.Ballots.Seats);
            json.WriteString("papers", Text(count.ValidPapers));
            json.WriteString("invalid", Text(count.InvalidPapers));
            json.WriteString("quota", count.Quota.ToString());
            json.WriteStartArray("candidates");
            foreach (var name in count.Ballots.Names)
                json.WriteStringValue(name);
            json.WriteEndArray();
            Numbers(json, "withdrawn", count.Ballots.Withdrawn);
            Numbers(json, "elected", count.Elected);
            Stages(json, count.Stages);
            Ties(json, count.Ties);
        });
    }

    internal static string Findings(IEnumerable<Finding> findings) =>
        Render(json =>
        {
            json.WriteStartArray("findings");
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                json.WriteString("code", finding.Code);
                json.WriteString("file", finding.File);
                json.WriteNumber("line", finding.Line);
                json.WriteNumber("column", finding.Column);
                json.WriteString("found", finding.Found);
                json.WriteString("expected", finding.Expected);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    internal static string Render(Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Layout))
        {
            json.WriteStartObject();
            content(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Stages(Utf8JsonWriter json, IEnumerable<Stage> stages)
    {
        json.WriteStartArray("stages");
        foreach (var stage in stages)
        {
            json.WriteStartObject();
            json.WriteNumber("number", stage.Number);
            Action(json, stage.Action);
            json.WriteStartArray("transfers");
            foreach (var transfer in stage.Transfers)
            {
                json.WriteStartObject();
                json.WriteNumber("to", transfer.To.Number);
                json.WriteString("papers", Text(transfer.Papers));
                json.WriteString("votes", transfer.Votes.ToString());
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("votes");
            foreach (var votes in stage.Votes)
                json.WriteStringValue(votes.ToString());
            json.WriteEndArray();
            json.WriteString("non_transferable", stage.NonTransferable.ToString());
            json.WriteString("lost_in_rounding", stage.LostInRounding.ToString());
            json.WriteStartArray("elected");
            foreach (var election in stage.Elected)
            {
                json.WriteStartObject();
                json.WriteNumber("candidate", election.Candidate.Number);
                json.WriteString("by", election.By == ElectedBy.Quota ? "quota" : "last-vacancies");
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Action(Utf8JsonWriter json, StageAction action)
    {
        switch (action)
        {
            case StageAction.Sorting:
                json.WriteString("action", "sorting");
                break;
            case StageAction.Surplus(var from, var excess):
                json.WriteString("action", "surplus");
                json.WriteNumber("candidate", from.Number);
                json.WriteString("surplus", excess.ToString());
                break;
            case StageAction.Exclusion(var excluded):
                json.WriteString("action", "exclusion");
                json.WriteNumber("candidate", excluded.Number);
                break;
        }
    }

    internal static void Ties(Utf8JsonWriter json, IEnumerable<Tie> ties)
    {
        json.WriteStartArray("ties");
        foreach (var tie in ties)
        {
            json.WriteStartObject();
            json.WriteNumber("stage", tie.Stage);
            json.WriteString("for", For(tie.For));
            Numbers(json, "tied", tie.Tied);
            json.WriteNumber("chosen", tie.Chosen.Number);
            json.WriteStartArray("steps");
            foreach (var step in tie.Steps)
            {
                json.WriteStartObject();
                Step(json, step);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    internal static string For(TiedFor purpose) =>
        purpose switch
        {
            TiedFor.SurplusFirst => "surplus-first",
            TiedFor.Exclusion => "exclusion",
            TiedFor.Election => "election",
            TiedFor.Order => "order",
            TiedFor.ElectedFirst => "elected-first",
        };

    private static void Step(Utf8JsonWriter json, TieStep step)
    {
        switch (step)
        {
            case TieStep.EarlierStage(var stage, var among, var votes, var left):
                Asked(json, "earlier-stage", stage, among, votes.Select(v => v.ToString()), left);
                break;
            case TieStep.EarliestRound(var round, var among, var votes, var left):
                Asked(json, "earliest-stage", round, among, votes.Select(v => v.ToString()), left);
                break;
            case TieStep.Lot lot:
                json.WriteString("by", "lot");
                LotFields(json, lot);
                break;
        }
    }

    private static void Asked(
        Utf8JsonWriter json,
        string by,
        int stage,
        ImmutableArray<Candidate> among,
        IEnumerable<string> votes,
        ImmutableArray<Candidate> left
    )
    {
        json.WriteString("by", by);
        json.WriteNumber("stage", stage);
        Numbers(json, "among", among);
        Strings(json, "votes", votes);
        Numbers(json, "left", left);
    }

    internal static void Lot(Utf8JsonWriter json, TieStep.Lot lot)
    {
        json.WriteStartObject();
        LotFields(json, lot);
        json.WriteEndObject();
    }

    private static void LotFields(Utf8JsonWriter json, TieStep.Lot lot)
    {
        json.WriteNumber("lot", lot.Number);
        Numbers(json, "among", lot.Among);
        Strings(json, "slips", lot.Slips);
        json.WriteNumber("drawn", lot.Drawn.Number);
    }

    internal static void Numbers(
        Utf8JsonWriter json,
        string name,
        IEnumerable<Candidate> candidates
    )
    {
        json.WritePropertyName(name);
        Numbers(json, candidates);
    }

    internal static void Numbers(Utf8JsonWriter json, IEnumerable<Candidate> candidates)
    {
        json.WriteStartArray();
        foreach (var candidate in candidates)
            json.WriteNumberValue(candidate.Number);
        json.WriteEndArray();
    }

    internal static void Strings(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    private static string Text(long number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
