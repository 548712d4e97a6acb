using System.Diagnostics;
using Microsoft.Extensions.Logging;
using NodaTime;
using Plenum.Clerk.Mail;

namespace Plenum.Clerk.Tests;

/// <summary>Letters in numbers: what one address or the server does to one of them happens to no other.</summary>
public sealed class OutboxTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("plenum-outbox-").FullName;
    private readonly MovedClock _clock = new();
    private readonly PickySmtpServer _server = new();
    private readonly Mailer _mailer;

    public OutboxTests() => _mailer = KilledOutbox.MailerOf(_folder, _server.Port, _clock);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private sealed class Lines : ILogger<Mailer>
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> All { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Enqueue(formatter(state, exception));
    }

    private string[] Waiting =>
        Directory.Exists(Path.Combine(_folder, "mail", "waiting"))
            ? Directory.GetFiles(Path.Combine(_folder, "mail", "waiting"), "*.eml")
            : [];

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task One_dead_address_holds_back_no_letter()
    {
        _server.Answers["two@example.org"] = "550 5.1.1 no such person";
        await Lay("one", "two", "three", "four", "five");
        await _mailer.SendLaid(Stop);

        Assert.Equal(["one", "three", "four", "five"], Taken());
        Assert.Empty(Waiting);
        var kept = Assert.Single(_mailer.Kept());
        Assert.Equal("two@example.org", kept.To);
        Assert.StartsWith("550", kept.Why, StringComparison.Ordinal);
        Assert.Contains("no such person", kept.Why, StringComparison.Ordinal);

        // For good: it is not tried again.
        _clock.Now += Duration.FromDays(1);
        await _mailer.SendLaid(Stop);
        Assert.Single(_server.Asked, "two@example.org");
    }

    [Fact]
    public async Task An_address_that_takes_nothing_now_is_asked_again_after_growing_pauses()
    {
        _server.Answers["two@example.org"] = "451 4.7.1 come back later";
        await Lay("one", "two", "three");
        var began = _clock.Now;
        var asked = new List<Duration>();
        while (Waiting.Length > 0)
        {
            var before = _server.Asked.Count(a => a == "two@example.org");
            await _mailer.SendLaid(Stop);
            if (_server.Asked.Count(a => a == "two@example.org") > before)
                asked.Add(_clock.Now - began);
            _clock.Now += Duration.FromMinutes(1);
            Assert.True(_clock.Now - began < Duration.FromDays(3));
        }
        var pauses = asked.Zip(asked.Skip(1), (a, b) => b - a).ToArray();

        Assert.Equal(["one", "three"], Taken());
        Assert.Equal(Duration.FromMinutes(1), pauses[0]);
        Assert.Equal(Duration.FromMinutes(2), pauses[1]);
        Assert.Equal(pauses.Order(), pauses);
        Assert.InRange(asked[^1], Duration.FromDays(2), Duration.FromDays(2.5));
        Assert.StartsWith("451", Assert.Single(_mailer.Kept()).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_for_now_leaves_when_it_is_taken()
    {
        _server.Answers["one@example.org"] = "451 4.7.1 come back later";
        await Lay("one");
        await _mailer.SendLaid(Stop);
        Assert.Single(Waiting);

        _server.Answers.Clear();
        await _mailer.SendLaid(Stop);
        Assert.Empty(Taken());
        _clock.Now += Duration.FromMinutes(1);
        await _mailer.SendLaid(Stop);
        Assert.Equal(["one"], Taken());
        Assert.Empty(Waiting);
        Assert.Empty(_mailer.Kept());
    }

    [Fact]
    public async Task A_connection_that_breaks_at_one_letter_holds_back_no_other()
    {
        _server.Answers["three@example.org"] = PickySmtpServer.Hangs;
        await Lay("one", "two", "three", "four");
        await _mailer.SendLaid(Stop);
        Assert.Equal(["one", "two", "four"], Taken());
        Assert.Single(Waiting);
    }

    [Fact]
    public async Task A_server_that_takes_nobodys_letter_is_left_alone_for_a_while_and_nothing_is_lost()
    {
        _server.Greeting = "421 not now";
        await Lay("one", "two", "three");
        var asked = new List<int>();
        foreach (var minute in Enumerable.Range(0, 8))
        {
            await _mailer.SendLaid(Stop);
            asked.Add(_server.Connections);
            _clock.Now += Duration.FromMinutes(1);
        }
        // At once, after one minute, after two more, after four more.
        Assert.Equal([1, 2, 2, 3, 3, 3, 3, 4], asked);
        Assert.Equal(3, Waiting.Length);

        _server.Greeting = "220 picky";
        _clock.Now += Duration.FromMinutes(10);
        await _mailer.SendLaid(Stop);
        Assert.Equal(["one", "two", "three"], Taken());
        Assert.Empty(Waiting);
    }

    [Fact]
    public async Task A_mail_server_that_names_an_address_brings_it_into_no_log()
    {
        _server.Greeting = "421 not now, two@example.org";
        var log = new Lines();
        await Lay("two");
        await KilledOutbox.MailerOf(_folder, _server.Port, _clock, log).SendLaid(Stop);
        var line = Assert.Single(log.All);
        Assert.DoesNotContain("@", line, StringComparison.Ordinal);
        Assert.Contains("takes no letter now", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_two_days_without_a_server_letters_are_kept_with_the_reason()
    {
        _server.Greeting = "421 not now";
        await Lay("one", "two");
        _clock.Now += Duration.FromDays(3);
        await Lay("three");
        await _mailer.SendLaid(Stop);
        Assert.Single(Waiting);
        Assert.Equal(2, _mailer.Kept().Length);
        Assert.All(_mailer.Kept(), kept => Assert.NotEmpty(kept.Why));
    }

    /// <summary>The server has taken the third letter, and the program is killed before it hears so.</summary>
    [Fact]
    public async Task After_a_kill_at_most_the_letter_in_flight_goes_again_as_the_same()
    {
        await Lay("one", "two", "three", "four", "five");
        _server.SilentAfter = "three@example.org";
        var start = new ProcessStartInfo(Environment.ProcessPath!);
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(OutboxTests).Assembly.Location);
        foreach (
            var argument in new[]
            {
                KilledOutbox.Word,
                _folder,
                _server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
        )
            start.ArgumentList.Add(argument);
        using var sending = Process.Start(start)!;
        for (var tries = 0; tries < 600 && _server.Taken.Count < 3; tries++)
            await Task.Delay(100, Stop);
        sending.Kill();
        await sending.WaitForExitAsync(Stop);
        Assert.Equal(["one", "two", "three"], Taken());
        Assert.Equal(3, Waiting.Length);

        _server.SilentAfter = "-";
        await _mailer.SendLaid(Stop);
        Assert.Equal(["one", "two", "three", "three", "four", "five"], Taken());
        Assert.Empty(Waiting);
        Assert.Equal(5, _server.Taken.Select(t => t.MessageId).Distinct().Count());
        Assert.All(_server.Taken, t => Assert.Contains('@', t.MessageId));
    }

    /// <summary>Whoever keeps the register reads that the last letter did not arrive; the words of a server may hold the address.</summary>
    [Fact]
    public async Task The_figures_of_a_refusal_are_told_until_another_letter_follows()
    {
        var letter = new Message("two@example.org", "Hello", "Come.", "0a1b");
        _server.Answers["two@example.org"] = "550 5.1.1 <two@example.org> is nobody";
        await _mailer.Lay(letter, Stop);
        Assert.Equal("", _mailer.CodeOfKept("0a1b"));
        await _mailer.SendLaid(Stop);
        Assert.Equal("550 5.1.1", _mailer.CodeOfKept("0a1b"));

        _server.Answers.Clear();
        await _mailer.Lay(letter, Stop);
        await _mailer.SendLaid(Stop);
        Assert.Equal("", _mailer.CodeOfKept("0a1b"));
        Assert.Equal(["two"], Taken());
    }

    [Fact]
    public async Task A_file_that_is_no_letter_holds_back_none()
    {
        await Lay("one");
        await File.WriteAllBytesAsync(
            Path.Combine(_folder, "mail", "waiting", "0-broken.eml"),
            [],
            Stop
        );
        await _mailer.SendLaid(Stop);
        Assert.Equal(["one"], Taken());
        Assert.Empty(Waiting);
    }

    private string[] Taken() => [.. _server.Taken.Select(t => t.To.Split('@')[0])];

    // A second between them, so that they lie in this order.
    private async Task Lay(params string[] to)
    {
        foreach (var one in to)
        {
            _clock.Now += Duration.FromSeconds(1);
            await _mailer.Lay(new Message($"{one}@example.org", "Hello", "Come."), Stop);
        }
    }
}
