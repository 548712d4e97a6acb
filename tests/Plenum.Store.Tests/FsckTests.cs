using Microsoft.Data.Sqlite;

namespace Plenum.Store.Tests;

public sealed class FsckTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_whole_folder_has_no_findings()
    {
        await Fill();
        Assert.Empty(Check());
    }

    [Fact]
    public async Task A_folder_is_checked_while_it_is_served()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        await record.Append(Sample.Append(0, entries: 5), TestContext.Current.CancellationToken);
        Assert.Empty(Fsck.Check(folder));
    }

    // Every column of every table, changed by a hand that knows SQL, with the finding it has to give.
    [Theory]
    [InlineData(
        "UPDATE events SET type = 'other/1' WHERE pos = 3",
        "fsck.chain-broken",
        "3: branch-a/3"
    )]
    [InlineData(
        "UPDATE events SET at = at + 1 WHERE pos = 3",
        "fsck.chain-broken",
        "3: branch-a/3"
    )]
    [InlineData(
        "UPDATE events SET envelope = x'7b7d' WHERE pos = 3",
        "fsck.chain-broken",
        "3: branch-a/3"
    )]
    [InlineData(
        "UPDATE events SET leaf = x'7b7d' WHERE pos = 3",
        "fsck.chain-broken",
        "3: branch-a/3"
    )]
    [InlineData(
        "UPDATE events SET leaf = x'ff' WHERE pos = 3",
        "fsck.leaf-not-canonical",
        "3: branch-a/3"
    )]
    [InlineData(
        "UPDATE events SET open = x'7b7d' WHERE pos = 3",
        "fsck.open-changed",
        "3: branch-a/3"
    )]
    [InlineData("UPDATE events SET section = 'x' WHERE pos = 3", "fsck.version-gap", "3: x/3")]
    [InlineData(
        "UPDATE events SET version = 77 WHERE pos = 3",
        "fsck.version-gap",
        "3: branch-a/77"
    )]
    [InlineData("DELETE FROM events WHERE pos = 3", "fsck.position-gap", "4: branch-a/4")]
    [InlineData("DELETE FROM events WHERE pos = 3", "fsck.version-gap", "4: branch-a/4")]
    [InlineData("DELETE FROM events WHERE pos = 6", "fsck.stream-end", "branch-a")]
    [InlineData("DELETE FROM events", "fsck.stream-end", "branch-a")]
    [InlineData("DELETE FROM sections", "fsck.section-missing", "branch-a")]
    [InlineData("UPDATE sections SET chain = x'00'", "fsck.stream-end", "branch-a")]
    [InlineData(
        "UPDATE events SET pos = 99 WHERE pos = 3; UPDATE events SET pos = 3 WHERE pos = 4; UPDATE events SET pos = 4 WHERE pos = 99",
        "fsck.version-gap",
        "3: branch-a/4"
    )]
    [InlineData("UPDATE commands SET id = 'b'", "fsck.command-changed", "b")]
    [InlineData("UPDATE commands SET digest = zeroblob(32)", "fsck.command-changed", "a")]
    [InlineData("UPDATE commands SET last = 70", "fsck.command-without-entries", "a")]
    [InlineData("UPDATE documents SET bytes = x'00'", "fsck.document-changed", Statutes)]
    [InlineData("DELETE FROM documents", "fsck.document-missing", Statutes)]
    [InlineData("UPDATE papers SET bytes = x'00'", "fsck.paper-changed", "")]
    [InlineData("UPDATE papers SET box = 'other'", "fsck.paper-changed", "")]
    [InlineData("UPDATE due SET earliest = 1", "fsck.due-changed", "branch-a")]
    [InlineData("DELETE FROM due", "fsck.due-missing", "branch-a")]
    [InlineData(
        "UPDATE subjects SET version = 70",
        "fsck.subject-without-entry",
        "branch-a matter/1 70"
    )]
    [InlineData("DROP TABLE papers", "fsck.unreadable", "")]
    public async Task What_a_hand_changes_is_found_where_it_was_changed(
        string sql,
        string code,
        string row
    )
    {
        await Fill();
        using (
            var connection = new SqliteConnection(
                $"Data Source={temporary.Data}/record.db;Pooling=False"
            )
        )
        {
            connection.Open();
            Database.Run(connection, sql);
        }
        Assert.Contains(
            Check(),
            f => f.Code == code && f.File == "record.db" && (row.Length == 0 || f.Row == row)
        );
    }

    [Fact]
    public async Task A_document_that_no_entry_names_is_only_a_warning()
    {
        await Fill();
        using var folder = DataFolder.Open(temporary.Data);
        var finding = Assert.Single(Fsck.Check(folder, _ => []));
        Assert.Equal((Gravity.Warning, "fsck.document-orphan"), (finding.Gravity, finding.Code));
    }

    [Fact]
    public async Task A_sealed_value_that_does_not_open_is_found()
    {
        await Fill();
        using (
            var connection = new SqliteConnection(
                $"Data Source={temporary.Data}/vault.db;Pooling=False"
            )
        )
        {
            connection.Open();
            Database.Run(connection, "UPDATE fields SET sealed = zeroblob(40)");
        }
        Assert.Equal(
            "rosa name",
            Assert.Single(Check(), f => f.Code == "fsck.field-unreadable").Row
        );
    }

    private const string Statutes =
        "c1818e804aa575636570432284eb15ef692087ef09f6542c1b302bd6f7bb4419";

    private async Task Fill()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        using var vault = Vault.Open(folder);
        vault.Put("rosa", "name", "Rosa");
        var append = Sample.Append(0, entries: 6) with
        {
            Entries = [.. Enumerable.Range(1, 6).Select(n => Sample.Entry(n, $"matter/{n}"))],
            Commands = [Sample.Command("a", entries: 6)],
            Documents = [Document.Of(Sample.Bytes("statutes"))],
            Papers = [Sample.Paper("box", 1)],
        };
        Assert.IsType<Appended.Written>(
            await record.Append(append, TestContext.Current.CancellationToken)
        );
    }

    private System.Collections.Immutable.ImmutableArray<Finding> Check()
    {
        using var folder = DataFolder.Open(temporary.Data);
        return Fsck.Check(folder, entry => [Document.Of(Sample.Bytes("statutes")).Digest]);
    }
}
