using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Domain.Membership;

namespace Plenum.Browser.Tests.People;

/// <summary>Keys a person makes for programs: what they open, and everything they do not.</summary>
public sealed partial class KeyTests : IAsyncLifetime
{
    private Household _house = null!;
    private PersonId _ada;
    private string _path = "";

    public async ValueTask InitializeAsync()
    {
        _house = await Household.Open();
        _ada = _house.Person("Ada");
        var section = await _house.Circle(_ada, _house.Person("Ben"));
        Assert.IsType<Plenum.Clerk.Answer.Done>(
            await _house.Front.Send(
                section,
                new Plenum.Clerk.Recording.GivenId("accept"),
                new AcceptInvitation(1, ""),
                Actor.Self(_ada)
            )
        );
        _path = "/s/" + section.Value[..10];
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [GeneratedRegex("(/s/[^/]+/calendar/[0-9a-f]{64}\\.ics\\?lang=[a-z]+)")]
    private static partial Regex Feed();

    [GeneratedRegex("leaf\">([0-9a-f]{64})<")]
    private static partial Regex Key();

    private async Task<string> MakeKey(params string[] words)
    {
        using var ada = await _house.Visit(_ada);
        var fields = words
            .Select(word => ("word", word))
            .Append(("days", "7"))
            .Append(("purpose", "robot"));
        return Key().Match((await ada.Send("/me", "/me/key", [.. fields])).Next).Groups[1].Value;
    }

    private async Task<(HttpStatusCode Status, JsonElement Said)> Ask(
        string key,
        string path,
        object? body = null
    )
    {
        using var http = new HttpClient { BaseAddress = _house.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        http.DefaultRequestHeaders.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        using var answer = body is null
            ? await http.GetAsync(path, TestContext.Current.CancellationToken)
            : await http.PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var json = text.StartsWith('{') || text.StartsWith('[');
        return (answer.StatusCode, json ? JsonElement.Parse(text) : default);
    }

    private static object Motion =>
        new
        {
            title = "Repair the roof",
            text = "It leaks.",
            before = "members",
        };

    [Fact]
    public async Task A_calendar_program_without_a_session_fetches_what_its_owner_may_read()
    {
        using var ada = await _house.Visit(_ada);
        var made = await ada.Send("/me", "/me/calendar");
        var feed = Feed().Match(made.Next).Groups[1].Value;

        using var program = _house.Visit();
        var (status, text) = await program.Read(feed);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("BEGIN:VCALENDAR", text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await program.Read(_path)).Status);
        Assert.DoesNotContain(
            feed.Split('/', '.')[4],
            (await ada.Read("/me")).Text,
            StringComparison.Ordinal
        );
    }

    /// <summary>A panel judges a protest by votes, though its word is not that of ballots.</summary>
    [Fact]
    public async Task No_key_judges_a_protest()
    {
        var key = await MakeKey("elections");
        var (status, said) = await Ask(
            key,
            "/api" + _path + "/do/elections/judge",
            new { protest = 1, remedy = "Dismiss" }
        );
        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Equal("key.not-for-this", said.GetProperty("type").GetString());
        Assert.NotEqual(
            "key.not-for-this",
            (await Ask(key, "/api" + _path + "/do/elections/standdown", new { election = 1 }))
                .Said.GetProperty("type")
                .GetString()
        );
    }

    /// <summary>Whatever the law records as a vote comes from a command that no key sends.</summary>
    [Fact]
    public void Every_command_that_enters_a_vote_is_kept_from_keys()
    {
        var source = Path.Combine(Browser.RunningHouse.Root, "src", "Plenum.Domain");
        var entering = Directory
            .EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file =>
                File.ReadAllText(file).Contains("new BallotsEvent.Voted(", StringComparison.Ordinal)
            )
            .Select(Path.GetFileNameWithoutExtension);
        Assert.Equal(
            Plenum.Web.People.KeyWords.Votes.Select(t => t.Name).Order(StringComparer.Ordinal),
            entering.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_revoked_address_opens_nothing()
    {
        using var ada = await _house.Visit(_ada);
        var feed = Feed().Match((await ada.Send("/me", "/me/calendar")).Next).Groups[1].Value;
        var id = _house.Accounts.KeysOf(_ada, _house.Now)[0].Id;

        await ada.Send("/me", "/me/key/revoke", ("id", id));

        using var program = _house.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await program.Read(feed)).Status);
    }

