using System.Diagnostics;
using System.Text;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;

namespace Plenum.Counting.Tests.Ballots;

/// <summary>
/// Files of every form, broken on purpose: 50,000 in every check, a million with PLENUM_LONG. The same each time.
/// </summary>
public sealed class MutatedFilesTests
{
    // A reader may use so much for each byte of a file, and so much for any file.
    private const long PerByte = 2_000;
    private const long PerFile = 1 << 20;

    private static readonly string[] Odd =
    [
        "99999999999999999999",
        "9007199254740993",
        "-1",
        "0",
        "1000",
        "1001",
        "\"",
        "[",
        "]",
        "{",
        "}",
        "(",
        ")",
        "=",
        ">",
        "#",
        "/*",
        "*/",
        ",",
        "\n",
        "\r\n",
        "\uFEFF",
        "\0",
        "\u2028",
        "-",
        ":",
    ];

    private static readonly byte[][] Seeds =
    [
        .. new[]
        {
            "4 2\n-3\n3 1 2 4 0\n2 4 1 0\n1 2 0\n5 0\n0\n\"Ann\"\n\"Bo \"\"B\"\"\"\n\"Cy\"\n\"Di\"\n\"Title\"\n",
            "3 2 # seats\n[nick a b c]\n[tie c b a]\n2 a b=c 0\n(id1) b - c 0\n1 (a b) c 0\n0\nAnn\nBo\nCy\nTitle",
            "0 2\n1 1 2 3\n1 3 1 2 0\n1 2 0 1\n0\nAnn\nBo\nCy\nTitle\n",
            "3 1\n/* by hand */ 4 1 2 3 0 2 3 1 0\n1 1 2\n 3 0 0 \"A\" \"B\" \"C\" \"T\"",
            "# FILE NAME: a.toc\n# TITLE: Logo\n# DATA TYPE: toc\n# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: Ants\n# ALTERNATIVE NAME 2: Swirl\n4: 2,{1,3}\n1: 1,2,3\n",
            "# DATA TYPE: cat\n# NUMBER ALTERNATIVES: 3\n# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: Yes\n2: {1,2},3\n1: {},{1,2,3}\n",
            "{\"title\": \"Capital\"}\n=Memph:[Memphis, TN]\n42:Memph/5>Nash/2>Chat/1\n26:Nash/5,Chat/3\n15*[Chat]=\"Knox\"\n3:\n",
            "count,rank1,rank2,rank3\n3,\"Eder, J.\",undervote,Vail\n2,overvote,Vail,\n1,Vail,\"Eder, J.\",Vail\n",
            "description: x\nprofile: [[0, 2],\n  {1}, [], [0,1,2]]\nnum_cand: 3\ncommitteesize: 2\nvoter_weights: [1, 2, 3, 4]\n",
        }.Select(Encoding.UTF8.GetBytes),
    ];

    private static int Files =>
        Environment.GetEnvironmentVariable("PLENUM_LONG") is { Length: > 0 } ? 1_000_000 : 50_000;

    [Fact]
    public void Broken_files_give_an_answer_soon_and_within_bounds()
    {
        var read = 0;
        Parallel.For(
            0,
            Files,
            number =>
            {
                var bytes = Broken((ulong)number);
                var form =
                    number % 4 == 0
                        ? BallotReader.Forms[number / 4 % BallotReader.Forms.Length]
                        : null;
                var (before, began) = (
                    GC.GetAllocatedBytesForCurrentThread(),
                    Stopwatch.GetTimestamp()
                );
                BallotReading reading;
                try
                {
                    reading = BallotReader.Read(bytes, "f", form, threads: 1);
                }
                catch (Exception failure)
                {
                    throw new InvalidOperationException(
                        $"file {number} as {form}: {Encoding.Latin1.GetString(bytes)}",
                        failure
                    );
                }
                var used = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.True(
                    used < PerFile + (bytes.Length * PerByte),
                    $"file {number} of {bytes.Length} bytes took {used}"
                );
                Assert.True(Stopwatch.GetElapsedTime(began).TotalSeconds < 20, $"file {number}");
                if (reading is BallotReading.Malformed(var findings))
                    Assert.All(findings, finding => AssertTells(finding, bytes));
                else if (reading is BallotReading.Read(var ballots))
                {
                    Interlocked.Increment(ref read);
                    AssertWritesAsRead(ballots);
                    if (number % 50 == 0)
                        AssertCounts(ballots);
                }
            }
        );
        // Not everything is broken by a change or two, or the readers of what is whole are not tried.
        Assert.InRange(read, Files / 20, Files - (Files / 20));
    }

