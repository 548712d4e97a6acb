using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tallies;

/// <summary>The counted answers to one question.</summary>
internal abstract record Counted
{
    private Counted() { }

    public sealed record Sums(ImmutableArray<BigInteger> Votes) : Counted;

    public sealed record Rows(ImmutableArray<ImmutableArray<int>> Ballots) : Counted;
}

/// <summary>The result as it is recorded.</summary>
internal sealed record Outcome(ImmutableArray<Counted> Questions)
{
    public static Outcome Read(Election election, byte[] bytes, string place)
    {
        var fields = Shape.Fields(JsonReader.Read(bytes, place), place, "result");
        var questions = Shape.Items(fields[0], place, election.Questions.Length);
        return new([
            .. questions.Select((q, at) => Read(election.Questions[at], q, $"{place}[{at}]")),
        ]);
    }

    private static Counted Read(Question question, Json value, string place) =>
        question switch
        {
            Question.Additive => new Counted.Sums([
                .. Shape
                    .Items(value, place, question.Length)
                    .Select((n, at) => Electorate.ReadCount(n, $"{place}[{at}]")),
            ]),
            Question.Ranked => new Counted.Rows([
                .. Shape
                    .Items(value, place)
                    .Select(
                        (row, at) =>
                            Shape
                                .Items(row, $"{place}[{at}]", question.Length)
                                .Select(n => Shape.Small(n, $"{place}[{at}]", 255))
                                .ToImmutableArray()
                    ),
            ]),
        };

    public byte[] Bytes() => Encoding.ASCII.GetBytes($"{{\"result\":{Json()}}}");

    public string Json() => "[" + string.Join(',', Questions.Select(Json)) + "]";

    private static string Json(Counted counted) =>
        counted switch
        {
            Counted.Sums(var votes) => "[" + string.Join(',', votes.Select(Electorate.Count)) + "]",
            Counted.Rows(var rows) => "["
                + string.Join(
                    ',',
                    rows.Select(row =>
                        "[" + string.Join(',', row.Select(n => Decimals.Text(n))) + "]"
                    )
                )
                + "]",
        };
}
