using static Plenum.Domain.Statutes.Concern;

namespace Plenum.Domain.Statutes;

internal static partial class Declarations
{
    // Who holds a post, how they get it, how long, and how they lose it.
    private static Line[] Seats => [.. Bodies, .. Filling, .. Elections, .. Tenures, .. Recall];

    private static Line[] Bodies =>
        [
            // Added and removed bodies are judged as wholes, by what they may do and who elects them.
            Either(Powers, "bodies"),
            Free("bodies[].title"),
            // The id is what other rules point at, the kind decides which rules hold.
            Either(Powers, "bodies[].id", "bodies[].kind"),
            // Fewer seats, fewer currents heard, and a larger share needed for one.
            Higher(Mandate, "bodies[].seats"),
            // What a post may do it may do to members. Kept are duties members depend on: paper, count, key, judgement, call, answer.
            Fewer("admit convene desk returning keep judge", Powers, "bodies[].powers"),
            // Too many needed and nothing gets decided; too few and a handful decides for all.
            Either(Balance, "bodies[].quorum"),
            // Meeting less often is answering less often.
            Lower(Delay, "bodies[].meets_every"),
            Higher(Time, "bodies[].notice"),
            // Seats for one section are seats another does not get.
            Either(
                Balance,
                "bodies[].apportionment",
                "bodies[].apportionment.method",
                "bodies[].apportionment.per",
                "bodies[].apportionment.least",
                "bodies[].apportionment.most",
                "bodies[].apportionment.base",
                "bodies[].apportionment.rounding",
                "bodies[].apportionment.shares",
                "bodies[].apportionment.shares[].constituency",
                "bodies[].apportionment.shares[].part",
                "bodies[].apportionment.bands",
                "bodies[].apportionment.bands[].to",
                "bodies[].apportionment.bands[].seats",
                // Nor do ceilings take from one without giving to another.
                "bodies[].from_one_section"
            ),
            // Those sent answer to those who sent them.
            NoneWithout(
                Down("instructed_with_report instructed free", Mandate, "bodies[].mandate")
            ),
            NoneWithout(Down("by_name secret", Openness, "bodies[].votes")),
            NoneWithout(Yes(Openness, "bodies[].open_to_members")),
            // Two posts in one hand are power nobody watches.
            NoneWithout(Further(Powers, "bodies[].not_both")),
        ];

    private static Line[] Filling =>
        [
            Nearest(Say, "bodies[].elected_by"),
            // Proportion hears more members than one winner does; a lot and a vote are different rights.
            Down("scottish_stv instant_runoff none", Mandate, "bodies[].method"),
            FreeWithout(
                Nearest(
                    Gate,
                    "bodies[].appointed_by",
                    "bodies[].confirmed_by",
                    "bodies[].removed_by"
                )
            ),
            FreeWithout(No(Mandate, "bodies[].cooption")),
            // Somebody sits whom nobody elected; or the seat of those who elected stays empty.
            Either(Mandate, "bodies[].interim"),
            Down(
                "constituents count_back lot body upper_body",
                Mandate,
                "bodies[].interim.filled_by"
            ),
            Lower(Tenure, "bodies[].interim.at_most"),
            FreeWithout(Lower(Mandate, "bodies[].ex_officio", "bodies[].ex_officio.seats")),
            No(Mandate, "bodies[].ex_officio.vote"),
            FreeWithout(Down("open closed", Mandate, "bodies[].list")),
            FreeWithout(Lower(Gate, "bodies[].eligible_after")),
            FreeWithout(No(Gate, "bodies[].political_test")),
        ];

    private static Line[] Elections =>
        [
            Higher(Time, "elections.opens_before_end", "elections.nomination", "elections.voting"),
            Higher(Time, "elections.roll_check", "elections.protest", "elections.second_call"),
            Lower(Hurdle, "elections.supporters"),
            Down("secret open", Secrecy, "elections.secrecy"),
            Lower(Delay, "elections.protest_decision"),
            // More eyes on a count.
            Higher(Protection, "elections.commission_size"),
            No(Protection, "elections.candidates_on_commission"),
            // Time for those whom the ballots name to say yes.
            Higher(Time, "elections.count_back_consent"),
            // The older the papers, the less they say whom members want today.
            Lower(Mandate, "elections.count_back_max_age"),
            Yes(Openness, "elections.publish_papers"),
            Down("yes_or_reopen elected_without_vote", Mandate, "elections.unopposed"),
            NoneWithout(Higher(Time, "elections.voting_by_post")),
            // Members decide a tie themselves, or chance does, or an officer.
            Down("runoff lot_public_seed chair", Mandate, "elections.tie"),
            Down("clock executive", Mandate, "elections.opened_by"),
        ];

    private static Line[] Tenures =>
        [
            Lower(Tenure, "bodies[].term", "bodies[].max_consecutive"),
            Lower(Tenure, "terms.length", "terms.max_consecutive", "terms.caretaker_at_most"),
            NoneWithout(Lower(Tenure, "bodies[].hard_stop", "terms.hard_stop")),
            // One term more than allowed: harder is better, and never at all is best.
            FreeWithout(Higher(Tenure, "terms.once_more")),
            // An event in people's words cannot be compared with another.
            Either(Tenure, "terms.ends_with"),
        ];

    private static Line[] Recall =>
        [
            Down("all_seats some_seats no_seats", Mandate, "recall.applies_to"),
            Lower(Hurdle, "recall.petition.signatures"),
            // Only those who gave a mandate may take it back; everybody else is a stranger to it.
            Down("own_electors all_members|upper_body", Mandate, "recall.petition.of"),
            Down("own_electors all_members|upper_body", Mandate, "recall.vote.electorate"),
            Higher(Time, "recall.petition.window"),
            Lower(Delay, "recall.vote.opens_within"),
            // A vote that lasts longer lets more vote, until it only keeps the holder in the seat.
            UpTo("P21D", Time, "recall.vote.lasts"),
            NoneWithout(UpTo("P42D", Time, "recall.vote.lasts_by_post")),
            // Harder keeps the holder, easier lets a minority undo what the majority elected.
            Either(Balance, "recall.vote.majority"),
            Down("secret open", Secrecy, "recall.vote.secrecy"),
            Down("vacant_at_certification after_confirmation", Mandate, "recall.effect"),
            Down("by_election count_back runner_up appointment", Mandate, "recall.replacement"),
            Lower(Delay, "recall.group_pause"),
            FreeWithout(Lower(Gate, "recall.not_before", "recall.turnout")),
            FreeWithout(Higher(Gate, "recall.per_term")),
            FreeWithout(Nearest(Gate, "recall.confirmed_by", "recall.permission_of")),
            FreeWithout(No(Gate, "recall.reason_required")),
            FreeWithout(No(Secrecy, "recall.signatures_shown_to_holder")),
        ];
}
