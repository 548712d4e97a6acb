using System.Text.Json;
using System.Text.Json.Nodes;

namespace Plenum.Cli.Verbs;

/// <summary>
/// What this very program is made of, as CycloneDX 1.6, from the list of libraries that lies beside it and that the
/// runtime loads by; so it cannot tell of another build.
/// </summary>
internal static class BillOfMaterials
{
    private const string ListOfLibraries = "plenum.deps.json";

    public static string Of(string version, string commit)
    {
        using var list = JsonDocument.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, ListOfLibraries))
        );
        var libraries = list
            .RootElement.GetProperty("libraries")
            .EnumerateObject()
            .Where(l => l.Value.GetProperty("type").GetString() == "package")
            .OrderBy(l => l.Name, StringComparer.Ordinal);
        var told = new JsonObject
        {
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject
            {
                ["component"] = new JsonObject
                {
                    ["type"] = "application",
                    ["name"] = "plenum",
                    ["version"] = version,
                    ["licenses"] = new JsonArray(
                        new JsonObject
                        {
                            ["license"] = new JsonObject { ["id"] = "AGPL-3.0-or-later" },
                        }
                    ),
                    ["properties"] = Properties("plenum:commit", commit),
                },
            },
            ["components"] = new JsonArray([.. libraries.Select(Component)]),
        };
        return told.ToJsonString(new JsonSerializerOptions { WriteIndented = true });
    }

    private static JsonNode Component(JsonProperty library)
    {
        var (name, version) = library.Name.Split('/') is [var n, var v] ? (n, v) : ("", "");
        var url = $"pkg:nuget/{name}@{version}";
        return new JsonObject
        {
            ["type"] = "library",
            ["bom-ref"] = url,
            ["name"] = name,
            ["version"] = version,
            ["purl"] = url,
            // Over the unsigned content: not the digest of the package's file, so it stands under its own name.
            ["properties"] = Properties(
                "nuget:contentHash",
                library.Value.GetProperty("sha512").GetString() ?? ""
            ),
        };
    }

    private static JsonArray Properties(string name, string value) =>
        new(new JsonObject { ["name"] = name, ["value"] = value });
}
