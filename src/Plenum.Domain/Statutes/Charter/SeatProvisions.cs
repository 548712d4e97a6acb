using System.Collections.Immutable;
using static Plenum.Domain.Statutes.Bounds;

namespace Plenum.Domain.Statutes;

/// <summary>What the charter says about seats: terms, recall, elections, who fills them, who keeps the server.</summary>
internal static class SeatProvisions
{
    public static ImmutableArray<Provision> All { get; } =
    [.. Terms(), .. Recall(), .. FromBelow(), .. Elections(), .. Keepers()];

    private static Provision[] Terms() =>
        [
            NumberAtMost("C1", "bodies[].max_consecutive", 3),
            NumberAtMost("C1", "terms.max_consecutive", 3),
            AtMost("C1", "bodies[].term", "P4Y").AsWarning,
            AtMost("C1", "bodies[].hard_stop", "P90D"),
            AtMost("C1", "terms.hard_stop", "P90D"),
            AtMost("C1", "terms.caretaker_at_most", "P60D"),
            MajorityAtLeast("C1", "terms.once_more", ">= 2/3 of cast"),
        ];

    private static Provision[] Recall() =>
        [
            Is("C2", "recall.applies_to", "all_seats"),
            Is("C2", "recall.petition.of", "own_electors"),
            AtLeast("C2", "recall.petition.window", "P7D"),
            AtMost("C2", "recall.vote.opens_within", "P7D"),
            AtLeast("C2", "recall.vote.opens_within", "P1D"),
            Is("C2", "recall.vote.electorate", "own_electors"),
            MajorityIs("C2", "recall.vote.majority", "> 1/2 of cast"),
            Is("C2", "recall.effect", "vacant_at_certification"),
            Is("C2", "recall.replacement", "by_election"),
            AtMost("C2", "recall.group_pause", "P120D"),
            Never("C2", "recall.not_before"),
            Never("C2", "recall.per_term"),
            Never("C2", "recall.turnout"),
            Never("C2", "recall.confirmed_by"),
            Never("C2", "recall.permission_of"),
            Not("C2", "recall.reason_required", "true"),
            Not("C2", "recall.signatures_shown_to_holder", "true"),
            Never("C2", "bodies[].removed_by"),
        ];

    private static Provision[] FromBelow() =>
        [
            Never("C13", "bodies[].appointed_by"),
            Never("C13", "bodies[].confirmed_by"),
            Not("C13", "bodies[].cooption", "true"),
            OneOf("C13", "bodies[].interim.filled_by", "constituents", "lot", "count_back"),
            AtMost("C13", "bodies[].interim.at_most", "P60D"),
            Is("C13", "bodies[].ex_officio.vote", "false"),
            OneOf("C13", "bodies[].method", "scottish_stv", "instant_runoff", "lot"),
            AtMost("C13", "elections.count_back_max_age", "P24M"),
            AtMost("C13", "elections.count_back_consent", "PT72H"),
            AtMost("C13", "bodies[].eligible_after", "P1Y").AsWarning,
        ];

    private static Provision[] Elections() =>
        [
            AtLeast("C17", "elections.opens_before_end", "P60D"),
            AtLeast("C17", "elections.roll_check", "P10D"),
            AtLeast("C17", "elections.protest", "P10D"),
            AtMost("C17", "elections.protest_decision", "P14D"),
            AtLeast("C17", "elections.second_call", "P7D"),
            Is("C17", "elections.candidates_on_commission", "false"),
            Is("C17", "elections.opened_by", "clock"),
            Is("C17", "elections.unopposed", "yes_or_reopen"),
            OneOf("C17", "elections.tie", "lot_public_seed", "runoff"),
            Is("C17", "elections.publish_papers", "true").AsWarning,
            AtLeast("C18", "elections.voting_by_post", "P21D"),
            AtLeast("C18", "recall.vote.lasts_by_post", "P21D"),
        ];

    private static Provision[] Keepers() =>
        [
            Is("C20", "keepers.persons", "2"),
            Is("C20", "keepers.from_one_faction_or_employer", "false"),
            AtMost("C20", "keepers.hand_over_within", "P3D"),
            AtMost("C20", "keepers.first_keeper", "P30D"),
        ];
}
