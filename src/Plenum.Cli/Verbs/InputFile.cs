using Plenum.Counting;

namespace Plenum.Cli.Verbs;

/// <summary>Verbs that read one file and answer: what is right goes to standard output, what is wrong to standard error.</summary>
internal static class InputFile
{
    private const long LargestFile = 64 * 1024 * 1024;

    public static int Answer(
        string path,
        Words words,
        Func<byte[], CountAnswer> answer,
        bool forPrograms
    )
    {
        var given = answer(Read(path, words));
        var to = given.ExitCode == Exit.Yes || forPrograms ? Console.Out : Console.Error;
        to.Write(given.Text);
        return given.ExitCode;
    }

    public static byte[] Read(string path, Words words) =>
        File.Exists(path) && new FileInfo(path).Length > LargestFile
            ? throw new TroubleException(words["file.too-large", ("what", path)], Exit.BadInput)
            : File.ReadAllBytes(path);
}
