using System.Collections.Immutable;
using static Plenum.Domain.Statutes.Key;

namespace Plenum.Domain.Statutes;

public static partial class StatuteLanguage
{
    private static Kind.Table Interim =>
        Table(
            Must("filled_by", OneOf("constituents", "lot", "count_back", "body", "upper_body")),
            Must("at_most", Time)
        );

    private static Kind.Table BodyKeys =>
        Table(
            Must("id", Prose),
            Must("title", Prose),
            Must("kind", OneOf<BodyKind>()),
            Elected("seats", Whole(1, 2000)),
            Elected("elected_by", Body),
            Elected("method", OneOf<ElectionMethod>()),
            Elected("term", Time),
            Elected("max_consecutive", Whole(1, 99)),
            Must("powers", ListOf(OneOf<Power>())),
            Must("quorum", Majority),
            Must("meets_every", Time),
            Must("notice", Time),
            May("hard_stop", Time),
            May("appointed_by", Body),
            May("cooption", YesNo),
            May("confirmed_by", Body),
            May("removed_by", Body),
            May("interim", Interim),
            May("ex_officio", Table(Must("seats", Whole(0, 2000)), Must("vote", YesNo))),
            May("list", OneOf("open", "closed")),
            May("eligible_after", Time),
            May("political_test", YesNo),
            May("mandate", OneOf("free", "instructed", "instructed_with_report")),
            May("votes", OneOf("by_name", "secret")),
            May("open_to_members", YesNo),
            May("apportionment", Apportionment),
            May("not_both", ListOf(Body))
        );

    private static Kind.Table Apportionment =>
        Table(
            Must("method", OneOf("equal", "per_members", "bands", "sainte_lague", "stated")),
            May("per", Whole(1, 999_999)),
            May("least", Whole(0, 999)),
            May("most", Whole(1, 999)),
            May("bands", ListOf(Table(Must("to", Whole(1, 999_999)), Must("seats", Whole(1, 999)))))
        );

    private static ImmutableArray<Block> EngineBlocks =>
        [
            Run(
                "organisation",
                Must("name", Prose),
                Must("section_word", Prose),
                Must("kind", OneOf<OrganisationKind>()),
                Must("languages", ListOf(Prose)),
                Must("time_zone", Prose),
                Must("law", Prose),
                May("levels", ListOf(Prose))
            ),
            Run("membership", [.. MembershipKeys]),
            new("bodies", ListOf(BodyKeys), Presence.Must, Runs: true),
            Run("elections", [.. ElectionKeys]),
            Run(
                "terms",
                Must("length", Time),
                Must("max_consecutive", Whole(1, 99)),
                Must("caretaker_at_most", Time),
                May("once_more", Majority),
                May("ends_with", Prose),
                May("hard_stop", Time)
            ),
            Run("recall", [.. RecallKeys]),
            Run(
                "quorum",
                Must("assembly", Amount),
                Must("members_vote", Amount),
                Must("second_meeting_after", Time),
                Must("second_meeting", Amount),
                May(
                    "second_meeting_never_for",
                    ListOf(OneOf("statutes", "expulsion", "merger", "assets", "dissolution"))
                ),
                May("elections_assembly", Amount)
            ),
            Run(
                "motions",
                Must("supporters", Amount),
                Must("support_window", Time),
                Must("debate", Time),
                Must("vote_lasts", Time),
                Must("majority", Majority),
                Must("secret_on_demand", Amount),
                Must("minority_report", Amount),
                Must("reopen_after", Time),
                Must("report_back_within", Time),
                May(
                    "extra_majorities",
                    ListOf(Table(Must("on", Prose), Must("majority", Majority)))
                )
            ),
            Run(
                "initiative",
                Must("members", Amount),
                Must("assembly_within", Time),
                Must("challenge_within", Time),
                Must("window", Time),
                May("sections", Part),
                May("congress_within", Time),
                May("equal_space", YesNo)
            ),
            Run("amendment", [.. AmendmentKeys]),
            Run(
                "keepers",
                Must("body", Body),
                Must("restored_by", Body),
                Must("first_keeper", Time),
                Must("persons", Whole(1, 9)),
                Must("from_one_faction_or_employer", YesNo),
                Must("hand_over_within", Time)
            ),
            Run(
                "panel",
                Must("body", Body),
                Must("size", Whole(1, 99)),
                Must("decides_within", Time),
                Must("independent", YesNo)
            ),
        ];

