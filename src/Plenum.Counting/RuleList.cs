using System.Text.Json;
using Plenum.Counting.Marks;

namespace Plenum.Counting;

/// <summary>The list of rules as JSON.</summary>
internal static class RuleList
{
    /// <summary>Writes every rule: id, name, source, what it reads, what it gives, its fixed parameters.</summary>
    public static string Json() =>
        CountJson.Render(json =>
        {
            json.WriteStartArray("rules");
            foreach (var rule in CountingRule.All)
            {
                json.WriteStartObject();
                json.WriteString("id", rule.Id);
                json.WriteString("name", rule.Name);
                json.WriteString("source", rule.Source);
                json.WriteStartArray("inputs");
                json.WriteStringValue(
                    rule.Reads switch
                    {
                        PapersSay.Rankings => "rankings",
                        PapersSay.Approvals => "approvals",
                        PapersSay.Grades => "grades",
                    }
                );
                json.WriteEndArray();
                json.WriteBoolean("one_seat", rule.OneSeatOnly);
                json.WriteStartObject("parameters");
                foreach (var (name, value) in rule.Parameters)
                    json.WriteString(name, value);
                json.WriteEndObject();
                json.WriteEndObject();
            }
            Marked(json);
            json.WriteEndArray();
        });

    // Not a rule on rankings: it looks at the marks themselves, and its parameters stand in the contest's configuration.
    private static void Marked(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", TabulateCommand.Id);
        json.WriteString("name", TabulateCommand.Name);
        json.WriteString("source", TabulateCommand.Source);
        CountJson.Strings(json, "inputs", ["marks"]);
        json.WriteBoolean("one_seat", false);
        json.WriteStartObject("parameters");
        json.WriteString("all", "as the configuration says");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
