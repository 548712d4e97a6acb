using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Plenum.Counting.Ballots;

namespace Plenum.Counting.Marks;

/// <summary>Reads a contest's configuration as RCTab writes it.</summary>
/// <remarks>
/// Read are <c>cvrFileSources</c>, <c>candidates</c>, <c>rules</c> and the contest's name; what only concerns reports is
/// passed over. Numbers may be written as text. Contradictions RCTab refuses are refused here.
/// </remarks>
public static class MarkContestReader
{
    /// <summary>Whether a file looks like such a configuration.</summary>
    /// <param name="bytes">The file.</param>
    internal static bool Fits(ReadOnlySpan<byte> bytes) =>
        bytes.Length < MostBytes
        && bytes.IndexOf("\"cvrFileSources\""u8) >= 0
        && bytes.IndexOf("\"winnerElectionMode\""u8) >= 0;

    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>Reads it.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="file">Its name, for findings.</param>
    public static MarkReading<MarkContest> Read(ReadOnlyMemory<byte> bytes, string file = "")
    {
        try
        {
            using var json = JsonDocument.Parse(bytes);
            return new Fields(file).Contest(json.RootElement);
        }
        catch (JsonException wrong)
        {
            return new MarkReading<MarkContest>.Malformed([
                new Finding(
                    "marks.json",
                    file,
                    (int)(wrong.LineNumber ?? 0) + 1,
                    (int)(wrong.BytePositionInLine ?? 0) + 1,
                    "no JSON",
                    "a configuration in JSON"
                ),
            ]);
        }
    }

    private sealed class Fields(string file)
    {
        private readonly List<Finding> findings = [];

        public MarkReading<MarkContest> Contest(JsonElement root)
        {
            if (
                root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("rules", out var rules)
                || rules.ValueKind != JsonValueKind.Object
            )
                return MarkReading<MarkContest>.Bad("marks.rules", file, "no rules", "rules");
            ImmutableArray<MarkSource> sources = [.. List(root, "cvrFileSources").Select(Source)];
            ImmutableArray<MarkCandidate> candidates =
            [
                .. List(root, "candidates")
                    .Select(each => new MarkCandidate(
                        Text(each, "name"),
                        [.. List(each, "aliases").Select(alias => alias.ToString())],
                        Flag(each, "excluded")
                    )),
            ];
            var read = Rules(rules) with
            {
                Contest = root.TryGetProperty("outputSettings", out var output)
                    ? Text(output, "contestName")
                    : "",
                Candidates = candidates,
                WriteIns = sources.Any(s => s.WriteIn.Length > 0 || s.BlankIsWriteIn),
            };
            Check(read, sources);
            return findings.Count > 0
                ? new MarkReading<MarkContest>.Malformed([.. findings])
                : new MarkReading<MarkContest>.Read(new MarkContest(read, sources));
        }

        private MarkRules Rules(JsonElement rules)
        {
            var share = Text(rules, "multiSeatBottomsUpPercentageThreshold");
            var portion = Fraction.Zero;
            if (share.Length > 0 && !Fraction.TryParse(share, out portion))
                Bad("multiSeatBottomsUpPercentageThreshold", share, "a percentage");
            return new MarkRules
            {
                SeatsBy = Word(
                    rules,
                    "winnerElectionMode",
                    ("singleWinnerMajority", SeatsBy.Majority),
                    ("multiWinnerAllowMultipleWinnersPerRound", SeatsBy.Threshold),
                    ("multiWinnerAllowOnlyOneWinnerPerRound", SeatsBy.ThresholdOneARound),
                    ("bottomsUp", SeatsBy.BottomsUp),
                    ("bottomsUpUsingPercentageThreshold", SeatsBy.BottomsUpToShare),
                    ("multiPassIrv", SeatsBy.SeatBySeat)
                ),
                Overvotes = Word(
                    rules,
                    "overvoteRule",
                    ("alwaysSkipToNextRank", OvervoteRule.Skip),
                    ("exhaustImmediately", OvervoteRule.Exhaust),
                    ("exhaustIfMultipleContinuing", OvervoteRule.ExhaustIfSeveralStand)
                ),
                Ties = Word(
                    rules,
                    "tiebreakMode",
                    ("random", MarkTies.Random),
                    ("stopCountingAndAsk", MarkTies.Lot),
                    ("previousRoundCountsThenRandom", MarkTies.EarlierRoundsThenRandom),
                    ("previousRoundCountsThenAsk", MarkTies.EarlierRoundsThenLot),
                    ("useCandidateOrder", MarkTies.ListOrder),
                    ("generatePermutation", MarkTies.Shuffled)
                ),
                Seats = (int)Whole(rules, "numberOfWinners", 1, 0, 1_000),
                Places = (int)Whole(rules, "decimalPlacesForVoteArithmetic", 4, 0, 20),
                SkippedRanks = (int)Whole(
                    rules,
                    "maxSkippedRanksAllowed",
                    int.MaxValue,
                    0,
                    int.MaxValue
                ),
                Ranks = (int)Whole(rules, "maxRankingsAllowed", int.MaxValue, 1, int.MaxValue),
                Rounds = (int)Whole(
                    rules,
                    "stopTabulationEarlyAfterRound",
                    int.MaxValue,
                    1,
                    int.MaxValue
                ),
                Seed = Whole(rules, "randomSeed", 0, long.MinValue, long.MaxValue),
                Share = portion / 100,
                FractionalThreshold = Flag(rules, "nonIntegerWinningThreshold"),
                FirstThreshold = Flag(rules, "doesFirstRoundDetermineThreshold"),
                Hare = Flag(rules, "hareQuota"),
                Batch = Flag(rules, "batchElimination"),
                Cutoff = Flag(rules, "cutoffElimination"),
                UntilTwo = Flag(rules, "continueUntilTwoCandidatesRemain"),
                RepeatsExhaust = Flag(rules, "exhaustOnDuplicateCandidate"),
            };
        }

