using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Statutes;

/// <summary>Turns a draft whose shape has no error into the typed rules the engine runs.</summary>
internal static partial class RulesReader
{
    public static Rules Read(Draft draft) =>
        new(
            Organisation(From(draft, "organisation")),
            Membership(From(draft, "membership")),
            draft
                .Root["bodies"]
                .Items.Items.Select(b => Body(new(draft.ArticleAt(b.Spot.Line), b)))
                .ToEquatable(),
            Elections(From(draft, "elections")),
            Terms(From(draft, "terms")),
            Recall(From(draft, "recall")),
            Quorum(From(draft, "quorum")),
            Motions(From(draft, "motions")),
            Initiative(From(draft, "initiative")),
            Amendment(From(draft, "amendment")),
            Keepers(From(draft, "keepers")),
            Panel(From(draft, "panel"))
        )
        {
            SectionsVote = draft.Root["sections_vote"].Exists
                ? SectionsVote(From(draft, "sections_vote"))
                : SectionsVoteRule.Unwritten,
            Intervention = Intervention(draft),
            Competences = Competences(draft),
        };

    private static Source From(Draft draft, string block) =>
        new(draft.ArticleAt(draft.Root[block].Spot.Line), draft.Root[block]);

    private static OrganisationRule Organisation(Source s) =>
        new(s.Article, s.Text("name"), s.Text("section_word"), s.Word<OrganisationKind>("kind"))
        {
            Country = s.Has("country") ? s.Text("country") : "",
            Locality = s.Has("locality") ? s.Text("locality") : "",
            Constituency = s.Has("constituency")
                ? s.Word<Constituency>("constituency")
                : Constituency.Place,
        };

    private static MembershipRule Membership(Source s) =>
        new(
            s.Article,
            s.Whole("minimum_age"),
            s.Body("decided_by"),
            s.Time("deadline"),
            s.Whole("attested_by"),
            s.Time("waiting_period"),
            s.Time("waiting_period_basic_law")
        )
        {
            Lapse = s.Has("lapse")
                ? new LapseRule(s.Whole("lapse.notices"), s.Time("lapse.cure"))
                : LapseRule.None,
        };

    // Nobody elects the members' own meeting: it has no seats, no term and no count.
    private static BodyRule Body(Source s)
    {
        var elected = s.Word<BodyKind>("kind") != BodyKind.Assembly;
        return new(
            s.Article,
            s.Body("id"),
            s.Text("title"),
            s.Word<BodyKind>("kind"),
            elected ? s.Whole("seats") : 0,
            elected ? s.Body("elected_by") : BodyId.Members,
            elected ? s.Word<ElectionMethod>("method") : ElectionMethod.None,
            elected ? s.Time("term") : Period.Zero,
            elected ? s.Whole("max_consecutive") : 0,
            s.Texts("powers").Items.Select(w => Words.Parse<Power>(w)!.Value).ToEquatable(),
            s.Majority("quorum"),
            s.Time("notice")
        )
        {
            Apportionment = s.Has("apportionment")
                ? Apportionment(s.Under("apportionment"))
                : ApportionmentRule.Equal,
            FromOneSection = s.Has("from_one_section")
                ? Values.Part(s.Text("from_one_section"))!.Value
                : new Ratio(1, 1),
            Interim = s.Has("interim")
                ? new InterimRule(s.Text("interim.filled_by") == "lot", s.Time("interim.at_most"))
                : InterimRule.Nobody,
        };
    }

    private static ElectionRule Elections(Source s) =>
        new(
            s.Article,
            s.Time("opens_before_end"),
            s.Time("nomination"),
            s.Time("voting"),
            s.Time("protest"),
            s.Time("protest_decision"),
            s.Time("second_call"),
            s.Whole("commission_size"),
            s.Time("count_back_consent"),
            s.Time("count_back_max_age"),
            s.Text("publish_papers") == "true"
        )
        {
            VotingByPost = s.Has("voting_by_post")
                ? s.Time("voting_by_post")
                : ElectionRule.LeastByPost,
        };

    private static TermsRule Terms(Source s) =>
        new(s.Article, s.Whole("max_consecutive"), s.Time("caretaker_at_most"));

    private static RecallRule Recall(Source s) =>
        new(
            s.Article,
            s.Amount("petition.signatures"),
            s.Time("petition.window"),
            s.Time("vote.opens_within"),
            s.Time("vote.lasts"),
            s.Majority("vote.majority"),
            s.Time("group_pause")
        )
        {
            LastsByPost = s.Has("vote.lasts_by_post")
                ? s.Time("vote.lasts_by_post")
                : ElectionRule.LeastByPost,
        };

    private static QuorumRule Quorum(Source s) =>
        new(
            s.Article,
            s.Amount("assembly"),
            s.Amount("members_vote"),
            s.Time("second_meeting_after"),
            s.Amount("second_meeting")
        )
        {
            ElectionsAssembly = s.Has("elections_assembly")
                ? s.Amount("elections_assembly")
                : new Quantity.Number(3),
        };

    private static MotionRule Motions(Source s) =>
        new(
            s.Article,
            s.Amount("supporters"),
            s.Time("support_window"),
            s.Time("debate"),
            s.Time("vote_lasts"),
            s.Majority("majority"),
            s.Amount("secret_on_demand"),
            s.Amount("minority_report"),
            s.Time("reopen_after")
        );

    private static InitiativeRule Initiative(Source s) =>
        new(
            s.Article,
            s.Amount("members"),
            s.Time("assembly_within"),
            s.Time("challenge_within"),
            s.Time("window")
        )
        {
            Sections = SectionsIn(s),
            CongressWithin = s.Has("congress_within")
                ? s.Time("congress_within")
                : Period.FromDays(42),
        };

    private static KeepersRule Keepers(Source s) =>
        new(s.Article, s.Body("body"), s.Body("restored_by"), s.Time("first_keeper"));

    private static PanelRule Panel(Source s) =>
        new(s.Article, s.Body("body"), s.Whole("size"), s.Time("decides_within"));

    private static SectionsVoteRule SectionsVote(Source s) =>
        new(
            s.Article,
            s.Word<SectionWeights>("weights"),
            Values.Part(s.Text("needed")) ?? new Ratio(1, 2),
            s.Text("double_majority") == "true"
        );
}
