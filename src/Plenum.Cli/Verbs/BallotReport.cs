using System.Globalization;
using System.Numerics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary>What a verifier found, for people and for programs.</summary>
internal static class BallotReport
{
    // Above it the protocol writes a count as a text, and so do we.
    private const int LargestNumber = (1 << 30) - 1;

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Say(Verification verification, TextWriter to, Words words)
    {
        foreach (var check in verification.Checks)
            to.WriteLine(words["ballot.holds", ("what", check.Sentence)]);
        foreach (var warning in verification.Warnings)
            to.WriteLine(words["ballot.warning", ("what", warning)]);
        switch (verification)
        {
            case Verification.Valid { Election: var election }:
                to.WriteLine(words["ballot.valid", ("head", election.Head)]);
                Results(election, to, words);
                break;
            case Verification.Rejected { Reason: var reason }:
                to.WriteLine(
                    words[
                        "ballot.rejected",
                        ("place", reason.Place),
                        ("why", reason.Sentence),
                        ("code", reason.Code)
                    ]
                );
                break;
            case Verification.Unreadable { Reason: var reason }:
                to.WriteLine(words["ballot.unreadable", ("why", reason.Sentence)]);
                break;
        }
    }

    public static void Results(VerifiedElection election, TextWriter to, Words words)
    {
        for (var q = 0; q < election.Results.Length; q++)
        {
            var question = election.Questions[q];
            to.WriteLine(question.Text);
            switch (election.Results[q])
            {
                case QuestionResult.Sums(var votes):
                    var blank = votes.Length - question.Answers.Length;
                    for (var at = 0; at < votes.Length; at++)
                        to.WriteLine(
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"  {votes[at], 12}  {(at < blank ? words["ballot.blank"] : question.Answers[at - blank])}"
                            )
                        );
                    break;
                case QuestionResult.Rankings(var rows, var spoiled):
                    to.WriteLine(
                        words[
                            "ballot.rankings",
                            ("count", rows.Length),
                            ("spoiled", spoiled.Length)
                        ]
                    );
                    break;
            }
        }
    }

    public static string Json(Verification verification)
    {
        var report = new JsonObject
        {
            ["valid"] = verification is Verification.Valid,
            ["checks"] = new JsonArray([
                .. verification.Checks.Select(c =>
                    (JsonNode)new JsonObject { ["code"] = c.Code, ["sentence"] = c.Sentence }
                ),
            ]),
            ["warnings"] = new JsonArray([
                .. verification.Warnings.Select(w => (JsonNode)JsonValue.Create(w)),
            ]),
        };
        switch (verification)
        {
            case Verification.Valid { Election: var election }:
                report["election"] = Election(election);
                report["result"] = Result(election);
                break;
            case Verification.Rejected { Reason: var reason }:
                report["reason"] = Reason(reason);
                break;
            case Verification.Unreadable { Reason: var reason }:
                report["reason"] = Reason(reason);
                break;
        }
        return report.ToJsonString(Readable);
    }

    public static JsonArray Result(VerifiedElection election) =>
        new([
            .. election.Results.Select(result =>
                result switch
                {
                    QuestionResult.Sums(var votes) => (JsonNode)
                        new JsonArray([.. votes.Select(v => (JsonNode)Count(v))]),
                    QuestionResult.Rankings(var rows, _) => new JsonArray([
                        .. rows.Select(row => new JsonArray([
                            .. row.Select(n => (JsonNode)JsonValue.Create(n)),
                        ])),
                    ]),
                }
            ),
        ]);

    private static JsonValue Count(BigInteger count) =>
        count <= LargestNumber
            ? JsonValue.Create((int)count)
            : JsonValue.Create(count.ToString(CultureInfo.InvariantCulture));

    private static JsonObject Election(VerifiedElection election) =>
        new()
        {
            ["uuid"] = election.Uuid,
            ["name"] = election.Name,
            ["group"] = election.Group,
            ["fingerprint"] = election.Fingerprint,
            ["stage"] = election.Stage.ToString(),
            ["voters"] = election.Voters,
            ["ballots"] = election.Ballots,
            ["counted"] = election.Counted,
            ["weight"] = Count(election.Weight),
            ["head"] = election.Head,
            ["trackers"] = new JsonArray([
                .. election.Trackers.Select(t => (JsonNode)JsonValue.Create(t)),
            ]),
            ["spoiled"] = new JsonArray([
                .. election.Results.Select(r =>
                    (JsonNode)
                        new JsonArray([
                            .. (r is QuestionResult.Rankings(_, var rows) ? rows : []).Select(n =>
                                (JsonNode)JsonValue.Create(n)
                            ),
                        ])
                ),
            ]),
        };

    private static JsonObject Reason(Reason reason) =>
        new()
        {
            ["code"] = reason.Code,
            ["place"] = reason.Place,
            ["sentence"] = reason.Sentence,
        };
}
