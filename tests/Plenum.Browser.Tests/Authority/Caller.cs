using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Plenum.Browser.Tests.WhoMay;

/// <summary>A program with cookies that asks for pages and sends forms, following nothing by itself.</summary>
public sealed partial class Caller(Uri house) : IDisposable
{
    private static int _callers;

    private readonly HttpClient _http = new(OwnComputer()) { BaseAddress = house };
    private string _token = "";

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public async Task<(int Status, string Text)> Get(string path)
    {
        using var answer = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return (
            (int)answer.StatusCode,
            WebUtility.HtmlDecode(
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            )
        );
    }

    /// <summary>What an answer says about being kept.</summary>
    public async Task<string> CacheOf(string path)
    {
        using var answer = await _http.GetAsync(path, TestContext.Current.CancellationToken);
        return answer.Headers.CacheControl?.ToString() ?? "";
    }

    /// <summary>Sends a form as a page of this house would; the token is kept until one is somebody else.</summary>
    public Task<int> Post(string path, IReadOnlyDictionary<string, string> fields) =>
        Post(path, fields, Guid.NewGuid().ToString("N"), "{\"matter\":999999}");

    /// <summary>Sends a form, or at the door for programs JSON under an id of the caller's own.</summary>
    public async Task<int> Post(
        string path,
        IReadOnlyDictionary<string, string> fields,
        string id,
        string json
    )
    {
        if (_token.Length == 0)
            _token = Token().Match((await Get("/recover")).Text).Groups[1].Value;
        using var asked = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = path.StartsWith("/api/", StringComparison.Ordinal)
                ? new StringContent(json, Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent(fields),
        };
        asked.Headers.Add("RequestVerificationToken", _token);
        asked.Headers.Add("Idempotency-Key", id);
        using var answer = await _http.SendAsync(asked, TestContext.Current.CancellationToken);
        if (path.Contains("sign-", StringComparison.Ordinal))
            _token = "";
        return (int)answer.StatusCode;
    }

    /// <summary>The house limits what one address asks for in a minute, so everybody has an address of their own.</summary>
    private static SocketsHttpHandler OwnComputer()
    {
        var own = new IPAddress([127, 0, 1, (byte)(1 + Interlocked.Increment(ref _callers) % 250)]);
        return new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (asked, stop) =>
            {
                var socket = new Socket(
                    AddressFamily.InterNetwork,
                    SocketType.Stream,
                    ProtocolType.Tcp
                );
                try
                {
                    socket.Bind(new IPEndPoint(own, 0));
                    await socket.ConnectAsync(IPAddress.Loopback, asked.DnsEndPoint.Port, stop);
                    return new NetworkStream(socket, ownsSocket: true);
                }
                catch (SocketException)
                {
                    socket.Dispose();
                    throw;
                }
            },
        };
    }

    public void Dispose() => _http.Dispose();
}
