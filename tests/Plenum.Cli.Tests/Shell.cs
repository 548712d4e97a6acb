using System.Diagnostics;
using System.Globalization;

namespace Plenum.Cli.Tests;

/// <summary>What a command answered.</summary>
public sealed record Said(int Exit, string Out, string Err);

/// <summary>Runs the program as people do: a process, its arguments, what it prints and how it ends.</summary>
public static class Shell
{
    public static async Task<Said> Run(params string[] args) => await Run("en_GB.UTF-8", args);

    public static async Task<Said> Run(string language, string[] args)
    {
        using var process = Start(language, args);
        var (text, errors) = (
            process.StandardOutput.ReadToEndAsync(),
            process.StandardError.ReadToEndAsync()
        );
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await text, await errors);
    }

    public static Process Start(string language, params string[] args) => Start(language, [], args);

    public static Process Start(
        string language,
        IEnumerable<(string Name, string Value)> variables,
        string[] args
    )
    {
        var start = new ProcessStartInfo("dotnet")
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LC_ALL"] = language;
        foreach (var (name, value) in variables)
            start.Environment[name] = value;
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "plenum.dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        return Process.Start(start)!;
    }
}

/// <summary>A server of its own, told to stop at the end as an operator would.</summary>
public sealed class Server : IAsyncDisposable
{
    private const int Sigterm = 15;
    private readonly Process _process;

    private Server(Process process) =>
        (_process, Errors) = (process, process.StandardError.ReadToEndAsync());

    public string Url { get; private set; } = "";

    public HttpClient Http { get; } = new();

    /// <summary>What stands on the other output, once it has stopped.</summary>
    public Task<string> Errors { get; }

    public static Task<Server> Start(params string[] args) => Start([], args);

    public static async Task<Server> Start(
        IEnumerable<(string Name, string Value)> variables,
        params string[] args
    )
    {
        var server = new Server(Shell.Start("en_GB.UTF-8", variables, args));
        var line = await server.Line();
        Assert.StartsWith("ready: http://127.0.0.1:", line, StringComparison.Ordinal);
        server.Url = line["ready: ".Length..];
        return server;
    }

    /// <summary>The next line of standard output; fails with what stood on the other one when there is none.</summary>
    public async Task<string> Line() =>
        await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
        ?? throw new InvalidOperationException(await Errors);

    public Task<string> Get(string path) =>
        Http.GetStringAsync(new Uri(Url + path), TestContext.Current.CancellationToken);

    /// <summary>Asks it to stop and says how it ended.</summary>
    public async Task<int> Stop()
    {
        using var kill = Process.Start(
            "kill",
            string.Create(CultureInfo.InvariantCulture, $"-{Sigterm} {_process.Id}")
        );
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>As a power cut would: nothing is told and nothing is waited for (SIGKILL).</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        if (!_process.HasExited)
            await Stop();
        _process.Dispose();
    }
}

/// <summary>A folder that goes when the test ends.</summary>
public sealed class PassingFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("plenum-cli-").FullName;

    public string At(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
