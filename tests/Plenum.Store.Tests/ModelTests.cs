namespace Plenum.Store.Tests;

public sealed class ModelTests
{
    /// <summary>One try to append: to which section, how far off the version, how much, under which command.</summary>
    private sealed record Try(int Section, int Off, int Entries, int Command, int Body);

    private static readonly Gen<Try[]> Tries = Gen.Select(
        Gen.Int[0, 2],
        Gen.Frequency((6, Gen.Const(0)), (1, Gen.Int[-1, 2])),
        Gen.Int[0, 4],
        Gen.Int[0, 30],
        Gen.Frequency((9, Gen.Const(0)), (1, Gen.Const(1))),
        (section, off, entries, command, body) => new Try(section, off, entries, command, body)
    ).Array[1, 40];

    [Fact]
    public void Any_run_of_appends_ends_as_the_rules_say_and_passes_fsck() =>
        Tries.Sample(
            tries =>
            {
                using var temporary = new TemporaryFolder();
                using var folder = DataFolder.Open(temporary.Data);
                var versions = new long[3];
                var done = new Dictionary<int, (int Body, long First, long Last)>();
                using (var record = Record.Open(folder))
                    foreach (var one in tries)
                    {
                        var asked = Math.Max(versions[one.Section] + one.Off, 0);
                        var expected = Predict(one, asked, versions, done);
                        Assert.Equal(expected, Run(record, one, asked));
                    }
                using var again = Record.Open(folder);
                for (var section = 0; section < 3; section++)
                    Assert.Equal(versions[section], again.ReadStream($"s{section}").LongCount());
                Assert.Equal(versions.Sum(), again.ReadAll().LongCount());
                Assert.Empty(Fsck.Check(folder));
            },
            iter: 25,
            threads: 1
        );

    private static Appended Predict(
        Try one,
        long asked,
        long[] versions,
        Dictionary<int, (int Body, long First, long Last)> done
    )
    {
        if (done.TryGetValue(one.Command, out var before))
            return before.Body == one.Body
                ? new Appended.AlreadyDone($"c{one.Command}", before.First, before.Last)
                : new Appended.CommandIdReused($"c{one.Command}");
        var actual = versions[one.Section];
        if (asked != actual)
            return new Appended.Conflict(actual);
        var position = versions.Sum() + 1;
        versions[one.Section] += one.Entries;
        done[one.Command] = (one.Body, actual + 1, versions[one.Section]);
        return new Appended.Written(position, actual + 1, versions[one.Section]);
    }

    private static Appended Run(Record record, Try one, long asked)
    {
        var command = Sample.Command($"c{one.Command}", one.Entries, body: $"{one.Body}");
        return record
            .Append(
                Sample.Append(asked, one.Entries, $"s{one.Section}") with
                {
                    Commands = [command],
                }
            )
            .GetAwaiter()
            .GetResult();
    }
}
