using System.CommandLine;
using Plenum.SecretBallot;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum ballot append</c>: puts one more event behind an archive, when it verifies with it.</summary>
internal static class BallotAppendVerb
{
    public static Command Command(Words words)
    {
        var archive = BallotVerb.Archive(words);
        var added = new Argument<string>("OBJECT") { Description = words["ballot.append.object"] };
        var trustee = BallotRehearseVerb.Number("--trustee", "N", words["ballot.append.trustee"]);
        var command = new Command("append", words["ballot.append"]) { archive, added, trustee };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(archive);
            var word = parsed.GetRequiredValue(added);
            // Two at once would each put their event behind the same last one: only one writes.
            using var stream = new FileStream(
                path,
                FileMode.Open,
                FileAccess.ReadWrite,
                FileShare.None
            );
            if (stream.Length > Verifier.LargestArchive)
                throw new TroubleException(words["file.too-large", ("what", path)], Exit.BadInput);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            var appended = Appended.To(
                bytes,
                word,
                File.Exists(word) ? Trimmed(BallotFiles.Read(word, words)) : null,
                parsed.GetValue(trustee)
            );
            switch (appended)
            {
                case Appended.Verified(var tail, var whole):
                    stream.Write(tail);
                    stream.Flush(flushToDisk: true);
                    Console.Out.WriteLine(words["ballot.appended", ("head", whole.Election.Head)]);
                    return Exit.Yes;
                case Appended.Refused(var reason):
                    return BallotFiles.Refused(reason, words);
                default:
                    throw new InvalidOperationException("Neither verified nor refused.");
            }
        });
        return command;
    }

    // Programs that print a ballot end it with a line break, which is none of its bytes.
    private static byte[] Trimmed(byte[] content) => [.. content.AsSpan().TrimEnd("\r\n"u8)];
}
