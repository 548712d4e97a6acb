using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Plenum.Domain;

namespace Plenum.Bench.Federated;

/// <summary>
/// A delegate at a browser: signed in by the link of an invitation, and at an address of their own, because the house
/// counts how much one address asks.
/// </summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient _http;

    private Visitor(Uri house, int no, SectionId home)
    {
        Home = home;
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (context, stop) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                socket.Bind(new IPEndPoint(new IPAddress([127, 0, 1, (byte)no]), 0));
                await socket.ConnectAsync(
                    new IPEndPoint(IPAddress.Loopback, context.DnsEndPoint.Port),
                    stop
                );
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        _http = new HttpClient(handler) { BaseAddress = house };
    }

    /// <summary>The section that has sent this delegate.</summary>
    public SectionId Home { get; }

    public static async Task<Visitor> Enter(Uri house, int no, Guest guest)
    {
        var visitor = new Visitor(house, no, guest.Home);
        var page = await visitor._http.GetStringAsync($"/sign-in/link?token={guest.Link}");
        using var form = new FormUrlEncodedContent([
            new("token", guest.Link),
            new("back", "/me"),
            new("__RequestVerificationToken", TokenIn(page)),
        ]);
        using var answer = await visitor._http.PostAsync("/sign-in/link/use", form);
        return answer.Headers.Location?.ToString() == "/me"
            ? visitor
            : throw new InvalidOperationException($"Nobody is let in: {answer.StatusCode}");
    }

    private static string TokenIn(string page)
    {
        const string start = "name=\"__RequestVerificationToken\" value=\"";
        var from = page.IndexOf(start, StringComparison.Ordinal) + start.Length;
        return page[from..page.IndexOf('"', from)];
    }

    /// <summary>How long a page took, from asking for it until the last of it was here, and how many bytes it had.</summary>
    public async Task<(TimeSpan Took, int Bytes)> Read(string page)
    {
        var began = Stopwatch.GetTimestamp();
        using var answer = await _http.GetAsync(page);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var took = Stopwatch.GetElapsedTime(began);
        return answer.IsSuccessStatusCode
            ? (took, bytes.Length)
            : throw new InvalidOperationException($"{page}: {answer.StatusCode}");
    }

    public void Dispose() => _http.Dispose();
}
