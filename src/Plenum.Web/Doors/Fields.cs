using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Plenum.Web.Doors;

/// <summary>
/// What came in, flat: a name and its values. A form is flat already; JSON is flattened the same way, so that one
/// binder serves both doors: <c>Changes[0].Text</c>.
/// </summary>
public sealed class Fields
{
    public const int MostFields = 5_000;
    public const int MostDepth = 6;

    private readonly Dictionary<string, List<string>> _values = new(
        StringComparer.OrdinalIgnoreCase
    );

    public ImmutableArray<string> this[string name] =>
        _values.TryGetValue(name, out var values) ? [.. values] : [];

    /// <summary>Whether anything was filled in under that name; a row left blank is a row not given.</summary>
    public bool HasAnyUnder(string prefix) =>
        _values.Any(field =>
            field.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && field.Value.Exists(v => !string.IsNullOrWhiteSpace(v))
        );

    public static Fields Of(IFormCollection form)
    {
        var fields = new Fields();
        foreach (var (name, values) in form)
        foreach (var value in values)
            fields.Add(name, value ?? "");
        return fields;
    }

    public static Fields Of(JsonElement json)
    {
        var fields = new Fields();
        fields.Flatten("", json, 0);
        return fields;
    }

    private void Flatten(string name, JsonElement json, int depth)
    {
        if (depth > MostDepth)
            throw new BadHttpRequestException("JSON is nested too deeply.");
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                    Flatten(
                        name.Length == 0 ? property.Name : $"{name}.{property.Name}",
                        property.Value,
                        depth + 1
                    );
                break;
            case JsonValueKind.Array:
                var index = 0;
                foreach (var item in json.EnumerateArray())
                    Flatten(
                        item.ValueKind is JsonValueKind.Object
                            ? FormattableString.Invariant($"{name}[{index++}]")
                            : name,
                        item,
                        depth + 1
                    );
                break;
            case JsonValueKind.String:
                Add(name, json.GetString()!);
                break;
            case JsonValueKind.Null or JsonValueKind.Undefined:
                break;
            default:
                Add(name, json.GetRawText());
                break;
        }
    }

    private void Add(string name, string value)
    {
        if (_values.Count >= MostFields)
            throw new BadHttpRequestException(
                string.Create(CultureInfo.InvariantCulture, $"More than {MostFields} fields.")
            );
        if (!_values.TryGetValue(name, out var values))
            _values[name] = values = [];
        values.Add(value);
    }
}
