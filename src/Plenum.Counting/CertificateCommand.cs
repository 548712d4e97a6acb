using System.Text;
using System.Text.Json;
using Plenum.Counting.Ballots;

namespace Plenum.Counting;

/// <summary>The verbs that write a certificate and count again what it claims.</summary>
internal static class CertificateCommand
{
    /// <summary>Counts and writes a certificate.</summary>
    /// <param name="file">The bytes of a file of papers.</param>
    /// <param name="options">What is asked for.</param>
    public static CountAnswer Write(ReadOnlySpan<byte> file, CountOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        // A certificate has no place for them, so nobody could make the count again.
        if (options.Constraints is not null)
            return CountAnswer.Bad(
                options.Json,
                [
                    new Finding(
                        "certificate.constraints",
                        options.File,
                        0,
                        0,
                        "places for groups",
                        "a count without them"
                    ),
                ]
            );
        var read = CountCommand.Read(file, options);
        if (read.Ballots is not { } ballots)
            return read.Answer;
        var story = CountingRule
            .Find(options.Rule)!
            .Count(ballots, CountCommand.LotsOf(options, ballots));
        if (story is CountStory.Refused(var code, var found, var expected))
            return CountAnswer.Bad(
                options.Json,
                [new Finding(code, options.File, 0, 0, found, expected)]
            );
        return new CountAnswer(0, Certificate.Text(options.Rule, options.Seed, ballots, story));
    }

    /// <summary>Counts again what a certificate claims; 0 when every byte is the same, 1 when not, 2 for bad input.</summary>
    /// <param name="certificate">The bytes of the certificate.</param>
    /// <param name="file">The bytes of the file of papers.</param>
    /// <param name="name">The file's name, for findings.</param>
    /// <param name="json">JSON, or a sentence.</param>
    public static CountAnswer Verify(
        ReadOnlySpan<byte> certificate,
        ReadOnlySpan<byte> file,
        string name,
        bool json
    )
    {
        if (OptionsOf(certificate, name) is not { } options)
            return CountAnswer.Bad(
                json,
                [
                    new Finding(
                        "certificate.unreadable",
                        "",
                        1,
                        1,
                        "something else",
                        "a certificate of version 1"
                    ),
                ]
            );
        var again = Write(file, options);
        if (again.ExitCode != 0)
            return again;
        var line = FirstDifference(Encoding.UTF8.GetString(certificate), again.Text);
        return new CountAnswer(
            line == 0 ? 0 : 1,
            json
                    ? CountJson.Render(writer =>
                    {
                        writer.WriteBoolean("valid", line == 0);
                        if (line > 0)
                            writer.WriteNumber("first_difference", line);
                    })
                : line == 0 ? "valid\n"
                : FormattableString.Invariant($"differs from line {line}\n")
        );
    }

    private static CountOptions? OptionsOf(ReadOnlySpan<byte> certificate, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(certificate);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            var seed = root.GetProperty("seed").GetString();
            return root.GetProperty("certificate").GetInt32() == Certificate.Version
                ? new CountOptions(
                    root.GetProperty("rule").GetString()!,
                    root.GetProperty("seats").GetInt32(),
                    Json: true,
                    string.IsNullOrEmpty(seed) ? null : seed,
                    name
                )
                : null;
        }
        catch (Exception unreadable)
            when (unreadable
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
            )
        {
            return null;
        }
    }

    private static int FirstDifference(string claimed, string found)
    {
        if (string.Equals(claimed, found, StringComparison.Ordinal))
            return 0;
        var (left, right) = (claimed.Split('\n'), found.Split('\n'));
        var line = 0;
        while (
            line < Math.Min(left.Length, right.Length)
            && string.Equals(left[line], right[line], StringComparison.Ordinal)
        )
            line++;
        return line + 1;
    }
}
