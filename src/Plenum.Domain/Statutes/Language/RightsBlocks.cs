using System.Collections.Immutable;
using static Plenum.Domain.Statutes.Key;

namespace Plenum.Domain.Statutes;

public static partial class StatuteLanguage
{
    // Blocks about the rights of members. The charter binds them today; the engine runs them later.
    private static ImmutableArray<Block> RightsBlocks =>
        [
            Known(
                "factions",
                Must("allowed", YesNo),
                Must("registration", OneOf("none", "optional", "required", "licence")),
                Must("least_members", Amount),
                Must("fee", YesNo),
                Must("membership_declared", YesNo),
                Must("lists_read_by", OneOf("own_members", "officers", "all_members")),
                Must(
                    "rights",
                    ListOf(
                        OneOf("publish", "speak", "lists", "observers", "rooms", "mail_to_members")
                    )
                ),
                May("dissolved_by", Body),
                May("suspended_before_elections", YesNo)
            ),
            Known(
                "press",
                Must("writers", OneOf("any_member", "sections", "officers", "editors")),
                Must("quota_per_month", Whole(0, 999)),
                Must("appears_within", Time),
                Must(
                    "refused_for",
                    ListOf(OneOf("unlawful", "personal_data", "over_quota", "opinion", "line"))
                ),
                Must("refusal_reasoned", YesNo),
                Must("refusal_public", YesNo),
                Must("appeal", Body),
                May("organ", OneOf("elected_editor", "appointed_editor")),
                May("discussion_sheet", YesNo),
                May("approval_of", Body)
            ),
            Known("discipline", [.. DisciplineKeys]),
            Known(
                "officials",
                Must("register", YesNo),
                Must("recallable", YesNo),
                Must("share_of_body", Part),
                Must("on_panels", YesNo),
                May(
                    "pay_cap",
                    Table(Must("reference", Prose), Must("ratio_percent", Whole(0, 999)))
                ),
                May("extra_income", OneOf("turned_over", "declared", "kept"))
            ),
            Known(
                "accounts",
                Must("open_to", OneOf("members", "auditors", "executive")),
                Must("published_every", Time),
                Must("auditors", OneOf("elected", "lot", "appointed")),
                May(
                    "spending_limits",
                    ListOf(Table(Must("up_to", Whole(0, 999_999)), Must("body", Body)))
                )
            ),
            Known(
                "equality",
                Must("refused_by_attribute", YesNo),
                Must("kept_apart", YesNo),
                Must("general_section_for_all", YesNo),
                May("caucuses", ListOf(Prose)),
                May(
                    "reserved_seats",
                    ListOf(
                        Table(
                            Must("attribute", Prose),
                            Must("body", Body),
                            Must("least", Whole(1, 999))
                        )
                    )
                )
            ),
        ];

    private static Key[] DisciplineKeys =>
        [
            Must("charges_by", OneOf("any_member", "body")),
            Must(
                "grounds",
                ListOf(
                    OneOf(
                        "violence",
                        "theft",
                        "harassment",
                        "fraud_in_votes",
                        "breach_of_duty",
                        "strike_breaking",
                        "opinion",
                        "theory",
                        "faction"
                    )
                )
            ),
            Must("notice", Time),
            Must("notice_violence_theft", Time),
            Must("hearing", YesNo),
            Must("defender", YesNo),
            Must("judges", OneOf("lot", "elected_panel", "executive", "upper_body")),
            Must("majority", Majority),
            Must("appeal", ListOf(Body)),
            Must("collective", YesNo),
            Must(
                "interim",
                Table(
                    Must(
                        "only",
                        ListOf(OneOf("room", "contact", "key", "vote", "candidacy", "publication"))
                    ),
                    Must("at_most", Time),
                    Must("reviewed_within", Time)
                )
            ),
            Must("rights_meanwhile", OneOf("kept", "suspended")),
            May("transfer_without_consent", YesNo),
            May("charges_lapse_after", Time),
            May("readmission_after", Time),
            May("sanctions", ListOf(OneOf("reprimand", "removal_from_post", "expulsion"))),
        ];
}
