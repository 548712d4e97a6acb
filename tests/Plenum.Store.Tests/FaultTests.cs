namespace Plenum.Store.Tests;

public sealed class FaultTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_full_disk_fails_the_append_publishes_nothing_and_is_survived()
    {
        using var disk = SmallDisk.Mount(temporary.Path, size: "3m");
        using var folder = DataFolder.Open(disk.Data);
        using var record = Record.Open(folder);
        var written = await FillUp(record);
        Assert.True(written > 0);

        Assert.Equal(written, record.ReadAll().LongCount());
        Assert.Equal(written, record.VersionOf(Sample.Section));
        var again = await Assert.ThrowsAsync<RecordUnwritableException>(() =>
            record.Append(Large(written), Stop)
        );
        Assert.True(
            again.Reason is UnwritableReason.Full or UnwritableReason.InputOutput,
            again.ToString()
        );

        disk.Grow("20m");
        Assert.Equal(
            new Appended.Written(written + 1, written + 1, written + 1),
            await record.Append(Large(written), Stop)
        );
        record.Dispose();
        Assert.Empty(Fsck.Check(folder));
    }

    [Fact]
    public async Task A_full_database_fails_every_append_of_the_commit_and_only_that_commit()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder, new WriterLimits(Pages: 64));
        var written = await FillUp(record);
        var all = Enumerable
            .Range(0, 8)
            .Select(n => record.Append(Large(0, $"new-{n}"), Stop))
            .ToArray();
        await Task.WhenAny(Task.WhenAll(all), Task.Delay(TimeSpan.FromSeconds(20), Stop));
        Assert.All(all, one => Assert.True(one.IsCompleted));
        Assert.Contains(all, one => one.Exception?.InnerException is RecordUnwritableException);
        var acknowledged = all.Count(one => one.IsCompletedSuccessfully);
        Assert.Equal(written + acknowledged, record.ReadAll().LongCount());
        record.Dispose();
        Assert.Empty(Fsck.Check(folder));
    }

    [Fact]
    public async Task A_read_only_disk_is_refused_with_a_reason_and_loses_nothing()
    {
        using var disk = SmallDisk.Mount(temporary.Path, size: "8m");
        using (var folder = DataFolder.Open(disk.Data))
        using (var record = Record.Open(folder))
            await record.Append(Sample.Append(0, entries: 5), Stop);
        disk.Remount("ro");
        var refused = Assert.Throws<FolderRefusedException>(() => DataFolder.Open(disk.Data));
        Assert.IsType<FolderRefusal.NotWritable>(refused.Refusal);
        disk.Remount("rw");
        using var reopened = DataFolder.Open(disk.Data);
        using var again = Record.Open(reopened);
        Assert.Equal(5, again.ReadAll().Count());
    }

    [Fact]
    public async Task A_database_cut_short_is_found_and_named()
    {
        await WriteAndClose(300);
        using (var file = new FileStream(RecordFile, FileMode.Open))
            file.SetLength(file.Length / 2);
        using var folder = DataFolder.Open(temporary.Data);
        var findings = Fsck.Check(folder);
        Assert.Contains(findings, f => f is { Gravity: Gravity.Damage, File: "record.db" });
        Assert.All(findings, f => Assert.Equal(Remedy.RestoreBackup, f.Remedy));
    }

    [Fact]
    public void A_file_that_is_no_database_is_found_and_named()
    {
        using var folder = DataFolder.Open(temporary.Data);
        File.WriteAllText(folder.RecordFile, new string('x', 8192));
        var finding = Assert.Single(Fsck.Check(folder));
        Assert.Equal(("fsck.unreadable", "record.db"), (finding.Code, finding.File));
        var refused = Assert.Throws<FolderRefusedException>(() => Record.Open(folder));
        Assert.Equal(new FolderRefusal.Damaged(folder.Path), refused.Refusal);
    }

    [Fact]
    public async Task A_torn_log_leaves_whole_appends_and_no_half_of_one()
    {
        using (var folder = DataFolder.Open(temporary.Data))
        using (var record = Record.Open(folder))
        {
            for (var version = 0; version < 60; version += 3)
                await record.Append(Sample.Append(version, entries: 3), Stop);
            File.Copy(RecordFile, temporary.Path + "/record.db");
            File.Copy(RecordFile + "-wal", temporary.Path + "/record.db-wal");
        }
        var random = new Random(1848);
        for (var run = 0; run < 12; run++)
        {
            Lay("record.db");
            Lay("record.db-wal");
            using (var wal = new FileStream(RecordFile + "-wal", FileMode.Open))
                wal.SetLength(random.NextInt64(wal.Length));
            using var folder = DataFolder.Open(temporary.Data);
            using (var record = Record.Open(folder))
                Assert.Equal(0, record.VersionOf(Sample.Section) % 3);
            Assert.Empty(Fsck.Check(folder));
        }

        void Lay(string name) =>
            File.Copy($"{temporary.Path}/{name}", $"{temporary.Data}/{name}", overwrite: true);
    }

    [Fact]
    public async Task A_single_flipped_bit_in_a_row_is_always_found()
    {
        await WriteAndClose(40);
        var whole = await File.ReadAllBytesAsync(RecordFile, Stop);
        var marks = Occurrences(whole, """{"n":"""u8)
            .Concat(Occurrences(whole, """{"salt":"""u8))
            .ToArray();
        Assert.True(marks.Length >= 80);
        foreach (var mark in marks.Where((_, i) => i % 7 == 0))
        {
            var bent = whole.ToArray();
            bent[mark + 5] ^= 1;
            await File.WriteAllBytesAsync(RecordFile, bent, Stop);
            using var folder = DataFolder.Open(temporary.Data);
            Assert.Contains(
                Fsck.Check(folder),
                f => f is { Gravity: Gravity.Damage, Table: "events", Row: not "" }
            );
        }
    }

    private string RecordFile => Path.Combine(temporary.Data, "record.db");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private static Append Large(long expected, string section = Sample.Section) =>
        Sample.Append(expected, section: section) with
        {
            Entries = [Sample.Entry(1) with { Open = new byte[50_000] }],
        };

    private static async Task<long> FillUp(Record record)
    {
        for (var version = 0L; version < 1_000; version++)
            try
            {
                await record.Append(Large(version), Stop);
            }
            catch (RecordUnwritableException)
            {
                return version;
            }
        throw new InvalidOperationException("The disk never filled up.");
    }

    private async Task WriteAndClose(int entries)
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        await record.Append(Sample.Append(0, entries), Stop);
    }

    private static List<int> Occurrences(byte[] whole, ReadOnlySpan<byte> part)
    {
        var found = new List<int>();
        for (var at = 0; whole.AsSpan(at).IndexOf(part) is var next and >= 0; at += next + 1)
            found.Add(at + next);
        return found;
    }
}
