using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using Plenum.Browser.Tests.WhoMay;
using Plenum.Domain.Membership;
using Plenum.Web.Guard;

namespace Plenum.Browser.Tests.Guard;

/// <summary>Where whoever sends something is at fault they are told so, in words; never that the fault is ours.</summary>
public sealed partial class BadRequestTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    public static TheoryData<string> Numbers =>
        [
            "99999999999",
            "-99999999999",
            "9223372036854775807",
            "99999999999999999999999",
            "2147483647",
            "1000000000",
            "-1",
            "0",
            "1e9",
            "x",
            "",
        ];

    /// <summary>Every route of the house with every number that any page takes from its address.</summary>
    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task No_number_in_an_address_is_a_fault_of_ours(string number)
    {
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "after",
                "before",
                "from",
                "left",
                "item",
                "whole",
            },
            QueryNumbers.All.Keys.ToHashSet(StringComparer.Ordinal)
        );
        var query = string.Join(
            '&',
            QueryNumbers.All.Keys.Select(name => $"{name}={Uri.EscapeDataString(number)}")
        );
        var wrong = new List<string>();
        var callers = new Queue<Caller>();
        foreach (var column in new[] { "secretary", "member", "chair", "committee" })
            callers.Enqueue(await house.As(column));
        foreach (var route in Routes())
        {
            // In turn, because the house gives each so many pages a minute.
            var caller = callers.Dequeue();
            callers.Enqueue(caller);
            var (status, _) = await caller.Get($"{route}?{query}");
            if (status is >= 500 or 429)
                wrong.Add($"{route}: {status}");
        }
        foreach (var caller in callers)
            caller.Dispose();
        Assert.Empty(wrong);
    }

    [Theory]
    [InlineData("/sign-in?left=99999999999")]
    [InlineData("/?from=-1")]
    [InlineData("/?from=1&from=2")]
    public async Task A_number_that_no_list_has_is_told_in_words(string path)
    {
        using var caller = new Caller(house.Address);
        var (status, text) = await caller.Get(path);
        Assert.Equal(400, status);
        Assert.Contains("This could not be read", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_character_that_is_none_is_told_to_whoever_sends_it()
    {
        using var visitor = await house.Visit(house.Member);
        var (status, page) = await visitor.Send(
            "/me",
            $"{house.Path}/do/motions/putmotion",
            new StringContent(
                "_id=nul&Title=a%00b&Text=x&Before=members&Clauses=1",
                new MediaTypeHeaderValue("application/x-www-form-urlencoded")
            )
        );
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("This could not be read", page, StringComparison.Ordinal);

        foreach (
            var (json, expected) in new[]
            {
                (
                    "{\"title\":\"a\\ud83d\",\"text\":\"x\",\"before\":\"members\",\"clauses\":1}",
                    400
                ),
                ("{\"ti\\ud83dtle\":\"a\"}", 400),
                (
                    "{\"title\":\"a\\u0000b\",\"text\":\"x\",\"before\":\"members\",\"clauses\":1}",
                    422
                ),
                (
                    "{\"title\":\"a\\u001b[31m\",\"text\":\"x\",\"before\":\"members\",\"clauses\":1}",
                    422
                ),
                (
                    "{\"title\":\"\\u200b\",\"text\":\"x\",\"before\":\"members\",\"clauses\":1}",
                    422
                ),
            }
        )
        {
            var (told, next) = await visitor.Send(
                "/me",
                $"/api{house.Path}/do/motions/putmotion",
                new StringContent(json, Encoding.UTF8, "application/json"),
                Guid.NewGuid().ToString("N")
            );
            Assert.Equal(expected, (int)told);
            Assert.Contains("\"title\":\"", next, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_is_too_large_or_too_slow_is_told_as_that()
    {
        using var visitor = await house.Visit(house.Member);
        var large = new string('x', 1_100_000);
        foreach (
            HttpContent content in new HttpContent[]
            {
                new FormUrlEncodedContent([new("Text", large)]),
                new MultipartFormDataContent { { new StringContent(large), "Text" } },
            }
        )
        {
            var (status, page) = await visitor.Send(
                "/me",
                $"{house.Path}/do/motions/putmotion",
                content
            );
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
            Assert.Contains("This is too large", page, StringComparison.Ordinal);
        }

        using var slow = new TcpClient();
        await slow.ConnectAsync(
            IPAddress.Loopback,
            house.Address.Port,
            TestContext.Current.CancellationToken
        );
        var stream = slow.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                "POST /sign-in/mail HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                    + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 5000\r\n\r\na=b"
            ),
            TestContext.Current.CancellationToken
        );
        using var reader = new StreamReader(stream, Encoding.UTF8);
        Assert.Contains(
            " 408 ",
            await reader.ReadLineAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/\t/evil.example")]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/a\r\nSet-Cookie: b=c")]
    [InlineData("/\u00F1")]
    [InlineData("/ evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("evil.example")]
    public async Task One_is_sent_on_to_addresses_of_this_house_alone(string back)
    {
        using var visitor = await house.Visit(house.Member);
        var (status, next) = await visitor.Send(
            "/me",
            $"{house.Path}/do/matters/summon",
            ("_id", Guid.NewGuid().ToString("N")),
            ("_back", back),
            ("Title", "Meeting"),
            ("Text", "Now"),
            ("At", "2020-01-01T10:00")
        );
        Assert.True((int)status is >= 300 and < 500, $"{status}");
        Assert.DoesNotContain(
            $"href=\"{WebUtility.HtmlEncode(back)}\"",
            next,
            StringComparison.Ordinal
        );
        var (entered, to) = await visitor.Send(
            "/sign-in",
            "/sign-in/card",
            ("code", house.CardOf("member").Code),
            ("pin", "0"),
            ("back", back)
        );
        Assert.Equal(HttpStatusCode.Redirect, entered);
        Assert.StartsWith("/sign-in", to, StringComparison.Ordinal);
        Assert.Equal("", Plenum.Web.Doors.HouseAddress.Local(back));
    }

    [Fact]
    public async Task Pages_of_members_and_of_what_opens_something_are_kept_by_no_computer()
    {
        using var http = new HttpClient { BaseAddress = house.Address };
        foreach (
            var path in new[]
            {
                "/sign-in?card=ABCD",
                "/sign-in/link?token=x",
                "/start?key=x",
                "/recover/stop?id=x",
            }
        )
        {
            using var answer = await http.GetAsync(
                new Uri(path, UriKind.Relative),
                TestContext.Current.CancellationToken
            );
            Assert.Contains(
                "no-store",
                answer.Headers.CacheControl!.ToString(),
                StringComparison.Ordinal
            );
        }
        using var member = await house.As("secretary");
        foreach (var route in Routes())
            Assert.Contains("no-store", await member.CacheOf(route), StringComparison.Ordinal);
    }

    /// <summary>Somebody signs out everywhere in another window while they write.</summary>
    [Fact]
    public async Task Whoever_was_signed_out_while_writing_gets_back_what_they_wrote_and_sends_it_again()
    {
        const string text = "An hour of work on\nthis <text> & more";
        using var visitor = await house.Visit(house.Member);
        var token = Token().Match((await visitor.Read("/me")).Text).Groups[1].Value;
        var fields = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["_id"] = Guid.NewGuid().ToString("N"),
            ["_back"] = house.Path,
            ["__RequestVerificationToken"] = token,
            ["Title"] = "Kept",
            ["Text"] = text,
            ["Before"] = "members",
            ["Clauses"] = "1",
        };
        house.Accounts.RenewStamp(house.Member);

        var (status, page) = await visitor.Post($"{house.Path}/do/motions/putmotion", fields);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("This was not sent yet", page, StringComparison.Ordinal);
        Assert.Contains("in another window", page, StringComparison.Ordinal);
        Assert.Contains(text, page, StringComparison.Ordinal);
        foreach (var (name, value) in fields.Where(f => f.Key != "Text"))
            Assert.Contains($"name=\"{name}\" value=\"{value}\"", page, StringComparison.Ordinal);

        var card = house.CardOf("member");
        await visitor.Send("/sign-in", "/sign-in/card", ("code", card.Code), ("pin", card.Pin));
        var (sent, next) = await visitor.Post($"{house.Path}/do/motions/putmotion", fields);
        Assert.Equal(HttpStatusCode.Redirect, sent);
        Assert.Contains("/matters/", next, StringComparison.Ordinal);
    }

    /// <summary>A page of members is not kept, so that going back would show an empty form.</summary>
    [Fact]
    public async Task What_is_refused_comes_back_to_be_put_right()
    {
        using var visitor = await house.Visit(house.Member);
        var deep = string.Concat(Enumerable.Repeat("> - ", 40)) + "an hour of work";
        var (status, page) = await visitor.Send(
            "/me",
            $"{house.Path}/do/motions/putmotion",
            ("_id", Guid.NewGuid().ToString("N")),
            ("Title", "Deep"),
            ("Text", deep),
            ("Before", "members"),
            ("Clauses", "1")
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("deep, and no page shows that", page, StringComparison.Ordinal);
        Assert.Contains(deep, page, StringComparison.Ordinal);
    }

    private IEnumerable<string> Routes() =>
        PageTable
            .Rows.Where(r => r.Method == "GET" && r.Route is not ("/healthz" or "/readyz"))
            .Select(r => r.Route)
            .Where(r => !r.Contains('.', StringComparison.Ordinal))
            .Select(r =>
                r.Replace("/s/{section}", house.Path, StringComparison.Ordinal)
                    .Replace("{no:int}", $"{house.Recall.No}", StringComparison.Ordinal)
                    .Replace("{body}", "committee", StringComparison.Ordinal)
                    .Replace("{article}", "recall", StringComparison.Ordinal)
                    .Replace("{first:long}", "1", StringComparison.Ordinal)
                    .Replace("{key}", "0", StringComparison.Ordinal)
            )
            .Distinct(StringComparer.Ordinal);
}
