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
