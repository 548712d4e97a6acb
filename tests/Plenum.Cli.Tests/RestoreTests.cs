using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;
using NodaTime;
using Plenum.Clerk.People;
using Plenum.Domain;

namespace Plenum.Cli.Tests;

/// <summary>After a restore people get in: what a backup holds of the ways in, and what it must not bring back.</summary>
public sealed class RestoreTests
{
    [Fact]
    public async Task After_a_restore_a_member_signs_in_by_letter_by_passkey_and_by_card()
    {
        using var union = await SmallUnion.Founded();
        await using (var server = await SmallUnion.Serve(union.Data))
        {
            using var ben = new Caller(server.Url);
            Assert.Equal("/", await ben.ByCard(union.BensCard.Code, union.BensCard.Pin));
            Assert.Equal("/me?said=added", await ben.AddPasskey(union.Device));
            using var before = new Caller(server.Url);
            Assert.Equal("/", await before.ByPasskey(union.Device));
            await Done("backup", "--data", union.Data, union.At("all.zip"));
        }
        var elsewhere = await Restored(union, "elsewhere/data");

        await using var again = await SmallUnion.Serve(elsewhere);
        using var byLetter = new Caller(again.Url);
        using var byPasskey = new Caller(again.Url);
        using var byCard = new Caller(again.Url);
        var landed = (
            await byLetter.ByLetter(SmallUnion.Address, elsewhere),
            await byPasskey.ByPasskey(union.Device),
            await byCard.ByCard(union.Card.Code, union.Card.Pin)
        );
        Assert.Equal(("/", "/", "/"), landed);
        foreach (var caller in new[] { byLetter, byPasskey, byCard })
            Assert.Equal(HttpStatusCode.OK, (await caller.Read(union.Page)).Status);
    }

    [Fact]
    public async Task After_a_restore_what_was_taken_back_since_the_backup_stays_taken_back()
    {
        using var union = await SmallUnion.Founded();
        await union.Used();
        await Done("backup", "--data", union.Data, union.At("all.zip"));
        await using (var app = SmallUnion.House(union.Data))
        {
            Hosting.Open(app, Words.In("en"));
            var accounts = SmallUnion.Of<Accounts>(app);
            accounts.RemovePasskey(union.Ben, accounts.Passkeys(union.Ben)[0].Id.AsSpan());
            Assert.IsType<CardShown.Accepted>(
                accounts.ShowCard(union.Card.Code, union.Card.Pin, Now)
            );
            SmallUnion.Of<Persons>(app).Erase(union.Ada, Now);
        }
        var bare = await Restored(union, "bare");
        var listed = await Restored(union, "listed", "erasures");

        // Without the newest list nobody can know; that is why it is copied by hand.
        Assert.Equal("letter, passkey, card", await Enters(union, bare));
        Assert.Equal("nobody", await Enters(union, listed));
    }

    [Fact]
    public async Task After_a_restore_sessions_links_personal_keys_and_open_recoveries_are_void()
    {
        using var union = await SmallUnion.Founded();
        string link,
            key,
            stamp,
            recovery;
        await using (var app = SmallUnion.House(union.Data))
        {
            Hosting.Open(app, Words.In("en"));
            var accounts = SmallUnion.Of<Accounts>(app);
            link = accounts.IssueLink(union.Ada, Now);
            key = accounts.MakeKey(union.Ada, "", new KeyPurpose.Calendar(), Now);
            stamp = accounts.Find(union.Ada)!.Stamp;
            recovery = accounts.AskRecovery(union.Ada, Now).Id;
            accounts.Vouch(recovery, union.Ben, Now);
            accounts.Vouch(recovery, union.Cleo, Now);
        }
        await Done("backup", "--data", union.Data, union.At("all.zip"));
        var data = await Restored(union, "again");
        await using var again = SmallUnion.House(data);
        var said = new List<string>();
        Hosting.Open(again, Words.In("en"), said.Add);
        var restored = SmallUnion.Of<Accounts>(again);

        Assert.Contains(said, line => line.Contains("came out of a backup", Ordinal));
        Assert.Equal(PersonId.Nobody, restored.UseLink(link, Now));
        Assert.Null(restored.FindKey(key, Now));
        Assert.NotEqual(stamp, restored.Find(union.Ada)!.Stamp, StringComparer.Ordinal);
        Assert.Empty(restored.UseRecovery(recovery, Now + Accounts.RecoveryDelay));
        Assert.Equal("letter, card", union.WhoEnters(restored));
    }

    [Fact]
    public async Task Whoever_has_an_address_gets_in_where_the_accounts_were_lost()
    {
        using var union = await SmallUnion.Founded();
        File.Delete(Path.Combine(union.Data, "people.db"));
        Assert.Equal("letter", await Enters(union, union.Data));
    }

    /// <summary>What an earlier release left, and every point at which carrying it over may be cut off.</summary>
    [Theory]
    [InlineData("not begun")]
    [InlineData("key emptied by a power cut")]
    [InlineData("cut off before the former key was overwritten")]
    [InlineData("cut off before the former key was removed")]
    public async Task A_folder_whose_addresses_lie_under_a_key_of_their_own_is_carried_over(
        string state
    )
    {
        using var union = await SmallUnion.Founded();
        var former = Path.Combine(union.Data, "people.key");
        var key = RandomNumberGenerator.GetBytes(32);
        await File.WriteAllBytesAsync(former, key, TestContext.Current.CancellationToken);
        if (state is "not begun" or "key emptied by a power cut")
            await UnderFormerKey(union, key);
        if (state is "key emptied by a power cut")
            await File.WriteAllBytesAsync(former, [], TestContext.Current.CancellationToken);
        if (state is "cut off before the former key was removed")
            await File.WriteAllBytesAsync(
                former,
                new byte[32],
                TestContext.Current.CancellationToken
            );

        Assert.Equal("letter, card", await Enters(union, union.Data));
        Assert.False(File.Exists(former));
    }

    private const StringComparison Ordinal = StringComparison.Ordinal;

    private static Instant Now => SystemClock.Instance.GetCurrentInstant();

    private static async Task UnderFormerKey(SmallUnion union, byte[] key)
    {
        await using var people = new SqliteConnection(
            $"Data Source={union.Data}/people.db;Pooling=False"
        );
        people.Open();
        await using var change = people.CreateCommand();
        change.CommandText =
            "DROP TABLE meta; UPDATE accounts SET email = $digest WHERE length(email) > 0";
        change.Parameters.AddWithValue(
            "$digest",
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes("ADA@EXAMPLE.ORG"))
        );
        await change.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> Enters(SmallUnion union, string data)
    {
        await using var app = SmallUnion.House(data);
        Hosting.Open(app, Words.In("en"), _ => { });
        return union.WhoEnters(SmallUnion.Of<Accounts>(app));
    }

    private static async Task<string> Restored(
        SmallUnion union,
        string name,
        params string[] alsoByHand
    )
    {
        var data = Directory.CreateDirectory(union.At(name)).FullName;
        foreach (var file in (string[])["vault.key", .. alsoByHand])
            File.Copy(Path.Combine(union.Data, file), Path.Combine(data, file));
        await Done("restore", "--data", data, union.At("all.zip"));
        return data;
    }

    private static async Task<Said> Done(params string[] args)
    {
        var said = await Shell.Run(args);
        Assert.True(said.Exit == 0, said.Out + said.Err);
        return said;
    }
}
