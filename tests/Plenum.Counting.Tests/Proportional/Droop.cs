using System.Collections.Immutable;

namespace Plenum.Counting.Tests.Proportional;

/// <summary>One line of a Droop dump that closes a stage: quota, non-transferable votes and every candidate's votes.</summary>
internal sealed record DroopStage(
    string Quota,
    string NonTransferable,
    ImmutableDictionary<int, string> Votes
);

/// <summary>
/// Reads the tab-separated dumps of the Droop program: R, Action, Quota, Non-Transferable, then name, state and vote of
/// every candidate who did not withdraw.
/// </summary>
internal static class Droop
{
    public static IReadOnlyList<DroopStage> Stages(string path, IEnumerable<int> standing)
    {
        var numbers = standing.ToArray();
        var stages = new List<DroopStage>();
        foreach (var line in File.ReadLines(path))
        {
            var fields = line.Split('\t');
            if (fields[1] is not ("begin" or "transfer"))
                continue;
            stages.Add(
                new DroopStage(
                    fields[2],
                    fields[3],
                    numbers
                        .Select((number, i) => (number, fields[6 + (3 * i)]))
                        .ToImmutableDictionary(x => x.number, x => x.Item2)
                )
            );
        }
        return stages;
    }
}
