using MailKit.Security;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Clerk.Mail;

namespace Plenum.Clerk.Tests;

public sealed class MailTests : IDisposable
{
    private static readonly Message Hello = new(
        "ada@example.org",
        "Sitzung für alle",
        "Grüße\nBen"
    );
    private readonly string _folder = Directory.CreateTempSubdirectory("plenum-mail-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Mailer Mailer(MailSettings settings) =>
        new(settings, _folder, NullLogger<Mailer>.Instance, NodaTime.SystemClock.Instance);

    private static MailSettings.Smtp At(int port) =>
        new("127.0.0.1", port, SecureSocketOptions.None, "", "", "branch@example.org");

    [Fact]
    public async Task A_message_goes_over_the_wire()
    {
        using var server = new SmallSmtpServer();
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(Delivery.Sent, await Mailer(At(server.Port)).Send(Hello, stop));
        var heard = await server.Received.WaitAsync(stop);
        Assert.Contains("RCPT TO:<ada@example.org>", heard, StringComparison.Ordinal);
        Assert.Contains("From: branch@example.org", heard, StringComparison.Ordinal);
        Assert.Contains("Subject: Sitzung", heard, StringComparison.Ordinal);
        Assert.Empty(Mailer(At(server.Port)).Kept());
    }

    [Fact]
    public async Task A_message_the_server_refuses_is_kept()
    {
        using var server = new SmallSmtpServer(refuses: true);
        var mailer = Mailer(At(server.Port));
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(Delivery.Failed, await mailer.Send(Hello, stop));
        Assert.Equal("Sitzung für alle", Assert.Single(mailer.Kept()).Subject);
    }

    [Fact]
    public async Task A_message_is_kept_when_no_server_answers()
    {
        int port;
        using (var server = new SmallSmtpServer())
            port = server.Port;
        var stop = TestContext.Current.CancellationToken;
        Assert.Equal(Delivery.Failed, await Mailer(At(port)).Send(Hello, stop));
    }

    [Fact]
    public async Task Without_a_server_messages_lie_in_the_folder_newest_first()
    {
        var mailer = Mailer(new MailSettings.OnlyFolder());
        var stop = TestContext.Current.CancellationToken;
        Assert.False(mailer.LeavesThisComputer);
        Assert.Equal(Delivery.Kept, await mailer.Send(Hello, stop));
        await Task.Delay(1100, stop);
        await mailer.Send(Hello with { Subject = "later" }, stop);
        var kept = mailer.Kept();
        Assert.Equal(
            ["later", "Sitzung für alle"],
            kept.Select(k => k.Subject),
            StringComparer.Ordinal
        );
        Assert.Equal("Grüße\nBen", kept[1].Text.ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task A_letter_posted_while_no_server_answers_waits_on_the_disk_and_leaves_later()
    {
        var stop = TestContext.Current.CancellationToken;
        int closed;
        using (var gone = new SmallSmtpServer())
            closed = gone.Port;
        var before = Mailer(At(closed));
        using (var posting = new Outbox(before, NullLogger<Outbox>.Instance))
            await posting.Post(Hello, stop);
        await before.SendLaid(stop);
        Assert.Single(Directory.EnumerateFiles(Path.Combine(_folder, "mail", "waiting")));
        Assert.Empty(before.Kept());

        // The program starts again, and the mail server is back.
        using var server = new SmallSmtpServer();
        using var outbox = new Outbox(Mailer(At(server.Port)), NullLogger<Outbox>.Instance);
        await outbox.StartAsync(stop);
        Assert.Contains(
            "RCPT TO:<ada@example.org>",
            await server.Received.WaitAsync(stop),
            StringComparison.Ordinal
        );
        for (
            var tries = 0;
            tries < 50 && Directory.EnumerateFiles(Path.Combine(_folder, "mail", "waiting")).Any();
            tries++
        )
            await Task.Delay(50, stop);
        await outbox.StopAsync(stop);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "mail", "waiting")));
        Assert.Empty(before.Kept());
    }

    [Fact]
    public async Task Without_a_server_a_posted_letter_lies_with_the_others()
    {
        var mailer = Mailer(new MailSettings.OnlyFolder());
        using var outbox = new Outbox(mailer, NullLogger<Outbox>.Instance);
        await outbox.Post(Hello, TestContext.Current.CancellationToken);
        Assert.Equal(Hello.To, Assert.Single(mailer.Kept()).To);
    }
}
