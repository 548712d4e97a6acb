using System.CommandLine;
using Plenum.Cli.Demo;
using Plenum.Store;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum demo</c>: a branch in the middle of its life, to look around in as any of its members.</summary>
internal static class DemoVerb
{
    private const string FreePort = "http://127.0.0.1:0";

    public static Command Command(Words words)
    {
        var data = ServeVerb.Text("--data", "DIR", words["demo.data"]);
        var urls = ServeVerb.Text("--urls", "URL", words["demo.urls"]);
        var federation = new Option<bool>("--federation")
        {
            Description = words["demo.federation"],
        };
        var log = ServeVerb.Text("--log", "line|json", words["serve.log"]);
        var command = new Command("demo", words["demo"]) { data, urls, federation, log };
        command.SetAction(
            async (parsed, _) =>
            {
                using var folder = DemoFolder.At(parsed.GetValue(data));
                var settings = Settings.Read(
                    folder.Path,
                    parsed.GetValue(urls) ?? FreePort,
                    parsed.GetValue(log),
                    file: null,
                    words
                );
                ProcessMemory.KeepFromDumps();
                await using var app = DemoHosting.Build(settings);
                await DemoHosting.Open(app, words, parsed.GetValue(federation));
                await Hosting.Run(app, _ => null);
                return Exit.Yes;
            }
        );
        return command;
    }
}
