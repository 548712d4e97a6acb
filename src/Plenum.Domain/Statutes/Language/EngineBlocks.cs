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
            Must("meets_every", Time).NotYet,
            Must("notice", Time),
            May("hard_stop", Time).NotYet,
            May("appointed_by", Body).NotYet,
            May("cooption", YesNo).Only("false"),
            May("confirmed_by", Body).NotYet,
            May("removed_by", Body).NotYet,
            May("interim", Interim),
            May("ex_officio", Table(Must("seats", Whole(0, 2000)), Must("vote", YesNo))).NotYet,
            May("list", OneOf("open", "closed")).NotYet,
            May("eligible_after", Time).NotYet,
            May("political_test", YesNo).Only("false"),
            May("mandate", OneOf("free", "instructed", "instructed_with_report")).NotYet,
            May("votes", OneOf("by_name", "secret")).Only("by_name"),
            May("open_to_members", YesNo).NotYet,
            May("apportionment", Apportionment).On(BodyKind.Congress),
            May("not_both", ListOf(Body)).NotYet,
            May("from_one_section", Part)
        );

    private static Kind.Table Apportionment =>
        Table(
            Must("method", OneOf<ApportionmentMethod>()).Except("stated"),
            May("per", Whole(1, 999_999)),
            May("least", Whole(0, 999)),
            May("most", Whole(1, 999)),
            May("base", Whole(0, 999)),
            May("rounding", OneOf<SeatRounding>()),
            May(
                "shares",
                ListOf(Table(Must("constituency", OneOf<Constituency>()), Must("part", Part)))
            ),
            May("bands", ListOf(Table(Must("to", Whole(1, 999_999)), Must("seats", Whole(1, 999)))))
        );

    private static ImmutableArray<Block> EngineBlocks =>
        [
            Run(
                "organisation",
                Must("name", Prose),
                Must("section_word", Prose),
                Must("kind", OneOf<OrganisationKind>()),
                Must("languages", ListOf(Prose)).NotYet,
                Must("time_zone", Prose).NotYet,
                Must("law", Prose).NotYet,
                May("levels", ListOf(Prose)).NotYet,
                May("country", Prose),
                May("locality", Prose),
                May("constituency", OneOf<Constituency>())
            ),
            Run("membership", [.. MembershipKeys]),
            new("bodies", ListOf(BodyKeys), Presence.Must, Runs: true),
            Run("elections", [.. ElectionKeys]),
            Run(
                "terms",
                Must("length", Time).NotYet,
                Must("max_consecutive", Whole(1, 99)),
                Must("caretaker_at_most", Time),
                May("once_more", Majority).Only(">= 2/3 of cast"),
                May("ends_with", Prose).NotYet,
                May("hard_stop", Time).NotYet
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
                ).NotYet,
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
                Must("report_back_within", Time).NotYet,
                May(
                    "extra_majorities",
                    ListOf(Table(Must("on", Prose), Must("majority", Majority)))
                ).NotYet
            ),
            Run(
                "initiative",
                Must("members", Amount),
                Must("assembly_within", Time),
                Must("challenge_within", Time),
                Must("window", Time),
                May("sections", Part),
                May("congress_within", Time),
                May("equal_space", YesNo).NotYet
            ),
            Run("amendment", [.. AmendmentKeys]),
            Run(
                "keepers",
                Must("body", Body),
                Must("restored_by", Body),
                Must("first_keeper", Time),
                Must("persons", Whole(1, 9)).Only("2"),
                Must("from_one_faction_or_employer", YesNo).NotYet,
                Must("hand_over_within", Time).NotYet
            ),
            Run(
                "panel",
                Must("body", Body),
                Must("size", Whole(1, 99)),
                Must("decides_within", Time),
                Must("independent", YesNo).Only("true")
            ),
        ];
}
