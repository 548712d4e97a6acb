using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Cli.Demo;
using Plenum.Cli.Verbs;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Store;

namespace Plenum.Cli.Tests;

/// <summary>
/// The whole program, killed while members send motions through its JSON door, and started again on what is left of
/// its folder. The record is judged by what the doors say and, at the end, by what lies on the disk.
/// </summary>
public sealed class KillTests : IDisposable
{
    private const int Members = 8;

    // Of what one person may do in a minute, half for new motions and half for asking about earlier ones again.
    private const int MotionsALife = 20;

    private readonly PassingFolder _passing = new();
    private readonly Random _random = new(Kills);
    private readonly SortedDictionary<string, Answered> _answered = new(StringComparer.Ordinal);
    private string _section = "";
    private int _retried;

    // Raised by PLENUM_KILLS, for long runs.
    private static int Kills { get; } =
        int.TryParse(
            Environment.GetEnvironmentVariable("PLENUM_KILLS"),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var asked
        )
            ? asked
            : 3;

    private string Data => _passing.At("data");

    public void Dispose() => _passing.Dispose();

    [Fact]
    public async Task What_the_doors_answered_outlives_a_kill_and_happens_once()
    {
        var keys = await BranchWithKeys();
        IReadOnlyList<Sent> lastLife = [];
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var server = await Start();
            await AskAgain(server, lastLife);
            lastLife = await SendAndKill(server, keys, kill);
        }
        await using (var server = await Start())
        {
            await AskAgain(server, lastLife);
            Assert.Equal(0, await server.Stop());
        }

        Assert.Equal(0, (await Shell.Run("fsck", "--data", Data)).Exit);
        // Whoever was left without an answer is not the same in every life; that there were some, is.
        Assert.True(_retried >= Kills, $"{_retried} motions were left without an answer");
        Assert.Equal(_answered.Keys, await TitlesOnTheRecord());
    }

    /// <summary>What was answered is answered the same; what was not is sent again under its id and happens.</summary>
    private async Task AskAgain(Server server, IReadOnlyList<Sent> lastLife)
    {
        await Task.WhenAll(
            lastLife
                .GroupBy(sent => sent.Motion.Key)
                .Select(async own =>
                {
                    foreach (var (motion, before) in own)
                        Judge(motion, before, await Send(server, motion));
                })
        );
        var versions = _answered
            .Values.SelectMany(a => Enumerable.Range((int)a.First, (int)(a.Last - a.First) + 1))
            .ToArray();
        Assert.Equal(versions.Length, versions.Distinct().Count());
        using var folder = DataFolder.OpenOrLook(Data);
        Assert.Empty(FsckVerb.Check(folder));
    }

    private void Judge(Motion motion, Answer before, Answer now)
    {
        var answered = Assert.IsType<Answered>(now);
        lock (_answered)
            if (before is Answered known)
                Assert.Equal(known, answered);
            else
            {
                _retried++;
                _answered.Add(motion.Title, answered);
            }
    }

    /// <summary>Everybody sends one motion after the other until the server is gone.</summary>
    private async Task<IReadOnlyList<Sent>> SendAndKill(
        Server server,
        IReadOnlyList<string> keys,
        int life
    )
    {
        var (sent, answers) = (new ConcurrentQueue<Sent>(), 0);
        var enough = _random.Next(20, Members * MotionsALife / 2);
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var clients = keys.Select((key, client) => Task.Run(() => Client(key, client))).ToArray();
        await killed.Task.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        await server.Kill();
        await Task.WhenAll(clients);
        foreach (var (motion, answer) in sent)
            if (answer is Answered answered)
                _answered.Add(motion.Title, answered);
        return [.. sent];

        async Task Client(string key, int client)
        {
            for (var no = 0; no < MotionsALife; no++)
            {
                var motion = new Motion(key, $"Kill {life:000}-{client:00}-{no:00}");
                var answer = await Send(server, motion);
                sent.Enqueue(new Sent(motion, answer));
                if (answer is not Answered)
                    return;
                if (Interlocked.Increment(ref answers) == enough)
                    killed.TrySetResult();
            }
        }
    }

    private async Task<Answer> Send(Server server, Motion motion)
    {
        using var asked = new HttpRequestMessage(
            HttpMethod.Post,
            $"{server.Url}/api/s/{_section}/do/motions/putmotion"
        )
        {
            Content = new StringContent(
                JsonSerializer.Serialize(
                    new
                    {
                        title = motion.Title,
                        text = $"We decide: {motion.Title}.",
                        before = "members",
                        clauses = new[] { 1 },
                    }
                ),
                Encoding.UTF8,
                "application/json"
            ),
        };
        asked.Headers.Authorization = new("Bearer", motion.Key);
        asked.Headers.Add("Idempotency-Key", motion.Title.Replace(' ', '-'));
        try
        {
            using var answer = await server.Http.SendAsync(
                asked,
                TestContext.Current.CancellationToken
            );
            var body = await answer.Content.ReadAsStringAsync(
                TestContext.Current.CancellationToken
            );
            Assert.True(answer.StatusCode == HttpStatusCode.OK, body);
            using var json = JsonDocument.Parse(body);
            return new Answered(
                json.RootElement.GetProperty("first").GetInt64(),
                json.RootElement.GetProperty("last").GetInt64()
            );
        }
        catch (HttpRequestException)
        {
            return new NoAnswer();
        }
    }

    private Task<Server> Start() =>
        Server.Start("serve", "--data", Data, "--urls", "http://127.0.0.1:0");

    private Settings Settings =>
        new(Data, "http://127.0.0.1:0", LogForm.Json, new MailSettings.OnlyFolder());

    /// <summary>The branch of the demonstration with a key for each of its members, and nobody in its folder.</summary>
    private async Task<IReadOnlyList<string>> BranchWithKeys()
    {
        await using var app = DemoHosting.Build(Settings);
        await DemoHosting.Open(app, Words.In("en"));
        var front = app.Services.GetRequiredService<Front>();
        var now = app.Services.GetRequiredService<IClock>().GetCurrentInstant();
        _section = Web.Doors.Here.Abridged(front.Sections.Single());
        return
        [
            .. front
                .Read(front.Sections.Single())
                .Section.Membership.Members.Values.Where(m => m.IsInGoodStanding)
                .Take(Members)
                .Select(m =>
                    app.Services.GetRequiredService<Accounts>()
                        .MakeKey(
                            m.Person,
                            "kills",
                            new KeyPurpose.Acting(
                                ((string[])["motions"]).ToEquatable(),
                                now + Duration.FromDays(1)
                            ),
                            now
                        )
                ),
        ];
    }

    /// <summary>Each as often as it lies there.</summary>
    private async Task<IEnumerable<string>> TitlesOnTheRecord()
    {
        await using var app = Hosting.Build(Settings);
        var front = Hosting.Open(app, Words.In("en"));
        return
        [
            .. front
                .Read(front.Sections.Single())
                .Section.Matters.All.Values.Select(m => m.Question)
                .OfType<Question.Adopt>()
                .Select(adopt => adopt.Title)
                .Where(title => title.StartsWith("Kill ", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
    }

    private sealed record Motion(string Key, string Title);

    private sealed record Sent(Motion Motion, Answer Answer);

    private abstract record Answer;

    private sealed record Answered(long First, long Last) : Answer;

    private sealed record NoAnswer : Answer;
}
