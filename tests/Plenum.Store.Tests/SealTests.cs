using System.Text;

namespace Plenum.Store.Tests;

public sealed class SealTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task A_sealed_box_lies_in_the_order_of_its_keys_and_the_log_is_empty()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        for (var n = 0; n < 200; n++)
            await record.Append(
                Sample.Append(n) with
                {
                    Papers = [Sample.Paper("box", n), Sample.Paper("other", n)],
                },
                TestContext.Current.CancellationToken
            );
        Assert.True(await record.Seal("box"));
        Assert.Equal(0, new FileInfo(folder.RecordFile + "-wal").Length);
        Assert.Equal(200, record.Papers("box").Length);
        Assert.Equal(200, record.Papers("other").Length);
        Assert.Empty(Fsck.Check(folder));
    }

    // Both runs cast the same papers, one in reverse: once sealed, the pages that hold them must not differ.
    [Fact]
    public async Task Once_sealed_the_bytes_of_a_box_do_not_depend_on_the_order_of_casting()
    {
        var forwards = await CastAndSeal("forwards", Enumerable.Range(0, 150));
        var backwards = await CastAndSeal("backwards", Enumerable.Range(0, 150).Reverse());
        Assert.Equal(forwards, backwards);
        Assert.Equal(150, forwards.Length);
    }

    private async Task<int[]> CastAndSeal(string name, IEnumerable<int> order)
    {
        using var folder = DataFolder.Open(Path.Combine(temporary.Path, name));
        using var record = Record.Open(folder);
        var version = 0;
        foreach (var n in order)
            await record.Append(
                Sample.Append(version++) with
                {
                    Papers = [Sample.Paper("box", n)],
                },
                TestContext.Current.CancellationToken
            );
        Assert.True(await record.Seal("box"));
        var file = Files.ReadShared(folder.RecordFile);
        // Within a page SQLite lays cells from the end, in the order in which they were inserted.
        return [.. Enumerable.Range(0, 150).Select(n => Offset(file, n) % 4096)];
    }

    private static int Offset(string file, int paper)
    {
        var key = Encoding.Latin1.GetString(Sample.Paper("box", paper).Key.Span);
        var at = file.IndexOf(key, StringComparison.Ordinal);
        Assert.True(at > 0);
        Assert.Equal(at, file.LastIndexOf(key, StringComparison.Ordinal));
        return at;
    }
}
