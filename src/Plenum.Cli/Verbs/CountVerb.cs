using System.CommandLine;
using Plenum.Counting;
using Plenum.Counting.Ballots;
using Plenum.Counting.Marks;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum count</c>: counts a file of ballots by one rule, or by all of them.</summary>
internal static class CountVerb
{
    public static Command Command(Words words)
    {
        var rule = new Option<string?>("--rule")
        {
            Description = words["count.rule", ("rules", string.Join(", ", CountingRule.All))],
            HelpName = "ID",
        };
        var seats = new Option<int?>("--seats")
        {
            Description = words["count.seats"],
            HelpName = "N",
        };
        var seed = new Option<string?>("--seed")
        {
            Description = words["count.seed"],
            HelpName = "HEX",
        };
        var form = new Option<string?>("--format")
        {
            Description = words["count.format", ("forms", string.Join(", ", BallotReader.Forms))],
            HelpName = "FORM",
        };
        var compare = new Option<bool>("--compare") { Description = words["count.compare"] };
        var certificate = new Option<string?>("--certificate")
        {
            Description = words["count.certificate"],
            HelpName = "OUT",
        };
        var constraints = new Option<string?>("--constraints")
        {
            Description = words["count.constraints"],
            HelpName = "CON",
        };
        var json = Options.Json(words);
        var file = new Argument<string>("FILE") { Description = words["count.file"] };
        var command = new Command("count", words["count"])
        {
            rule,
            seats,
            seed,
            form,
            compare,
            certificate,
            constraints,
            json,
            file,
        };
        command.Subcommands.Add(CountRulesVerb.Command(words));
        command.Subcommands.Add(CountVerifyVerb.Command(words));
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            var options = new CountOptions(
                parsed.GetValue(rule) ?? "",
                parsed.GetValue(seats),
                parsed.GetValue(json),
                parsed.GetValue(seed),
                path,
                parsed.GetValue(form),
                parsed.GetValue(constraints) is { } limits
                    ? [.. InputFile.Read(limits, words)]
                    : null
            );
            return InputFile.Answer(
                path,
                words,
                bytes =>
                {
                    var marks =
                        options.Rule is TabulateCommand.Id or "" && MarkContestReader.Fits(bytes);
                    var to = parsed.GetValue(certificate);
                    // A certificate has no place for either, and whoever asked for one would look for it in vain.
                    if (to is not null && (marks || parsed.GetValue(compare)))
                        throw new TroubleException(words["count.uncertified"], Exit.BadInput);
                    return marks ? TabulateCommand.Run(bytes, Beside(path), options)
                        : parsed.GetValue(compare) ? CompareCommand.Run(bytes, options)
                        : to is not null ? Certified(bytes, options, to)
                        : CountCommand.Run(bytes, options);
                },
                options.Json
            );
        });
        return command;
    }

    // A configuration names its files from where it lies itself.
    private static Func<string, byte[]?> Beside(string config) =>
        name =>
            Path.Combine(Path.GetDirectoryName(Path.GetFullPath(config))!, name) is var path
            && File.Exists(path)
                ? File.ReadAllBytes(path)
                : null;

    private static CountAnswer Certified(byte[] bytes, CountOptions options, string to)
    {
        var certificate = CertificateCommand.Write(bytes, options);
        if (certificate.ExitCode != Exit.Yes)
            return certificate;
        File.WriteAllText(to, certificate.Text);
        return CountCommand.Run(bytes, options);
    }
}
