using System.Collections.Immutable;

namespace Plenum.Architecture.Tests;

/// <summary>A file is one page of thought.</summary>
public sealed class FileTests
{
    private const int SourceLines = 200;
    private const int AlgorithmLines = 300;
    private const int TestLines = 400;

    /// <summary>Files that are read as one page although they are longer; each with its reason.</summary>
    private static readonly ImmutableSortedDictionary<string, string> LongerOnPurpose =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["src/Plenum.Domain/Statutes/Rules.cs"] =
                "the vocabulary of the rules, one record a block, compared with the charter side by side",
        }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    [Fact]
    public void No_file_is_longer_than_a_page_of_thought() =>
        Rule.Holds(
            "a file with too many lines: split it by what it says",
            from path in Source
                .Files("src", ".cs", ".razor", ".css", ".js")
                .Concat(Source.Files("tools", ".cs"))
                .Concat(Source.Files("tests", ".cs"))
                .Concat(Source.Files("bench", ".cs"))
            where !path.Contains("/wwwroot/lib/", StringComparison.Ordinal)
            let lines = File.ReadLines(Path.Combine(Source.Root, path)).Count()
            let limit = Limit(path)
            where lines > limit
            select $"{path}: {lines} lines, at most {limit}"
        );

    [Fact]
    public void Every_exception_from_the_limit_is_still_needed() =>
        Rule.Holds(
            "an exception for a file that is short enough",
            LongerOnPurpose.Keys.Where(path =>
                File.Exists(Path.Combine(Source.Root, path))
                && File.ReadLines(Path.Combine(Source.Root, path)).Count() <= SourceLines
            )
        );

    private static int Limit(string path) =>
        path.StartsWith("tests/", StringComparison.Ordinal) ? TestLines
        : path.StartsWith("src/Plenum.Counting/", StringComparison.Ordinal) ? AlgorithmLines
        : LongerOnPurpose.ContainsKey(path) ? AlgorithmLines
        : SourceLines;
}
