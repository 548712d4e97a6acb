using System.Diagnostics;
using System.Globalization;
using Microsoft.Playwright;
using Plenum.Browser.Tests.Browser;

[assembly: AssemblyFixture(typeof(RunningHouse))]
[assembly: ClosesItsPages]

namespace Plenum.Browser.Tests.Browser;

/// <summary>
/// The published server on a free port and one Chromium beside it. Published, because static files are served
/// otherwise from a build folder than from what people install.
/// </summary>
public sealed class RunningHouse : IAsyncLifetime
{
    // The shell draws pages and nothing around them, which is less work than a whole browser for every window.
    private const string Shell = "/usr/bin/chromium-headless-shell";

    private static readonly string Chromium = File.Exists(Shell) ? Shell : "/usr/bin/chromium";

    private Process? server;
    private Process? federation;
    private IPlaywright? playwright;
    private IBrowser? browser;
    private readonly SemaphoreSlim beginning = new(1);
    private Uri federated = new("http://127.0.0.1:1");

    private static string Published => Path.Combine(Root, "artifacts", "published");

    public static string Root { get; } = FindRoot();

    public Uri Address { get; private set; } = new("http://127.0.0.1:1");

    public static string Screens => Path.Combine(Root, "artifacts", "screens");

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("PLENUM_NO_HOUSE") is not null)
            return;
        await Run(
            "dotnet",
            $"publish \"{Path.Combine(Root, "src", "Plenum.Cli")}\" --configuration Release --output \"{Published}\" --nologo"
        );
        server = Demonstrate("");
        Address = new Uri(await Listening(server));
    }

    /// <summary>The address of a federation of three countries, begun when it is asked for first.</summary>
    public async Task<Uri> Federation()
    {
        await beginning.WaitAsync();
        try
        {
            if (federation is null)
            {
                federation = Demonstrate("--federation");
                federated = new Uri(await Listening(federation));
            }
            return federated;
        }
        finally
        {
            beginning.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
        foreach (var running in new[] { server, federation })
        {
            if (running is { HasExited: false })
                running.Kill(entireProcessTree: true);
            running?.Dispose();
        }
        beginning.Dispose();
    }

    /// <summary>A page of its own; the test is skipped where there is no Chromium.</summary>
    public async Task<IPage> Page(
        Width width,
        ColorScheme scheme,
        string language = "en",
        bool script = true,
        Uri? at = null
    )
    {
        Assert.SkipUnless(
            File.Exists(Chromium),
            $"No browser: install Debian's chromium-headless-shell so that {Shell} exists."
        );
        playwright ??= await Playwright.CreateAsync();
        browser ??= await playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = Chromium,
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                ],
            }
        );
        var context = await browser.NewContextAsync(
            new BrowserNewContextOptions
            {
                BaseURL = (at ?? Address).ToString(),
                ColorScheme = scheme,
                JavaScriptEnabled = script,
                Locale = language,
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new ViewportSize { Width = (int)width, Height = 844 },
            }
        );
        ClosesItsPagesAttribute.Remember(context);
        return await context.NewPageAsync();
    }

    private static Process Demonstrate(string what) =>
        Start(
            "dotnet",
            $"\"{Path.Combine(Published, "plenum.dll")}\" demo {what} --urls http://127.0.0.1:0"
        );

    private static async Task<string> Listening(Process server)
    {
        const string mark = "ready: ";
        while (await server.StandardOutput.ReadLineAsync() is { } line)
            if (line.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var at)
            {
                // Whoever writes must never wait for a reader.
                _ = server.StandardOutput.ReadToEndAsync();
                return line[(at + mark.Length)..].Trim();
            }
        throw new InvalidOperationException("The server ended before it listened.");
    }

    private static Process Start(string program, string arguments) =>
        Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                UseShellExecute = false,
                WorkingDirectory = Path.GetTempPath(),
                Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Production" },
            }
        )!;

    private static async Task Run(string program, string arguments)
    {
        using var process = Start(program, arguments);
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{program} {arguments}: {said}")
            );
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Plenum.slnx")))
            folder =
                folder.Parent ?? throw new InvalidOperationException("Not inside the repository.");
        return folder.FullName;
    }
}

/// <summary>A telephone and a desk, in CSS pixels.</summary>
public enum Width
{
    Telephone = 390,
    Desk = 1280,
}
