using System.Collections.Immutable;
using static Plenum.Domain.Statutes.Bounds;

namespace Plenum.Domain.Statutes;

/// <summary>What the charter says about the rights of a member: joining, groups, the press, charges, equality.</summary>
internal static class RightsProvisions
{
    public static ImmutableArray<Provision> All { get; } =
    [.. Factions(), .. Press(), .. Discipline(), .. Membership(), .. Equality()];

    private static Provision[] Factions() =>
        [
            Is("C3", "factions.allowed", "true"),
            OneOf("C3", "factions.registration", "none", "optional"),
            AmountAtMost("C3", "factions.least_members", "5"),
            Is("C3", "factions.fee", "false"),
            Is("C3", "factions.membership_declared", "false"),
            OneOf("C3", "factions.lists_read_by", "own_members"),
            Never("C3", "factions.dissolved_by"),
            Not("C3", "factions.suspended_before_elections", "true"),
        ];

    private static Provision[] Press() =>
        [
            Is("C4", "press.writers", "any_member"),
            NumberAtLeast("C4", "press.quota_per_month", 1),
            AtMost("C4", "press.appears_within", "P30D"),
            NoneOf("C4", "press.refused_for", "opinion", "line"),
            Is("C4", "press.refusal_reasoned", "true"),
            Is("C4", "press.refusal_public", "true"),
            Never("C4", "press.approval_of"),
            Is("C4", "press.organ", "elected_editor").AsWarning,
        ];

    private static Provision[] Discipline() =>
        [
            AtLeast("C5", "discipline.notice", "P14D"),
            AtLeast("C5", "discipline.notice_violence_theft", "P7D"),
            Is("C5", "discipline.hearing", "true"),
            OneOf("C5", "discipline.judges", "lot", "elected_panel"),
            Some("C5", "discipline.appeal", "[members]"),
            Is("C5", "discipline.collective", "false"),
            NoneOf("C5", "discipline.grounds", "opinion", "theory", "faction"),
            NoneOf("C5", "discipline.interim.only", "vote", "candidacy", "publication"),
            AtMost("C5", "discipline.interim.at_most", "P14D"),
            AtMost("C5", "discipline.interim.reviewed_within", "P5D"),
            Is("C5", "discipline.rights_meanwhile", "kept"),
            Not("C5", "discipline.transfer_without_consent", "true"),
            Is("C5", "panel.independent", "true"),
            NumberAtLeast("C5", "membership.lapse.notices", 2),
            AtLeast("C5", "membership.lapse.cure", "P30D"),
            Is("C5", "membership.lapse.hardship_waiver", "true"),
            Is("C5", "membership.lapse.dispute_stops_clock", "true"),
            Is("C5", "membership.lapse.late_employer_counts", "false"),
            Not("C5", "membership.reregistration", "executive_purge"),
            Never("C5", "affiliation.group_expulsion_by"),
        ];

    private static Provision[] Membership() =>
        [
            AtMost("C19", "membership.deadline", "P90D"),
            OneOf("C19", "membership.silence", "admits_attested", "refers_upward"),
            NumberAtLeast("C19", "membership.attested_by", 2),
            AtMost("C19", "membership.waiting_period", "P90D"),
            AtMost("C19", "membership.waiting_period_basic_law", "P180D"),
            AtMost("C19", "membership.record_date_before", "P90D"),
            Is("C19", "membership.speak_at_once", "true"),
            Not("C19", "membership.retroactive_waiting", "true"),
            Not("C19", "membership.opinion_test", "true").AsWarning,
            Is("C18", "membership.desk_path", "true"),
        ];

    private static Provision[] Equality() =>
        [
            Is("C12", "equality.refused_by_attribute", "false"),
            Is("C12", "equality.kept_apart", "false"),
            Is("C12", "equality.general_section_for_all", "true"),
            Some("C14", "prohibitions[].enforced_by", "members"),
            Some("C14", "prohibitions[].procedure", "panel"),
            Some("C14", "prohibitions[].appeal", "members"),
        ];
}
