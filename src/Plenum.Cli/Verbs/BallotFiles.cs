using System.Text;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary>Reads and writes what belongs to a verifiable ballot.</summary>
internal static class BallotFiles
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static byte[] Read(string path, Words words) =>
        File.Exists(path) && new FileInfo(path).Length > Verifier.LargestArchive
            ? throw new TroubleException(words["file.too-large", ("what", path)], Exit.BadInput)
            : File.ReadAllBytes(path);

    public static string Text(string path, Words words) =>
        Encoding.UTF8.GetString(Read(path, words));

    public static IEnumerable<string> Lines(string path, Words words)
    {
        using var text = new StreamReader(new MemoryStream(Read(path, words)));
        while (text.ReadLine() is { } line)
            yield return line;
    }

    public static IReadOnlyList<byte[]> All(IEnumerable<string> paths, Words words) =>
        [.. paths.Select(path => Read(path, words))];

    /// <summary>Writes every file that was made, none over another; what is secret for its owner alone.</summary>
    public static int Keep(Handed handed, string folder, Words words)
    {
        switch (handed)
        {
            case Handed.Given(var files):
                Directory.CreateDirectory(folder);
                foreach (var file in files)
                    if (Path.Exists(Path.Combine(folder, file.Name)))
                        throw new TroubleException(
                            words["ballot.there", ("what", Path.Combine(folder, file.Name))],
                            Exit.BadInput
                        );
                foreach (var file in files)
                {
                    var path = Path.Combine(folder, file.Name);
                    Write(path, file);
                    Console.Out.WriteLine(
                        words[
                            file.IsSecret ? "ballot.wrote-secret" : "ballot.wrote",
                            ("what", path)
                        ]
                    );
                }
                return Exit.Yes;
            case Handed.Refused(var reason):
                return Refused(reason, words);
            default:
                throw new InvalidOperationException("Neither given nor refused.");
        }
    }

    public static int Refused(Reason reason, Words words)
    {
        Console.Error.WriteLine(
            words[
                "ballot.refused",
                ("place", reason.Place),
                ("why", reason.Sentence),
                ("code", reason.Code)
            ]
        );
        return Exit.No;
    }

    private static void Write(string path, HandedFile file)
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
        };
        if (file.IsSecret && !OperatingSystem.IsWindows())
            options.UnixCreateMode = Own;
        using var stream = new FileStream(path, options);
        stream.Write(file.Content);
        stream.Flush(flushToDisk: true);
    }
}
