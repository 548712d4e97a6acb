using System.CommandLine;
using Plenum.Cli.Verbs;

namespace Plenum.Cli;

/// <summary>The program as one sentence: a verb, its options, and what came of it.</summary>
internal static class PlenumCommand
{
    public static async Task<int> Run(string[] args)
    {
        var words = Words.OfTheTerminal();
        var parsed = Root(words).Parse(args.Length == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync($"plenum: {error.Message}");
            await Console.Error.WriteLineAsync(words["plenum.try-help"]);
            return Exit.BadInput;
        }
        try
        {
            // The host answers signals itself; nobody may cut short the answers it still owes.
            var answer = await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                }
            );
            return args.Length == 0 ? Exit.BadInput : answer;
        }
#pragma warning disable CA1031 // The last resort: people get a sentence, never a stack trace.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            var trouble = Trouble.Of(failure, words);
            await Console.Error.WriteLineAsync($"plenum: {trouble.Sentence}");
            return trouble.Exit;
        }
    }

    private static RootCommand Root(Words words) =>
        new(words["plenum"])
        {
            ServeVerb.Command(words),
            DemoVerb.Command(words),
            CountVerb.Command(words),
            ApportionVerb.Command(words),
            PowerVerb.Command(words),
            TextVerb.Command(words),
            BallotVerb.Command(words),
            StatutesVerb.Command(words),
            FsckVerb.Command(words),
            BackupVerb.Command(words),
            RestoreVerb.Command(words),
            CarryOverVerb.Command(words),
            VerbsVerb.Command(words),
            DoVerb.Command(words),
            VersionVerb.Command(words),
        };
}
