using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk.Demo;
using Plenum.Domain;

namespace Plenum.Browser.Tests.People;

public sealed partial class SignInTests : IAsyncLifetime
{
    private Household _house = null!;

    public async ValueTask InitializeAsync() => _house = await Household.Open();

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    [GeneratedRegex("(/sign-in/(?:link|new))\\?token=([^&\\s]+)")]
    private static partial Regex Link();

    private (string Path, string Token) LinkIn(int letter)
    {
        var found = Link().Match(_house.Letters[letter].Text);
        return (found.Groups[1].Value, found.Groups[2].Value);
    }

    private static string Use(string page) => page == "/sign-in/new" ? "/begin" : "/use";

    [Fact]
    public async Task A_link_from_a_letter_lets_in_once()
    {
        _house.Person("Ada", "ada@example.org");
        using var ada = _house.Visit();
        await ada.Send("/sign-in", "/sign-in/mail", ("email", "ada@example.org"));
        var (path, token) = LinkIn(0);
        Assert.Equal("/sign-in/link", path);

        var (_, next) = await ada.Send(
            path,
            path + Use(path),
            ("token", token),
            ("back", "/me?x=1")
        );
        Assert.Equal("/me?x=1", next);
        Assert.Contains("Ada", (await ada.Read("/me")).Text, StringComparison.Ordinal);

        using var other = _house.Visit();
        Assert.Equal(
            "/sign-in?said=link",
            (await other.Send(path, path + Use(path), ("token", token))).Next
        );
    }

    [Fact]
    public async Task A_link_is_void_after_ten_minutes()
    {
        _house.Person("Ada", "ada@example.org");
        using var ada = _house.Visit();
        await ada.Send("/sign-in", "/sign-in/mail", ("email", "ada@example.org"));
        _house.Clock.Move(Duration.FromMinutes(11));
        var (path, token) = LinkIn(0);
        Assert.Equal(
            "/sign-in?said=link",
            (await ada.Send(path, path + Use(path), ("token", token))).Next
        );
    }

    [Fact]
    public async Task Whoever_asks_learns_nothing_about_an_address()
    {
        _house.Person("Ada", "ada@example.org");
        using var stranger = _house.Visit();
        var known = await stranger.Send("/sign-in", "/sign-in/mail", ("email", "ada@example.org"));
        var unknown = await stranger.Send("/sign-in", "/sign-in/mail", ("email", "x@example.org"));
        var nonsense = await stranger.Send("/sign-in", "/sign-in/mail", ("email", "not one"));
        Assert.Equal(known, unknown);
        Assert.Equal(known, nonsense);
        Assert.Equal(2, _house.Letters.Length);
    }

    [Fact]
    public async Task Nobody_fills_a_mailbox_by_asking_again_and_again()
    {
        using var stranger = _house.Visit();
        for (var i = 0; i < 6; i++)
            await stranger.Send("/sign-in", "/sign-in/mail", ("email", "ada@example.org"));
        Assert.Equal(3, _house.Letters.Length);
    }

    [Fact]
    public async Task A_stranger_begins_with_a_name_and_only_once()
    {
        using var stranger = _house.Visit();
        await stranger.Send("/sign-in", "/sign-in/mail", ("email", "new@example.org"));
        var (path, token) = LinkIn(0);
        Assert.Equal("/sign-in/new", path);
        var begun = await stranger.Send(
            $"{path}?token={token}",
            path + Use(path),
            ("token", token),
            ("name", "Nadia"),
            ("back", "//evil.example")
        );
        Assert.Equal("/", begun.Next);
        Assert.Contains("Nadia", (await stranger.Read("/me")).Text, StringComparison.Ordinal);
        Assert.Single(_house.Accounts.FindByEmail("new@example.org"));

        using var other = _house.Visit();
        var again = await other.Send(
            "/sign-in",
            path + Use(path),
            ("token", token),
            ("name", "Eve")
        );
        Assert.Equal("/sign-in?said=link", again.Next);
    }

