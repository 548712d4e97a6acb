using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plenum.Web.Speech;

namespace Plenum.Web.Matters;

/// <summary>A tie as a member is told of it: who was level, what told them apart, and how it fell.</summary>
/// <param name="What">Who was level, when, and what had to be decided.</param>
/// <param name="Steps">What was looked at, in order.</param>
/// <param name="Slips">The slips of the lot, where one was drawn.</param>
/// <param name="Again">How the lot is drawn again, in a shell; empty where none was drawn.</param>
/// <param name="Fell">Whom it fell on.</param>
public sealed record TieStory(
    string What,
    ImmutableArray<string> Steps,
    ImmutableArray<string> Slips,
    string Again,
    string Fell
);

/// <summary>The ties of a count, read from the story the record names.</summary>
public static class TieStories
{
    public static ImmutableArray<TieStory> Of(
        Sentences s,
        Func<int, string> nameOf,
        JsonElement story,
        string seed
    ) => [.. story.GetProperty("ties").EnumerateArray().Select(tie => Told(s, nameOf, tie, seed))];

    private static TieStory Told(
        Sentences s,
        Func<int, string> nameOf,
        JsonElement tie,
        string seed
    )
    {
        var stage = tie.GetProperty("stage").GetInt32();
        var tied = Names(nameOf, tie.GetProperty("tied"));
        var chosen = nameOf(tie.GetProperty("chosen").GetInt32());
        var steps = tie.GetProperty("steps").EnumerateArray().ToArray();
        var lot = steps.FirstOrDefault(step => step.GetProperty("by").GetString() == "lot");
        var drawn = lot.ValueKind == JsonValueKind.Object;
        return tie.GetProperty("for").GetString() switch
        {
            "exclusion" => Story(
                s["count.tie-exclusion", ("stage", stage), ("names", tied)],
                s["count.tie-excluded", ("name", chosen)]
            ),
            "surplus-first" => Story(
                s["count.tie-surplus", ("stage", stage), ("names", tied)],
                s["count.tie-moved", ("name", chosen)]
            ),
            "elected-first" => Story(
                s["count.tie-elected", ("stage", stage), ("names", tied)],
                s["count.tie-stands-first", ("name", chosen)]
            ),
            _ => Story(
                s["count.tie-other", ("stage", stage), ("names", tied)],
                s["count.tie-drawn", ("name", chosen)]
            ),
        };

        TieStory Story(string what, string fell) =>
            new(
                what,
                [.. steps.SelectMany(step => Step(s, nameOf, step))],
                drawn ? Slips(s, nameOf, lot) : [],
                drawn ? Again(lot, seed) : "",
                fell
            );
    }

    private static IEnumerable<string> Step(Sentences s, Func<int, string> nameOf, JsonElement step)
    {
        if (step.GetProperty("by").GetString() == "lot")
        {
            yield return s["count.tie-lot"];
            yield break;
        }
        var held = step.GetProperty("among")
            .EnumerateArray()
            .Zip(step.GetProperty("votes").EnumerateArray())
            .Select(pair =>
                s[
                    "count.tie-held",
                    ("name", nameOf(pair.First.GetInt32())),
                    ("votes", CountStories.Plain(pair.Second.GetString()!))
                ]
            );
        yield return s[
            "count.tie-earlier",
            ("stage", step.GetProperty("stage").GetInt32()),
            ("votes", string.Join(", ", held))
        ];
        if (step.GetProperty("left").GetArrayLength() > 1)
            yield return s["count.tie-left", ("names", Names(nameOf, step.GetProperty("left")))];
    }

    private static ImmutableArray<string> Slips(
        Sentences s,
        Func<int, string> nameOf,
        JsonElement lot
    ) =>
        [
            .. lot.GetProperty("among")
                .EnumerateArray()
                .Zip(lot.GetProperty("slips").EnumerateArray())
                .Select(pair =>
                    s[
                        "count.tie-slip",
                        ("name", nameOf(pair.First.GetInt32())),
                        ("no", pair.First.GetInt32()),
                        // As much of it as tells slips apart for people; the rest follows from the draw.
                        ("slip", pair.Second.GetString()![..12] + "\u2026")
                    ]
                ),
        ];

    // As the library of counts lays down how lots come from a seed.
    private static string Again(JsonElement lot, string seed) =>
        string.Join(
            '\n',
            lot.GetProperty("among")
                .EnumerateArray()
                .Select(who =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"printf 'plenum-lot-1:{seed}:{lot.GetProperty("lot").GetInt32()}:{who.GetInt32()}' | sha256sum"
                    )
                )
        );

    private static string Names(Func<int, string> nameOf, JsonElement numbers) =>
        string.Join(", ", numbers.EnumerateArray().Select(number => nameOf(number.GetInt32())));
}
