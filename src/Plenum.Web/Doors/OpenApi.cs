using System.Reflection;
using System.Text.Json.Nodes;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Web.Doors;

/// <summary>The verbs in the words of OpenAPI 3.1, made from the catalogue of commands: a new verb is in it by itself.</summary>
public static class OpenApi
{
    public static JsonObject Of(IEnumerable<Verb> verbs)
    {
        var paths = new JsonObject();
        foreach (var verb in verbs.OrderBy(v => v.Name, StringComparer.Ordinal))
            paths[$"/api/s/{{section}}/do/{verb.Name}"] = new JsonObject { ["post"] = Post(verb) };
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "Plenum", ["version"] = "1" },
            ["security"] = new JsonArray(new JsonObject { ["key"] = new JsonArray() }),
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["securitySchemes"] = new JsonObject
                {
                    ["key"] = new JsonObject { ["type"] = "http", ["scheme"] = "bearer" },
                },
                ["schemas"] = new JsonObject
                {
                    ["done"] = Record(("first", Type("integer")), ("last", Type("integer"))),
                    ["problem"] = Record(
                        ("type", Type("string")),
                        ("title", Type("string")),
                        ("status", Type("integer")),
                        ("article", Type("string")),
                        ("charter", Type("string")),
                        ("data", Type("object"))
                    ),
                },
            },
        };
    }

    private static JsonObject Post(Verb verb) =>
        new()
        {
            ["operationId"] = verb.Name.Replace('/', '-'),
            ["tags"] = new JsonArray(verb.Name.Split('/')[0]),
            ["parameters"] = new JsonArray(
                Parameter("section", "path"),
                Parameter("Idempotency-Key", "header")
            ),
            ["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = Content(
                    "application/json",
                    Record([.. verb.Parameters.Select(p => (Name(p), Of(p.ParameterType)))])
                ),
            },
            ["responses"] = new JsonObject
            {
                ["200"] = Answer(
                    "Done: the versions that were written.",
                    "application/json",
                    "done"
                ),
                ["default"] = Answer("Not done, and why.", "application/problem+json", "problem"),
            },
        };

    private static JsonObject Parameter(string name, string place) =>
        new()
        {
            ["name"] = name,
            ["in"] = place,
            ["required"] = true,
            ["schema"] = Type("string"),
        };

    private static JsonObject Answer(string description, string type, string schema) =>
        new()
        {
            ["description"] = description,
            ["content"] = Content(
                type,
                new JsonObject { ["$ref"] = "#/components/schemas/" + schema }
            ),
        };

    private static JsonObject Content(string type, JsonObject schema) =>
        new() { [type] = new JsonObject { ["schema"] = schema } };

    private static JsonObject Record(params ReadOnlySpan<(string Name, JsonObject Schema)> fields)
    {
        var properties = new JsonObject();
        foreach (var (name, schema) in fields)
            properties[name] = schema;
        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }

    // The same reading as the binder's: ids are their number or text, lists of records are lists of objects.
    private static JsonObject Of(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
            return new JsonObject
            {
                ["type"] = "array",
                ["items"] = Of(type.GetGenericArguments()[0]),
            };
        if (type == typeof(bool))
            return Type("boolean");
        if (type == typeof(int))
            return Type("integer");
        if (type == typeof(Instant))
            return new JsonObject { ["type"] = "string", ["format"] = "date-time" };
        if (type == typeof(LocalDate))
            return new JsonObject { ["type"] = "string", ["format"] = "date" };
        if (type.IsEnum)
            return new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray([
                    .. Enum.GetNames(type).Select(n => (JsonNode)JsonValue.Create(n)),
                ]),
            };
        if (type == typeof(string))
            return Type("string");
        var parts = Parts(type);
        return type.IsValueType && parts is [var only]
            ? Of(only.ParameterType)
            : Record([.. parts.Select(p => (Name(p), Of(p.ParameterType)))]);
    }

    private static ParameterInfo[] Parts(Type type) =>
        type.GetConstructors().MaxBy(c => c.GetParameters().Length)?.GetParameters() ?? [];

    private static string Name(ParameterInfo parameter) =>
        char.ToLowerInvariant(parameter.Name![0]) + parameter.Name[1..];

    private static JsonObject Type(string type) => new() { ["type"] = type };
}
