using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plenum.Domain.Matters;
using Plenum.Web.Doors;
using Plenum.Web.Pieces;

namespace Plenum.Web.Matters;

/// <summary>The story a count told, as a table of stages; read back from the document the record names.</summary>
public static class CountStories
{
    public static TallyView View(
        Here here,
        Matter matter,
        JsonElement root,
        ImmutableArray<int> left
    )
    {
        var s = here.S;
        var candidates = root.GetProperty("candidates").GetArrayLength();
        var names = NamesOf(here, matter);
        var elected = root.GetProperty("elected")
            .EnumerateArray()
            .Select(e => e.GetInt32())
            .ToHashSet();
        var rows = Enumerable
            .Range(1, candidates)
            .Select(no => new TallyRow(
                names[no - 1],
                elected.Contains(no) ? TallyOutcome.Elected
                    : left.Contains(no) ? TallyOutcome.Left
                    : TallyOutcome.NotElected
            ))
            .Append(new TallyRow(s["count.exhausted"], TallyOutcome.Heap))
            .ToImmutableArray();
        return new TallyView(
            here.TitleOf(matter),
            s["count.quota", ("quota", Plain(root.GetProperty("quota").GetString()!))],
            rows,
            [
                .. root.GetProperty("stages")
                    .EnumerateArray()
                    .Select(stage => StageOf(here, stage, rows)),
            ]
        );
    }

    /// <summary>
    /// Whom the numbers of a count stand for, the first being 1, and last the choice of nobody; two who look the same are
    /// told apart by their numbers as members.
    /// </summary>
    public static ImmutableArray<string> NamesOf(Here here, Matter matter)
    {
        var candidates = here.Section.Elections.Of(matter.No).Candidates.Items;
        return
        [
            .. Namesakes.Told(here, [.. candidates.Select(c => (c.Member, here.NameOf(c.Member)))]),
            here.S["ranking.reopen"],
        ];
    }

    private static TallyStage StageOf(Here here, JsonElement stage, ImmutableArray<TallyRow> rows)
    {
        var action = stage.GetProperty("action").GetString()!;
        var from = stage.TryGetProperty("candidate", out var who) ? who.GetInt32() : 0;
        var done =
            from == 0 ? here.S["count.sorting"]
            : action == "surplus" ? here.S["count.surplus", ("name", rows[from - 1].Name)]
            : here.S["count.exclusion", ("name", rows[from - 1].Name)];
        return new TallyStage(
            here.S["count.stage", ("no", stage.GetProperty("number").GetInt32())],
            done,
            [
                .. stage.GetProperty("votes").EnumerateArray().Select(Figure),
                Figure(stage.GetProperty("non_transferable")),
            ],
            from == 0
                ? []
                :
                [
                    .. stage
                        .GetProperty("transfers")
                        .EnumerateArray()
                        .Select(t => new TallyMove(
                            from - 1,
                            t.GetProperty("to").GetInt32() - 1,
                            Figure(t.GetProperty("votes"))
                        )),
                ]
        );
    }

    /// <summary>A quota without the noughts that the rule carries along.</summary>
    public static string Plain(string quota) =>
        decimal.TryParse(quota, CultureInfo.InvariantCulture, out var figure)
            ? figure.ToString("0.#####", CultureInfo.InvariantCulture)
            : quota;

    private static decimal Figure(JsonElement figure) =>
        decimal.Parse(figure.GetString()!, CultureInfo.InvariantCulture);
}
