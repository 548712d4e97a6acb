namespace Plenum.Clerk.Tests;

/// <summary>The test program; with a word of its own it is a server that a test kills, or whose disk fails.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) =>
        args switch
        {
            [KilledServer.Word, var data] => await KilledServer.Run(data),
            [KilledPost.Word, var data, var ticks] => await KilledPost.Run(data, ticks),
            [KilledOutbox.Word, var folder, var port] => await KilledOutbox.Run(folder, port),
            [AnsweringServer.Word, var data] => await AnsweringServer.Run(data),
            _ when args.Any(arg => arg is "-automated" or "@@") =>
                await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
            _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
                args,
                SelfRegisteredExtensions.AddSelfRegisteredExtensions
            ),
        };
}
