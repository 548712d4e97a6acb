using System.Collections.Immutable;
using System.Text.Json;
using Plenum.Store;

namespace Plenum.Cli.Verbs;

/// <summary>What fsck found, for people and for programs.</summary>
internal static class Findings
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters =
        {
            new System.Text.Json.Serialization.JsonStringEnumConverter(
                JsonNamingPolicy.KebabCaseLower
            ),
        },
    };

    public static void Print(ImmutableArray<Finding> findings, Words words)
    {
        foreach (var finding in findings)
            Console.WriteLine(Line(finding, words));
    }

    public static string Line(Finding finding, Words words)
    {
        var where = string.Join(
            ' ',
            new[] { finding.File, finding.Table, finding.Row }.Where(part => part.Length > 0)
        );
        var what = words.Knows(finding.Code) ? words[finding.Code] : finding.Code;
        return $"{words[$"gravity.{finding.Gravity}"]}: {where}: {what} {words[$"remedy.{finding.Remedy}"]}";
    }

    public static void PrintJson(ImmutableArray<Finding> findings) =>
        Console.WriteLine(JsonSerializer.Serialize(findings, Web));
}
