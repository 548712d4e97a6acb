using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Plenum.Clerk.Tests;

/// <summary>A mail server on a loopback socket that speaks just enough SMTP (RFC 5321) to be handed messages.</summary>
public sealed class SmallSmtpServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly bool _refuses;
    private readonly TaskCompletionSource<string> _received = new();

    public SmallSmtpServer(bool refuses = false)
    {
        _refuses = refuses;
        _listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The envelope and the message as they came over the wire.</summary>
    public Task<string> Received => _received.Task;

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false))
        {
            NewLine = "\r\n",
            AutoFlush = true,
        };
        var heard = new StringBuilder();
        await writer.WriteLineAsync("220 small");
        while (await reader.ReadLineAsync() is { } line)
        {
            heard.AppendLine(line);
            if (line == "QUIT")
            {
                await writer.WriteLineAsync("221 bye");
                break;
            }
            if (line.StartsWith("RCPT", StringComparison.Ordinal) && _refuses)
                await writer.WriteLineAsync("550 no such person");
            else if (line == "DATA")
            {
                await writer.WriteLineAsync("354 go on");
                while (await reader.ReadLineAsync() is { } text && text != ".")
                    heard.AppendLine(text);
                await writer.WriteLineAsync("250 taken");
            }
            else
                await writer.WriteLineAsync("250 small");
        }
        _received.TrySetResult(heard.ToString());
    }
}
