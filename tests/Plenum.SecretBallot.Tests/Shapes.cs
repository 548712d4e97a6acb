using System.Text;

namespace Plenum.SecretBallot.Tests;

/// <summary>Elections of every shape, as rehearsals.</summary>
internal static class Shapes
{
    public const string Plain =
        """[{"answers":["A","B"],"min":1,"max":1,"question":"One of two?"}]""";

    public const string Blank =
        """[{"answers":["A","B","C"],"blank":true,"min":1,"max":2,"question":"One or two, or blank?"}]""";

    public const string Several = """
        {"name":"Wahl zur Leitung · 選挙 \"2027\"","description":"Zeile 1\nZeile 2\tŁódź","questions":[
          {"answers":["Ja","Nein","\u00c9"],"min":0,"max":3,"question":"Wie viele?"},
          {"answers":["甲","乙"],"blank":true,"min":0,"max":1,"question":"Ένα;"}]}
        """;

    public const string Ranked =
        """[{"type":"NonHomomorphic","value":{"answers":["A","B","C"],"question":"Order?"},"extra":{"method":"Schulze"}}]""";

    public const string Mixed = """
        [{"answers":["A","B"],"min":0,"max":1,"question":"Q1"},
         {"type":"NonHomomorphic","value":{"answers":["A","B","C","D"],"question":"Q2"}},
         {"type":"NonHomomorphic","value":{"answers":["X","Y"],"question":"Q3"}}]
        """;

    public static Rehearsal Of(string shape) =>
        shape switch
        {
            "plain" => Make(Plain, 4),
            "blank" => Make(Blank, 4) with { Trustees = 2 },
            "several, weights, revotes, texts" => Make(Several, 5) with
            {
                Revotes = 3,
                MostWeight = 600_000_000,
            },
            "two of three" => Make(Blank, 3) with { Trustees = 3, Threshold = 2 },
            "ranked, two shuffles" => Make(Ranked, 5) with { Trustees = 2, Revotes = 1 },
            "ranked, three shuffles, two of three" => Make(Ranked, 3) with
            {
                Trustees = 3,
                Threshold = 2,
                Shuffles = 3,
            },
            "mixed" => Make(Mixed, 3) with { Trustees = 2 },
            "plain in the other group" => Make(Plain, 2) with { Group = "RFC-3526-2048" },
            _ => throw new ArgumentOutOfRangeException(nameof(shape)),
        };

    public static TheoryData<string> All =>
        [
            "plain",
            "blank",
            "several, weights, revotes, texts",
            "two of three",
            "ranked, two shuffles",
            "ranked, three shuffles, two of three",
            "mixed",
            "plain in the other group",
        ];

    private static Rehearsal Make(string questions, int voters) =>
        new(Encoding.UTF8.GetBytes(questions), voters) { Time = 1_800_000_000 };
}

/// <summary>What a rehearsal left, by name.</summary>
internal sealed class Held
{
    private readonly Handed.Given _given;

    private Held(Handed.Given given) => _given = given;

    public static Held Of(Rehearsal rehearsal) =>
        new(
            rehearsal.Run() switch
            {
                Handed.Given given => given,
                Handed.Refused refused => throw new InvalidOperationException(
                    refused.Reason.ToString()
                ),
            }
        );

    public byte[] Archive => File(".bel");

    public byte[] Strong => File(".strong-proofs.json");

    public string Uuid => _given.Files[0].Name.Split('.')[0];

    public byte[] File(string end) =>
        _given.Files.Single(f => f.Name.EndsWith(end, StringComparison.Ordinal)).Content;

    public string Text(string end) => Encoding.UTF8.GetString(File(end));
}
