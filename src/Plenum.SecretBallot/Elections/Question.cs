using System.Collections.Immutable;
using System.Globalization;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot;

/// <summary>A question of an election and the answers one may give.</summary>
public abstract record Question
{
    private Question(string text, ImmutableArray<string> answers) =>
        (Text, Answers) = (text, answers);

    /// <summary>The question as voters read it.</summary>
    public string Text { get; }

    /// <summary>What may be chosen, in the order of the ballot.</summary>
    public ImmutableArray<string> Answers { get; }

    /// <summary>How many numbers a vote on it has.</summary>
    public abstract int Length { get; }

    /// <summary>Each answer is chosen or not, and choices are added up without opening a ballot.</summary>
    /// <param name="Asked">The question.</param>
    /// <param name="Choices">What may be chosen.</param>
    /// <param name="Least">The fewest that may be chosen.</param>
    /// <param name="Most">The most that may be chosen.</param>
    /// <param name="Blank">Whether a vote may be blank: then it begins with 1 and chooses nothing.</param>
    public sealed record Additive(
        string Asked,
        ImmutableArray<string> Choices,
        int Least,
        int Most,
        bool Blank
    ) : Question(Asked, Choices)
    {
        /// <inheritdoc/>
        public override int Length => Answers.Length + (Blank ? 1 : 0);
    }

    /// <summary>Each answer has a rank or a grade; ballots are shuffled and opened one by one.</summary>
    /// <param name="Asked">The question.</param>
    /// <param name="Choices">What is ranked or graded.</param>
    /// <param name="Extra">How it is meant to be counted, as JSON; empty when the election does not say.</param>
    public sealed record Ranked(string Asked, ImmutableArray<string> Choices, string Extra = "")
        : Question(Asked, Choices)
    {
        /// <inheritdoc/>
        public override int Length => Answers.Length;
    }

    internal static Question Read(Json value, string place) =>
        value is Json.Map(var fields) && fields.Any(f => f.Key == "type")
            ? Typed(value, place)
            : ReadAdditive(value, place);

    private static Question Typed(Json value, string place)
    {
        var fields = Shape.AnyOrder(value, place, "type", "value", "extra?");
        var (type, inner) = (Shape.Word(fields[0], place + ".type"), fields[1]!);
        if (type == "Homomorphic")
            return ReadAdditive(inner, place + ".value");
        if (type != "NonHomomorphic")
            throw new RejectedException(
                "question.type",
                place,
                $"Questions of the type '{type}' are not known; known are Homomorphic and NonHomomorphic."
            );
        var parts = Shape.AnyOrder(inner, place + ".value", "answers", "question");
        var answers = Texts(parts[0], place + ".answers");
        return new Ranked(
            Shape.Word(parts[1], place + ".question"),
            answers,
            fields[2] is { } extra ? JsonWriter.Text(extra) : ""
        );
    }

    private static Additive ReadAdditive(Json value, string place)
    {
        var fields = Shape.AnyOrder(value, place, "answers", "blank?", "min", "max", "question");
        var (least, most) = (
            Shape.Small(fields[2], place + ".min", 1000),
            Shape.Small(fields[3], place + ".max", 1000)
        );
        var answers = Texts(fields[0], place + ".answers");
        if (least > most)
            throw new RejectedException(
                "question.bounds",
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At least {least} and at most {most} answers: nobody can choose so."
                )
            );
        return new(
            Shape.Word(fields[4], place + ".question"),
            answers,
            least,
            most,
            fields[1] is { } blank && Shape.Truth(blank, place + ".blank")
        );
    }

    private static ImmutableArray<string> Texts(Json? value, string place)
    {
        var items = Shape.Items(value, place);
        return items.Length is > 0 and <= 1000
            ? [.. items.Select((item, at) => Shape.Word(item, $"{place}[{at}]"))]
            : throw new RejectedException(
                "question.answers",
                place,
                "A question has between 1 and 1000 answers."
            );
    }

    internal void Fits(Group group, string place)
    {
        if (this is Ranked && group.LongestVector == 0)
            throw new RejectedException(
                "question.group",
                place,
                $"Rankings cannot be encrypted in the group {group.Name}."
            );
        if (this is Ranked && Length > group.LongestVector)
            throw new RejectedException(
                "question.answers",
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Found {Length} answers to rank, and {group.Name} has room for {group.LongestVector}."
                )
            );
    }

    internal string Json() =>
        this switch
        {
            Additive a =>
                $$"""{"answers":{{List(a.Answers)}},{{(a.Blank ? "\"blank\":true," : "")}}"min":{{a.Least.ToString(CultureInfo.InvariantCulture)}},"max":{{a.Most.ToString(CultureInfo.InvariantCulture)}},"question":{{JsonWriter.Quoted(a.Text)}}}""",
            Ranked r =>
                $$"""{"type":"NonHomomorphic","value":{"answers":{{List(r.Answers)}},"question":{{JsonWriter.Quoted(r.Text)}}}{{(r.Extra.Length > 0 ? ",\"extra\":" + r.Extra : "")}}}""",
        };

    private static string List(ImmutableArray<string> texts) =>
        "[" + string.Join(',', texts.Select(JsonWriter.Quoted)) + "]";
}
