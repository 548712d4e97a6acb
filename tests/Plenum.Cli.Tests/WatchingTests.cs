using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Cli.Demo;
using Plenum.Domain;

namespace Plenum.Cli.Tests;

/// <summary>What a keeper can watch, and what nobody can see by watching.</summary>
public sealed class WatchingTests
{
    [Trait("pace", "slow")]
    [Fact]
    public async Task Told_where_to_send_it_sends_numbers_and_no_names_ids_or_addresses()
    {
        using var passing = new PassingFolder();
        await using var collector = await Collector.Open();
        await using var server = await Server.Start(
            [
                ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Url),
                ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"),
            ],
            "demo",
            "--data",
            passing.At("data")
        );
        using var accounts = new Accounts(
            passing.At("data"),
            new Store.AddressKey(new byte[32]),
            RandomNumberGenerator.Fill
        );
        var now = SystemClock.Instance.GetCurrentInstant();
        var person = Cast.Person(5);
        var acting = accounts.MakeKey(
            person,
            "",
            new KeyPurpose.Acting(
                ((string[])["motions"]).ToEquatable(),
                now + Duration.FromDays(7)
            ),
            now
        );
        var feed = accounts.MakeKey(person, "", new KeyPurpose.Calendar(), now);
        await File.WriteAllTextAsync(
            passing.At("key"),
            acting,
            TestContext.Current.CancellationToken
        );
        using var section = JsonDocument.Parse(await Sections(server, acting));
        var id = section.RootElement[0].GetProperty("id").GetString();
        await server.Get($"/s/{id}/calendar/{feed}.ics");
        var done = await Shell.Run([
            "do",
            "motions/putmotion",
            "--title",
            "Watched",
            "--text",
            "Text.",
            "--before",
            "members",
            "--clauses",
            "1",
            "--server",
            server.Url,
            "--key-file",
            passing.At("key"),
        ]);
        Assert.Equal((0, ""), (done.Exit, done.Err));
        Assert.Equal(0, await server.Stop());

        Assert.Contains("append", collector.Sent("/v1/traces"), StringComparison.Ordinal);
        var numbers = collector.Sent("/v1/metrics");
        foreach (var name in (string[])["plenum.append.duration", "plenum.deadlines.overdue"])
            Assert.Contains(name, numbers, StringComparison.Ordinal);
        string[] secrets = [acting, feed, person.Value, "Watched", .. Cast.Names];
        Assert.DoesNotContain(
            secrets,
            secret => collector.Everything.Contains(secret, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task The_bill_of_materials_names_what_the_program_is_loaded_with()
    {
        var said = await Shell.Run("version", "--sbom");

        using var bill = JsonDocument.Parse(said.Out);
        Assert.Equal("CycloneDX", bill.RootElement.GetProperty("bomFormat").GetString());
        var named = bill
            .RootElement.GetProperty("components")
            .EnumerateArray()
            .Select(c => c.GetProperty("name").GetString()!)
            .ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            new HashSet<string>(["NodaTime", "Microsoft.Data.Sqlite.Core", "MailKit"]),
            named
        );
        Assert.DoesNotContain(named, n => n.StartsWith("Plenum", StringComparison.Ordinal));
    }

    private static async Task<string> Sections(Server server, string key)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, server.Url + "/api/sections");
        asked.Headers.Authorization = new("Bearer", key);
        using var answer = await server.Http.SendAsync(
            asked,
            TestContext.Current.CancellationToken
        );
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>A collector that keeps what it is sent; the texts in it are readable in the bytes.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentQueue<(string Path, string Text)> _sent = new();
        private readonly WebApplication _app;

        private Collector()
        {
            var builder = WebApplication.CreateSlimBuilder();
            builder.Logging.ClearProviders();
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            _app = builder.Build();
            _app.MapPost("/{**path}", Keep);
        }

        public string Url => _app.Urls.Single();

        public string Everything => string.Concat(_sent.Select(s => s.Text));

        public static async Task<Collector> Open()
        {
            var collector = new Collector();
            await collector._app.StartAsync(TestContext.Current.CancellationToken);
            return collector;
        }

        public string Sent(string path) =>
            string.Concat(_sent.Where(s => s.Path == path).Select(s => s.Text));

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task Keep(HttpContext context)
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            _sent.Enqueue((context.Request.Path, await reader.ReadToEndAsync()));
        }
    }
}