        private void Check(MarkRules rules, ImmutableArray<MarkSource> sources)
        {
            if (rules.Candidates.Length == 0 || rules.Candidates.All(c => c.Excluded))
                Bad("candidates", "nobody", "somebody who is not excluded");
            if (rules.Candidates.Length > BallotLimits.Usual.Candidates)
                Bad("candidates", "too many", "at most 1,000");
            var names = rules.Candidates.SelectMany(c => c.Aliases.Prepend(c.Name)).ToList();
            if (names.Distinct(StringComparer.Ordinal).Count() != names.Count)
                Bad("candidates", "a name twice", "every name and alias once");
            if (rules.Seats == 0 != (rules.SeatsBy == SeatsBy.BottomsUpToShare))
                Bad("numberOfWinners", "0", "0 only to share, else at least 1");
            var several = rules.SeatsBy is not (SeatsBy.Majority or SeatsBy.SeatBySeat);
            if (rules.Seats > 1 && rules.SeatsBy == SeatsBy.Majority)
                Bad("winnerElectionMode", "one seat", "a mode for several seats");
            if (rules.Seats == 1 && several)
                Bad("winnerElectionMode", "several seats", "a mode for one seat");
            if (
                (several && (rules.Batch || rules.UntilTwo))
                || (rules.Seats > 1 && rules.FirstThreshold)
            )
                Bad("batchElimination", "an option of one seat", "none of them with several");
            if (rules.Hare && rules.FractionalThreshold)
                Bad("hareQuota", "fractional too", "one of the two");
            if (
                rules.Overvotes == OvervoteRule.ExhaustIfSeveralStand
                && sources.Any(s => s.Overvote.Length > 0)
            )
                Bad("overvoteRule", "a label for overvotes", "a delimiter between names");
        }

        private MarkSource Source(JsonElement source) =>
            new(Text(source, "filePath"), Text(source, "provider"))
            {
                Contest = Text(source, "contestId"),
                FirstColumn = (int)Whole(source, "firstVoteColumnIndex", 1, 1, 10_000),
                FirstRow = (int)Whole(source, "firstVoteRowIndex", 2, 1, 100_000),
                Between = Text(source, "overvoteDelimiter"),
                Overvote = Text(source, "overvoteLabel"),
                Skipped = Text(source, "skippedRankLabel"),
                WriteIn = Text(source, "undeclaredWriteInLabel"),
                BlankIsWriteIn = Flag(source, "treatBlankAsUndeclaredWriteIn"),
            };

        private void Bad(string field, string found, string expected) =>
            findings.Add(new Finding("marks.rules", file, 1, 1, $"{field}: {found}", expected));

        private static IEnumerable<JsonElement> List(JsonElement of, string name) =>
            of.ValueKind == JsonValueKind.Object
            && of.TryGetProperty(name, out var list)
            && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray()
                : [];

        private static string Text(JsonElement of, string name) =>
            of.ValueKind == JsonValueKind.Object
            && of.TryGetProperty(name, out var value)
            && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                ? value.ToString()
                : "";

        private static bool Flag(JsonElement of, string name) =>
            of.ValueKind == JsonValueKind.Object
            && of.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.True;

        // "max" and "unlimited" stand for no bound, as nothing does.
        private long Whole(JsonElement of, string name, long otherwise, long least, long most)
        {
            var text = Text(of, name).Trim();
            if (text is "" or "max" or "unlimited")
                return otherwise;
            if (
                long.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign,
                    CultureInfo.InvariantCulture,
                    out var number
                )
                && number >= least
                && number <= most
            )
                return number;
            Bad(name, text, string.Create(CultureInfo.InvariantCulture, $"{least} to {most}"));
            return otherwise;
        }

        private T Word<T>(JsonElement of, string name, params (string Word, T Value)[] words)
            where T : struct
        {
            var text = Text(of, name);
            foreach (var (word, value) in words)
            {
                if (word == text)
                    return value;
            }
            Bad(name, text, string.Join(" or ", words.Select(each => each.Word)));
            return default;
        }
    }
}
