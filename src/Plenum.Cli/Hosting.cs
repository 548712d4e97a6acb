using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Store;
using Plenum.Web;
using Plenum.Web.Doors;

namespace Plenum.Cli;

/// <summary>Puts the house together: the folder, the clerk, the doors.</summary>
internal static class Hosting
{
    private const string Keys = "keys";

    private static readonly TimeSpan LongestGoodbye = TimeSpan.FromSeconds(25);

    /// <param name="settings">What the operator decided.</param>
    /// <param name="demo">Whether everybody may be anybody here.</param>
    /// <param name="add">What a demonstration registers before the house does, its clock for instance.</param>
    public static WebApplication Build(
        Settings settings,
        bool demo = false,
        Action<IServiceCollection>? add = null
    )
    {
        var builder = WebApplication.CreateBuilder(
            // The list of static files is named after the program, also where another program runs the house.
            new WebApplicationOptions
            {
                ApplicationName = "plenum",
                ContentRootPath = AppContext.BaseDirectory,
                // Pages for developers show what a fault was about.
                EnvironmentName = Environments.Production,
            }
        );
        // The platform's own switch believes whoever says they are a proxy; here proxies are named.
        builder.Configuration["ForwardedHeaders_Enabled"] = "false";
        // Outside a published folder the assets of the house lie in its own project.
        builder.WebHost.UseStaticWebAssets().UseUrls(settings.Urls);
        Log(builder.Logging, settings.Log);
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = LongestGoodbye);
        add?.Invoke(builder.Services);
        var folded = new Folded();
        builder.Services.AddSingleton(settings.Mail);
        builder.Services.AddPlenumClerk(settings.Data, Deadlines.CommandFor);
        // Whoever is signed in stays so when the server starts again.
        builder
            .Services.AddDataProtection()
            .SetApplicationName("plenum")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Data, Keys)));
        builder.Services.AddSingleton(services => new FoundingKey(
            services.GetRequiredService<DataFolder>().Path,
            services.GetRequiredService<Front>(),
            services.GetRequiredService<Randomness>()
        ));
        builder.Services.AddWatching(builder.Configuration);
        builder.Services.AddPlenumWeb(
            new PlenumWebOptions
            {
                Demo = demo,
                Address = settings.Address,
                Hosts = settings.Hosts,
                Proxies = settings.Proxies,
                Ready = () => folded.IsSo,
            }
        );
        var app = builder.Build();
        app.Lifetime.ApplicationStarted.Register(() => folded.IsSo = true);
        app.Lifetime.ApplicationStopping.Register(() => folded.IsSo = false);
        return app;
    }

    /// <summary>Opens the folder and folds the record, or says why not; nothing is served before.</summary>
    /// <param name="app">The house.</param>
    /// <param name="words">What it speaks.</param>
    /// <param name="say">Where it says what it put right by itself; the other output, unless told otherwise.</param>
    public static Front Open(WebApplication app, Words words, Action<string>? say = null)
    {
        say ??= line => Console.Error.WriteLine($"plenum: {line}");
        var folder = app.Services.GetRequiredService<DataFolder>();
        Starting.Check(folder, words, say);
        // Whoever reads these keys can sign in as anyone, also where the folder itself was left open.
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(
                Path.Combine(folder.Path, Keys),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            );
        var now = app.Services.GetRequiredService<IClock>().GetCurrentInstant();
        Starting.Say(app.Services.GetRequiredService<Readmitting>().Readmit(now), words, say);
        app.Services.GetRequiredService<Forgetting>().Forget();
        app.Services.GetRequiredService<Sweeping>().Sweep(now);
        return app.Services.GetRequiredService<Front>();
    }

    /// <summary>Serves until a signal comes, then answers everybody who waits and closes.</summary>
    public static async Task Run(WebApplication app, Func<string, string?> alsoSay)
    {
        app.UsePlenumWeb();
        app.MapPlenumWeb();
        await app.StartAsync();
        var url = AddressOf(app);
        Console.WriteLine($"ready: {url}");
        if (alsoSay(url) is { } more)
            Console.WriteLine(more);
        await app.WaitForShutdownAsync();
    }

    private static string AddressOf(WebApplication app) =>
        app
            .Services.GetRequiredService<IServer>()
            .Features.Get<IServerAddressesFeature>()!
            .Addresses.First()
            .TrimEnd('/');

    // Standard output belongs to what was asked for: the address, the founding link.
    private static void Log(ILoggingBuilder logging, LogForm form)
    {
        logging.ClearProviders();
        // Addresses carry keys of calendars and links of letters: no variable may turn the logging of requests on.
        logging.Services.RemoveAll<IConfigureOptions<LoggerFilterOptions>>();
        logging
            .SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning)
            // The keys lie in the data folder, readable by its owner alone, like everything there.
            .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        if (form is LogForm.Json)
            logging.AddPlenumLogs();
        else
            logging.AddSimpleConsole(line =>
            {
                line.SingleLine = true;
                line.UseUtcTimestamp = true;
                line.TimestampFormat = "yyyy-MM-ddTHH:mm:ssZ ";
                line.ColorBehavior = LoggerColorBehavior.Disabled;
            });
        logging.Services.Configure<ConsoleLoggerOptions>(console =>
            console.LogToStandardErrorThreshold = LogLevel.Trace
        );
    }

    /// <summary>Whether the record is folded and nobody has asked the house to close.</summary>
    private sealed class Folded
    {
        private volatile bool _isSo;

        public bool IsSo
        {
            get => _isSo;
            set => _isSo = value;
        }
    }
}
