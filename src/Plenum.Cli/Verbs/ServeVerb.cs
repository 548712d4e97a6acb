using System.CommandLine;
using Plenum.Clerk;
using Plenum.Store;

namespace Plenum.Cli.Verbs;

/// <summary><c>plenum serve</c>: keeps one data folder and serves it until it is told to stop.</summary>
internal static class ServeVerb
{
    public static Command Command(Words words)
    {
        var data = Text("--data", "DIR", words["serve.data"]);
        var urls = Text("--urls", "URL", words["serve.urls", ("usual", Settings.UsualUrls)]);
        var log = Text("--log", "line|json", words["serve.log"]);
        var config = Text("--config", "FILE", words["serve.config"]);
        var address = Text("--address", "URL", words["serve.address"]);
        var proxy = Text("--proxy", "ADDRESS,...", words["serve.proxy"]);
        var command = new Command("serve", words["serve"])
        {
            data,
            urls,
            log,
            config,
            address,
            proxy,
        };
        command.SetAction(
            async (parsed, _) =>
            {
                var settings = Settings.Read(
                    parsed.GetValue(data),
                    parsed.GetValue(urls),
                    parsed.GetValue(log),
                    parsed.GetValue(config),
                    words,
                    parsed.GetValue(address),
                    parsed.GetValue(proxy)
                );
                // Keys of ballot boxes, and papers on their way, are in the memory of this process.
                ProcessMemory.KeepFromDumps();
                await using var app = Hosting.Build(settings);
                Hosting.Open(app, words);
                await Hosting.Run(
                    app,
                    url => FoundingLink(app.Services.GetRequiredService<FoundingKey>(), url)
                );
                return Exit.Yes;
            }
        );
        return command;
    }

    internal static Option<string?> Text(string name, string holds, string description) =>
        new(name) { HelpName = holds, Description = description };

    private static string? FoundingLink(FoundingKey key, string url)
    {
        if (key.IsOpen)
            return $"founding link: {url}/start?key={key.Draw()}";
        key.Forget();
        return null;
    }
}
