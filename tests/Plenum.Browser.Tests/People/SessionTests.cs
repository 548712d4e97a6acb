using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Browser.Tests.People;

/// <summary>A session ends when somebody says so and at a stated time, on the server and not only in the browser.</summary>
public sealed partial class SessionTests : IAsyncLifetime
{
    private Household _house = null!;
    private PersonId _ada;

    public async ValueTask InitializeAsync()
    {
        _house = await Household.Open();
        _ada = _house.Person("Ada", "ada@example.org");
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [GeneratedRegex(
        "action=\"/me/session/end\".*?name=\"id\" value=\"(?<id>[0-9a-f]+)\"",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Session();

    private Task<Visitor> OnOwnDevice() => OnDevice("true");

    private async Task<Visitor> OnDevice(string own)
    {
        var visitor = _house.Visit();
        var card = _house.Accounts.IssueCard(_ada, _house.Now);
        await visitor.Send(
            "/sign-in",
            "/sign-in/card",
            ("code", card.Code),
            ("pin", card.Pin),
            ("own", own)
        );
        return visitor;
    }

    private static async Task<bool> IsIn(Visitor visitor) =>
        (await visitor.Read("/me")).Status == HttpStatusCode.OK;

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_and_a_copied_cookie_is_dead()
    {
        using var ada = await _house.Visit(_ada);
        using var thief = ada.Copy();
        Assert.True(await IsIn(thief));
        await ada.Send("/me", "/sign-out");
        Assert.False(await IsIn(thief));
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await thief.Send("/recover", "/me/calendar")).Status
        );
    }

    [Fact]
    public async Task Signing_out_here_leaves_the_other_device_signed_in()
    {
        using var desk = await _house.Visit(_ada);
        using var telephone = await _house.Visit(_ada);
        await desk.Send("/me", "/sign-out");
        Assert.True(await IsIn(telephone));
    }

    [Fact]
    public async Task Signing_in_again_leaves_no_session_behind()
    {
        using var ada = await _house.Visit(_ada);
        using var thief = ada.Copy();
        var card = _house.Accounts.IssueCard(_ada, _house.Now);
        await ada.Send("/sign-in", "/sign-in/card", ("code", card.Code), ("pin", card.Pin));
        Assert.True(await IsIn(ada));
        Assert.False(await IsIn(thief));
    }

    [Fact]
    public async Task On_a_device_that_is_not_ones_own_a_session_lasts_a_day()
    {
        using var ada = await OnDevice("");
        _house.Clock.Move(Duration.FromHours(23));
        Assert.True(await IsIn(ada));
        _house.Clock.Move(Duration.FromHours(2));
        Assert.False(await IsIn(ada));
    }

    [Fact]
    public async Task On_ones_own_device_a_session_waits_a_hundred_days_and_no_longer()
    {
        using var ada = await OnOwnDevice();
        for (var i = 0; i < 3; i++)
        {
            _house.Clock.Move(Duration.FromDays(99));
            Assert.True(await IsIn(ada));
        }
        _house.Clock.Move(Duration.FromDays(101));
        Assert.False(await IsIn(ada));
    }

    [Fact]
    public async Task However_often_it_is_used_a_session_ends_after_four_hundred_days()
    {
        using var ada = await OnOwnDevice();
        for (var i = 0; i < 5; i++)
        {
            _house.Clock.Move(Duration.FromDays(79));
            Assert.True(await IsIn(ada));
        }
        // Seven days before the end the page says so.
        Assert.Contains("session-ends", (await ada.Read("/")).Text, StringComparison.Ordinal);
        _house.Clock.Move(Duration.FromDays(6));
        Assert.False(await IsIn(ada));
    }

    [Fact]
    public async Task Seven_days_before_a_session_ends_a_letter_says_so_once()
    {
        using var ada = await OnOwnDevice();
        _house.Clock.Move(Duration.FromDays(92));
        var endings = _house.Of<Plenum.Web.People.Endings>();
        Assert.Equal(0, await endings.Tell(_house.Now, TestContext.Current.CancellationToken));
        _house.Clock.Move(Duration.FromDays(2));
        Assert.Equal(1, await endings.Tell(_house.Now, TestContext.Current.CancellationToken));
        Assert.Equal(0, await endings.Tell(_house.Now, TestContext.Current.CancellationToken));
        Assert.Equal("ada@example.org", _house.Letters[0].To);
        Assert.Contains("/sign-in", _house.Letters[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task I_see_my_sessions_and_end_one_of_them()
    {
        using var desk = await _house.Visit(_ada);
        using var telephone = await _house.Visit(_ada);
        var shown = Session().Matches((await desk.Read("/me")).Text);
        Assert.Equal(2, shown.Count);
        using var eve = await _house.Visit(_house.Person("Eve"));
        foreach (Match one in shown)
            await eve.Send("/me", "/me/session/end", ("id", one.Groups["id"].Value));
        Assert.True(await IsIn(desk) && await IsIn(telephone));
        // The list begins with the session at hand.
        await desk.Send("/me", "/me/session/end", ("id", shown[1].Groups["id"].Value));
        Assert.True(await IsIn(desk));
        Assert.False(await IsIn(telephone));
    }

    [Fact]
    public async Task A_letter_tells_of_every_new_key_and_card()
    {
        using var ada = await _house.Visit(_ada);
        var before = _house.Letters.Length;
        await ada.Send("/me", "/me/calendar");
        await ada.Send("/me", "/me/key", ("word", "motions"), ("days", "7"));
        Assert.Equal(before + 2, _house.Letters.Length);
        Assert.All(_house.Letters, letter => Assert.Equal("ada@example.org", letter.To));
    }

    [Fact]
    public async Task Ways_in_are_changed_only_soon_after_showing_who_one_is()
    {
        using var post = new SlowMailServer();
        await using var house = await Household.Open(services =>
            services.AddSingleton(post.Settings)
        );
        var person = house.Person("Ada", "ada@example.org");
        house.Accounts.Confirm(person, house.Now);
        using var ada = await house.Visit(person);
        house.Clock.Move(Duration.FromHours(2));
        Assert.Contains("said=again", (await ada.Read("/me")).Text, StringComparison.Ordinal);
        foreach (
            var (form, fields) in new (string, (string, string)[])[]
            {
                ("/me/address", [("name", "Ada"), ("email", "eve@example.org")]),
                ("/me/calendar", []),
                ("/me/key", [("word", "motions"), ("days", "7")]),
            }
        )
            Assert.StartsWith(
                "/sign-in?said=again",
                (await ada.Send("/me", form, fields)).Next,
                StringComparison.Ordinal
            );
        Assert.Equal("ada@example.org", house.Persons.Of(person).Email);
        Assert.Empty(house.Accounts.KeysOf(person, house.Now));
        // One's name and postal address are no way in.
        await ada.Send(
            "/me",
            "/me/address",
            ("name", "Ada L."),
            ("email", "ada@example.org"),
            ("postal", "Mill 1")
        );
        Assert.Equal("Mill 1", house.Persons.Of(person).Postal);
        using var again = await house.Visit(person);
        await again.Send("/me", "/me/calendar");
        Assert.Single(house.Accounts.KeysOf(person, house.Now));
    }

    [Fact]
    public async Task Whoever_has_no_other_way_to_show_who_they_are_is_not_locked_out()
    {
        var ben = _house.Person("Ben");
        using var visitor = await _house.Visit(ben);
        _house.Clock.Move(Duration.FromHours(2));
        await visitor.Send("/me", "/me/calendar");
        Assert.Single(_house.Accounts.KeysOf(ben, _house.Now));
    }

    [Fact]
    public async Task A_recovery_that_anybody_asked_for_lapses_by_itself()
    {
        using var visitor = _house.Visit();
        await visitor.Send("/recover", "/recover/ask", ("email", "ada@example.org"));
        Assert.Single(_house.Letters);
        var asked = Assert.Single(_house.Accounts.Recoveries(_house.Now));
        _house.Clock.Move(Duration.FromDays(15));
        Assert.Empty(_house.Accounts.Recoveries(_house.Now));
        _house.Accounts.Vouch(asked.Id, new PersonId("one"), _house.Now);
        Assert.Equal(PersonId.Nobody, _house.Accounts.FindRecovery(asked.Id)!.First);
    }

    [Fact]
    public async Task Whoever_asks_for_a_recovery_again_and_again_is_not_heard()
    {
        using var visitor = _house.Visit();
        for (var i = 0; i < 6; i++)
        {
            await visitor.Send("/recover", "/recover/ask", ("email", "ada@example.org"));
            _ = _house.Letters;
            foreach (var asked in _house.Accounts.Recoveries(_house.Now))
                _house.Accounts.StopRecovery(asked.Id);
        }
        Assert.Equal(3, _house.Letters.Length);
    }

    /// <summary>Whoever was signed in when the release before this one ended stays so, in a session that can be ended.</summary>
    [Fact]
    public async Task A_cookie_of_an_earlier_release_becomes_a_session_when_a_page_is_opened()
    {
        var account = _house.Accounts.Find(_ada)!;
        var identity = new System.Security.Claims.ClaimsIdentity(
            [new("person", _ada.Value), new("stamp", account.Stamp)],
            "plenum"
        );
        var cookie = _house
            .Of<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get("plenum")
            .TicketDataFormat.Protect(
                new AuthenticationTicket(
                    new System.Security.Claims.ClaimsPrincipal(identity),
                    new AuthenticationProperties { ExpiresUtc = DateTimeOffset.UtcNow.AddDays(14) },
                    "plenum"
                )
            );
        using var ada = _house.Visit();
        ada.Take("plenum.person", cookie);
        Assert.True(await IsIn(ada));
        Assert.Single(_house.Accounts.SessionsOf(_ada, _house.Now));
        using var thief = ada.Copy();
        await ada.Send("/me", "/sign-out");
        Assert.False(await IsIn(thief));
    }

    [Fact]
    public async Task Signing_out_clears_what_the_browser_kept()
    {
        using var ada = await _house.Visit(_ada);
        Assert.Equal("", ada.Cleared);
        await ada.Send("/me", "/sign-out");
        Assert.Equal("\"cache\", \"storage\"", ada.Cleared);
    }

    [Fact]
    public async Task The_log_counts_at_the_door_and_names_nobody()
    {
        var lines = new Lines();
        await using var house = await Household.Open(services =>
            services.AddSingleton<Microsoft.Extensions.Logging.ILoggerProvider>(lines)
        );
        var ada = house.Person("Ada Distinct", "ada.distinct@example.org");
        using var visitor = await house.Visit(ada);
        await visitor.Send("/me", "/me/calendar");
        await visitor.Send("/sign-in", "/sign-in/card", ("code", "ABCDEFGH"), ("pin", "123456"));
        await visitor.Send("/sign-in", "/sign-in/link/use", ("token", "0123456789abcdef"));
        await visitor.Read($"/s/0000000000/calendar/{new string('a', 64)}.ics");
        await visitor.Send("/me", "/address/confirm/now", ("token", "0123456789abcdef"));
        var log = string.Join('\n', lines.All);
        Assert.Contains("number 3 since the start: CalendarAddress", log, StringComparison.Ordinal);
        Assert.Contains("number 4 since the start: NewAddress", log, StringComparison.Ordinal);
        Assert.Contains("Sign-in 1 since the start, by Card", log, StringComparison.Ordinal);
        Assert.Contains("made since the start: CalendarAddress", log, StringComparison.Ordinal);
        Assert.Contains("number 2 since the start: Letter", log, StringComparison.Ordinal);
        foreach (
            var secret in (string[])
                ["Distinct", "distinct", ada.Value, "ABCDEFGH", "0123456789abcdef"]
        )
            Assert.DoesNotContain(secret, log, StringComparison.Ordinal);
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class Lines
        : Microsoft.Extensions.Logging.ILoggerProvider,
            Microsoft.Extensions.Logging.ILogger
    {
        public System.Collections.Concurrent.ConcurrentQueue<string> All { get; } = new();

        public Microsoft.Extensions.Logging.ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public void Log<TState>(
            Microsoft.Extensions.Logging.LogLevel logLevel,
            Microsoft.Extensions.Logging.EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
