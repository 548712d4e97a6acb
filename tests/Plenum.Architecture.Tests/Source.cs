using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Plenum.Architecture.Tests;

/// <summary>The files of this repository, as the tests read them.</summary>
internal static class Source
{
    /// <summary>Everything this test program runs on, as references for a compilation.</summary>
    public static ImmutableArray<MetadataReference> Platform { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    public static string Root { get; } = FindRoot();

    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Paths below a folder, relative to the root with forward slashes; nothing built, nothing generated.</summary>
    public static ImmutableArray<string> Files(string folder, params string[] extensions) =>
        Directory.Exists(Path.Combine(Root, folder))
            ?
            [
                .. Directory
                    .EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
                    .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
                    .Where(path => !path.Split('/').Any(part => part is "bin" or "obj"))
                    .Where(path =>
                        extensions.Length == 0
                        || extensions.Contains(Path.GetExtension(path), StringComparer.Ordinal)
                    )
                    .Order(StringComparer.Ordinal),
            ]
            : [];

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Plenum.slnx")))
            folder = folder.Parent;
        return folder?.FullName
            ?? throw new InvalidOperationException("Plenum.slnx lies in no folder above this one");
    }
}
