using static Plenum.Domain.Statutes.Concern;

namespace Plenum.Domain.Statutes;

internal static partial class Declarations
{
    // The rights of a single member.
    private static Line[] Rights =>
        [.. Belonging, .. Factions, .. Press, .. Charges, .. Money, .. Equality, .. Records];

    private static Line[] Belonging =>
        [
            Lower(Joining, "membership.minimum_age", "membership.attested_by"),
            Nearest(Say, "membership.decided_by"),
            Lower(
                Delay,
                "membership.deadline",
                "membership.waiting_period",
                "membership.waiting_period_basic_law",
                "membership.record_date_before"
            ),
            // To admit whoever asks would let a crowd in overnight: no step of this ladder.
            Down("admits_attested refers_upward refuses", Joining, "membership.silence"),
            Independent(Say, "membership.appeal"),
            Yes(Voice, "membership.speak_at_once"),
            FreeWithout(No(Joining, "membership.retroactive_waiting")),
            // A way to lose membership; striking it out strikes out its safeguards too.
            Either(Protection, "membership.lapse"),
            Higher(Protection, "membership.lapse.notices", "membership.lapse.cure"),
            Yes(
                Protection,
                "membership.lapse.hardship_waiver",
                "membership.lapse.dispute_stops_clock"
            ),
            No(Protection, "membership.lapse.late_employer_counts"),
            FreeWithout(
                Down("- members_confirm executive_purge", Protection, "membership.reregistration")
            ),
            FreeWithout(No(Joining, "membership.opinion_test")),
            NoneWithout(Yes(Concern.Equality, "membership.desk_path")),
        ];

    private static Line[] Factions =>
        [
            Yes(Groups, "factions.allowed"),
            Down("none optional required licence", Groups, "factions.registration"),
            Lower(Groups, "factions.least_members"),
            No(Groups, "factions.fee", "factions.membership_declared"),
            Down("own_members officers|all_members", Groups, "factions.lists_read_by"),
            Further(Groups, "factions.rights"),
            FreeWithout(Nearest(Groups, "factions.dissolved_by")),
            FreeWithout(No(Groups, "factions.suspended_before_elections")),
        ];

    private static Line[] Press =>
        [
            Down("any_member sections|editors|officers", Voice, "press.writers"),
            Higher(Voice, "press.quota_per_month"),
            Lower(Delay, "press.appears_within"),
            // Kept: what protects other members from what is printed.
            Fewer("unlawful personal_data", Voice, "press.refused_for"),
            Yes(Voice, "press.refusal_reasoned", "press.refusal_public"),
            Independent(Voice, "press.appeal"),
            Down("elected_editor appointed_editor", Voice, "press.organ"),
            NoneWithout(Yes(Voice, "press.discussion_sheet")),
            FreeWithout(Nearest(Voice, "press.approval_of")),
        ];

    private static Line[] Charges =>
        [
            Down("any_member body", Protection, "discipline.charges_by"),
            // Kept: without the charge those who were harmed stand alone.
            Fewer(
                "violence theft harassment fraud_in_votes breach_of_duty",
                Protection,
                "discipline.grounds"
            ),
            Higher(Protection, "discipline.notice", "discipline.notice_violence_theft"),
            Yes(Protection, "discipline.hearing", "discipline.defender"),
            Down("lot|elected_panel executive|upper_body", Protection, "discipline.judges"),
            Higher(Protection, "discipline.majority"),
            new(new(new Leaning.Stations(), Absence.Unsaid, Protection), ["discipline.appeal"]),
            No(Protection, "discipline.collective"),
            // Kept: what shields a person from another while the case runs.
            Fewer("room contact", Protection, "discipline.interim.only"),
            Either(Protection, "discipline.interim"),
            Lower(Protection, "discipline.interim.at_most", "discipline.interim.reviewed_within"),
            Down("kept suspended", Protection, "discipline.rights_meanwhile"),
            FreeWithout(No(Protection, "discipline.transfer_without_consent")),
            NoneWithout(
                Lower(Protection, "discipline.charges_lapse_after", "discipline.readmission_after")
            ),
            // Kept: without the mild ones only the hardest is left.
            Fewer("reprimand removal_from_post", Protection, "discipline.sanctions"),
        ];

    private static Line[] Money =>
        [
            Yes(Concern.Money, "officials.register", "officials.recallable"),
            Lower(Concern.Money, "officials.share_of_body"),
            No(Concern.Money, "officials.on_panels"),
            NoneWithout(Lower(Concern.Money, "officials.pay_cap")),
            Lower(Concern.Money, "officials.pay_cap.ratio_percent"),
            // Another measure, in people's words, may be a higher one.
            Either(Concern.Money, "officials.pay_cap.reference"),
            NoneWithout(Down("turned_over declared kept", Concern.Money, "officials.extra_income")),
            Down("members auditors executive", Openness, "accounts.open_to"),
            Lower(Openness, "accounts.published_every"),
            Down("elected|lot appointed", Protection, "accounts.auditors"),
            // A new limit may be the first or the loosest; a lower one brings spending nearer to members.
            Either(Concern.Money, "accounts.spending_limits", "accounts.spending_limits[].body"),
            Lower(Concern.Money, "accounts.spending_limits[].up_to"),
        ];

    private static Line[] Equality =>
        [
            No(Concern.Equality, "equality.refused_by_attribute", "equality.kept_apart"),
            Yes(Concern.Equality, "equality.general_section_for_all"),
            NoneWithout(Further(Concern.Equality, "equality.caucuses")),
            // A seat kept for some is a seat not open to others; taking it back takes it from those it was kept for.
            Either(
                Concern.Equality,
                "equality.reserved_seats",
                "equality.reserved_seats[].attribute",
                "equality.reserved_seats[].body",
                "equality.reserved_seats[].least"
            ),
        ];

    private static Line[] Records =>
        [
            Down("append_only editable", Openness, "record.log"),
            Down("members officers", Openness, "record.open_to"),
            No(Openness, "record.secret_rules"),
            Down("secret open", Secrecy, "record.votes_on_persons"),
            Down("by_name secret", Openness, "record.delegates_vote_on_matters"),
            Yes(Openness, "record.exceptions_expire"),
            FreeWithout(Fewer("", Openness, "record.outside_record")),
            NoneWithout(Lower(Openness, "record.minutes_within")),
        ];
}
