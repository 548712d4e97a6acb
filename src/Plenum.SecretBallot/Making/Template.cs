using System.Collections.Immutable;
using System.Text.Json;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

/// <summary>What is to be asked, as somebody wrote it: a list of questions, or an object with a name besides.</summary>
internal sealed record Template(string Name, string Description, ImmutableArray<Question> Questions)
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static Template Read(byte[] bytes)
    {
        const string place = "questions";
        Json value;
        try
        {
            using var document = JsonDocument.Parse(bytes, Strict);
            value = Of(document.RootElement);
        }
        catch (JsonException wrong)
        {
            throw new RejectedException("json.form", place, wrong.Message);
        }
        if (value is Json.List)
            value = new Json.Map([new("questions", value)]);
        var fields = Shape.AnyOrder(
            value,
            place,
            "description?",
            "name?",
            "questions",
            "administrator?",
            "credential_authority?"
        );
        var list = Shape.Items(fields[2], place);
        return list.Length is > 0 and <= 200
            ? new(
                Text(fields[1], place + ".name"),
                Text(fields[0], place + ".description"),
                [.. list.Select((q, at) => Question.Read(q, $"{place}[{at}]"))]
            )
            : throw new RejectedException(
                "election.questions",
                place,
                "An election asks between 1 and 200 questions."
            );
    }

    /// <summary>Plain votes: a list for each question.</summary>
    public static ImmutableArray<ImmutableArray<int>> Votes(string text)
    {
        const string place = "vote";
        return
        [
            .. Shape
                .Items(
                    JsonReader.Read(
                        System.Text.Encoding.UTF8.GetBytes(
                            string.Concat(text.Where(c => !char.IsWhiteSpace(c)))
                        ),
                        place
                    ),
                    place
                )
                .Select(
                    (q, at) =>
                        Shape
                            .Items(q, $"{place}[{at}]")
                            .Select(n => Shape.Small(n, $"{place}[{at}]", 255))
                            .ToImmutableArray()
                ),
        ];
    }

    private static string Text(Json? value, string place) =>
        value is null ? "" : Shape.Word(value, place);

    // Written by people, with blanks and in any escape; from here on it has one form.
    private static Json Of(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => new Json.Map([
                .. element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, Of(p.Value))),
            ]),
            JsonValueKind.Array => new Json.List([.. element.EnumerateArray().Select(Of)]),
            JsonValueKind.String => new Json.Word(element.GetString()!),
            JsonValueKind.Number => new Json.Number(element.GetRawText()),
            JsonValueKind.True => new Json.Truth(true),
            JsonValueKind.False => new Json.Truth(false),
            _ => new Json.Nothing(),
        };
}
