using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Domain;

namespace Plenum.Browser.Tests.People;

/// <summary>An address belongs to whoever reads the letters that go there, and to nobody who only says so.</summary>
public sealed partial class AddressTests : IAsyncLifetime
{
    private readonly SlowMailServer _post = new();
    private Household _house = null!;

    public async ValueTask InitializeAsync() =>
        _house = await Household.Open(services => services.AddSingleton(_post.Settings));

    public async ValueTask DisposeAsync()
    {
        await _house.DisposeAsync();
        _post.Dispose();
    }

    [GeneratedRegex("/address/confirm\\?token=([0-9a-f]+)")]
    private static partial Regex Confirm();

    [GeneratedRegex("/sign-in/link\\?token=([^&\\s]+)")]
    private static partial Regex Link();

    [GeneratedRegex("/sign-in/new\\?token=([^&\\s]+)")]
    private static partial Regex New();

    private static Task<(HttpStatusCode, string)> Move(Visitor visitor, string email) =>
        visitor.Send("/me", "/me/address", ("name", "Ada"), ("email", email));

    [Fact]
    public async Task A_new_address_counts_once_a_button_behind_the_link_in_a_letter_to_it_was_pressed()
    {
        var ada = _house.Person("Ada", "ada@example.org");
        using var visitor = await _house.Visit(ada);
        await Move(visitor, "new@example.org");
        Assert.Equal("ada@example.org", _house.Persons.Of(ada).Email);
        Assert.Empty(_house.Accounts.FindByEmail("new@example.org"));
        Assert.Contains(
            "new@example.org",
            (await visitor.Read("/me")).Text,
            StringComparison.Ordinal
        );

        var token = Confirm().Match((await _post.LetterTo("new@example.org")).Text).Groups[1].Value;
        using var other = _house.Visit();
        await other.Read($"/address/confirm?token={token}");
        await other.Read($"/address/confirm/now?token={token}");
        Assert.Equal("ada@example.org", _house.Persons.Of(ada).Email);

        await other.Send(
            $"/address/confirm?token={token}",
            "/address/confirm/now",
            ("token", token)
        );
        Assert.Equal("new@example.org", _house.Persons.Of(ada).Email);
        Assert.Equal([ada], _house.Accounts.FindByEmail("new@example.org"));
        Assert.Empty(_house.Accounts.FindByEmail("ada@example.org"));
        Assert.Contains(
            "ada@example.org",
            _house.Persons.EveryAddress(ada),
            StringComparer.Ordinal
        );
        await _post.LetterTo("ada@example.org");

        // Once.
        await Move(visitor, "third@example.org");
        await other.Send(
            $"/address/confirm?token={token}",
            "/address/confirm/now",
            ("token", token)
        );
        Assert.Equal("new@example.org", _house.Persons.Of(ada).Email);
    }

    [Fact]
    public async Task A_link_that_confirms_an_address_lapses_and_goes_with_the_next_one()
    {
        var ada = _house.Person("Ada", "ada@example.org");
        using var visitor = await _house.Visit(ada);
        await Move(visitor, "first@example.org");
        var first = Confirm()
            .Match((await _post.LetterTo("first@example.org")).Text)
            .Groups[1]
            .Value;
        await Move(visitor, "second@example.org");
        var second = Confirm()
            .Match((await _post.LetterTo("second@example.org")).Text)
            .Groups[1]
            .Value;
        foreach (var (token, later) in new[] { (first, 0), (second, 73) })
        {
            _house.Clock.Move(Duration.FromHours(later));
            var (_, next) = await visitor.Send(
                "/recover",
                "/address/confirm/now",
                ("token", token)
            );
            Assert.Equal("/sign-in?said=link", next);
        }
        Assert.Equal("ada@example.org", _house.Persons.Of(ada).Email);
    }

