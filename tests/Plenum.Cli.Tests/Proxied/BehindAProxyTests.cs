using System.Globalization;
using System.Text.RegularExpressions;

namespace Plenum.Cli.Tests.Proxied;

/// <summary>
/// The house behind nginx with TLS as the guide for keepers writes it, and two who come through it: one sends all they
/// can, claiming to be others; one wants to sign in.
/// </summary>
public sealed partial class BehindAProxyTests
{
    private const string Name = "plenum.example.org";
    private const string Hostile = "127.0.0.66";
    private const string Well = "127.0.0.7";

    [GeneratedRegex("https?://[^\\s]+")]
    private static partial Regex Link();

    // Each names somebody else, every time another.
    private static string[] Claims(int no) =>
        [
            $"X-Forwarded-For: 198.51.100.{no % 250}",
            "X-Forwarded-Host: evil.example",
            "X-Forwarded-Proto: http",
            $"X-Real-IP: 198.51.100.{no % 250}",
            $"Forwarded: for=198.51.100.{no % 250};host=evil.example;proto=http",
        ];

    private static async Task<Server> House(PassingFolder folder, params string[] more) =>
        await Server.Start(
            [("ASPNETCORE_FORWARDEDHEADERS_ENABLED", "true")],
            ["serve", "--data", folder.At("data"), "--urls", "http://127.0.0.1:0", .. more]
        );

    [Fact]
    public async Task Cookies_headers_and_letters_follow_from_the_address_the_keeper_gave()
    {
        using var folder = new PassingFolder();
        await using var house = await House(folder, "--address", "https://" + Name);
        await using var nginx = await Nginx.Before(house.Url, Name);
        var well = new Client(Well, nginx.Port, Name, tls: true);

        var page = await well.Get("/sign-in?lang=en", Claims(1));
        Assert.Equal(200, page.Status);
        Assert.StartsWith(
            "max-age=31536000",
            page["Strict-Transport-Security"],
            StringComparison.Ordinal
        );
        Assert.Equal(
            302,
            (
                await well.Send("/sign-in", "/sign-in/mail", "email=well%40example.org", Claims(2))
            ).Status
        );
        // The letter is written after the answer.
        string[] letters;
        do
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
            letters = Directory.Exists(folder.At("data/mail"))
                ? Directory.GetFiles(folder.At("data/mail"), "*.eml")
                : [];
        } while (letters.Length == 0);
        var letter = await File.ReadAllTextAsync(
            letters.Single(),
            TestContext.Current.CancellationToken
        );
        // Letters are folded at the ends of lines.
        var link = Link()
            .Match(
                letter
                    .Replace("=\r\n", "", StringComparison.Ordinal)
                    .Replace("=3D", "=", StringComparison.Ordinal)
            )
            .Value;
        Assert.StartsWith($"https://{Name}/sign-in/", link, StringComparison.Ordinal);
        var token = link[(link.IndexOf("token=", StringComparison.Ordinal) + 6)..];
        var signedIn = await well.Send(
            "/sign-in",
            "/sign-in/new/begin",
            $"token={token}&name=Well"
        );
        Assert.Equal(302, signedIn.Status);
        var cookies = page.Cookies.Concat(signedIn.Cookies).ToArray();
        Assert.Contains(
            cookies,
            c => c.StartsWith("__Host-plenum.lang=", StringComparison.Ordinal)
        );
        Assert.Contains(
            cookies,
            c => c.StartsWith("__Host-plenum.form=", StringComparison.Ordinal)
        );
        Assert.Contains(
            cookies,
            c => c.StartsWith("__Host-plenum.person=", StringComparison.Ordinal)
        );
        Assert.All(
            cookies,
            cookie =>
            {
                Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
        Assert.Equal(200, (await well.Get("/me")).Status);
    }

    [Fact]
    public async Task Whoever_sends_all_they_can_is_limited_and_another_signs_in_meanwhile()
    {
        using var folder = new PassingFolder();
        await using var house = await House(folder, "--address", "https://" + Name);
        await using var nginx = await Nginx.Before(house.Url, Name);
        var (hostile, well) = (
            new Client(Hostile, nginx.Port, Name, tls: true),
            new Client(Well, nginx.Port, Name, tls: true)
        );

        var refused = await SendUntilRefused(hostile, most: 320);
        Assert.NotNull(refused);
        Assert.InRange(int.Parse(refused["Retry-After"], CultureInfo.InvariantCulture), 1, 60);
        Assert.Contains("Too many requests from here", refused.Body, StringComparison.Ordinal);
        Assert.Equal(429, (await hostile.Post("/sign-in/mail", "a=b")).Status);

        Assert.Equal(
            302,
            (await well.Send("/sign-in", "/sign-in/mail", "email=well%40example.org")).Status
        );
        // Nor is the hostile one shut out of reading, where a neighbour may sit behind the same address.
        Assert.Equal(200, (await hostile.Get("/sign-in")).Status);
    }

    [Fact]
    public async Task Without_a_proxy_that_was_named_nobody_is_believed_whatever_a_variable_says()
    {
        using var folder = new PassingFolder();
        await using (var house = await House(folder))
            Assert.NotNull(await SendUntilRefused(Direct(house, "localhost"), most: 320));
        using var other = new PassingFolder();
        await using var named = await House(
            other,
            "--address",
            "https://" + Name,
            "--proxy",
            "none"
        );
        Assert.NotNull(await SendUntilRefused(Direct(named, Name), most: 320));
    }

    [Theory]
    [InlineData("Host: evil.example")]
    [InlineData("Host: 198.51.100.7")]
    [InlineData("Host: plenum.example.org.evil.example")]
    [InlineData("Host: evil.example", "Host: plenum.example.org")]
    [InlineData("Host: plenum.example.org", "Host: evil.example")]
    [InlineData("Host:")]
    public async Task A_house_that_was_not_named_is_refused(params string[] hosts)
    {
        using var folder = new PassingFolder();
        await using var house = await House(folder, "--address", "https://" + Name);
        var heard = await Direct(house, Name).Get("/sign-in", hosts);

        Assert.Contains(heard.Status, new[] { 400, 421 });
        Assert.DoesNotContain("evil.example", heard.Body, StringComparison.Ordinal);
        if (hosts.Length == 1 && hosts[0].Length > 5)
            Assert.Contains("is not called that", heard.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]", 200)]
    [InlineData("evil.example", 421)]
    [InlineData(Name, 421)]
    public async Task On_a_laptop_the_house_is_named_by_the_laptop_alone(string host, int status)
    {
        using var folder = new PassingFolder();
        await using var house = await House(folder);
        Assert.Equal(status, (await Direct(house, host).Get("/sign-in")).Status);
    }

    private static Client Direct(Server house, string host) =>
        new(Well, new Uri(house.Url).Port, host, tls: false);

    private static async Task<Heard?> SendUntilRefused(Client hostile, int most)
    {
        for (var sent = 0; sent < most; sent++)
            if (await hostile.Post("/sign-in/mail", "a=b", Claims(sent)) is { Status: 429 } refused)
                return refused;
        return null;
    }
}
