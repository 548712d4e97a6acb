using System.CommandLine;
using System.Reflection;
using System.Text.Json;
using Plenum.Domain.Statutes;
using Plenum.Store;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum version</c>: what this program is, which charter it knows and which folders it opens.</summary>
internal static class VersionVerb
{
    public static Command Command(Words words)
    {
        var json = Options.Json(words);
        var sbom = new Option<bool>("--sbom") { Description = words["version.sbom"] };
        var command = new Command("version", words["version"]) { json, sbom };
        command.SetAction(parsed =>
        {
            var (version, commit) = OfThisProgram();
            if (parsed.GetValue(sbom))
                Console.WriteLine(BillOfMaterials.Of(version, commit));
            else if (parsed.GetValue(json))
                Console.WriteLine(
                    JsonSerializer.Serialize(
                        new
                        {
                            version,
                            commit,
                            charters = new[]
                            {
                                new
                                {
                                    version = CharterText.Version,
                                    digest = CharterText.Digest.Hex,
                                },
                            },
                            dataFormat = DataFolder.KnownFormat,
                        }
                    )
                );
            else
                Console.WriteLine(
                    words[
                        "version.text",
                        ("version", version),
                        ("commit", commit.Length > 0 ? commit : words["version.no-commit"]),
                        ("charter", CharterText.Version),
                        ("digest", CharterText.Digest.Hex),
                        ("format", DataFolder.KnownFormat)
                    ]
                );
            return Exit.Yes;
        });
        return command;
    }

    /// <summary>The commit stands behind the plus sign where the program was built from a checkout.</summary>
    internal static (string Version, string Commit) OfThisProgram()
    {
        var text =
            typeof(VersionVerb)
                .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
                ?.InformationalVersion
            ?? "";
        var plus = text.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? (text, "") : (text[..plus], text[(plus + 1)..]);
    }
}
