using System.Globalization;

namespace Plenum.Store.Tests;

/// <summary>The test program; with a word of its own it is the server that the kill tests kill, or a measurement.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args) =>
        args switch
        {
            [Load.Word, var data] => await Load.Run(data, people: false),
            [Load.WithPeople, var data] => await Load.Run(data, people: true),
            [Measurement.Word, .. var seconds] => await Measurement.Run(
                seconds is [var s] ? int.Parse(s, CultureInfo.InvariantCulture) : 3
            ),
            _ when args.Any(arg => arg is "-automated" or "@@") =>
                await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args),
            _ => await Xunit.MicrosoftTestingPlatform.TestPlatformTestFramework.RunAsync(
                args,
                SelfRegisteredExtensions.AddSelfRegisteredExtensions
            ),
        };
}
