using System.Collections.Immutable;
using NodaTime;
using Plenum.Web.Pieces;
using Plenum.Web.Speech;

namespace Plenum.Web.About;

/// <summary>One example of each piece, told around one branch of a union of dockers.</summary>
public sealed class Examples(Sentences s, Instant now)
{
    private const string Here = "/about/pieces";

    private Instant After(int days) => now + Duration.FromDays(days);

    private Instant Before(int days) => now - Duration.FromDays(days);

    private Reference Article(string number, string title) =>
        new(s["article.heading", ("number", number), ("title", title)], Here);

    public VerdictView Adopted =>
        new(
            s["example.motion"],
            Adopted: true,
            s["example.adopted-because", ("yes", 41), ("needed", 31), ("voted", 60)],
            Figures(41, 15, 4),
            Needed: 31,
            Base: 60,
            s["example.of-voters", ("n", 60)],
            Article("9", s["example.article.motions"]),
            Here
        );

    public VerdictView Rejected =>
        new(
            s["example.statute-motion"],
            Adopted: false,
            s["example.rejected-because", ("yes", 37), ("needed", 40), ("voted", 60)],
            Figures(37, 20, 3),
            Needed: 40,
            Base: 60,
            s["example.of-voters", ("n", 60)],
            Article("21", s["example.article.change"]),
            Here
        );

    private ImmutableArray<VerdictFigure> Figures(int yes, int no, int abstained) =>
        [
            new(s["example.for"], yes, Weight.For),
            new(s["example.against"], no, Weight.Against),
            new(s["example.abstained"], abstained, Weight.Neither),
        ];

    public StagesView Life =>
        new(
            s["example.motion"],
            [
                new Stage.Passed(s["example.stage.tabled"], Before(24)),
                new Stage.Passed(s["example.stage.support"], Before(17)),
                new Stage.Passed(s["example.stage.debate"], Before(3)),
                new Stage.Here(s["example.stage.vote"], After(4)),
                new Stage.Ahead(s["example.stage.result"], After(5)),
                new Stage.Undated(s["example.stage.effect"]),
            ]
        );

    public DeadlineView Closing =>
        new(s["example.vote-closes"], After(4), "/about/pieces/deadline.ics");

    public DeadlineView Missed => new(s["example.vote-closed"], Before(9), Here);

    public MandateView Delegate =>
        new(
            "Ana Ferrer",
            s["example.office.congress"],
            s["example.branch"],
            Before(253),
            After(112),
            [s["example.instruction"]],
            new VotingRecord(11, 12, 9, Here),
            [Before(110), Before(22)],
            Article("12", s["example.article.recall"]),
            Here
        );

    public MandateView Newcomer =>
        new(
            "Tomas Lindqvist",
            s["example.office.treasurer"],
            s["example.branch"],
            Before(6),
            After(359),
            [],
            new VotingRecord(1, 1, 1, Here),
            [],
            Article("12", s["example.article.recall"]),
            Here
        );

    public ChainView Upwards =>
        new([
            new(s["example.branch"], s["example.you"], [s["example.you.line"]], []),
            new(
                s["example.office.congress"],
                "Ana Ferrer",
                [s["example.ana.term"], s["example.ana.votes"]],
                [Here]
            ),
            new(
                s["example.office.world"],
                "Kwame Boateng",
                [s["example.kwame.term"], s["example.kwame.votes"]],
                [Here]
            ),
        ]);

    public ArticleView Recall =>
        new(
            "12",
            s["example.article.recall"],
            [s["example.recall.text-1"], s["example.recall.text-2"]],
            [
                new(s["example.recall.petition"], s["example.recall.petition-says"]),
                new(s["example.recall.vote"], s["example.recall.vote-says"]),
                new(s["example.recall.majority"], s["example.recall.majority-says"]),
                new(s["example.recall.charter"], s["example.recall.charter-says"]),
            ],
            [
                new(Before(205), new Reference(s["example.motion-4"], Here)),
                new(Before(730), new Reference(s["example.founding"], Here)),
            ],
            WordRun.Between(s["example.recall.text-2"], s["example.recall.text-2-new"])
        );

    public ArticleView Solidarity =>
        new(
            "3",
            s["example.article.solidarity"],
            [s["example.solidarity.text"]],
            [],
            [new(Before(730), new Reference(s["example.founding"], Here))],
            []
        );

    public TallyView Count => ExampleCount.Of(s);

    public ProofView Verified =>
        new ProofView.VerifiedHere(s["example.proof.count"], "Mei Tanaka", Before(1));

    public ProofView Waiting =>
        new ProofView.NotYetWitnessed(s["example.proof.record"], now - Duration.FromHours(3));

    public ProofView False =>
        new ProofView.DoesNotVerify(s["example.proof.copy"], "Ruth Adler", Before(2));

    public RefusalView Refused =>
        new(
            s["example.refused"],
            s.Reason(
                "ballot.closed",
                ImmutableDictionary<string, object>.Empty.Add("closed", Before(9))
            ),
            [Article("10", s["example.article.votes"])],
            s.Remedy("ballot.closed", ImmutableDictionary<string, object>.Empty)
        );

    public RefusalView Impossible =>
        new(
            s["example.impossible"],
            s["example.impossible-because"],
            [Article("14", s["example.article.terms"]), new(s["example.charter-c1"], Here)],
            []
        );
}
