using System.Security.Cryptography;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Domain;

namespace Plenum.Clerk.Tests;

public sealed class PersonalKeyTests : IDisposable
{
    private static readonly Instant Now = Instant.FromUtc(2026, 5, 1, 9, 0);
    private static readonly PersonId Ada = new("ada");
    private static readonly PersonId Ben = new("ben");
    private static readonly KeyPurpose Calendar = new KeyPurpose.Calendar();

    private readonly string _folder = Directory.CreateTempSubdirectory("plenum-keys-").FullName;
    private readonly Accounts _accounts;

    public PersonalKeyTests() =>
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

    private static KeyPurpose Acting(int days, params string[] words) =>
        new KeyPurpose.Acting(words.ToEquatable(), Now + Duration.FromDays(days));

    [Fact]
    public void A_key_opens_what_it_was_made_for_and_tells_whose_it_is()
    {
        var shown = _accounts.MakeKey(Ada, "robot", Acting(7, "motions", "matters"), Now);

        var key = _accounts.FindKey(shown, Now);

        Assert.NotNull(key);
        Assert.Equal((Ada, "robot"), (key.Person, key.Name));
        Assert.Equal(Acting(7, "motions", "matters"), key.Purpose);
        Assert.Null(_accounts.FindKey(key.Id, Now));
    }

    [Fact]
    public void A_key_that_acts_lapses_and_never_later_than_in_ninety_days()
    {
        var week = _accounts.MakeKey(Ada, "", Acting(7, "motions"), Now);
        var ever = _accounts.MakeKey(Ada, "", Acting(9_000, "motions"), Now);

        Assert.NotNull(_accounts.FindKey(week, Now + Duration.FromDays(7)));
        Assert.Null(_accounts.FindKey(week, Now + Duration.FromDays(8)));
        Assert.NotNull(_accounts.FindKey(ever, Now + Duration.FromDays(90)));
        Assert.Null(_accounts.FindKey(ever, Now + Duration.FromDays(91)));
    }

    [Fact]
    public void An_address_of_a_calendar_lasts_until_it_is_revoked_and_only_its_owner_revokes_it()
    {
        var shown = _accounts.MakeKey(Ada, "", Calendar, Now);
        var later = Now + Duration.FromDays(4_000);
        var id = _accounts.FindKey(shown, later)!.Id;

        _accounts.RevokeKey(Ben, id);
        Assert.NotNull(_accounts.FindKey(shown, later));
        _accounts.RevokeKey(Ada, id);
        Assert.Null(_accounts.FindKey(shown, later));
    }

    [Fact]
    public void Nobody_has_more_than_ten()
    {
        for (var i = 0; i < Accounts.MostKeys; i++)
            Assert.NotEmpty(_accounts.MakeKey(Ada, "", Calendar, Now));

        Assert.Empty(_accounts.MakeKey(Ada, "", Calendar, Now));
        Assert.NotEmpty(_accounts.MakeKey(Ben, "", Calendar, Now));
        _accounts.RevokeKey(Ada, _accounts.KeysOf(Ada, Now)[0].Id);
        Assert.NotEmpty(_accounts.MakeKey(Ada, "", Calendar, Now));
    }

    [Fact]
    public void Signing_out_everywhere_and_erasure_end_every_key()
    {
        foreach (var person in (PersonId[])[Ada, Ben])
            _accounts.Create(person, Now);
        var (ada, ben) = (
            _accounts.MakeKey(Ada, "", Calendar, Now),
            _accounts.MakeKey(Ben, "", Acting(7, "motions"), Now)
        );

        _accounts.RenewStamp(Ada);
        _accounts.Remove(Ben);

        Assert.Null(_accounts.FindKey(ada, Now));
        Assert.Null(_accounts.FindKey(ben, Now));
    }

    [Fact]
    public void What_was_shown_lies_in_no_file()
    {
        var shown = _accounts.MakeKey(Ada, "", Calendar, Now);
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            using var open = new FileStream(
                file,
                FileMode.Open,
                FileAccess.Read,
                FileShare.ReadWrite
            );
            using var reader = new StreamReader(open, System.Text.Encoding.Latin1);
            Assert.DoesNotContain(shown, reader.ReadToEnd(), StringComparison.Ordinal);
        }
    }
}
