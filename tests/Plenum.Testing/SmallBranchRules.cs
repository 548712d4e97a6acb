using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Statutes;

namespace Plenum.Testing;

/// <summary>The rules a branch of twelve would adopt: the charter's bounds, kept short.</summary>
internal static class SmallBranchRules
{
    private static readonly Threshold MoreThanHalf = new(
        new Ratio(1, 2),
        VoteBase.Cast,
        Strict: true
    );
    private static readonly Threshold TwoThirds = new(
        new Ratio(2, 3),
        VoteBase.Cast,
        Strict: false
    );
    private static readonly Threshold HalfTheSeats = new(
        new Ratio(1, 2),
        VoteBase.Seats,
        Strict: true
    );

    public static Rules Written =>
        new(
            new OrganisationRule(
                Article("organisation"),
                "Harbour",
                "branch",
                OrganisationKind.Programme
            ),
            new MembershipRule(
                Article("membership"),
                MinimumAge: 14,
                SmallBranch.Committee,
                Deadline: Days(30),
                AttestedBy: 2,
                WaitingPeriod: Days(14),
                WaitingPeriodForBasicLaw: Days(90)
            )
            {
                Lapse = new LapseRule(Notices: 2, Cure: Days(30)),
            },
            Bodies,
            new ElectionRule(
                Article("elections"),
                OpensBeforeEnd: Days(60),
                Nomination: Days(7),
                Voting: Days(7),
                Protest: Days(10),
                ProtestDecision: Days(14),
                SecondCall: Days(7),
                CommissionSize: 3,
                CountBackConsent: Period.FromHours(72),
                CountBackMaxAge: Period.FromMonths(24),
                PublishPapers: true
            ),
            new TermsRule(Article("terms"), MaxConsecutive: 3, CaretakerAtMost: Days(60)),
            new RecallRule(
                Article("recall"),
                AtLeast(2, 10),
                Window: Days(30),
                VoteOpensWithin: Days(3),
                VoteLasts: Days(7),
                MoreThanHalf,
                GroupPause: Days(120)
            ),
            new QuorumRule(
                Article("quorum"),
                Assembly: AtLeast(3, 25),
                MembersVote: Share(20),
                SecondMeetingAfter: Days(7),
                SecondMeeting: new Quantity.Number(3)
            ),
            new MotionRule(
                Article("motions"),
                Supporters: new Quantity.Number(2),
                SupportWindow: Days(14),
                Debate: Days(3),
                VoteLasts: Days(3),
                MoreThanHalf,
                SecretOnDemand: Share(20),
                MinorityReport: AtLeast(2, 10),
                ReopenAfter: Days(90)
            ),
            new InitiativeRule(
                Article("initiative"),
                AtLeast(3, 5),
                AssemblyWithin: Days(21),
                ChallengeWithin: Days(30),
                Window: Days(30)
            ),
            new AmendmentRule(
                Article("amendment"),
                AtLeast(3, 10),
                Notice: Days(21),
                VoteLasts: Days(14),
                TwoThirds,
                TwoThirds,
                WordingPublished: Days(21),
                WordingObjections: new Quantity.Number(5),
                CoolingOff: Days(60)
            ),
            new KeepersRule(
                Article("keepers"),
                SmallBranch.Keepers,
                SmallBranch.Committee,
                FirstKeeper: Days(30)
            ),
            new PanelRule(Article("panel"), SmallBranch.Panel, Size: 3, DecidesWithin: Days(14))
        );

    private static EquatableArray<BodyRule> Bodies =>
        [
            Body(BodyId.Members, BodyKind.Assembly, 0, ElectionMethod.None) with
            {
                Notice = Days(14),
            },
            Body(
                SmallBranch.Committee,
                BodyKind.Committee,
                5,
                ElectionMethod.ScottishStv,
                Power.Admit,
                Power.Execute,
                Power.Register
            ),
            Body(
                SmallBranch.Chair,
                BodyKind.Office,
                1,
                ElectionMethod.InstantRunoff,
                Power.Convene,
                Power.Desk
            ),
            Body(
                SmallBranch.Secretary,
                BodyKind.Office,
                1,
                ElectionMethod.InstantRunoff,
                Power.Convene,
                Power.Desk,
                Power.Contact,
                Power.Register
            ),
            Body(
                SmallBranch.Treasurer,
                BodyKind.Office,
                1,
                ElectionMethod.InstantRunoff,
                Power.Execute
            ),
            Body(
                SmallBranch.Commission,
                BodyKind.Commission,
                3,
                ElectionMethod.Lot,
                Power.Returning,
                Power.Desk
            ),
            Body(SmallBranch.Panel, BodyKind.Panel, 3, ElectionMethod.Lot, Power.Judge),
            Body(
                SmallBranch.Keepers,
                BodyKind.Committee,
                2,
                ElectionMethod.ScottishStv,
                Power.Keep
            ),
        ];

    private static BodyRule Body(
        BodyId id,
        BodyKind kind,
        int seats,
        ElectionMethod method,
        params ReadOnlySpan<Power> powers
    ) =>
        new(
            Article(id.Value),
            id,
            id.Value,
            kind,
            seats,
            BodyId.Members,
            method,
            Period.FromYears(1),
            MaxConsecutive: 3,
            EquatableArray.Create(powers),
            HalfTheSeats,
            Notice: Days(3)
        );

    private static ArticleId Article(string id) => new(id);

    private static Period Days(int days) => Period.FromDays(days);

    private static Quantity Share(int percent) => new Quantity.Share(new Ratio(percent, 100));

    private static Quantity AtLeast(int number, int percent) =>
        new Quantity.Greatest([new Quantity.Number(number), Share(percent)]);
}
