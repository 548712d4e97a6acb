using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Plenum.Store.Tests;

/// <summary>A data folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("plenum-store-").FullName;

    public string Path { get; }

    public string Data => System.IO.Path.Combine(Path, "data");

    public void Dispose() => Directory.Delete(Path, recursive: true);
}

/// <summary>Plain things to append.</summary>
internal static class Sample
{
    public const string Section = "branch-a";

    public static Entry Entry(int n, params ImmutableArray<string> subjects) =>
        new(
            "matter.tabled/1",
            Bytes($$"""{"n":{{n}}}"""),
            Bytes($$"""{"salt":{{n}}}"""),
            Bytes("""{"by":"member"}""")
        )
        {
            Subjects = subjects,
        };

    public static Append Append(long expected, int entries = 1, string section = Section) =>
        new(
            section,
            expected,
            1_000 + expected,
            Due.Never,
            [.. Enumerable.Range((int)expected + 1, entries).Select(n => Entry(n))]
        );

    public static AcceptedCommand Command(string id, int entries = 1, string body = "body") =>
        new(id, Digest.Of(Encoding.UTF8.GetBytes(body)), entries);

    public static Paper Paper(string box, int key) =>
        new(
            box,
            Digest
                .Of(Bytes(key.ToString(CultureInfo.InvariantCulture)).Span)
                .ToBytes()
                .AsMemory(0, 16),
            Bytes($"paper {key}")
        );

    public static ReadOnlyMemory<byte> Bytes(string text) => Encoding.UTF8.GetBytes(text);

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}

internal static class Files
{
    /// <summary>The bytes of a file that another handle may hold, one character a byte.</summary>
    public static string ReadShared(string path)
    {
        using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return Encoding.Latin1.GetString(bytes);
    }
}
