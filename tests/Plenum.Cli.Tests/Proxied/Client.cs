using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Plenum.Cli.Tests.Proxied;

/// <summary>What came over the wire, header lines and body as they were sent.</summary>
public sealed record Heard(int Status, string Head, string Body)
{
    public IEnumerable<string> Cookies =>
        Head.Split("\r\n")
            .Where(line => line.StartsWith("Set-Cookie:", StringComparison.OrdinalIgnoreCase))
            .Select(line => line["Set-Cookie:".Length..].Trim());

    /// <summary>The value of a header line; empty where there is none.</summary>
    public string this[string name] =>
        Head.Split("\r\n")
            .FirstOrDefault(line => line.StartsWith(name + ":", StringComparison.OrdinalIgnoreCase))
            ?[(name.Length + 1)..].Trim()
        ?? "";
}

/// <summary>
/// Somebody at an address of their own, who writes requests by hand: whatever line they like, and what they hear is
/// what was sent. Cookies are kept as a browser keeps them.
/// </summary>
public sealed partial class Client(string from, int port, string name, bool tls)
{
    private readonly Dictionary<string, string> _cookies = new(StringComparer.Ordinal);
    private string _token = "";

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public Task<Heard> Get(string path, params string[] lines) => Ask("GET", path, "", lines);

    /// <summary>Sends a form of the page it stands on, with that page's token.</summary>
    public async Task<Heard> Send(string page, string path, string form, params string[] lines)
    {
        if (_token.Length == 0)
            _token = Token().Match((await Get(page)).Body).Groups[1].Value;
        return await Post(
            path,
            form + "&__RequestVerificationToken=" + Uri.EscapeDataString(_token),
            lines
        );
    }

    public Task<Heard> Post(string path, string form, params string[] lines) =>
        Ask("POST", path, form, lines);

    private async Task<Heard> Ask(string method, string path, string form, string[] lines)
    {
        using var socket = new Socket(
            AddressFamily.InterNetwork,
            SocketType.Stream,
            ProtocolType.Tcp
        );
        socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
        await socket.ConnectAsync(IPAddress.Loopback, port);
        await using var plain = new NetworkStream(socket);
        await using var stream = tls ? await Secure(plain) : (Stream)plain;
        var head = new StringBuilder($"{method} {path} HTTP/1.1\r\nConnection: close\r\n");
        // A line of the test may name another host, or a second one.
        if (!lines.Any(l => l.StartsWith("Host:", StringComparison.Ordinal)))
            head.Append(CultureInfo.InvariantCulture, $"Host: {name}\r\n");
        foreach (var line in lines)
            head.Append(line).Append("\r\n");
        if (_cookies.Count > 0)
            head.Append("Cookie: ")
                .AppendJoin("; ", _cookies.Select(c => c.Key + "=" + c.Value))
                .Append("\r\n");
        if (method == "POST")
            head.Append("Content-Type: application/x-www-form-urlencoded\r\n")
                .Append(CultureInfo.InvariantCulture, $"Content-Length: {form.Length}\r\n");
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(head.Append("\r\n").Append(form).ToString())
        );
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var heard = new Heard(
            int.Parse(text.Split(' ', 3)[1], CultureInfo.InvariantCulture),
            text[..end],
            WebUtility.HtmlDecode(text[(end + 4)..])
        );
        foreach (var cookie in heard.Cookies)
            _cookies[cookie.Split('=')[0]] = cookie.Split(';')[0].Split('=', 2)[1];
        return heard;
    }

    private static async Task<Stream> Secure(Stream plain)
    {
        var stream = new SslStream(plain);
        await stream.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = "plenum.example.org",
#pragma warning disable CA5359 // The certificate was made for this test a moment ago.
                RemoteCertificateValidationCallback = (_, _, _, _) => true,
#pragma warning restore CA5359
            }
        );
        return stream;
    }
}
