using System.Collections.Immutable;
using Plenum.Counting.Ballots;
using Plenum.Counting.Committees;
using Plenum.Counting.Graded;
using Plenum.Counting.Ties;
using static Plenum.Counting.PapersSay;

namespace Plenum.Counting;

/// <summary>Rules on papers that approve or grade.</summary>
internal static partial class CountingRules
{
    private const string Abc =
        "Lackner and Skowron, Multi-Winner Voting with Approval Preferences, 2023";

    private static ImmutableArray<CountingRule> OfSets() =>
        [
            Scores(
                "approval",
                "Approval",
                "Brams and Fishburn, 1978",
                PapersSay.Approvals,
                false,
                GradedRules.Approval
            ),
            Scores("score", "Score", "the sum of the grades", Grades, false, GradedRules.Score),
            Scores("star", "STAR", "M. Frohnmayer, 2014", Grades, true, GradedRules.Star),
            Scores(
                "majority-judgment",
                "Majority judgment",
                "Balinski and Laraki, Majority Judgment, 2010",
                Grades,
                false,
                GradedRules.MajorityJudgment,
                ("median", "lower")
            ),
            Committee("av", "Approval voting", Abc, CommitteeRules.Separate("av", shared: false)),
            Committee(
                "sav",
                "Satisfaction approval voting",
                "Brams and Kilgour, 2014",
                CommitteeRules.Separate("sav", shared: true)
            ),
            Committee(
                "pav",
                "Proportional approval voting",
                "T. N. Thiele, 1895",
                CommitteeRules.Best("pav", Weights.Harmonic)
            ),
            Committee(
                "seq-pav",
                "Sequential proportional approval voting",
                "T. N. Thiele, 1895",
                CommitteeRules.Forwards("seq-pav", Weights.Harmonic)
            ),
            Committee(
                "rev-seq-pav",
                "Reverse sequential proportional approval voting",
                "T. N. Thiele, 1895",
                CommitteeRules.Backwards("rev-seq-pav")
            ),
            Committee(
                "cc",
                "Chamberlin-Courant",
                "Chamberlin and Courant, 1983",
                CommitteeRules.Best("cc", Weights.First)
            ),
            Committee(
                "seq-cc",
                "Sequential Chamberlin-Courant",
                Abc,
                CommitteeRules.Forwards("seq-cc", Weights.First)
            ),
            Committee(
                "seq-phragmen",
                "Phragmen, sequential",
                "E. Phragmen, 1894",
                CommitteeRules.SequentialPhragmen("seq-phragmen")
            ),
            Committee(
                "max-phragmen",
                "Phragmen, smallest largest load",
                "E. Phragmen, 1896",
                CommitteeRules.MaximalPhragmen("max-phragmen")
            ),
            Committee(
                "equal-shares",
                "Method of equal shares, completed by Phragmen",
                "Peters and Skowron, 2020",
                CommitteeRules.Shares("equal-shares", Completion.Phragmen)
            ),
            Committee(
                "equal-shares-with-av-completion",
                "Method of equal shares, completed by approvals",
                "Peters and Skowron, 2020",
                CommitteeRules.Shares("equal-shares-with-av-completion", Completion.Approvals)
            ),
            Committee(
                "equal-shares-without-completion",
                "Method of equal shares, seats may stay empty",
                "Peters and Skowron, 2020",
                CommitteeRules.Shares("equal-shares-without-completion", Completion.Nobody)
            ),
            Committee(
                "monroe",
                "Monroe",
                "B. L. Monroe, 1995",
                CommitteeRules.MonroeRule("monroe")
            ),
        ];

    private static CountingRule Scores(
        string id,
        string name,
        string source,
        PapersSay reads,
        bool oneSeatOnly,
        Func<BallotSet, Lots, ScoreCount> count,
        params (string, string)[] parameters
    ) =>
        new(
            id,
            name,
            source,
            reads,
            oneSeatOnly,
            (b, l) => new CountStory.ByScores(count(b, l)),
            parameters
        );

    private static CountingRule Committee(
        string id,
        string name,
        string source,
        Func<BallotSet, Lots, CountStory> count
    ) => new(id, name, source, PapersSay.Approvals, false, count);
}
