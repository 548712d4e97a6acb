using System.Text.Json;

namespace Plenum.Checker;

/// <summary>wigm-prf: votes are ten-thousandths; each round is written as a line, and the lines compared.</summary>
public sealed partial class Replay
{
    private const int Part = 10_000;
    private readonly List<string> rows = [];
    private int shown;

    private void Rounds()
    {
        var goal = (total / Vote * Part / (seats + 1)) + 1;
        parcels.ForEach(parcel => parcel.Value = Part);
        Move(parcels, from: 0);
        Row("sorting", goal);
        var pending = new List<int>();
        while (hopeful.Count > seats - elected.Count && elected.Count < seats)
        {
            var now = ByVotes(hopeful.Where(c => votes[c] >= goal));
            Take(now);
            pending.AddRange(now);
            var over = pending.Count > 0;
            var pool = over ? pending : [.. hopeful];
            var edge = over ? pool.Max(c => votes[c]) : pool.Min(c => votes[c]);
            var who = Break([.. pool.Where(c => votes[c] == edge).Order()], over);
            var pile = parcels.Where(parcel => parcel.Holder == who).ToList();
            foreach (var parcel in over ? pile : [])
                parcel.Value = parcel.Value * (edge - goal) / Part * Part / edge;
            votes[who] = over ? goal : 0;
            pending.Remove(who);
            hopeful.Remove(who);
            Move(pile, who);
            Row(over ? "surplus" : "exclusion", goal);
        }
        Take([.. ByVotes(hopeful).Take(seats - elected.Count)]);
        if (elected.Count > shown)
            Row("filling", goal);
        var stages = count.GetProperty("stages").EnumerateArray().Select(Claimed).ToList();
        for (var s = 0; s < Math.Max(stages.Count, rows.Count); s++)
            Same($"stage {s + 1}", stages.ElementAtOrDefault(s), rows.ElementAtOrDefault(s));
    }

    private List<int> ByVotes(IEnumerable<int> some) =>
        [.. some.OrderByDescending(c => votes[c]).ThenBy(c => c)];

    private void Row(string action, Int128 goal)
    {
        var all = string.Join(
            ' ',
            votes.Skip(1).Append(lost).Append(goal).Select(v => Show(v, Part))
        );
        rows.Add($"{action} {all} {string.Join(',', elected.Skip(shown))}");
        shown = elected.Count;
    }

    private static string Claimed(JsonElement stage)
    {
        var all = string.Join(' ', stage.GetProperty("votes").EnumerateArray());
        var (lost, goal) = (Text(stage, "non_transferable"), Text(stage, "quota"));
        return $"{Text(stage, "action")} {all} {lost} {goal} {Numbers(stage.GetProperty("elected"))}";
    }
}
