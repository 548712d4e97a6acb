using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Majority;
using Plenum.Counting.Pairwise;
using Plenum.Counting.Proportional;
using Plenum.Counting.Rounds;
using Plenum.Counting.Ties;
using static Plenum.Counting.PapersSay;

namespace Plenum.Counting;

/// <summary>The list of rules: a rule is registered by one line here.</summary>
internal static partial class CountingRules
{
    private const string Prf = "Proportional Representation Foundation, reference rules";
    private const string Cfer_ =
        "Californians for Electoral Reform, draft of Elections Code 10050-10066";
    private const string Hww =
        "Hill, Wichmann and Woodall, Algorithm 123, 1987; exact to 18 places";

    private static (string, string) Droop => ("quota", "Droop, exact");
    private static (string, string) Fixed4 => ("arithmetic", "4 places, cut");
    private static (string, string) Fixed5 => ("arithmetic", "5 places, cut");
    private static (string, string) Guarded => ("arithmetic", "18 places and 9 guard places");

    public static ImmutableArray<CountingRule> All { get; } = [.. OfOrders(), .. OfSets()];

    private static ImmutableArray<CountingRule> OfOrders() =>
        [
            new(
                ScottishStv.Id,
                "Scottish STV",
                "SSI 2011/399, schedule 1, rules 46-53",
                Rankings,
                false,
                (b, l) => new CountStory.ByStages(ScottishStv.Count(b, l)),
                ("quota", "Droop, whole"),
                Fixed5
            ),
            Rounds(
                "wigm",
                "STV, weighted inclusive Gregory",
                Prf + ", without rounding",
                Wigm.Count,
                Droop,
                Guarded
            ),
            Rounds(
                "wigm-prf",
                "STV, weighted inclusive Gregory, reference",
                Prf,
                Wigm.CountReference,
                ("quota", "Droop + 0.0001"),
                Fixed4
            ),
            Rounds(
                "wigm-prf-batch",
                "STV, weighted inclusive Gregory, reference with sure losers",
                Prf,
                Wigm.CountReferenceBatch,
                ("quota", "Droop + 0.0001"),
                Fixed4
            ),
            Rounds("meek", "STV, Meek", Hww, Meek.Count, Droop, Guarded, ("omega", "10^-9")),
            Rounds(
                "meek-prf",
                "STV, Meek, reference",
                Prf,
                Meek.CountReference,
                ("quota", "Droop + 10^-9"),
                ("arithmetic", "9 places, keep factors up"),
                ("omega", "10^-6")
            ),
            Rounds(
                MeekNz.Id,
                "STV, Meek, New Zealand",
                "Local Electoral Regulations 2001 (SR 2001/145), schedule 1A",
                MeekNz.Count,
                ("quota", "Droop + 10^-9"),
                ("arithmetic", "9 places, kept up and passed on cut; keep values up"),
                ("omega", "10^-4")
            ),
            Rounds(
                "warren",
                "STV, Warren",
                "C. H. E. Warren, Voting matters 1, 1994",
                Meek.CountWarren,
                Droop,
                Guarded,
                ("omega", "10^-9")
            ),
            Rounds(
                "meek-shared",
                "STV, Meek, equal ranks shared",
                Hww,
                MeekShared.Count,
                Droop,
                Guarded,
                ("omega", "10^-9"),
                ("equal ranks", "share the paper")
            ),
            Rounds(
                "meek-fixed",
                "STV, Meek, nine places, equal ranks shared",
                "stv-rs 0.5, Meek parametric",
                MeekShared.CountFixed,
                ("quota", "Droop + 10^-9"),
                ("arithmetic", "9 places, cut; keep factors up"),
                ("omega", "10^-6"),
                ("equal ranks", "share the paper")
            ),
            Rounds(
                "meek-fixed-equalized",
                "STV, Meek, nine places, equal ranks equalized",
                "stv-rs 0.5, Meek parametric",
                MeekShared.CountEqualized,
                ("quota", "Droop + 10^-9"),
                ("arithmetic", "9 places, cut; keep factors up"),
                ("omega", "10^-6"),
                ("equal ranks", "all orders in equal parts")
            ),
            Rounds(
                Ers97.Id,
                "ERS97",
                "Electoral Reform Society; Newland and Britton, third edition, 1997",
                Ers97.Count,
                ("quota", "Droop, 2 places up; falls until somebody is elected"),
                ("arithmetic", "2 places, cut")
            ),
            Rounds(
                Minneapolis.Id,
                "Minneapolis STV",
                "Minneapolis Code of Ordinances 167.70 (2013)",
                Minneapolis.Count,
                ("quota", "Droop, whole"),
                Fixed4
            ),
            Rounds(
                "cfer",
                "Choice voting",
                Cfer_,
                Cfer.Count,
                ("quota", "Droop + 0.00001"),
                Fixed5
            ),
            Rounds(
                "cfer-batch",
                "Choice voting with defeat sets",
                Cfer_,
                Cfer.CountBatch,
                ("quota", "Droop + 0.00001"),
                Fixed5
            ),
            Rounds(
                QuotaByQuotient.Id,
                "Quota preferential by quotient",
                "D. R. Woodall, Voting matters 17, 2003",
                QuotaByQuotient.Count,
                ("arithmetic", "9 places and 9 guard places")
            ),
            new(
                InstantRunOff.Id,
                "Instant run-off",
                "majority of all valid papers",
                Rankings,
                true,
                (b, l) => new CountStory.ByStages(InstantRunOff.Count(b, l)),
                ("majority", "of valid papers")
            ),
            new(
                Benham.Id,
                "Benham",
                "C. Benham; Green-Armytage, Voting matters 29, 2011",
                Rankings,
                true,
                (b, l) => new CountStory.ByRounds(Benham.Count(b, l))
            ),
            Pairs(
                "schulze",
                "Schulze, winning votes",
                "M. Schulze, 2011",
                Schulze.Count,
                ("strength", "papers for, then fewer against")
            ),
            Pairs(
                "schulze-margins",
                "Schulze, margins",
                "M. Schulze, 2011",
                Schulze.CountMargins,
                ("strength", "papers for less papers against")
            ),
            Pairs(
                "ranked-pairs",
                "Ranked pairs, winning votes",
                "T. N. Tideman, 1987",
                RankedPairs.Count,
                ("strength", "papers for, then fewer against")
            ),
            Pairs(
                "ranked-pairs-margins",
                "Ranked pairs, margins",
                "T. N. Tideman, 1987",
                RankedPairs.CountMargins,
                ("strength", "papers for less papers against")
            ),
            Pairs(
                "minimax",
                "Minimax, winning votes",
                "P. B. Simpson, 1969",
                ScoredPairs.Minimax,
                ("strength", "papers for")
            ),
            Pairs(
                "minimax-margins",
                "Minimax, margins",
                "P. B. Simpson, 1969",
                ScoredPairs.MinimaxMargins,
                ("strength", "papers for less papers against")
            ),
            Pairs(
                "copeland",
                "Copeland",
                "A. H. Copeland, 1951",
                ScoredPairs.Copeland,
                ("tie", "1/2")
            ),
            Pairs(
                "borda",
                "Borda",
                "J.-C. de Borda, 1784",
                ScoredPairs.Borda,
                ("unranked", "share the places left")
            ),
        ];

    private static CountingRule Rounds(
        string id,
        string name,
        string source,
        Func<BallotSet, Lots, RoundCount> count,
        params (string, string)[] parameters
    ) =>
        new(
            id,
            name,
            source,
            Rankings,
            false,
            (b, l) => new CountStory.ByRounds(count(b, l)),
            parameters
        );

    private static CountingRule Pairs(
        string id,
        string name,
        string source,
        Func<BallotSet, Lots, PairCount> count,
        params (string, string)[] parameters
    ) =>
        new(
            id,
            name,
            source,
            Rankings,
            true,
            (b, l) => new CountStory.ByPairs(count(b, l)),
            parameters
        );
}
