using Microsoft.Extensions.DependencyInjection;
using Plenum.Clerk;

namespace Plenum.Cli.Tests;

/// <summary>A server from its first line to its last.</summary>
public sealed class ServeTests
{
    [Fact]
    public async Task An_empty_folder_prints_a_founding_link_once_and_keeps_only_its_hash()
    {
        using var passing = new PassingFolder();
        await using var server = await Server.Start(
            "serve",
            "--data",
            passing.At("data"),
            "--urls",
            "http://127.0.0.1:0"
        );
        var line = await server.Line();

        Assert.StartsWith(
            $"founding link: {server.Url}/start?key=",
            line,
            StringComparison.Ordinal
        );
        var key = line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];
        Assert.Equal(64, key.Length);
        Assert.All(
            Directory
                .EnumerateFiles(passing.Path, "*", SearchOption.AllDirectories)
                .Where(f => !f.EndsWith("lock", StringComparison.Ordinal)),
            file => Assert.DoesNotContain(key, Text(file), StringComparison.Ordinal)
        );
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite,
                File.GetUnixFileMode(passing.At("data/founding.hash"))
            );
        if (!OperatingSystem.IsWindows())
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(passing.At("data/keys"))
            );
    }

    [Fact]
    public async Task The_last_founding_key_opens_an_empty_folder_and_no_other_does()
    {
        using var passing = new PassingFolder();
        var settings = Settings.Read(
            passing.At("data"),
            "http://127.0.0.1:0",
            log: null,
            file: null,
            Words.In("en")
        );
        await using var app = Hosting.Build(settings);
        Hosting.Open(app, Words.In("en"));
        var key = app.Services.GetRequiredService<FoundingKey>();
        var (first, second) = (key.Draw(), key.Draw());

        Assert.True(key.Accepts(second));
        Assert.False(key.Accepts(first));
        Assert.False(key.Accepts(""));
        key.Forget();
        Assert.False(key.Accepts(second));
    }

    [Fact]
    public async Task Told_to_stop_it_closes_and_says_yes()
    {
        using var passing = new PassingFolder();
        await using var server = await Server.Start(
            "serve",
            "--data",
            passing.At("data"),
            "--urls",
            "http://127.0.0.1:0"
        );
        Assert.Equal("ready", await server.Get("/readyz"));

        Assert.Equal(0, await server.Stop());
        Assert.Equal(0, (await Shell.Run("fsck", "--data", passing.At("data"))).Exit);
    }

    [Fact]
    public async Task A_file_and_the_environment_settle_where_and_how()
    {
        using var passing = new PassingFolder();
        await File.WriteAllTextAsync(
            passing.At("plenum.json"),
            $$"""{"data": "{{passing.At("data")}}", "urls": "http://127.0.0.1:0", "log": "json"}""",
            TestContext.Current.CancellationToken
        );
        await using var server = await Server.Start("serve", "--config", passing.At("plenum.json"));

        Assert.Equal("ok", await server.Get("/healthz"));
        Assert.True(File.Exists(passing.At("data/record.db")));
    }

    /// <summary>The address of a calendar is its key, so no log may hold it, however much somebody wants to see.</summary>
    [Fact]
    public async Task No_variable_makes_the_server_log_the_addresses_that_are_asked_for()
    {
        using var passing = new PassingFolder();
        await using var server = await Server.Start(
            [
                ("Logging__LogLevel__Default", "Trace"),
                ("Logging__LogLevel__Microsoft", "Trace"),
                ("Logging__LogLevel__Microsoft.AspNetCore.Hosting.Diagnostics", "Trace"),
                ("Logging__LogLevel__Microsoft.AspNetCore.Routing", "Trace"),
            ],
            "serve",
            "--data",
            passing.At("data"),
            "--urls",
            "http://127.0.0.1:0"
        );
        using var answer = await server.Http.GetAsync(
            new Uri(server.Url + "/s/any/calendar/0f1e2d3c4b5a.ics"),
            TestContext.Current.CancellationToken
        );

        Assert.Equal(0, await server.Stop());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, answer.StatusCode);
        Assert.DoesNotContain("0f1e2d3c4b5a", await server.Errors, StringComparison.Ordinal);
    }

    private static string Text(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
        return reader.ReadToEnd();
    }
}
