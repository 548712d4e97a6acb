using System.Net;
using System.Text;
using Plenum.Web.Doors;

namespace Plenum.Cli.Tests;

/// <summary>Disks that take nothing: full ones, and those that an auditor has sealed.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task A_full_disk_is_told_to_people_and_nothing_is_lost()
    {
        using var union = await SmallUnion.Founded();
        using var disk = PassingDisk.Of("9m");
        var data = union.CopyTo(Path.Combine(disk.Path, "data"));
        await using var server = await SmallUnion.Serve(data);
        using var cleo = new Caller(server.Url);
        Assert.Equal("/", await cleo.ByCard(union.Card.Code, union.Card.Pin));
        disk.Fill();

        // An act goes to the record, an address to the vault, a card to the accounts and their list.
        var answers = new[]
        {
            await cleo.Send(
                "/me",
                union.Page + "/do/motions/putmotion",
                (Doing.IdField, "lamps"),
                ("Title", "Better lamps"),
                ("Text", new string('x', 8000)),
                ("Before", "members"),
                ("Clauses", "1")
            ),
            await cleo.Send("/me", "/me/address", ("name", "Cleo"), ("postal", Long)),
            await cleo.Send(
                "/sign-in",
                "/sign-in/card",
                ("code", union.BensCard.Code),
                ("pin", union.BensCard.Pin)
            ),
        };
        foreach (var (status, said) in answers)
        {
            Assert.True(status == HttpStatusCode.InsufficientStorage, $"{status}: {said}");
            Assert.Contains("The disk of this server is full", said, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await cleo.Read(union.Page)).Status);

        disk.MakeRoom();
        using var ben = new Caller(server.Url);
        Assert.Equal("/", await ben.ByCard(union.BensCard.Code, union.BensCard.Pin));
        Assert.Equal(0, await server.Stop());
        Assert.Equal(0, (await Shell.Run("fsck", "--data", data)).Exit);
    }

    [Fact]
    public async Task A_sealed_copy_is_checked_and_what_lies_in_its_logs_counts()
    {
        using var union = await SmallUnion.Founded();
        using var disk = PassingDisk.Of("9m");
        var (closed, cut) = (Path.Combine(disk.Path, "closed"), Path.Combine(disk.Path, "cut"));
        union.CopyTo(closed);
        await using (var server = await SmallUnion.Serve(union.Data))
        {
            using var cleo = new Caller(server.Url);
            Assert.Equal("/", await cleo.ByCard(union.Card.Code, union.Card.Pin));
            // As after a power cut: what was confirmed last lies in the logs alone.
            union.CopyTo(cut);
        }
        Assert.NotEqual(0, new FileInfo(Path.Combine(cut, "people.db-wal")).Length);
        disk.Seal();

        foreach (var folder in new[] { closed, cut })
        {
            var whole = await Shell.Run("fsck", "--data", folder);
            Assert.True(whole.Exit == 0, whole.Out + whole.Err);
            Assert.Contains("cannot be written", whole.Out, StringComparison.Ordinal);
            Assert.Contains("is whole", whole.Out, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Damage_on_a_sealed_disk_is_found()
    {
        using var union = await SmallUnion.Founded();
        using var disk = PassingDisk.Of("9m");
        var data = union.CopyTo(Path.Combine(disk.Path, "data"));
        var bytes = await File.ReadAllBytesAsync(
            Path.Combine(data, "record.db"),
            TestContext.Current.CancellationToken
        );
        bytes[bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(union.Ada.Value)) + 8] ^= 1;
        await File.WriteAllBytesAsync(
            Path.Combine(data, "record.db"),
            bytes,
            TestContext.Current.CancellationToken
        );
        disk.Seal();

        Assert.Equal(1, (await Shell.Run("fsck", "--data", data)).Exit);
    }

    private static string Long { get; } = new('y', 900);
}
