using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plenum.Counting.Ballots;
using Plenum.Counting.Committees;
using Plenum.Counting.Constraints;
using Plenum.Counting.Graded;
using Plenum.Counting.Pairwise;
using Plenum.Counting.Rounds;
using Plenum.Counting.Ties;

namespace Plenum.Counting;

/// <summary>
/// Stories as JSON, in the form of <see cref="CountJson" />: candidates are numbers from 1, votes are decimal strings,
/// fractions are strings like <c>5/2</c>.
/// </summary>
public static class StoryJson
{
    /// <summary>Writes a story, of a refusal its finding; equal stories give equal bytes.</summary>
    /// <param name="story">The story.</param>
    public static string Write(CountStory story)
    {
        ArgumentNullException.ThrowIfNull(story);
        return story switch
        {
            CountStory.ByStages(var count) => CountJson.Write(count),
            CountStory.ByRounds(var count) => CountJson.Render(json => Rounds(json, count)),
            CountStory.ByPairs(var count) => CountJson.Render(json => Pairs(json, count)),
            CountStory.ByScores(var count) => CountJson.Render(json => Scores(json, count)),
            CountStory.ByCommittees(var count) => CountJson.Render(json => Committees(json, count)),
            CountStory.Refused(var code, var found, var expected) => CountJson.Findings([
                new Finding(code, "", 0, 0, found, expected),
            ]),
        };
    }

    internal static void Head(
        Utf8JsonWriter json,
        string rule,
        BallotSet ballots,
        long valid,
        long invalid
    )
    {
        json.WriteString("rule", rule);
        json.WriteString("title", ballots.Title);
        json.WriteNumber("seats", ballots.Seats);
        json.WriteString("papers", valid.ToString(CultureInfo.InvariantCulture));
        json.WriteString("invalid", invalid.ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("candidates");
        foreach (var name in ballots.Names)
            json.WriteStringValue(name);
        json.WriteEndArray();
        CountJson.Numbers(json, "withdrawn", ballots.Withdrawn);
    }

    private static void Rounds(Utf8JsonWriter json, RoundCount count)
    {
        Head(json, count.Rule, count.Ballots, count.ValidPapers, count.InvalidPapers);
        json.WriteString("quota", count.Rounds[^1].Quota.ToString());
        CountJson.Numbers(json, "elected", count.Elected);
        if (count.Pairs is { } pairs)
            Table(json, count.Ballots, pairs);
        json.WriteStartArray("stages");
        foreach (var round in count.Rounds)
        {
            json.WriteStartObject();
            json.WriteNumber("number", round.Number);
            Action(json, round.Action);
            json.WriteString("quota", round.Quota.ToString());
            if (round.Needed is { } needed)
                json.WriteString("needed", needed.ToString());
            CountJson.Strings(json, "votes", round.Votes.Select(each => each.ToString()));
            json.WriteString("non_transferable", round.NonTransferable.ToString());
            if (!round.Keep.IsEmpty)
                CountJson.Strings(json, "keep", round.Keep.Select(each => each.ToString()));
            CountJson.Numbers(json, "elected", round.Elected);
            CountJson.Numbers(json, "excluded", round.Excluded);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        Places(json, count.Places);
        CountJson.Ties(json, count.Ties);
    }

    private static void Places(Utf8JsonWriter json, ImmutableArray<PlaceNote> notes)
    {
        if (notes.IsEmpty)
            return;
        json.WriteStartArray("places");
        foreach (var note in notes)
        {
            json.WriteStartObject();
            json.WriteNumber("stage", note.Round);
            json.WriteNumber("candidate", note.Candidate.Number);
            json.WriteString("is", note.Guarded ? "guarded" : "doomed");
            json.WriteString(
                "why",
                note.Why switch
                {
                    PlaceReason.NoMoreThanNeeded => "no-more-than-needed",
                    PlaceReason.GroupFull => "group-full",
                    PlaceReason.PromisedToOthers => "promised-to-others",
                    PlaceReason.NoRoomElsewhere => "no-room-elsewhere",
                    PlaceReason.Crossed => "crossed",
                }
            );
            json.WriteString("category", note.Category);
            json.WriteString("group", note.Group);
            json.WriteNumber("places", note.Places);
            json.WriteNumber("left", note.Left);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Action(Utf8JsonWriter json, RoundAction action)
    {
        switch (action)
        {
            case RoundAction.Sorting:
                json.WriteString("action", "sorting");
                break;
            case RoundAction.Surplus(var from, var excess):
                json.WriteString("action", "surplus");
                json.WriteNumber("candidate", from.Number);
                json.WriteString("surplus", excess.ToString());
                break;
            case RoundAction.Exclusion(var excluded):
                json.WriteString("action", "exclusion");
                CountJson.Numbers(json, "candidates", excluded);
                break;
            case RoundAction.Batch(var excluded, var value):
                json.WriteString("action", "batch");
                CountJson.Numbers(json, "candidates", excluded);
                json.WriteString("value", value.ToString());
                break;
            case RoundAction.Iteration(var steps, var excess):
                json.WriteString("action", "iteration");
                json.WriteNumber("steps", steps);
                json.WriteString("surplus", excess.ToString());
                break;
            case RoundAction.Quotient(var elected):
                json.WriteString("action", "quotient");
                json.WriteNumber("candidate", elected.Number);
                break;
            case RoundAction.Filling:
                json.WriteString("action", "filling");
                break;
        }
    }

    private static void Pairs(Utf8JsonWriter json, PairCount count)
    {
        var pairs = count.Pairs;
        Head(json, count.Rule, count.Ballots, pairs.ValidPapers, pairs.InvalidPapers);
        CountJson.Numbers(json, "elected", count.Elected);
        json.WriteStartArray("order");
        foreach (var equal in count.Order)
            CountJson.Numbers(json, equal);
        json.WriteEndArray();
        if (!count.Scores.IsEmpty)
            CountJson.Strings(json, "scores", count.Scores.Select(each => each.ToString()));
        Table(json, count.Ballots, pairs);
        CountJson.Ties(json, count.Ties);
    }

    // Row by column: papers that prefer the candidate of the row to that of the column.
    private static void Table(Utf8JsonWriter json, BallotSet ballots, PairTable pairs)
    {
        json.WriteStartArray("pairwise");
        for (var one = 1; one <= ballots.Names.Length; one++)
        {
            json.WriteStartArray();
            for (var other = 1; other <= ballots.Names.Length; other++)
                json.WriteNumberValue(pairs[new Candidate(one), new Candidate(other)]);
            json.WriteEndArray();
        }
        json.WriteEndArray();
    }

    private static void Scores(Utf8JsonWriter json, ScoreCount count)
    {
        Head(json, count.Rule, count.Ballots, count.ValidPapers, count.InvalidPapers);
        CountJson.Numbers(json, "elected", count.Elected);
        if (!count.Finalists.IsEmpty)
            CountJson.Numbers(json, "finalists", count.Finalists);
        CountJson.Strings(json, "scores", count.Scores.Select(each => each.ToString()));
        CountJson.Ties(json, count.Ties);
    }

    private static void Committees(Utf8JsonWriter json, CommitteeCount count)
    {
        Head(json, count.Rule, count.Ballots, count.ValidPapers, count.InvalidPapers);
        CountJson.Numbers(json, "elected", count.Elected);
        json.WriteStartArray("committees");
        foreach (var committee in count.Committees)
            CountJson.Numbers(json, committee);
        json.WriteEndArray();
        CountJson.Ties(json, count.Ties);
    }
}
