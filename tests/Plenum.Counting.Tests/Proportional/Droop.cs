using System.Collections.Immutable;
using System.Globalization;

namespace Plenum.Counting.Tests.Proportional;

/// <summary>One line of a Droop dump: quota, further figures of the whole, and every candidate's figures.</summary>
internal sealed record DroopStage(
    int Round,
    string Action,
    string Quota,
    ImmutableArray<string> Whole,
    ImmutableDictionary<int, ImmutableArray<string>> Figures
)
{
    public string NonTransferable => Whole[0];

    public ImmutableDictionary<int, string> Votes =>
        Figures.ToImmutableDictionary(pair => pair.Key, pair => pair.Value[0]);
}

/// <summary>
/// Reads the tab-separated dumps of the Droop program: R, Action, Quota, figures of the whole, then name, state and
/// figures of every candidate who did not withdraw.
/// </summary>
internal static class Droop
{
    public static IReadOnlyList<DroopStage> Stages(string path, IEnumerable<int> standing) =>
        [
            .. Lines(path, standing, whole: 1, each: 1)
                .Where(line => line.Action is "begin" or "transfer"),
        ];

    public static IReadOnlyList<DroopStage> Lines(
        string path,
        IEnumerable<int> standing,
        int whole,
        int each
    )
    {
        var numbers = standing.ToArray();
        var lines = new List<DroopStage>();
        foreach (var line in File.ReadLines(path).Skip(1))
        {
            var fields = line.Split('\t');
            if (fields.Length < 3 + whole + ((2 + each) * numbers.Length))
                continue;
            lines.Add(
                new DroopStage(
                    int.TryParse(fields[0], CultureInfo.InvariantCulture, out var round)
                        ? round
                        : int.MaxValue,
                    fields[1],
                    fields[2],
                    [.. fields.AsSpan(3, whole)],
                    numbers
                        .Select((number, i) => (number, at: 5 + whole + ((2 + each) * i)))
                        .ToImmutableDictionary(
                            x => x.number,
                            x => fields.Skip(x.at).Take(each).ToImmutableArray()
                        )
                )
            );
        }
        return lines;
    }
}
