using System.Text.Json;

namespace Plenum.Cli.Acting;

/// <summary>Tells what a server answered: to people as a sentence, its code and its article, to programs as it came.</summary>
internal static class Spoken
{
    public static int Tell(Said said, bool json, Words words)
    {
        var done = said.Status == StatusCodes.Status200OK;
        if (json)
            Console.WriteLine(said.Body);
        else if (done)
        {
            var versions = Parsed(said.Body);
            Console.WriteLine(
                words[
                    "do.done",
                    ("first", Text(versions, "first")),
                    ("last", Text(versions, "last"))
                ]
            );
        }
        else
            Console.Error.WriteLine($"plenum: {Sentence(said, words)}");
        return done ? Exit.Yes
            : said.Status is StatusCodes.Status400BadRequest or StatusCodes.Status413PayloadTooLarge
                ? Exit.BadInput
            : Exit.No;
    }

    public static string Sentence(Said said, Words words)
    {
        var problem = Parsed(said.Body);
        return said.Status switch
        {
            StatusCodes.Status401Unauthorized => words["do.key-unknown"],
            StatusCodes.Status429TooManyRequests => words["do.too-often"],
            StatusCodes.Status400BadRequest => words["do.unreadable", ("what", Wrong(problem))],
            _ when Text(problem, "type") is { Length: > 0 } code
                    && Text(problem, "title") is var sentence => string.Join(
                '\n',
                Lines(sentence, code, problem, words)
            ),
            _ => words["do.failed", ("status", said.Status), ("what", Text(problem, "title"))],
        };
    }

    private static IEnumerable<string> Lines(
        string sentence,
        string code,
        JsonElement problem,
        Words words
    )
    {
        yield return sentence;
        yield return words["do.code", ("code", code)];
        if (Text(problem, "article") is { Length: > 0 } article)
            yield return words["do.article", ("article", article)];
        if (Text(problem, "charter") is { Length: > 0 } charter)
            yield return words["do.charter", ("charter", charter)];
    }

    private static string Wrong(JsonElement problem) =>
        problem.ValueKind is JsonValueKind.Object
        && problem.TryGetProperty("errors", out var errors)
        && errors.ValueKind is JsonValueKind.Array
            ? string.Join(
                "; ",
                errors
                    .EnumerateArray()
                    .Select(e => $"{Text(e, "field")}: {Text(e, "found")} ({Text(e, "expected")})")
            )
            : Text(problem, "title");

    private static JsonElement Parsed(string body)
    {
        try
        {
            return JsonElement.Parse(body);
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string Text(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var value)
            ? value.ToString()
            : "";
}
