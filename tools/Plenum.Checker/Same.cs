using System.Text.Json.Nodes;

namespace Plenum.Checker;

/// <summary>Something in a certificate that is not what the rule gives.</summary>
public sealed class DifferenceException(string path, string claimed, string found)
    : Exception($"{path}: claimed {claimed}, found {found}")
{
    public string Path => path;
}

/// <summary>Compares what is claimed with what was found: every name, every place in a list, every value of both.</summary>
public static class Same
{
    public static void Everywhere(JsonNode? claimed, JsonNode? found, string path)
    {
        if (claimed is JsonObject claimedFields && found is JsonObject fields)
        {
            var dot = path.Length > 0 ? "." : "";
            var names = claimedFields.Select(field => field.Key);
            foreach (var name in fields.Select(f => f.Key).Union(names, StringComparer.Ordinal))
                Everywhere(claimedFields[name], fields[name], path + dot + name);
        }
        else if (claimed is JsonArray claimedItems && found is JsonArray items)
        {
            for (var i = 0; i < Math.Max(claimedItems.Count, items.Count); i++)
                Everywhere(At(claimedItems, i), At(items, i), $"{path}[{i}]");
        }
        // What was found is never null: a null that is claimed is one thing too many.
        else if (found is null || !JsonNode.DeepEquals(claimed, found))
            throw new DifferenceException(path, Text(claimed), Text(found));
    }

    private static JsonNode? At(JsonArray items, int i) => i < items.Count ? items[i] : null;

    private static string Text(JsonNode? node) => node?.ToJsonString() ?? "nothing";
}
