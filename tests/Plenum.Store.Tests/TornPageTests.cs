namespace Plenum.Store.Tests;

/// <summary>Power that fails while the main file is written: pages half new and half old, or half nothing.</summary>
public sealed class TornPageTests : IDisposable
{
    private const int PageSize = 4096;
    private const int Sector = 512;

    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_checkpoint_torn_within_pages_is_completed_from_the_log()
    {
        byte[] before;
        byte[] log;
        using (var folder = DataFolder.Open(temporary.Data))
        using (var record = Record.Open(folder))
        {
            for (var version = 0; version < 120; version += 3)
                await record.Append(Sample.Append(version, entries: 3), Stop);
            before = ReadShared(RecordFile);
            log = ReadShared(RecordFile + "-wal");
        }
        Assert.False(File.Exists(RecordFile + "-wal"));
        var after = await File.ReadAllBytesAsync(RecordFile, Stop);
        Assert.True(log.Length > 0 && after.Length > before.Length);
        var random = new Random(1871);
        for (var run = 0; run < 12; run++)
        {
            await File.WriteAllBytesAsync(RecordFile, Torn(before, after, random), Stop);
            await File.WriteAllBytesAsync(RecordFile + "-wal", log, Stop);
            using var folder = DataFolder.Open(temporary.Data);
            using (var record = Record.Open(folder))
                Assert.Equal(120, record.ReadAll().Count());
            Assert.Empty(Fsck.Check(folder));
        }
    }

    [Fact]
    public async Task A_page_torn_with_no_log_left_is_found_or_held_nothing()
    {
        using (var folder = DataFolder.Open(temporary.Data))
        using (var record = Record.Open(folder))
            for (var version = 0; version < 120; version += 3)
                await record.Append(Sample.Append(version, entries: 3), Stop);
        var whole = await File.ReadAllBytesAsync(RecordFile, Stop);
        var found = 0;
        var pages = whole.Length / PageSize;
        for (var page = 1; page < pages; page++)
        {
            var torn = whole.ToArray();
            Array.Clear(torn, (page * PageSize) + (PageSize / 2), PageSize / 2);
            await File.WriteAllBytesAsync(RecordFile, torn, Stop);
            using var folder = DataFolder.Open(temporary.Data);
            if (Fsck.Check(folder).Any(f => f.Gravity == Gravity.Damage))
                found++;
            else
                using (var record = Record.Open(folder))
                    Assert.Equal(120, record.ReadAll().Count());
        }
        Assert.True(found > pages / 2, $"{found} of {pages} torn pages were found");
    }

    // Of every page the checkpoint had to write, none, some sectors or all have reached the disk.
    private static byte[] Torn(byte[] before, byte[] after, Random random)
    {
        var torn = new byte[after.Length];
        before.CopyTo(torn, 0);
        for (var page = 0; page < after.Length; page += PageSize)
        {
            var reached = random.Next((PageSize / Sector) + 1) * Sector;
            after.AsSpan(page, reached).CopyTo(torn.AsSpan(page));
        }
        return torn;
    }

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.ReadWrite | FileShare.Delete
        );
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        return bytes;
    }

    private string RecordFile => Path.Combine(temporary.Data, "record.db");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
