using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Plenum.Counting.Ballots;

namespace Plenum.Counting;

/// <summary>The verbs that write a certificate and count again what it claims.</summary>
internal static class CertificateCommand
{
    private sealed record Claim(CountOptions Options, int Version, ImmutableArray<int> Elected);

    private readonly record struct Made(CountAnswer Answer, CountStory? Story);

    /// <summary>Counts and writes a certificate.</summary>
    /// <param name="file">The bytes of a file of papers.</param>
    /// <param name="options">What is asked for.</param>
    public static CountAnswer Write(ReadOnlySpan<byte> file, CountOptions options) =>
        Make(file, options, Certificate.Version).Answer;

    private static Made Make(ReadOnlySpan<byte> file, CountOptions options, int version)
    {
        ArgumentNullException.ThrowIfNull(options);
        // A certificate has no place for them, so nobody could make the count again.
        if (options.Constraints is not null)
            return Bad(
                options,
                "certificate.constraints",
                "places for groups",
                "a count without them"
            );
        var read = CountCommand.Read(file, options);
        if (read.Ballots is not { } ballots)
            return new Made(read.Answer, null);
        var story = CountingRule
            .Find(options.Rule)!
            .Count(ballots, CountCommand.LotsOf(options, ballots));
        if (story is CountStory.Refused(var code, var found, var expected))
            return Bad(options, code, found, expected);
        var text = Certificate.Text(options.Rule, options.Seed, ballots, story, version);
        return new Made(new CountAnswer(0, text), story);
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
        if (ClaimOf(certificate, name) is not { } claim)
            return CountAnswer.Bad(
                json,
                [
                    new Finding(
                        "certificate.unreadable",
                        "",
                        1,
                        1,
                        "something else",
                        "a certificate of version 1 or 2"
                    ),
                ]
            );
        var (again, story) = Make(file, claim.Options, claim.Version);
        if (story is null)
            return again;
        var line = FirstDifference(certificate, Encoding.UTF8.GetBytes(again.Text));
        return new CountAnswer(
            line == 0 ? 0 : 1,
            json ? Json(claim, story, line) : Said(claim, story, line)
        );
    }

    private static string Json(Claim claim, CountStory story, int line) =>
        CountJson.Render(writer =>
        {
            writer.WriteBoolean("valid", line == 0);
            writer.WriteNumber("version", claim.Version);
            if (claim.Options.Seed is not null)
                writer.WriteBoolean("seed_used", story.DrewLots);
            if (line == 0)
                return;
            writer.WriteNumber("first_difference", line);
            writer.WriteString("elected", Elected(claim, story));
        });

    private static string Said(Claim claim, CountStory story, int line)
    {
        var text = new StringBuilder(
            line == 0 ? "valid\n" : FormattableString.Invariant($"differs from line {line}\n")
        );
        if (claim.Options.Seed is { } seed && !story.DrewLots)
            text.Append(
                CultureInfo.InvariantCulture,
                $"no lot was drawn: any seed in place of {seed} would give the same count, so nothing is proved of it\n"
            );
        if (claim.Version == Certificate.Version)
            return text.ToString();
        if (line == 0)
            text.Append(
                CultureInfo.InvariantCulture,
                $"it is of version {claim.Version}; counted today it is the same\n"
            );
        else
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"it is of version {claim.Version}, from before equals were put in order by the rule and some papers counted otherwise; counted today, "
                )
                .Append(
                    Elected(claim, story) switch
                    {
                        "same" => "the same are elected, in the same order\n",
                        "other-order" => "the same are elected, in another order\n",
                        _ => "others are elected\n",
                    }
                );
        return text.ToString();
    }

    private static string Elected(Claim claim, CountStory story)
    {
        var today = story.Elected.Select(c => c.Number).ToList();
        return today.SequenceEqual(claim.Elected) ? "same"
            : today.Order().SequenceEqual(claim.Elected.Order()) ? "other-order"
            : "other";
    }

    private static Claim? ClaimOf(ReadOnlySpan<byte> certificate, string name)
    {
        try
        {
            var reader = new Utf8JsonReader(certificate);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            var seed = root.GetProperty("seed").GetString();
            var version = root.GetProperty("certificate").GetInt32();
            return version is >= 1 and <= Certificate.Version
                ? new Claim(
                    new CountOptions(
                        root.GetProperty("rule").GetString()!,
                        root.GetProperty("seats").GetInt32(),
                        Json: true,
                        string.IsNullOrEmpty(seed) ? null : seed,
                        name
                    ),
                    version,
                    [
                        .. root.GetProperty("count")
                            .GetProperty("elected")
                            .EnumerateArray()
                            .Select(who => who.GetInt32()),
                    ]
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

    // Bytes, not what they stand for: several decode to one sign. The line in which they part, or nought.
    private static int FirstDifference(ReadOnlySpan<byte> claimed, ReadOnlySpan<byte> found)
    {
        var same = claimed.CommonPrefixLength(found);
        return same == claimed.Length && same == found.Length
            ? 0
            : claimed[..same].Count((byte)'\n') + 1;
    }

    private static Made Bad(CountOptions options, string code, string found, string expected) =>
        new(
            CountAnswer.Bad(options.Json, [new Finding(code, options.File, 0, 0, found, expected)]),
            null
        );
}