    private static Key[] MembershipKeys =>
        [
            Must("minimum_age", Whole(0, 99)),
            Must("decided_by", Body),
            Must("deadline", Time),
            Must("silence", OneOf("admits_attested", "refers_upward", "admits_all", "refuses")),
            Must("attested_by", Whole(0, 99)),
            Must("waiting_period", Time),
            Must("waiting_period_basic_law", Time),
            Must("record_date_before", Time),
            Must("appeal", Body),
            Must("speak_at_once", YesNo),
            May("retroactive_waiting", YesNo),
            May(
                "lapse",
                Table(
                    Must("notices", Whole(0, 99)),
                    Must("cure", Time),
                    Must("hardship_waiver", YesNo),
                    Must("dispute_stops_clock", YesNo),
                    Must("late_employer_counts", YesNo)
                )
            ),
            May("reregistration", OneOf("members_confirm", "executive_purge")),
            May("opinion_test", YesNo),
            May("desk_path", YesNo),
        ];

    private static Key[] ElectionKeys =>
        [
            Must("opens_before_end", Time),
            Must("nomination", Time),
            Must("supporters", Whole(0, 999)),
            Must("voting", Time),
            Must("secrecy", OneOf("secret", "open")),
            Must("roll_check", Time),
            Must("protest", Time),
            Must("protest_decision", Time),
            Must("second_call", Time),
            Must("commission_size", Whole(1, 99)),
            Must("candidates_on_commission", YesNo),
            Must("count_back_consent", Time),
            Must("count_back_max_age", Time),
            Must("publish_papers", YesNo),
            May("unopposed", OneOf("yes_or_reopen", "elected_without_vote")),
            May("voting_by_post", Time),
            May("tie", OneOf("lot_public_seed", "chair", "runoff")),
            May("opened_by", OneOf("clock", "executive")),
        ];

    private static Key[] RecallKeys =>
        [
            Must("applies_to", OneOf("all_seats", "some_seats", "no_seats")),
            Must(
                "petition",
                Table(Must("signatures", Amount), Must("of", Electors), Must("window", Time))
            ),
            Must(
                "vote",
                Table(
                    Must("opens_within", Time),
                    Must("lasts", Time),
                    Must("electorate", Electors),
                    Must("majority", Majority),
                    Must("secrecy", OneOf("secret", "open")),
                    May("lasts_by_post", Time)
                )
            ),
            Must("effect", OneOf("vacant_at_certification", "after_confirmation")),
            Must("replacement", OneOf("by_election", "runner_up", "count_back", "appointment")),
            Must("group_pause", Time),
            May("not_before", Time),
            May("per_term", Whole(0, 99)),
            May("turnout", Part),
            May("confirmed_by", Body),
            May("reason_required", YesNo),
            May("permission_of", Body),
            May("signatures_shown_to_holder", YesNo),
        ];

    private static Kind.Word Electors => OneOf("own_electors", "all_members", "upper_body");

    private static Key[] AmendmentKeys =>
        [
            Must("initiative", Amount),
            Must("notice", Time),
            Must("vote_lasts", Time),
            Must("decided_by", OneOf("members", "congress", "executive")),
            Must("majority", Majority),
            Must("programme_majority", Majority),
            Must("narrowing_decided_by", OneOf("members", "congress", "executive")),
            Must("wording_published", Time),
            Must("wording_objections", Amount),
            Must("cooling_off", Time),
            May(
                "challenge",
                Table(Must("within", Time), Must("members", Amount), May("sections", Part))
            ),
            May("approval_of", Body),
            May("leave_charter", OneOf("as_charter", "as_statutes")),
        ];
}
