using System.Collections.Immutable;
using System.Security.Cryptography;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

public sealed class AccountsTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 1, 9, 0);
    private static readonly PersonId Ada = new("ada");
    private static readonly PersonId Ben = new("ben");
    private static readonly PersonId Cat = new("cat");

    private readonly string _folder = Directory.CreateTempSubdirectory("plenum-people-").FullName;
    private readonly Accounts _accounts;

    public AccountsTests() =>
        _accounts = new Accounts(
            _folder,
            new Store.AddressKey(new byte[32]),
            RandomNumberGenerator.Fill
        );

    public void Dispose()
    {
        _accounts.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static Passkey Key(byte first) =>
        new([first, 2, 3], [4, 5], "phone", Now, 7, ["usb"], true, false, true, [6], [7]);

    [Fact]
    public void A_link_lets_in_once()
    {
        var token = _accounts.IssueLink(Ada, Now);
        Assert.Equal(Ada, _accounts.UseLink(token, Now + Duration.FromMinutes(9)));
        Assert.Equal(PersonId.Nobody, _accounts.UseLink(token, Now + Duration.FromMinutes(9)));
    }

    [Fact]
    public void A_link_lets_nobody_in_after_ten_minutes() =>
        Assert.Equal(
            PersonId.Nobody,
            _accounts.UseLink(_accounts.IssueLink(Ada, Now), Now + Duration.FromMinutes(11))
        );

    [Fact]
    public void No_token_and_no_address_lies_in_the_file()
    {
        _accounts.Create(Ada, Now);
        _accounts.SetEmail(Ada, "ada@example.org");
        var token = _accounts.IssueLink(Ada, Now);
        var card = _accounts.IssueCard(Ada, Now);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var text = System.Text.Encoding.Latin1.GetString(Bytes(file));
            Assert.DoesNotContain(token, text, StringComparison.Ordinal);
            Assert.DoesNotContain(card.Code, text, StringComparison.Ordinal);
            Assert.DoesNotContain("ada@example", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void An_address_finds_everybody_who_uses_it_however_it_is_typed()
    {
        _accounts.Create(Ada, Now);
        _accounts.Create(Ben, Now);
        _accounts.SetEmail(Ada, "home@example.org");
        _accounts.SetEmail(Ben, "Home@Example.org");
        Assert.Equal([Ada, Ben], _accounts.FindByEmail(" HOME@example.org "));
        Assert.Empty(_accounts.FindByEmail("other@example.org"));
    }

    [Theory]
    [InlineData("viktor.bos\u017F@kasse.example")]
    [InlineData("vi\u212Ator.boss@kasse.example")]
    [InlineData("viktor.boss@ka\u017Fse.example")]
    public void An_address_that_only_looks_like_another_is_none(string typed)
    {
        _accounts.Create(Ada, Now);
        _accounts.SetEmail(Ada, "viktor.boss@kasse.example");
        Assert.False(Mail.Mailer.IsAddress(typed));
        if (typed.Contains('\u017F', StringComparison.Ordinal) && typed[10] == '\u017F')
            Assert.Empty(_accounts.FindByEmail(typed));
        Assert.Equal([Ada], _accounts.FindByEmail("VIKTOR.boss@Kasse.Example"));
    }

    [Theory]
    [InlineData("\u00E9mile@example.org", "\u00C9mile@example.org")]
    [InlineData("stra\u00DFe@example.org", "STRASSE@example.org")]
    public void Letters_outside_of_ASCII_keep_their_case(string one, string other)
    {
        _accounts.Create(Ada, Now);
        _accounts.SetEmail(Ada, one);
        Assert.Equal([Ada], _accounts.FindByEmail(one));
        Assert.Empty(_accounts.FindByEmail(other));
    }

    [Fact]
    public void A_domain_is_one_in_capitals_and_in_the_letters_of_the_protocol()
    {
        _accounts.Create(Ada, Now);
        _accounts.SetEmail(Ada, "ada@b\u00FCcher.example");
        Assert.Equal([Ada], _accounts.FindByEmail("ada@B\u00DCCHER.example"));
        Assert.Equal([Ada], _accounts.FindByEmail("ada@xn--bcher-kva.example"));
    }

    [Fact]
    public async Task Addresses_in_the_file_of_an_earlier_release_find_their_people_again()
    {
        await using var office = new Office();
        using var vault = Store.Vault.Open(office.Folder);
        const string email = "\u00E9mile@example.org";
        using (var before = Open())
        {
            before.Create(Ada, Now);
            before.Create(Ben, Now);
            new Persons(vault, before).Put(Ada, new PersonalData("Ada", email, ""));
            new Persons(vault, before).Put(Ben, new PersonalData("Ben", "Ben@Example.org", ""));
        }
        MakeEarlier(office.Path);
        using var accounts = Open();
        Assert.Empty(accounts.FindByEmail(email));
        Assert.False(accounts.AreUnderKey);
        accounts.Admit([(Ada, email), (Ben, "Ben@Example.org")], Now);
        Assert.Equal([Ada], accounts.FindByEmail(email));
        Assert.Equal([Ben], accounts.FindByEmail("ben@example.org"));
        // Whoever had an address before is not asked to confirm it.
        Assert.True(accounts.IsConfirmed(Ada) && accounts.IsConfirmed(Ben));
        Assert.Equal(Ada, accounts.UseLink(accounts.IssueLink(Ada, Now), Now));

        Accounts Open() => new(office.Path, vault.AddressKey, RandomNumberGenerator.Fill);
    }

    // As the release before wrote it: no steps taken, and addresses under a key of their own.
    private static void MakeEarlier(string folder)
    {
        using var file = new Microsoft.Data.Sqlite.SqliteConnection(
            $"Data Source={Path.Combine(folder, "people.db")};Pooling=False"
        );
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = """
            UPDATE accounts SET email = randomblob(32);
            DROP TABLE sessions; DROP TABLE confirmed; DROP TABLE moves; DROP TABLE spent; DROP TABLE meta;
            ALTER TABLE links DROP COLUMN mailed;
            PRAGMA user_version = 0;
            """;
        command.ExecuteNonQuery();
    }

    [Fact]
    public void A_new_address_is_not_confirmed_and_links_to_the_one_before_are_void()
    {
        _accounts.Create(Ada, Now);
        _accounts.SetEmail(Ada, "ada@example.org");
        Assert.Equal(Ada, _accounts.UseLink(_accounts.IssueLink(Ada, Now), Now));
        Assert.True(_accounts.IsConfirmed(Ada));
        var link = _accounts.IssueLink(Ada, Now);
        _accounts.SetEmail(Ada, "other@example.org");
        Assert.False(_accounts.IsConfirmed(Ada));
        Assert.Equal(PersonId.Nobody, _accounts.UseLink(link, Now));
    }

    [Fact]
    public void No_cookie_of_a_session_lies_in_the_file()
    {
        _accounts.Create(Ada, Now);
        var token = _accounts.BeginSession(Ada, isOwn: true, "en", Now, Now);
        Assert.Equal(Ada, _accounts.UseSession(token, Now)!.Person);
        foreach (var file in Directory.EnumerateFiles(_folder))
            Assert.DoesNotContain(
                token,
                System.Text.Encoding.Latin1.GetString(Bytes(file)),
                StringComparison.OrdinalIgnoreCase
            );
        _accounts.RenewStamp(Ada);
        Assert.Null(_accounts.UseSession(token, Now));
    }

    [Fact]
    public void What_lapsed_is_told_once()
    {
        var id = _accounts.AskRecovery(Ada, Now).Id;
        Assert.Empty(_accounts.LapsedRecoveries(Now + Duration.FromDays(14)));
        var later = Now + Duration.FromDays(15);
        Assert.Equal(id, Assert.Single(_accounts.LapsedRecoveries(later)).Id);
        Assert.Empty(_accounts.LapsedRecoveries(later));
        Assert.Equal(RecoveryState.Lapsed, _accounts.FindRecovery(id)!.State);
    }

    [Fact]
    public void A_passkey_is_found_by_its_id_and_updated_in_place()
    {
        _accounts.PutPasskey(Ada, Key(1));
        _accounts.PutPasskey(Ada, Key(1) with { SignCount = 8 });
        var found = _accounts.FindPasskey([1, 2, 3]);
        Assert.Equal(Ada, found?.Person);
        Assert.Equal(8u, found?.Passkey.SignCount);
        Assert.Equal("usb", found?.Passkey.Transports[0]);
        Assert.Single(_accounts.Passkeys(Ada));
    }

    [Fact]
    public void A_passkey_never_becomes_another_persons()
    {
        _accounts.PutPasskey(Ada, Key(1));
        _accounts.PutPasskey(Ben, Key(1));
        Assert.Equal(Ada, _accounts.FindPasskey([1, 2, 3])?.Person);
        Assert.Empty(_accounts.Passkeys(Ben));
        _accounts.RemovePasskey(Ben, [1, 2, 3]);
        Assert.Single(_accounts.Passkeys(Ada));
    }

    [Fact]
    public void A_card_is_taken_once()
    {
        var card = _accounts.IssueCard(Ada, Now);
        Assert.Matches("^[A-HJKMNP-TV-Z]{8}$", card.Code);
        var typed = card.Code[..4].ToLowerInvariant() + "-" + card.Code[4..];
        Assert.Equal(new CardShown.Accepted(Ada), _accounts.ShowCard(typed, card.Pin, Now));
        Assert.Equal(new CardShown.Unknown(), _accounts.ShowCard(card.Code, card.Pin, Now));
    }

    [Fact]
    public void A_new_card_voids_the_one_before()
    {
        var lost = _accounts.IssueCard(Ada, Now);
        var other = _accounts.IssueCard(Ben, Now);
        var card = _accounts.IssueCard(Ada, Now);
        Assert.Equal(new CardShown.Unknown(), _accounts.ShowCard(lost.Code, lost.Pin, Now));
        Assert.Equal(new CardShown.Accepted(Ada), _accounts.ShowCard(card.Code, card.Pin, Now));
        Assert.Equal(new CardShown.Accepted(Ben), _accounts.ShowCard(other.Code, other.Pin, Now));
    }

    [Fact]
    public void A_card_is_dead_after_five_wrong_numbers()
    {
        var card = _accounts.IssueCard(Ada, Now);
        for (var left = Accounts.CardAttempts - 1; left >= 0; left--)
            Assert.Equal(new CardShown.WrongPin(left), _accounts.ShowCard(card.Code, "x", Now));
        Assert.Equal(new CardShown.Unknown(), _accounts.ShowCard(card.Code, card.Pin, Now));
    }

    [Fact]
    public void A_recovery_needs_two_other_people_and_three_days()
    {
        var account = _accounts.Create(Ada, Now);
        _accounts.PutPasskey(Ada, Key(1));
        var id = _accounts.AskRecovery(Ada, Now).Id;
        _accounts.Vouch(id, Ada, Now);
        _accounts.Vouch(id, Ben, Now);
        Assert.Equal(RecoveryState.Asked, _accounts.Vouch(id, Ben, Now)?.State);
        var waiting = _accounts.Vouch(id, Cat, Now);
        Assert.Equal(RecoveryState.Waiting, waiting?.State);
        Assert.Equal((Ben, Cat), (waiting!.First, waiting.Second));
        Assert.Empty(_accounts.UseRecovery(id, Now + Duration.FromDays(2)));
        var token = _accounts.UseRecovery(id, Now + Duration.FromDays(3));
        Assert.Equal(Ada, _accounts.UseLink(token, Now + Duration.FromDays(3)));
        Assert.Empty(_accounts.UseRecovery(id, Now + Duration.FromDays(4)));
        Assert.Empty(_accounts.Passkeys(Ada));
        Assert.NotEqual(account.Stamp, _accounts.Find(Ada)?.Stamp, StringComparer.Ordinal);
    }

    [Fact]
    public void A_stopped_recovery_restores_nothing()
    {
        var id = _accounts.AskRecovery(Ada, Now).Id;
        _accounts.Vouch(id, Ben, Now);
        _accounts.Vouch(id, Cat, Now);
        Assert.Single(_accounts.Recoveries(Now));
        _accounts.StopRecovery(id);
        Assert.Empty(_accounts.UseRecovery(id, Now + Duration.FromDays(9)));
        Assert.Empty(_accounts.Recoveries(Now));
    }

    /// <summary>An older file, laid back by whatever hand, brings none of it back.</summary>
    [Fact]
    public void What_was_taken_back_stays_so_over_an_older_file()
    {
        var stamp = _accounts.Create(Ada, Now).Stamp;
        _accounts.PutPasskey(Ada, Key(1));
        _accounts.PutPasskey(Ada, Key(9));
        var spent = _accounts.IssueCard(Ada, Now);
        var dead = _accounts.IssueCard(Ben, Now);
        var live = _accounts.IssueCard(Cat, Now);
        var key = _accounts.MakeKey(Ada, "", new KeyPurpose.Calendar(), Now);
        var older = Directory.CreateTempSubdirectory("plenum-people-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(_folder, "people.db*"))
                File.WriteAllBytes(Path.Combine(older, Path.GetFileName(file)), Bytes(file));
            _accounts.RemovePasskey(Ada, [1, 2, 3]);
            _accounts.ShowCard(spent.Code, spent.Pin, Now);
            for (var tries = 0; tries < Accounts.CardAttempts; tries++)
                _accounts.ShowCard(dead.Code, "x", Now);
            _accounts.RenewStamp(Ada);
            File.Copy(Path.Combine(_folder, "erasures"), Path.Combine(older, "erasures"));

            using var again = new Accounts(
                older,
                new Store.AddressKey(new byte[32]),
                RandomNumberGenerator.Fill
            );
            Assert.Equal(2, again.Passkeys(Ada).Length);
            again.TakeBackAgain([]);
            Assert.Equal(9, Assert.Single(again.Passkeys(Ada)).Id[0]);
            Assert.NotEqual(stamp, again.Find(Ada)!.Stamp, StringComparer.Ordinal);
            Assert.Null(again.FindKey(key, Now));
            Assert.Equal(new CardShown.Unknown(), again.ShowCard(spent.Code, spent.Pin, Now));
            Assert.Equal(new CardShown.Unknown(), again.ShowCard(dead.Code, dead.Pin, Now));
            Assert.Equal(new CardShown.Accepted(Cat), again.ShowCard(live.Code, live.Pin, Now));
        }
        finally
        {
            Directory.Delete(older, recursive: true);
        }
    }

    [Fact]
    public async Task Erasing_a_person_leaves_no_name_and_no_way_in()
    {
        await using var office = new Office();
        using var vault = Store.Vault.Open(office.Folder);
        using var accounts = new Accounts(
            office.Path,
            vault.AddressKey,
            RandomNumberGenerator.Fill
        );
        var persons = new Persons(vault, accounts);
        accounts.Create(Ada, Now);
        persons.Put(Ada, new PersonalData("Ada", "ada@example.org", "1 Mill Road"));
        Assert.Equal(new PersonalData("Ada", "ada@example.org", "1 Mill Road"), persons.Of(Ada));
        Assert.Equal([Ada], accounts.FindByEmail("ada@example.org"));
        persons.Erase(Ada, Now);
        Assert.Equal(PersonalData.Unknown, persons.Of(Ada));
        Assert.Empty(accounts.FindByEmail("ada@example.org"));
        Assert.Null(accounts.Find(Ada));
    }

    private static byte[] Bytes(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var bytes = new byte[open.Length];
        open.ReadExactly(bytes);
        return bytes;
    }
}
