using System.Text;

namespace Plenum.Store.Tests;

/// <summary>Papers of a secret vote on the disk: sealed while the box is open, gone with their key when it has closed.</summary>
public sealed class SealTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task While_a_box_is_open_no_file_of_the_folder_holds_a_paper_in_the_clear()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        await Cast(record, "box", 30);
        Assert.Equal(
            Enumerable.Range(0, 30).Select(n => $"paper {n}").Order(StringComparer.Ordinal),
            Texts(record, "box").Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("paper ", Everything(), StringComparison.Ordinal);
        Assert.Empty(Fsck.Check(folder));
    }

    [Fact]
    public async Task Sealed_papers_of_a_box_are_all_of_one_length_whatever_is_written_on_them()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using (var record = Record.Open(folder))
            await record.Append(
                Sample.Append(0) with
                {
                    Papers =
                    [
                        Sample.Paper("box", 1) with
                        {
                            Bytes = Sample.Bytes("1"),
                            Room = 40,
                        },
                        Sample.Paper("box", 2) with
                        {
                            Bytes = Sample.Bytes("3,1,2,5,4,6,7,8,9"),
                            Room = 40,
                        },
                        Sample.Paper("box", 3) with
                        {
                            Bytes = default,
                            Room = 40,
                        },
                    ],
                },
                Stop
            );
        using var reader = new Database(folder.RecordFile, Record.Schema).OpenReader();
        var lengths = Boxes.PapersOf(reader, "box").Select(p => p.Bytes.Length).ToArray();
        Assert.Equal(3, lengths.Length);
        Assert.Single(lengths.Distinct());
    }

    [Fact]
    public async Task A_paper_longer_than_the_longest_of_its_box_is_a_bug_of_the_caller()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        var longer = Sample.Append(0) with { Papers = [Sample.Paper("box", 1) with { Room = 3 }] };
        await Assert.ThrowsAsync<ArgumentException>(() => record.Append(longer, Stop));
    }

    [Fact]
    public async Task A_vote_goes_on_with_the_same_key_when_the_folder_is_opened_again()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using (var record = Record.Open(folder))
            await Cast(record, "box", 5);
        using (var record = Record.Open(folder))
        {
            Assert.Equal(BoxState.Sealed, record.StateOf("box"));
            await record.Append(Sample.Append(5) with { Papers = [Sample.Paper("box", 5)] }, Stop);
            Assert.Equal(6, Texts(record, "box").Distinct().Count());
        }
    }

    [Fact]
    public async Task A_closed_box_is_empty_its_key_is_overwritten_where_it_lay_and_the_file_was_never_cut()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        await Cast(record, "other", 3);
        await Cast(record, "box", 20, from: 3);
        var before = Files.ReadShared(folder.BoxKeysFile);
        var rows = Files.ReadShared(folder.RecordFile + "-wal");
        Assert.Equal(["box", "other"], record.BoxesWithKeys().Order(StringComparer.Ordinal));

        Assert.True(await record.Close("box"));

        var after = Files.ReadShared(folder.BoxKeysFile);
        Assert.Equal(before.Length, after.Length);
        AssertNothingIsLeft(before, after, slot: 1);
        // The slot of the other box is as it was.
        Assert.Equal(before[..KeySlot.Length], after[..KeySlot.Length]);
        Assert.Empty(record.Papers("box"));
        Assert.Equal(3, record.Papers("other").Length);
        Assert.Equal(["other"], record.BoxesWithKeys());
        Assert.Equal(0, new FileInfo(folder.RecordFile + "-wal").Length);
        var key = Latin(Sample.Paper("box", 7).Key.Span);
        Assert.Contains(key, rows, StringComparison.Ordinal);
        Assert.DoesNotContain(key, Everything(), StringComparison.Ordinal);
        Assert.Empty(Fsck.Check(folder));
    }

    [Fact]
    public async Task Without_its_key_or_under_another_what_lies_in_a_box_is_lost_and_says_so()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using (var record = Record.Open(folder))
            await Cast(record, "box", 4);
        var keys = await File.ReadAllBytesAsync(folder.BoxKeysFile, Stop);
        File.Delete(folder.BoxKeysFile);
        await JudgeLost(folder);

        // One bit of a quarter of a million is enough.
        keys[KeySlot.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(folder.BoxKeysFile, keys, Stop);
        await JudgeLost(folder);

        using (var record = Record.Open(folder))
        {
            Assert.True(await record.Close("box"));
            Assert.Equal(BoxState.Empty, record.StateOf("box"));
            await record.Append(Sample.Append(4) with { Papers = [Sample.Paper("box", 9)] }, Stop);
            Assert.Equal(["paper 9"], Texts(record, "box"));
        }
    }

    [Fact]
    public async Task Slots_of_boxes_that_closed_are_used_again_and_the_file_grows_only_for_boxes_that_are_open()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using var record = Record.Open(folder);
        for (var n = 0; n < 20; n++)
        {
            await Cast(record, $"box {n}", 1, from: n);
            if (n % 4 != 0)
                await record.Close($"box {n}");
        }
        Assert.Equal(8 * KeySlot.Length, new FileInfo(folder.BoxKeysFile).Length);
        for (var n = 20; n < 30; n++)
            await Cast(record, $"box {n}", 1, from: n);
        Assert.Equal(16 * KeySlot.Length, new FileInfo(folder.BoxKeysFile).Length);
        Assert.All(
            [0, 4, 8, 12, 16, 20, 29],
            n => Assert.Equal([$"paper {n}"], Texts(record, $"box {n}"))
        );
    }

    [Fact]
    public async Task What_an_earlier_release_left_in_the_clear_is_sealed_under_other_row_keys()
    {
        using var folder = DataFolder.Open(temporary.Data);
        using (var record = Record.Open(folder))
            await record.Append(Sample.Append(0), Stop);
        using (var connection = new Database(folder.RecordFile, Record.Schema).OpenWriter())
        using (var tables = new Tables(connection))
            for (var n = 0; n < 12; n++)
                tables.Insert(Sample.Paper("box", n));
        using (var record = Record.Open(folder))
        {
            Assert.Equal(BoxState.InTheClear, record.StateOf("box"));
            Assert.True(await record.SealOld("box", 40));
            Assert.Equal(BoxState.Sealed, record.StateOf("box"));
            Assert.Equal(12, Texts(record, "box").Distinct().Count());
            Assert.DoesNotContain("paper ", Everything(), StringComparison.Ordinal);
            Assert.DoesNotContain(
                Latin(Sample.Paper("box", 7).Key.Span),
                Everything(),
                StringComparison.Ordinal
            );
        }
        Assert.Empty(Fsck.Check(folder));
    }

    [Fact]
    public async Task A_backup_holds_no_key_of_a_box_and_what_is_restored_says_that_it_was()
    {
        using (var folder = DataFolder.Open(temporary.Data))
        using (var record = Record.Open(folder))
        {
            await Cast(record, "box", 3);
            Backup.Take(folder, temporary.Path + "/backup.zip");
        }
        var target = Path.Combine(temporary.Path, "target");
        Assert.IsType<Restored.Whole>(Restore.From(temporary.Path + "/backup.zip", target));
        using var restored = DataFolder.OpenExisting(target);
        Assert.False(File.Exists(restored.BoxKeysFile));
        Assert.True(File.Exists(restored.RestoredFile));
        await JudgeLost(restored);
    }

    private static async Task JudgeLost(DataFolder folder)
    {
        using var record = Record.Open(folder);
        Assert.Equal(BoxState.Lost, record.StateOf("box"));
        Assert.Throws<BoxKeyLostException>(() => record.Papers("box"));
        await Task.CompletedTask;
    }

    // In pieces so short that no part of the slot can have stayed unnoticed.
    private static void AssertNothingIsLeft(string before, string after, int slot)
    {
        const int piece = 16;
        for (var at = slot * KeySlot.Length; at < (slot + 1) * KeySlot.Length; at += piece)
            if (before.AsSpan(at, piece).ContainsAnyExcept('\0'))
                Assert.False(
                    before.AsSpan(at, piece).SequenceEqual(after.AsSpan(at, piece)),
                    $"the bytes at {at} were not overwritten"
                );
    }

    private static async Task Cast(Record record, string box, int papers, int from = 0)
    {
        for (var n = from; n < from + papers; n++)
            Assert.IsType<Appended.Written>(
                await record.Append(Sample.Append(n) with { Papers = [Sample.Paper(box, n)] }, Stop)
            );
    }

    private static string[] Texts(Record record, string box) =>
        [.. record.Papers(box).Select(p => Sample.Text(p.Bytes))];

    private string Everything() =>
        string.Concat(
            Directory
                .GetFiles(temporary.Data)
                .Where(file => Path.GetFileName(file) != "lock")
                .Select(Files.ReadShared)
        );

    private static string Latin(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
