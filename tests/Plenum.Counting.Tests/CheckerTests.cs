using System.Text;
using System.Text.Json;
using Plenum.Checker;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Tests;

/// <summary>The checker that shares no code with the library agrees with it, and with nothing else.</summary>
public sealed class CheckerTests
{
    [Theory, InlineData("scottish-stv"), InlineData("irv"), InlineData("wigm-prf")]
    public void Every_count_is_replayed_by_other_code(string rule) =>
        Elections.Any.Sample(ballots =>
        {
            var set = rule == "irv" ? ballots.WithSeats(1) : ballots;
            Replayed(rule, BltWriter.Write(set), seed: "0a0b", text => text);
            Replayed(rule, BltWriter.Write(set), seed: null, text => text);
        });

    [Theory]
    [InlineData("\"2.00000\"", "\"2.00001\"")]
    [InlineData("\"seats\": 2", "\"seats\": 3")]
    [InlineData("\"papers_root\": \"", "\"papers_root\": \"0")]
    [InlineData("\"action\": \"exclusion\"", "\"action\": \"surplus\"")]
    public void What_is_changed_is_found(string was, string becomes) =>
        Assert.Throws<DifferenceException>(() =>
            Replayed(
                "scottish-stv",
                "3 2\n4 1 2 0\n2 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"t\"\n"u8.ToArray(),
                seed: null,
                text => text.Replace(was, becomes, StringComparison.Ordinal)
            )
        );

    private static void Replayed(
        string rule,
        byte[] file,
        string? seed,
        Func<string, string> change
    )
    {
        var certificate = CertificateCommand.Write(
            file,
            new CountOptions(rule, Json: true, Seed: seed)
        );
        Assert.Equal(0, certificate.ExitCode);
        using var json = JsonDocument.Parse(change(certificate.Text));
        new Replay(json.RootElement, new Checker.Papers(Encoding.UTF8.GetString(file))).Run();
    }
}
