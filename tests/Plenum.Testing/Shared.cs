namespace Plenum.Testing;

/// <summary>
/// Reference data that is too large, or not free, to live in the repository: a folder <c>shared</c> beside it or
/// beside one of the folders it stands in. Tests that need it skip when it is not there.
/// </summary>
public static class Shared
{
    /// <summary>Why a test was skipped.</summary>
    public const string Absent =
        "The reference data (a folder shared beside the repository) is not here.";

    /// <summary>The path of a file or folder in the reference data, or null when it is not here.</summary>
    public static string? Find(string relative)
    {
        for (
            var folder = new DirectoryInfo(Golden.Root).Parent;
            folder is not null;
            folder = folder.Parent
        )
        {
            var path = Path.Combine(folder.FullName, "shared", relative);
            if (Path.Exists(path))
                return path;
        }
        return null;
    }
}