    [Fact]
    public async Task A_card_needs_its_number_and_is_taken_once()
    {
        var ada = _house.Person("Ada");
        var card = _house.Accounts.IssueCard(ada, _house.Now);
        using var visitor = _house.Visit();
        var wrong = await visitor.Send(
            "/sign-in",
            "/sign-in/card",
            ("code", card.Code),
            ("pin", "no")
        );
        Assert.StartsWith("/sign-in?said=pin&left=4", wrong.Next, StringComparison.Ordinal);
        Assert.Contains("4 tries", (await visitor.Read(wrong.Next)).Text, StringComparison.Ordinal);
        var spaced = card.Code[..4].ToLowerInvariant() + " " + card.Code[4..];
        var right = await visitor.Send(
            "/sign-in",
            "/sign-in/card",
            ("code", spaced),
            ("pin", card.Pin)
        );
        Assert.Equal("/", right.Next);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Read("/me")).Status);
        var again = await visitor.Send(
            "/sign-in",
            "/sign-in/card",
            ("code", card.Code),
            ("pin", card.Pin)
        );
        Assert.Equal("/sign-in?said=card", again.Next);
    }

    [Fact]
    public async Task Whoever_is_invited_lands_where_they_can_accept()
    {
        var ada = _house.Person("Ada");
        var section = await _house.Circle(ada);
        var card = _house.Accounts.IssueCard(ada, _house.Now);
        using var visitor = _house.Visit();
        var (_, next) = await visitor.Send(
            "/sign-in",
            "/sign-in/card",
            ("code", card.Code),
            ("pin", card.Pin)
        );
        Assert.Equal($"/s/{section.Value[..10]}/join", next);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_device_too()
    {
        var ada = _house.Person("Ada");
        using var telephone = await _house.Visit(ada);
        using var desk = await _house.Visit(ada);
        Assert.Equal(HttpStatusCode.OK, (await telephone.Read("/me")).Status);
        await desk.Send("/me", "/me/sign-out-everywhere");
        Assert.Equal(HttpStatusCode.Redirect, (await telephone.Read("/me")).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await desk.Read("/me")).Status);
    }

    [Fact]
    public async Task A_form_of_another_site_signs_nobody_in()
    {
        using var visitor = _house.Visit();
        using var form = new FormUrlEncodedContent([new("code", "ABCDEFGH"), new("pin", "1")]);
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await visitor.Send("/healthz", "/sign-in/card", form)).Status
        );
    }

    [Fact]
    public async Task The_address_goes_to_the_vault_and_the_old_one_is_told()
    {
        var ada = _house.Person("Ada", "ada@example.org");
        using var visitor = await _house.Visit(ada);
        var bad = await visitor.Send(
            "/me",
            "/me/address",
            ("name", "Ada"),
            ("email", "ada@b\r\nBcc: c@d.org")
        );
        Assert.Equal("/me?said=unreadable", bad.Next);
        await visitor.Send(
            "/me",
            "/me/address",
            ("name", "Ada L."),
            ("email", "ada@new.example"),
            ("postal", "Mill 1")
        );
        Assert.Equal("Ada L.", _house.Persons.NameOf(ada));
        Assert.Equal(["ada@new.example", "ada@example.org"], _house.Persons.EveryAddress(ada));
        Assert.Equal(ada, Assert.Single(_house.Accounts.FindByEmail("ada@new.example")));
        Assert.Equal("ada@example.org", Assert.Single(_house.Letters).To);
    }

    [Fact]
    public async Task Without_a_mail_server_the_page_says_who_could_sign_in_as_anyone()
    {
        using var visitor = _house.Visit();
        Assert.Contains(
            "could sign in as anyone",
            (await visitor.Read("/sign-in")).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task In_a_real_house_nobody_enters_as_somebody_else()
    {
        var ada = _house.Person("Ada");
        using var visitor = _house.Visit();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Read("/enter")).Status);
        var tried = await visitor.Send("/sign-in", "/enter/as", ("person", ada.Value));
        Assert.Equal(HttpStatusCode.NotFound, tried.Status);
        Assert.Equal(HttpStatusCode.Redirect, (await visitor.Read("/me")).Status);
    }

    [Fact]
    public async Task In_a_demonstration_everybody_may_be_one_of_the_cast()
    {
        var ada = new PersonId(new string('a', 32));
        await using var stage = await Household.Open(services =>
            services.AddSingleton(
                new DemoCast([new(ada, "Ada", "Chair", new SectionId("0123456789"), "Harbour")])
            )
        );
        var stranger = stage.Person("Eve");
        using var visitor = stage.Visit();
        Assert.Contains("/enter", (await visitor.Read("/")).Text, StringComparison.Ordinal);
        Assert.Contains("/enter", (await visitor.Read("/sign-in")).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Enter as Ada, Chair",
            (await visitor.Read("/enter")).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.Send("/enter", "/enter/as", ("person", stranger.Value))).Status
        );
        var (_, next) = await visitor.Send("/enter", "/enter/as", ("person", ada.Value));
        Assert.Equal("/s/0123456789", next);
        Assert.Equal(HttpStatusCode.OK, (await visitor.Read("/me")).Status);
    }
}
