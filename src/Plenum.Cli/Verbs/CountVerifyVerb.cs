using System.CommandLine;
using Plenum.Counting;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum count verify</c>: counts the papers of a certificate again and compares every byte.</summary>
internal static class CountVerifyVerb
{
    public static Command Command(Words words)
    {
        var certificate = new Argument<string>("CERT")
        {
            Description = words["count.verify.certificate"],
        };
        var file = new Argument<string>("FILE") { Description = words["count.file"] };
        var json = Options.Json(words);
        var command = new Command("verify", words["count.verify"]) { certificate, file, json };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var claimed = InputFile.Read(parsed.GetRequiredValue(certificate), words);
            return InputFile.Answer(
                path,
                words,
                bytes => CertificateCommand.Verify(claimed, bytes, path, parsed.GetValue(json)),
                parsed.GetValue(json)
            );
        });
        return command;
    }
}