    private static void AssertTells(Finding finding, byte[] bytes)
    {
        // Everything that Unicode calls the end of a line; of the longer ones the last byte.
        var lines = 1 + bytes.Count(b => b is >= 10 and <= 13 or 0x85 or 0xA8 or 0xA9);
        Assert.NotEmpty(finding.Code);
        Assert.NotEmpty(finding.Expected);
        Assert.InRange(finding.Line, 0, lines + 1);
        Assert.InRange(finding.Column, 0, bytes.Length + 2);
        Assert.InRange(finding.Found.Length, 0, 200);
    }

    private static void AssertWritesAsRead(BallotSet ballots)
    {
        var again = Elections.Blt(BltWriter.Write(ballots));
        Assert.Equal(BltWriter.Write(ballots), BltWriter.Write(again));
        Assert.Equal(ballots.Names.Length, again.Names.Length);
        Assert.Equal(ballots.Seats, again.Seats);
        Assert.Equal(ballots.Papers.AsEnumerable(), again.Papers.AsEnumerable());
        Assert.Equal(ballots.Withdrawn.AsEnumerable(), again.Withdrawn.AsEnumerable());
    }

    private static void AssertCounts(BallotSet ballots)
    {
        foreach (var id in new[] { "scottish-stv", "meek-prf", "wigm" })
        {
            var story = CountingRule.Find(id)!.Count(ballots, Lots.AsFiled(ballots));
            Assert.Equal(
                Math.Min(ballots.Seats, ballots.Names.Length - ballots.Withdrawn.Length),
                story.Elected.Length
            );
        }
    }

    // One to eight changes: a byte changed, put in or taken out, a piece said twice or taken out, a piece of another
    // file, something odd, the end cut off.
    private static byte[] Broken(ulong number)
    {
        var state = unchecked((number * 0xD1342543DE82EF95UL) + 1);
        var file = new List<byte>(Seeds[Below(Seeds.Length)]);
        for (var changes = 1 + Below(8); changes > 0; changes--)
        {
            var at = Below(file.Count + 1);
            var length = Math.Min(Below(1 + Below(40)), file.Count - at);
            switch (Below(8))
            {
                case 0 when at < file.Count:
                    file[at] = (byte)Below(256);
                    break;
                case 1:
                    file.Insert(at, (byte)Below(256));
                    break;
                case 2:
                    file.RemoveRange(at, length);
                    break;
                case 3:
                    file.InsertRange(Below(file.Count + 1), file.GetRange(at, length));
                    break;
                case 4:
                    var other = Seeds[Below(Seeds.Length)];
                    var from = Below(other.Length);
                    file.InsertRange(at, other[from..Math.Min(other.Length, from + Below(60))]);
                    break;
                case 5:
                    file.InsertRange(at, Encoding.UTF8.GetBytes(Odd[Below(Odd.Length)]));
                    break;
                case 6 when Below(4) == 0:
                    file.RemoveRange(at, file.Count - at);
                    break;
                case 7 when Below(50) == 0:
                    // The same piece very often.
                    var piece = file.GetRange(at, length);
                    for (var times = 0; times < 2_000; times++)
                        file.InsertRange(at, piece);
                    break;
                default:
                    break;
            }
        }
        return [.. file];

        int Below(int bound)
        {
            unchecked
            {
                state += 0x9E3779B97F4A7C15;
                var z = state;
                z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
                z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
                return (int)((z ^ (z >> 31)) % (ulong)Math.Max(1, bound));
            }
        }
    }
}