    [Fact]
    public async Task Nobody_lays_a_person_under_anothers_address_and_its_owner_begins_as_themselves()
    {
        var eve = _house.Person("Eve", "eve@example.org");
        using var visitor = await _house.Visit(eve);
        await Move(visitor, "vera@victim.example");
        using var vera = _house.Visit();
        await vera.Send("/sign-in", "/sign-in/mail", ("email", "vera@victim.example"));
        var letter = await _post.LetterTo("vera@victim.example", "/sign-in/");
        var token = New().Match(letter.Text).Groups[1].Value;
        Assert.DoesNotContain(_post.Taken, l => Link().IsMatch(l.Text));
        await vera.Send(
            $"/sign-in/new?token={token}",
            "/sign-in/new/begin",
            ("token", token),
            ("name", "Vera")
        );
        var mine = Assert.Single(_house.Accounts.FindByEmail("vera@victim.example"));
        Assert.NotEqual(eve, mine);
        Assert.Equal("Vera", _house.Persons.NameOf(mine));
    }

    [Fact]
    public async Task The_second_of_a_household_is_offered_an_account_of_their_own()
    {
        _house.Person("Ada", "home@example.org");
        using var ben = _house.Visit();
        await ben.Send("/sign-in", "/sign-in/mail", ("email", "home@example.org"));
        var letter = await _post.LetterTo("home@example.org");
        Assert.Matches(Link(), letter.Text);
        var token = New().Match(letter.Text).Groups[1].Value;
        Assert.NotEmpty(token);
        for (var i = 0; i < 2; i++)
            await ben.Send(
                $"/sign-in/new?token={token}",
                "/sign-in/new/begin",
                ("token", token),
                ("name", "Ben")
            );
        // The link makes one account and no second one.
        Assert.Equal(
            ["Ada", "Ben"],
            _house
                .Accounts.FindByEmail("home@example.org")
                .Select(_house.Persons.NameOf)
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [InlineData("/sign-in", "/sign-in/mail")]
    [InlineData("/recover", "/recover/ask")]
    public async Task A_letter_goes_to_the_address_in_the_vault_and_never_to_what_was_typed(
        string page,
        string form
    )
    {
        _house.Person("Viktor", "viktor.boss@kasse.example");
        using var visitor = _house.Visit();
        foreach (
            var typed in (string[])
                [
                    "viktor.bos\u017F@kasse.example",
                    "vi\u212Ator.boss@kasse.example",
                    "viktor.boss\u200B@kasse.example",
                    "Viktor.BOSS@Kasse.Example",
                ]
        )
            await visitor.Send(page, form, ("email", typed));
        await _post.LetterTo("viktor.boss@kasse.example");
        Assert.Equal(["viktor.boss@kasse.example"], _post.Taken.Select(l => l.To));
    }

    [Fact]
    public async Task The_name_in_a_letter_carries_no_text_and_no_link()
    {
        _house.Person(
            "you.\n\nYour union is being dissolved, confirm at https://evil.example/confirm\n",
            "vera@victim.example"
        );
        using var visitor = _house.Visit();
        await visitor.Send("/sign-in", "/sign-in/mail", ("email", "vera@victim.example"));
        var text = (await _post.LetterTo("vera@victim.example")).Text;
        Assert.DoesNotContain("evil.example", text, StringComparison.Ordinal);
        Assert.DoesNotContain("you.\n", text.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_mail_server_an_address_is_taken_and_marked_as_not_confirmed()
    {
        await using var house = await Household.Open();
        var eve = house.Person("Eve", "eve@example.org");
        using var visitor = await house.Visit(eve);
        await visitor.Send("/me", "/me/address", ("name", "Eve"), ("email", "vera@victim.example"));
        Assert.Contains(
            "not confirmed",
            (await visitor.Read("/me")).Text,
            StringComparison.Ordinal
        );
        Assert.False(house.Accounts.IsConfirmed(eve));
        using var vera = house.Visit();
        await vera.Send("/sign-in", "/sign-in/mail", ("email", "vera@victim.example"));
        var letter = house.Letters[0].Text;
        Assert.Contains("without having been confirmed", letter, StringComparison.Ordinal);
        Assert.Matches(New(), letter);
    }
}
