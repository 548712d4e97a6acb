using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Plenum.Counting;
using Plenum.Counting.Ballots;
using Plenum.Counting.Ties;
using Plenum.Testing;

namespace Plenum.SecretBallot.Tests;

/// <summary>Rankings that were decrypted, counted by our library and by the methods of the independent tool.</summary>
public sealed class MethodTests
{
    private static readonly string Folder = Path.Combine(Golden.Root, "testdata", "belenios");

    [Theory]
    [InlineData("demo-nh-schulze", 2, "schulze")]
    [InlineData("demo-stv", 0, "schulze")]
    [InlineData("demo-stv", 0, "wigm")]
    public void Winners_are_the_same(string sample, int question, string rule)
    {
        Tool.Require();
        using var tool = new Tool();
        var path = Directory.EnumerateFiles(Path.Combine(Folder, sample), "*.bel").Single();
        var election = Assert
            .IsType<Verification.Valid>(Verifier.Verify(File.ReadAllBytes(path)))
            .Election;
        var rows = Assert.IsType<QuestionResult.Rankings>(election.Results[question]).Rows;
        var seats = rule == "wigm" ? 2 : 1;
        var told = JsonDocument.Parse(
            tool.Run(
                rule == "wigm"
                    ? $"method stv --nseats {seats}"
                    : $"method schulze --nchoices {rows[0].Length} --blank-allowed true",
                "[" + string.Join(',', rows.Select(r => "[" + string.Join(',', r) + "]")) + "]"
            )
        );
        var theirs = told.RootElement.GetProperty("winners");
        if (rule == "schulze")
            theirs = theirs[0];
        var read = Assert.IsType<BallotReading.Read>(
            BallotReader.Read(Encoding.UTF8.GetBytes(Blt(rows, seats)), "papers.blt")
        );
        var ours = CountingRule.Find(rule)!.Count(read.Ballots, Lots.AsFiled(read.Ballots)).Elected;
        Assert.Equal(
            theirs.EnumerateArray().Select(w => w.GetInt32()).Order(),
            ours.Select(c => c.Number - 1).Order()
        );
    }

    private static string Blt(ImmutableArray<ImmutableArray<int>> rows, int seats)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{rows[0].Length} {seats}\n");
        foreach (var row in rows)
        {
            text.Append('1');
            foreach (
                var rank in row.Select((rank, at) => (rank, Number: at + 1))
                    .Where(r => r.rank > 0)
                    .GroupBy(r => r.rank)
                    .OrderBy(g => g.Key)
            )
                text.Append(' ').AppendJoin('=', rank.Select(r => r.Number));
            text.Append(" 0\n");
        }
        text.Append("0\n");
        for (var answer = 1; answer <= rows[0].Length; answer++)
            text.Append(CultureInfo.InvariantCulture, $"\"C{answer}\"\n");
        return text.Append("\"t\"\n").ToString();
    }
}
