using static Plenum.Domain.Statutes.Key;

namespace Plenum.Domain.Statutes;

// The longer blocks the engine runs: joining, elections, recall, changing the basic law.
public static partial class StatuteLanguage
{
    private static Key[] MembershipKeys =>
        [
            Must("minimum_age", Whole(0, 99)),
            Must("decided_by", Body),
            Must("deadline", Time),
            Must("silence", OneOf("admits_attested", "refers_upward", "admits_all", "refuses"))
                .Only("admits_attested"),
            Must("attested_by", Whole(0, 99)),
            Must("waiting_period", Time),
            Must("waiting_period_basic_law", Time),
            Must("record_date_before", Time).NotYet,
            Must("appeal", Body).Only("members"),
            Must("speak_at_once", YesNo).Only("true"),
            May("retroactive_waiting", YesNo).Only("false"),
            May(
                "lapse",
                Table(
                    Must("notices", Whole(0, 99)),
                    Must("cure", Time),
                    Must("hardship_waiver", YesNo).Only("true"),
                    Must("dispute_stops_clock", YesNo).Only("true"),
                    Must("late_employer_counts", YesNo).NotYet
                )
            ),
            May("reregistration", OneOf("members_confirm", "executive_purge")).NotYet,
            May("opinion_test", YesNo).Only("false"),
            May("desk_path", YesNo).NotYet,
        ];

    private static Key[] ElectionKeys =>
        [
            Must("opens_before_end", Time),
            Must("nomination", Time),
            Must("supporters", Whole(0, 999)).Only("0"),
            Must("voting", Time),
            Must("secrecy", OneOf("secret", "open")).Only("secret"),
            Must("roll_check", Time).NotYet,
            Must("protest", Time),
            Must("protest_decision", Time),
            Must("second_call", Time),
            Must("commission_size", Whole(1, 99)),
            Must("candidates_on_commission", YesNo).Only("false"),
            Must("count_back_consent", Time),
            Must("count_back_max_age", Time),
            Must("publish_papers", YesNo),
            May("unopposed", OneOf("yes_or_reopen", "elected_without_vote")).Only("yes_or_reopen"),
            May("voting_by_post", Time),
            May("tie", OneOf("lot_public_seed", "chair", "runoff")).Only("lot_public_seed"),
            May("opened_by", OneOf("clock", "executive")).Only("clock"),
        ];

    private static Key[] RecallKeys =>
        [
            Must("applies_to", OneOf("all_seats", "some_seats", "no_seats")).Only("all_seats"),
            Must(
                "petition",
                Table(
                    Must("signatures", Amount),
                    Must("of", Electors).Only("own_electors"),
                    Must("window", Time)
                )
            ),
            Must(
                "vote",
                Table(
                    Must("opens_within", Time),
                    Must("lasts", Time),
                    Must("electorate", Electors).Only("own_electors"),
                    Must("majority", Majority),
                    Must("secrecy", OneOf("secret", "open")).Only("secret"),
                    May("lasts_by_post", Time)
                )
            ),
            Must("effect", OneOf("vacant_at_certification", "after_confirmation"))
                .Only("vacant_at_certification"),
            Must("replacement", OneOf("by_election", "runner_up", "count_back", "appointment"))
                .Only("by_election"),
            Must("group_pause", Time),
            May("not_before", Time).NotYet,
            May("per_term", Whole(0, 99)).NotYet,
            May("turnout", Part).NotYet,
            May("confirmed_by", Body).NotYet,
            May("reason_required", YesNo).Only("false"),
            May("permission_of", Body).NotYet,
            May("signatures_shown_to_holder", YesNo).Only("false"),
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
            Must("narrowing_decided_by", OneOf("members", "congress", "executive")).Only("members"),
            Must("wording_published", Time),
            Must("wording_objections", Amount),
            Must("cooling_off", Time),
            May(
                "challenge",
                Table(Must("within", Time), Must("members", Amount), May("sections", Part))
            ),
            May("approval_of", Body).NotYet,
            May("leave_charter", OneOf("as_charter", "as_statutes")).NotYet,
        ];
}
