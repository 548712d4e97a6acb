using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plenum.Clerk.Tests;

/// <summary>
/// A mail server on a loopback socket that answers each address as a test says, takes many connections and can be away
/// for a while. It remembers whom it was asked for and what it took, by Message-ID.
/// </summary>
public sealed class PickySmtpServer : IDisposable
{
    /// <summary>Instead of an answer: the connection is closed.</summary>
    public const string Hangs = "";

    private readonly TcpListener _listener;

    public PickySmtpServer(int port = 0)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What is said first; anything but 220 sends everybody away.</summary>
    public string Greeting { get; set; } = "220 picky";

    /// <summary>What an address is answered that is not taken.</summary>
    public ConcurrentDictionary<string, string> Answers { get; } = new(StringComparer.Ordinal);

    /// <summary>A letter to this address is taken, and nobody hears that it was.</summary>
    public string SilentAfter { get; set; } = "-";

    public ConcurrentQueue<string> Asked { get; } = [];

    public ConcurrentQueue<(string To, string MessageId)> Taken { get; } = [];

    public int Connections { get; private set; }

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                Connections++;
                _ = Talk(client);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException) { }
    }

    private async Task Talk(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false))
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        await writer.WriteLineAsync(Greeting);
        if (!Greeting.StartsWith("220", StringComparison.Ordinal))
            return;
        var to = "";
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("RCPT TO:<", StringComparison.Ordinal))
            {
                to = line["RCPT TO:<".Length..line.IndexOf('>', StringComparison.Ordinal)];
                Asked.Enqueue(to);
                var answer = Answers.GetValueOrDefault(to, "250 go on");
                if (answer == Hangs)
                    return;
                await writer.WriteLineAsync(answer);
            }
            else if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                var id = "";
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    if (text.StartsWith("Message-Id:", StringComparison.OrdinalIgnoreCase))
                        id = text["Message-Id:".Length..].Trim();
                Taken.Enqueue((to, id));
                if (to == SilentAfter)
                    await Task.Delay(Timeout.Infinite);
                await writer.WriteLineAsync("250 taken");
            }
            else if (line == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                return;
            }
            else
                await writer.WriteLineAsync("250 picky");
        }
    }
}
