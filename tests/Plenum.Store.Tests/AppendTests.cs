namespace Plenum.Store.Tests;

public sealed class AppendTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();
    private readonly DataFolder folder;
    private readonly Record record;

    public AppendTests()
    {
        folder = DataFolder.Open(temporary.Data);
        record = Record.Open(folder);
    }

    public void Dispose()
    {
        record.Dispose();
        folder.Dispose();
        temporary.Dispose();
    }

    [Fact]
    public async Task What_was_appended_is_read_back_byte_for_byte()
    {
        var written = await record.Append(Sample.Append(0, entries: 3), Stop);
        Assert.Equal(new Appended.Written(1, 1, 3), written);
        var entries = record.ReadStream(Sample.Section).ToArray();
        Assert.Equal([1L, 2L, 3L], entries.Select(e => e.Version));
        Assert.Equal([1L, 2L, 3L], entries.Select(e => e.Position));
        Assert.Equal("""{"n":2}""", Sample.Text(entries[1].Leaf));
        Assert.Equal("""{"salt":2}""", Sample.Text(entries[1].Open));
        Assert.Equal("""{"by":"member"}""", Sample.Text(entries[1].Envelope));
        Assert.Equal(1_000, entries[1].At);
        Assert.Equal("matter.tabled/1", entries[1].Type);
    }

    [Fact]
    public async Task A_lost_race_is_told_the_actual_version_and_publishes_nothing()
    {
        await record.Append(Sample.Append(0, entries: 2), Stop);
        Assert.Equal(new Appended.Conflict(2), await record.Append(Sample.Append(1), Stop));
        Assert.Equal(2, record.ReadAll().Count());
    }

    [Fact]
    public async Task Of_many_appends_on_one_version_exactly_one_is_written()
    {
        var all = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(_ => record.Append(Sample.Append(0), Stop))
        );
        Assert.Single(all.OfType<Appended.Written>());
        Assert.Equal(199, all.OfType<Appended.Conflict>().Count(c => c.Actual == 1));
        Assert.Single(record.ReadAll());
    }

    [Fact]
    public async Task A_repeated_command_gets_the_same_versions_and_is_not_done_twice()
    {
        var first = Sample.Append(0, entries: 2) with
        {
            Commands = [Sample.Command("a"), Sample.Command("b")],
        };
        await record.Append(first, Stop);
        var again = Sample.Append(2) with { Commands = [Sample.Command("b")] };
        Assert.Equal(new Appended.AlreadyDone("b", 2, 2), await record.Append(again, Stop));
        Assert.Equal(2, record.ReadAll().Count());
        Assert.True(record.TryFindCommand("a", out var found));
        Assert.Equal((1L, 1L, Sample.Section), (found.First, found.Last, found.Section));
        Assert.False(record.TryFindCommand("c", out _));
    }

    [Fact]
    public async Task A_command_id_with_other_bytes_is_refused()
    {
        await record.Append(Sample.Append(0) with { Commands = [Sample.Command("a")] }, Stop);
        var other = Sample.Append(1) with { Commands = [Sample.Command("a", body: "other")] };
        Assert.Equal(new Appended.CommandIdReused("a"), await record.Append(other, Stop));
        Assert.Single(record.ReadAll());
    }

    [Fact]
    public async Task A_command_that_repeats_within_one_commit_is_done_once()
    {
        var append = Sample.Append(0) with { Commands = [Sample.Command("a")] };
        var both = await Task.WhenAll(record.Append(append, Stop), record.Append(append, Stop));
        Assert.Single(both.OfType<Appended.Written>());
        Assert.Single(both.OfType<Appended.AlreadyDone>());
    }

    [Fact]
    public async Task Positions_run_without_gaps_over_all_sections()
    {
        var sections = Enumerable.Range(0, 20).Select(n => $"section-{n}");
        await Task.WhenAll(
            sections.Select(async section =>
            {
                for (var version = 0; version < 10; version++)
                    Assert.IsType<Appended.Written>(
                        await record.Append(Sample.Append(version, section: section), Stop)
                    );
            })
        );
        var positions = record.ReadAll().Select(e => e.Position).ToArray();
        Assert.Equal(Enumerable.Range(1, 200).Select(n => (long)n), positions);
        Assert.All(record.Sections(), section => Assert.Equal(10, section.Version));
    }

    [Fact]
    public async Task A_long_stream_is_read_page_by_page_to_its_end()
    {
        for (var version = 0; version < 1_000; version += 100)
            await record.Append(Sample.Append(version, entries: 100), Stop);
        Assert.Equal(1_000, record.ReadAll().Count());
        Assert.Equal(Enumerable.Range(500, 501).Select(n => (long)n), Versions(500));

        IEnumerable<long> Versions(long from) =>
            record.ReadStream(Sample.Section, from).Select(e => e.Version);
    }

    [Fact]
    public async Task The_history_of_a_subject_is_read_newest_first_and_survives_a_rebuild()
    {
        var entries = Enumerable.Range(1, 9).Select(n => Sample.Entry(n, $"matter/{n % 3}"));
        await record.Append(new Append(Sample.Section, 0, 0, Due.Never, [.. entries]), Stop);
        Assert.Equal([7L, 4L], History());
        await record.RebuildSubjects(entry => entry.Version == 5 ? ["matter/1"] : []);
        Assert.Equal([5L], History());

        IEnumerable<long> History() =>
            record.History(Sample.Section, "matter/1", 9, 2).Select(e => e.Version);
    }

    [Fact]
    public async Task What_falls_due_is_found_earliest_first_and_can_be_lifted()
    {
        await record.Append(Sample.Append(0, section: "b") with { Due = new Due(70) }, Stop);
        await record.Append(Sample.Append(0, section: "a") with { Due = new Due(90) }, Stop);
        await record.Append(Sample.Append(0, section: "c"), Stop);
        Assert.Equal([new DueSection("b", 70), new DueSection("a", 90)], record.Earliest());
        await record.Append(Sample.Append(1, section: "b"), Stop);
        Assert.Equal([new DueSection("a", 90)], record.Earliest());
    }

    [Fact]
    public async Task Documents_are_found_by_digest_and_papers_in_the_order_of_their_keys()
    {
        var document = Document.Of(Sample.Bytes("the statutes"));
        var papers = Enumerable.Range(0, 30).Select(n => Sample.Paper("box", n)).ToArray();
        await record.Append(
            Sample.Append(0) with
            {
                Documents = [document],
                Papers = [.. papers],
            },
            Stop
        );
        Assert.True(record.TryFindDocument(document.Digest, out var bytes));
        Assert.Equal("the statutes", Sample.Text(bytes));
        var keys = record.Papers("box").Select(p => Convert.ToHexString(p.Key.Span)).ToArray();
        Assert.Equal(keys.Order(StringComparer.Ordinal), keys, StringComparer.Ordinal);
        Assert.Equal(30, keys.Length);
        var taken = Sample.Append(1) with { Papers = [papers[3]] };
        Assert.Equal(new Appended.PaperKeyTaken("box"), await record.Append(taken, Stop));
        Assert.Empty(record.Papers("another box"));
    }

    [Theory]
    [InlineData("""{"b":1,"a":2}""")]
    [InlineData("""{"a": 1}""")]
    [InlineData("not json")]
    public async Task A_leaf_that_is_not_canonical_is_a_bug_of_the_caller(string leaf)
    {
        var append = Sample.Append(0) with
        {
            Entries = [Sample.Entry(1) with { Leaf = Sample.Bytes(leaf) }],
        };
        await Assert.ThrowsAsync<ArgumentException>(() => record.Append(append, Stop));
        Assert.Empty(record.ReadAll());
    }

    [Fact]
    public async Task Erased_open_values_are_gone_from_every_file_and_the_leaf_stays()
    {
        var secret = Sample.Entry(1) with
        {
            Open = Sample.Bytes("""{"name":"Rosa-of-the-open-values"}"""),
        };
        await record.Append(Sample.Append(0) with { Entries = [secret] }, Stop);
        Assert.True(await record.EraseOpen(Sample.Section, 1, at: 5));
        var entry = Assert.Single(record.ReadAll());
        Assert.True(entry.Open.IsEmpty);
        Assert.Equal("""{"n":1}""", Sample.Text(entry.Leaf));
        foreach (var file in Directory.GetFiles(temporary.Data, "record.db*"))
            Assert.DoesNotContain(
                "Rosa-of-the-open-values",
                Files.ReadShared(file),
                StringComparison.Ordinal
            );
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
