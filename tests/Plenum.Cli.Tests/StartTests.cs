using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Domain;
using Plenum.Store;

namespace Plenum.Cli.Tests;

/// <summary>What happens before anybody is served.</summary>
public sealed class StartTests
{
    private static readonly Words Words = Words.In("en");

    private static Settings With(PassingFolder passing, string json, string? address = null)
    {
        File.WriteAllText(passing.At("plenum.json"), json);
        return Settings.Read(
            passing.At("data"),
            "http://127.0.0.1:0",
            log: null,
            passing.At("plenum.json"),
            Words,
            address
        );
    }

    [Fact]
    public async Task The_vault_forgets_whom_nothing_names_and_gives_newcomers_a_month()
    {
        using var passing = new PassingFolder();
        var settings = With(passing, "{}");
        var newcomer = new PersonId("newcomer");
        await using (var app = Hosting.Build(settings))
        {
            Hosting.Open(app, Words);
            app.Services.GetRequiredService<Vault>().Put("orphan", "name", "Nobody knows");
            var now = SystemClock.Instance.GetCurrentInstant();
            app.Services.GetRequiredService<Accounts>().Create(newcomer, now);
            app.Services.GetRequiredService<Persons>().Put(newcomer, new("Newcomer", "", ""));
        }
        await using var again = Hosting.Build(settings);
        Hosting.Open(again, Words);
        var persons = again.Services.GetRequiredService<Persons>();
        Assert.Equal("", persons.NameOf(new PersonId("orphan")));
        Assert.Equal("Newcomer", persons.NameOf(newcomer));

        var later = SystemClock.Instance.GetCurrentInstant() + Sweeping.ToApply;
        Assert.Equal(1, again.Services.GetRequiredService<Sweeping>().Sweep(later));
        Assert.Equal("", persons.NameOf(newcomer));
        Assert.Null(again.Services.GetRequiredService<Accounts>().Find(newcomer));
    }

    [Fact]
    public void Letters_that_leave_the_computer_need_the_address_of_the_house()
    {
        using var passing = new PassingFolder();
        const string mail = """{"mail":{"host":"smtp.example.org","from":"a@example.org"}}""";

        var refused = Assert.Throws<TroubleException>(() => With(passing, mail));
        Assert.Contains("--address", refused.Message, StringComparison.Ordinal);
        Assert.Equal(
            "https://votes.example.org",
            With(passing, mail, "https://votes.example.org/").Address
        );
        Assert.Equal("", With(passing, "{}").Address);
        Assert.Equal(
            "https://file.example.org:8443",
            With(passing, """{"address":"https://file.example.org:8443"}""").Address
        );
    }

    [Theory]
    [InlineData("votes.example.org")]
    [InlineData("ftp://votes.example.org")]
    [InlineData("https://votes.example.org/in/a/folder")]
    [InlineData("https://votes.example.org/?a=b")]
    [InlineData("https://me:secret@votes.example.org")]
    public void What_is_no_address_of_a_house_is_refused(string address)
    {
        using var passing = new PassingFolder();
        var refused = Assert.Throws<TroubleException>(() => With(passing, "{}", address));
        Assert.Contains(address, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Proxies_are_those_of_this_computer_beside_an_address_and_those_that_are_named()
    {
        using var passing = new PassingFolder();
        static IEnumerable<string> Of(Settings settings) =>
            settings.Proxies.Select(p => p.ToString());

        Assert.Empty(Of(With(passing, "{}")));
        Assert.Equal(
            ["127.0.0.0/8", "::1/128"],
            Of(With(passing, "{}", "https://votes.example.org"))
        );
        Assert.Equal(
            ["10.0.0.5/32", "10.1.0.0/16", "2001:db8::/32"],
            Of(With(passing, """{"proxy":"10.0.0.5, 10.1.0.0/16,2001:db8::/32"}"""))
        );
        Assert.Empty(Of(With(passing, """{"proxy":"none"}""", "https://votes.example.org")));
        foreach (var wrong in new[] { "0.0.0.0/0", "proxy.example.org", "10.0.0.5/8", "::/0" })
            Assert.Contains(
                wrong,
                Assert
                    .Throws<TroubleException>(() => With(passing, $$"""{"proxy":"{{wrong}}"}"""))
                    .Message,
                StringComparison.Ordinal
            );
    }
}