    [Fact]
    public async Task Whoever_is_no_member_has_an_address_that_opens_nothing()
    {
        var stranger = _house.Person("Stranger");
        var key = _house.Accounts.MakeKey(stranger, "", new KeyPurpose.Calendar(), _house.Now);

        using var program = _house.Visit();

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await program.Read($"{_path}/calendar/{key}.ics")).Status
        );
    }

    [Fact]
    public async Task One_address_is_not_fetched_without_end()
    {
        using var program = _house.Visit();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 20; i++)
            answers.Add((await program.Read($"{_path}/calendar/00.ics")).Status);

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await program.Read($"{_path}/calendar/01.ics")).Status
        );
    }

    [Fact]
    public async Task A_key_does_what_its_owner_may_in_the_words_it_was_given()
    {
        var key = await MakeKey("motions");

        var (status, said) = await Ask(key, $"/api{_path}/do/motions/putmotion", Motion);

        Assert.True(status == HttpStatusCode.OK, said.ToString());
        Assert.True(said.GetProperty("last").GetInt64() >= said.GetProperty("first").GetInt64());
        var (_, sections) = await Ask(key, "/api/sections");
        Assert.Equal("Harbour", sections[0].GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_key_for_one_word_is_no_key_for_another_and_none_votes()
    {
        var key = await MakeKey("motions", "ballots");

        var resign = await Ask(key, $"/api{_path}/do/mandates/resign", new { mandate = 1 });
        var vote = await Ask(key, $"/api{_path}/do/ballots/cast", new { matter = 1 });

        Assert.Equal(HttpStatusCode.Forbidden, resign.Status);
        Assert.Equal("key.not-for-this", resign.Said.GetProperty("type").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, vote.Status);
        Assert.Equal("key.not-for-this", vote.Said.GetProperty("type").GetString());
    }

    [Fact]
    public async Task A_key_opens_no_page_and_a_lapsed_one_nothing_at_all()
    {
        var key = await MakeKey("motions");
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(key, _path)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await Ask(key, _path + "/people")).Status);

        _house.Clock.Move(Duration.FromDays(8));

        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(key, "/api/sections")).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await Ask(key, $"/api{_path}/do/motions/putmotion", Motion)).Status
        );
    }

    [Fact]
    public async Task A_calendar_address_is_no_key_for_acting()
    {
        var key = _house.Accounts.MakeKey(_ada, "", new KeyPurpose.Calendar(), _house.Now);

        Assert.Equal(HttpStatusCode.Unauthorized, (await Ask(key, "/api/sections")).Status);
    }

    [Fact]
    public async Task Without_a_word_no_key_is_made()
    {
        Assert.Equal("", await MakeKey());
        Assert.Empty(_house.Accounts.KeysOf(_ada, _house.Now));
    }

    [Fact]
    public async Task The_description_of_the_api_names_every_verb_and_field()
    {
        var (_, said) = await Ask("", "/api/openapi.json");
        var paths = said.GetProperty("paths");

        foreach (var verb in Plenum.Web.Doors.Verbs.All.Values)
        {
            var properties = paths
                .GetProperty($"/api/s/{{section}}/do/{verb.Name}")
                .GetProperty("post")
                .GetProperty("requestBody")
                .GetProperty("content")
                .GetProperty("application/json")
                .GetProperty("schema")
                .GetProperty("properties");
            Assert.Equal(
                verb.Parameters.Select(p => p.Name!.ToUpperInvariant()),
                properties.EnumerateObject().Select(p => p.Name.ToUpperInvariant())
            );
        }
    }
}
