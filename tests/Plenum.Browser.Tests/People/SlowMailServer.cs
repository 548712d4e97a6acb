using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using MailKit.Security;
using MimeKit;
using Plenum.Clerk.Mail;

namespace Plenum.Browser.Tests.People;

/// <summary>A letter as a mail server has taken it.</summary>
public sealed record TakenLetter(string To, string Subject, string Text);

/// <summary>A mail server on a loopback socket (RFC 5321) that takes as long as a test says over every letter.</summary>
public sealed class SlowMailServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<TakenLetter> _taken = new();
    private readonly Task _gate;

    /// <param name="gate">No letter is taken before this has ended.</param>
    public SlowMailServer(Task? gate = null)
    {
        _gate = gate ?? Task.Delay(0);
        _listener.Start();
        _ = Listen();
    }

    public MailSettings Settings =>
        new MailSettings.Smtp(
            "127.0.0.1",
            ((IPEndPoint)_listener.LocalEndpoint).Port,
            SecureSocketOptions.None,
            "",
            "",
            "branch@example.org"
        );

    public IReadOnlyList<TakenLetter> Taken => [.. _taken];

    /// <summary>The first letter to this address with these words, once it is here.</summary>
    public async Task<TakenLetter> LetterTo(string address, string words = "")
    {
        for (var tries = 0; tries < 400; tries++)
            if (
                _taken.FirstOrDefault(l =>
                    l.To == address && l.Text.Contains(words, StringComparison.Ordinal)
                ) is
                { } letter
            )
                return letter;
            else
                await Task.Delay(50, TestContext.Current.CancellationToken);
        throw new TimeoutException($"No letter to {address} in twenty seconds.");
    }

    public void Dispose() => _listener.Dispose();

    private async Task Listen()
    {
        while (true)
            try
            {
                _ = Serve(await _listener.AcceptTcpClientAsync());
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                return;
            }
    }

    private async Task Serve(TcpClient client)
    {
        using var caller = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1)
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        var to = "";
        await writer.WriteLineAsync("220 slow");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT TO:<", StringComparison.Ordinal))
                to = line["RCPT TO:<".Length..line.IndexOf('>', StringComparison.Ordinal)];
            if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var text = new StringBuilder();
                while (await reader.ReadLineAsync() is { } data && data != ".")
                    text.AppendLine(
                        data.StartsWith("..", StringComparison.Ordinal) ? data[1..] : data
                    );
                await _gate;
                using var bytes = new MemoryStream(Encoding.Latin1.GetBytes(text.ToString()));
                using var letter = await MimeMessage.LoadAsync(bytes);
                _taken.Enqueue(new TakenLetter(to, letter.Subject ?? "", letter.TextBody ?? ""));
                await writer.WriteLineAsync("250 taken");
            }
            else if (line == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else
                await writer.WriteLineAsync("250 slow");
        }
    }
}
