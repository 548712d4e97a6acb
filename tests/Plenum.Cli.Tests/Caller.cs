using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using MimeKit;

namespace Plenum.Cli.Tests;

/// <summary>Somebody at a browser without script, who comes to a running server: cookies, forms and their tokens.</summary>
internal sealed partial class Caller : IDisposable
{
    private readonly HttpClient _http;

    public Caller(string url) =>
        (Url, _http) = (
            url,
            new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
            {
                BaseAddress = new Uri(url),
            }
        );

    public string Url { get; }

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/sign-in/(?:link|new)\\?token=([0-9A-Za-z_-]+)")]
    private static partial Regex Link();

    public async Task<(HttpStatusCode Status, string Text)> Read(string path)
    {
        using var answer = await _http.GetAsync(
            new Uri(path, UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return (answer.StatusCode, await Text(answer));
    }

    /// <summary>Sends the form of a page: where one is sent on to, or what is answered.</summary>
    public async Task<(HttpStatusCode Status, string Next)> Send(
        string page,
        string form,
        params (string Name, string Value)[] fields
    )
    {
        var token = Token().Match((await Read(page)).Text).Groups[1].Value;
        using var asked = new HttpRequestMessage(HttpMethod.Post, form)
        {
            Content = new FormUrlEncodedContent(
                fields.Select(f => KeyValuePair.Create(f.Name, f.Value))
            ),
        };
        asked.Headers.Add("RequestVerificationToken", token);
        using var answer = await _http.SendAsync(asked, TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer.Headers.Location?.ToString() ?? await Text(answer));
    }

    /// <summary>Asks for a letter and opens its link; where one lands.</summary>
    public async Task<string> ByLetter(string address, string data)
    {
        var before = Letters(data);
        await Send("/sign-in", "/sign-in/mail", ("email", address));
        // No request waits for letters: this one is written after the answer.
        var began = Stopwatch.GetTimestamp();
        while (Letters(data).Except(before, StringComparer.Ordinal).Order().LastOrDefault() is null)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(60));
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
        var newest = Letters(data).Except(before, StringComparer.Ordinal).Order().Last();
        using var letter = await MimeMessage.LoadAsync(
            newest,
            TestContext.Current.CancellationToken
        );
        var link = Link().Match(letter.TextBody ?? "");
        return link.Value.StartsWith("/sign-in/link", StringComparison.Ordinal)
            ? await ByLink(link.Groups[1].Value)
            : "a letter for a stranger";
    }

    private static string[] Letters(string data) =>
        Directory.Exists(Path.Combine(data, "mail"))
            ? Directory.GetFiles(Path.Combine(data, "mail"), "*.eml")
            : [];

    public async Task<string> ByLink(string token) =>
        (await Send("/sign-in?token=" + token, "/sign-in/link/use", ("token", token))).Next;

    public async Task<string> ByCard(string code, string pin) =>
        (await Send("/sign-in", "/sign-in/card", ("code", code), ("pin", pin))).Next;

    public async Task<string> ByPasskey(SoftwareDevice device)
    {
        var options = await Send("/sign-in", "/sign-in/passkey/options");
        return (
            await Send(
                "/sign-in",
                "/sign-in/passkey",
                ("credential", device.Sign(options.Next, Url))
            )
        ).Next;
    }

    public async Task<string> AddPasskey(SoftwareDevice device)
    {
        var options = await Send("/me", "/me/passkey/options");
        return (
            await Send(
                "/me",
                "/me/passkey",
                ("device", "telephone"),
                ("credential", device.Make(options.Next, Url))
            )
        ).Next;
    }

    public void Dispose() => _http.Dispose();

    private static async Task<string> Text(HttpResponseMessage answer) =>
        WebUtility.HtmlDecode(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
}
