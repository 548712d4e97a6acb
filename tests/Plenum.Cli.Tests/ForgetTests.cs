using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Plenum.Clerk;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Clerk.Recording;
using Plenum.Domain;
using Plenum.Domain.Membership;

namespace Plenum.Cli.Tests;

/// <summary>What the record says is forgotten is forgotten whatever happens in between: a crash, a restore, a second start.</summary>
public sealed class ForgetTests
{
    private static string Letters(string data) => Path.Combine(data, "mail");

    /// <summary>In the record it stands, and nobody carries it out: a house that is opened and not served.</summary>
    private static async Task Recorded(SmallUnion union)
    {
        await using var app = SmallUnion.House(union.Data);
        var front = Hosting.Open(app, Words.In("en"));
        await app
            .Services.GetRequiredService<Outbox>()
            .Post(
                new Message(SmallUnion.Address, "Hello", "Hello Ada"),
                TestContext.Current.CancellationToken
            );
        foreach (var command in new Command[] { new Leave(), new Forget("") })
            Assert.IsType<Answer.Done>(
                await front.Send(
                    front.Sections.Single(),
                    new GivenId(Guid.NewGuid().ToString("N")),
                    command,
                    Actor.Self(union.Ada)
                )
            );
        Assert.Equal("Ada", app.Services.GetRequiredService<Persons>().NameOf(union.Ada));
    }

    private static async Task<bool> IsKnown(SmallUnion union, string data)
    {
        await using var app = SmallUnion.House(data);
        Hosting.Open(app, Words.In("en"), _ => { });
        var accounts = SmallUnion.Of<Accounts>(app);
        var (name, account) = (
            SmallUnion.Of<Persons>(app).NameOf(union.Ada),
            accounts.Find(union.Ada)
        );
        Assert.Equal(name.Length > 0, account is not null);
        Assert.Equal("Cleo", SmallUnion.Of<Persons>(app).NameOf(union.Cleo));
        return name.Length > 0;
    }

    [Fact]
    public async Task Whoever_was_killed_between_the_record_and_the_vault_forgets_at_the_next_start()
    {
        using var union = await SmallUnion.Founded();
        await Recorded(union);
        Assert.NotEmpty(Directory.GetFiles(Letters(union.Data), "*.eml"));

        Assert.False(await IsKnown(union, union.Data));
        Assert.Empty(Directory.GetFiles(Letters(union.Data), "*.eml"));
        var list = await File.ReadAllTextAsync(
            Path.Combine(union.Data, "erasures"),
            TestContext.Current.CancellationToken
        );
        Assert.Contains(union.Ada.Value, list, StringComparison.Ordinal);

        Assert.False(await IsKnown(union, union.Data));
        Assert.Equal(
            list,
            await File.ReadAllTextAsync(
                Path.Combine(union.Data, "erasures"),
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Whoever_was_killed_between_the_vault_and_the_accounts_lets_nobody_in()
    {
        using var union = await SmallUnion.Founded();
        await Recorded(union);
        var people = Path.Combine(union.Data, "people.db");
        File.Copy(people, union.At("people.before"));
        Assert.False(await IsKnown(union, union.Data));
        File.Copy(union.At("people.before"), people, overwrite: true);

        Assert.False(await IsKnown(union, union.Data));
    }

    [Fact]
    public async Task A_backup_that_holds_the_event_forgets_without_any_list()
    {
        using var union = await SmallUnion.Founded();
        await Recorded(union);
        await Done("backup", "--data", union.Data, union.At("all.zip"));

        Assert.False(await IsKnown(union, await Restored(union, "bare")));
    }

    [Fact]
    public async Task An_older_backup_forgets_by_the_newest_list()
    {
        using var union = await SmallUnion.Founded();
        await Done("backup", "--data", union.Data, union.At("all.zip"));
        await Recorded(union);
        Assert.False(await IsKnown(union, union.Data));

        // Without the newest list nobody can know; that is why it is copied by hand.
        Assert.True(await IsKnown(union, await Restored(union, "bare")));
        Assert.False(await IsKnown(union, await Restored(union, "listed", "erasures")));
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

    private static async Task Done(params string[] args)
    {
        var said = await Shell.Run(args);
        Assert.True(said.Exit == 0, said.Out + said.Err);
    }
}
