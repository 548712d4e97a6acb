using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.Counting.Ballots;
using Plenum.Counting.Margins;

namespace Plenum.Counting;

/// <summary>The verb <c>count --compare</c>: one set of papers by every rule, and where they disagree.</summary>
/// <remarks>Rules that do not apply - other papers, another number of seats, too large - are listed with the reason.</remarks>
internal static class CompareCommand
{
    private sealed record Result(CountingRule Rule, CountStory Story, Margin Margin)
    {
        public bool Counted => Story is not CountStory.Refused;

        // The order of election has no meaning between rules.
        public string Key => string.Join(',', Story.Elected.Order());
    }

    /// <summary>Reads, counts by every rule and renders.</summary>
    /// <param name="file">The bytes of a file of papers.</param>
    /// <param name="options">What is asked for; a rule named there is not looked at.</param>
    public static CountAnswer Run(ReadOnlySpan<byte> file, CountOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var read = CountCommand.Read(file, options with { Rule = CountingRule.All[0].Id });
        if (read.Ballots is not { } ballots)
            return read.Answer;
        ImmutableArray<Result> results =
        [
            .. CountingRule.All.Select(rule => new Result(
                rule,
                rule.Count(ballots, CountCommand.LotsOf(options, ballots)),
                MarginOf.Rule(rule, ballots, CountCommand.LotsOf(options, ballots))
            )),
        ];
        return new CountAnswer(0, options.Json ? Json(ballots, results) : Table(ballots, results));
    }

    // A number that is only a bound says so.
    private static void Margin(System.Text.Json.Utf8JsonWriter json, Margin margin)
    {
        var (kind, papers) = Said(margin);
        if (kind.Length == 0)
            return;
        json.WriteStartObject("margin");
        json.WriteString("papers", papers.ToString(CultureInfo.InvariantCulture));
        json.WriteString("is", kind);
        json.WriteEndObject();
    }

    private static (string Kind, long Papers) Said(Margin margin) =>
        margin switch
        {
            Margins.Margin.Exactly(var papers) => ("exact", papers),
            Margins.Margin.AtLeast(var papers) => ("at-least", papers),
            Margins.Margin.AtMost(var papers) => ("at-most", papers),
            Margins.Margin.None => ("", 0),
        };

    private static IEnumerable<IGrouping<string, Result>> Agreeing(
        ImmutableArray<Result> results
    ) =>
        results
            .Where(result => result.Counted)
            .GroupBy(result => result.Key, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count());

    private static string Json(BallotSet ballots, ImmutableArray<Result> results) =>
        CountJson.Render(json =>
        {
            json.WriteString("title", ballots.Title);
            json.WriteNumber("seats", ballots.Seats);
            json.WriteStartArray("candidates");
            foreach (var name in ballots.Names)
                json.WriteStringValue(name);
            json.WriteEndArray();
            json.WriteStartArray("results");
            foreach (var result in results)
            {
                json.WriteStartObject();
                json.WriteString("rule", result.Rule.Id);
                if (result.Story is CountStory.Refused(var code, _, var expected))
                {
                    json.WriteString("refused", code);
                    json.WriteString("expected", expected);
                }
                else
                {
                    CountJson.Numbers(json, "elected", result.Story.Elected);
                    Margin(json, result.Margin);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("agreement");
            foreach (var group in Agreeing(results))
            {
                json.WriteStartObject();
                CountJson.Numbers(json, "elected", group.First().Story.Elected.Order());
                CountJson.Strings(json, "rules", group.Select(result => result.Rule.Id));
                json.WriteEndObject();
            }
            json.WriteEndArray();
        });

    private static string Table(BallotSet ballots, ImmutableArray<Result> results)
    {
        var text = new StringBuilder();
        foreach (var group in Agreeing(results))
            text.Append(
                CultureInfo.InvariantCulture,
                $"{string.Join(", ", group.First().Story.Elected.Order().Select(c => ballots.Names[c.Index]))}\n    {string.Join(", ", group.Select(result => result.Rule.Id))}\n"
            );
        foreach (var result in results.Where(each => each.Counted))
        {
            var (kind, papers) = Said(result.Margin);
            if (kind.Length > 0)
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"{result.Rule.Id}: margin {kind} {papers}\n"
                );
        }
        foreach (var result in results.Where(result => !result.Counted))
            text.Append(
                CultureInfo.InvariantCulture,
                $"{result.Rule.Id}: {StoryText.Write(result.Story)}"
            );
        return text.ToString();
    }
}
