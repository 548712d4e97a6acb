namespace Plenum.Clerk.Tests;

/// <summary>The test program; with a word of its own it is the server that the kill test kills.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) =>
        args switch
        {
            [KilledServer.Word, var data] => await KilledServer.Run(data),
            _ when args.Any(arg => arg is "-automated" or "@@") =>
                await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
            _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
                args,
                SelfRegisteredExtensions.AddSelfRegisteredExtensions
            ),
        };
}
