using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;
using Plenum.Clerk.Mail;
using Plenum.Store;

namespace Plenum.Cli;

/// <summary>
/// The small files of a folder that other programs' formats are kept in: keys of the cookies and letters. One that cannot
/// be read would stop every page or the post, and nothing is lost that cannot be had again.
/// </summary>
internal static class BesideFiles
{
    private const string Aside = ".unreadable";

    public static ImmutableArray<Finding> Check(string folder) =>
        [
            .. Unreadable(folder)
                .Select(file => new Finding(
                    Gravity.Warning,
                    file.EndsWith(".xml", StringComparison.Ordinal)
                        ? "fsck.cookie-key-unreadable"
                        : "fsck.letter-unreadable",
                    Path.GetRelativePath(folder, file),
                    "",
                    "",
                    Remedy.None
                )),
        ];

    /// <summary>Puts them aside under another name, before anything reads them, and says which.</summary>
    public static ImmutableArray<Finding> PutAside(string folder)
    {
        var found = Check(folder);
        foreach (var file in found.Select(finding => Path.Combine(folder, finding.File)))
            File.Move(file, file + Aside, overwrite: true);
        return found;
    }

    private static IEnumerable<string> Unreadable(string folder) =>
        Files(Path.Combine(folder, "keys"), "*.xml", SearchOption.TopDirectoryOnly)
            .Where(file => !IsXml(file))
            .Concat(
                Files(Path.Combine(folder, "mail"), "*.eml", SearchOption.AllDirectories)
                    .Where(file => !Mailer.CanRead(file))
            )
            .ToArray();

    private static IEnumerable<string> Files(string folder, string which, SearchOption how) =>
        Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, which, how).Order(StringComparer.Ordinal)
            : [];

    private static bool IsXml(string file)
    {
        try
        {
            return XElement.Load(file).HasElements;
        }
        catch (XmlException)
        {
            return false;
        }
    }
}
