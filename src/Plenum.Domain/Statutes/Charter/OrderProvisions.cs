using System.Collections.Immutable;
using static Plenum.Domain.Statutes.Bounds;

namespace Plenum.Domain.Statutes;

/// <summary>What the charter says about the order of the whole: secrecy, basic law, money, record, emergencies, boundaries.</summary>
internal static class OrderProvisions
{
    public static ImmutableArray<Provision> All { get; } =
    [
        .. Charter(),
        .. SecretAndOpen(),
        .. BasicLaw(),
        .. Money(),
        .. Record(),
        .. Emergency(),
        .. Together(),
        .. Boundaries(),
    ];

    private static Provision[] Charter() =>
        [
            Is(
                "C0",
                "charter.version",
                CharterText.Version.ToString(System.Globalization.CultureInfo.InvariantCulture)
            ),
            Is("C0", "charter.digest", CharterText.Digest.Hex),
            Is("C0", "amendment.leave_charter", "as_charter"),
        ];

    private static Provision[] SecretAndOpen() =>
        [
            Is("C7", "elections.secrecy", "secret"),
            Is("C7", "recall.vote.secrecy", "secret"),
            Is("C7", "record.votes_on_persons", "secret"),
            Is("C7", "record.delegates_vote_on_matters", "by_name"),
            Is("C7", "bodies[].votes", "by_name"),
            Not("C7", "bodies[].political_test", "true"),
            Is("C7", "bodies[].list", "open").AsWarning,
            AmountAtMost("C7", "motions.secret_on_demand", "20%"),
        ];

    private static Provision[] BasicLaw() =>
        [
            MajorityAtLeast("C8", "amendment.majority", ">= 2/3 of cast"),
            MajorityAtLeast("C8", "amendment.programme_majority", ">= 2/3 of cast"),
            Is("C8", "amendment.narrowing_decided_by", "members"),
            AtLeast("C8", "amendment.wording_published", "P21D"),
            AmountAtMost("C8", "amendment.wording_objections", "min(5, 1%)"),
            AtLeast("C8", "amendment.challenge.within", "P60D"),
            AmountAtMost("C8", "amendment.challenge.members", "5%"),
            PartAtMost("C8", "amendment.challenge.sections", "10%"),
            Never("C8", "amendment.approval_of"),
        ];

    private static Provision[] Money() =>
        [
            Is("C9", "officials.register", "true"),
            Is("C9", "officials.recallable", "true"),
            Is("C9", "officials.on_panels", "false"),
            PartAtMost("C9", "officials.share_of_body", "1/3"),
            Some("C9", "officials.pay_cap", "{reference: skilled wage, ratio_percent: 100}"),
            Is("C9", "accounts.open_to", "members"),
            AtMost("C9", "accounts.published_every", "P1Y"),
            OneOf("C9", "accounts.auditors", "elected", "lot"),
        ];

    private static Provision[] Record() =>
        [
            Is("C10", "record.log", "append_only"),
            Is("C10", "record.open_to", "members"),
            Is("C10", "record.secret_rules", "false"),
            Is("C10", "record.exceptions_expire", "true"),
            Never("C10", "record.outside_record"),
        ];

    private static Provision[] Emergency() =>
        [
            Is("C11", "emergency.expires", "by_itself"),
            AtMost("C11", "emergency.length", "P90D").AndNeeded with
            {
                Expected = "P30D",
                Repair = (p, _) => new Repair.Set(p, "P30D"),
            },
            AtMost("C11", "emergency.vote_lengthened_by", "P30D"),
            NoneOf(
                "C11",
                "emergency.may_change",
                "elections",
                "recall",
                "factions",
                "press",
                "discipline",
                "charter",
                "terms",
                "statutes"
            ),
        ];

    private static Provision[] Together() =>
        [
            AtMost("C15", "panel.decides_within", "P14D"),
            AmountAtMost("C16", "initiative.members", "max(3, 5%)"),
            PartAtMost("C16", "initiative.sections", "10%"),
            AtMost("C16", "initiative.assembly_within", "P21D"),
            AtMost("C16", "initiative.congress_within", "P42D"),
            AtLeast("C16", "initiative.challenge_within", "P30D"),
            Is("C16", "initiative.equal_space", "true"),
            NoneOf("C16", "referendum.excluded", "officers", "accounts", "statutes"),
            Is("C16", "referendum.binding", "true").AsWarning,
            AtLeast("C16", "quorum.second_meeting_after", "P7D"),
            AtMost("C16", "quorum.second_meeting_after", "P14D"),
            AmountAtMost("C16", "quorum.second_meeting", "1"),
            AllOf(
                "C16",
                "quorum.second_meeting_never_for",
                "statutes",
                "expulsion",
                "merger",
                "assets",
                "dissolution"
            ),
            AmountAtMost("C16", "quorum.elections_assembly", "3"),
        ];

    private static Provision[] Boundaries() =>
        [
            Is("C21", "sections.dissolved_by", "own_members"),
            Is("C21", "sections.redrawn_by", "own_members"),
            MajorityAtLeast("C21", "sections.majority", ">= 2/3 of cast"),
            Is("C21", "sections.tactics_set_by", "own_members").AsWarning,
            NoneOf("C13", "intervention.measures", "appoint_officers"),
            NoneOf("C2", "intervention.measures", "remove_officers"),
            NoneOf("C21", "intervention.measures", "set_tactics"),
            // Who elects decides who sits, at every level.
            NoneOf("C13", "competences.shared", "own_officers"),
            AtMost("C11", "intervention.lasts", "P90D"),
            Is("C21", "intervention.on_petition", "true"),
            OneOf("C21", "intervention.appeal", "lot"),
            Is("C22", "organisation.law", "none") with
            {
                Severity = Severity.Note,
                Repair = (_, _) => Statutes.Repair.None,
            },
            // Whoever has more than half of a body decides in it alone.
            PartAtMost("C6", "bodies[].from_one_section", "1/2").AsWarning,
            Is("C6", "sections_vote.delegates_bound_by_political_class", "false"),
        ];
}
