using System.Collections.Immutable;
using static Plenum.Domain.Statutes.Bounds;

namespace Plenum.Domain.Statutes;

/// <summary>
/// A right that is given no time, or takes a share nobody reaches, is no right: the other side of the bounds. They came
/// with the second version of the check; a text adopted before keeps its words, and the bound holds meanwhile.
/// </summary>
internal static class LatitudeProvisions
{
    public static ImmutableArray<Provision> All { get; } =
    [
        .. new[] { Seats(), Elections(), Deciding(), BasicLaw(), Joining(), Order(), Together() }
            .SelectMany(some => some)
            .Select(p => p with { Since = 2 }),
    ];

    private static Provision[] Seats() =>
        [
            AtLeast("C1", "bodies[].term", "P30D"),
            AtMost("C1", "bodies[].term", "P6Y"),
            AtLeast("C1", "terms.length", "P30D"),
            AtMost("C1", "terms.length", "P6Y"),
            AtMost("C13", "bodies[].eligible_after", "P2Y"),
            AtLeast("C16", "bodies[].notice", "P1D"),
            AtMost("C16", "bodies[].notice", "P90D"),
            AtMost("C16", "bodies[].meets_every", "P4Y"),
            AtLeast("C2", "recall.vote.lasts", "P3D"),
            AtMost("C2", "recall.vote.lasts", "P30D"),
            AtMost("C18", "recall.vote.lasts_by_post", "P42D"),
            AtLeast("C20", "keepers.first_keeper", "P1D"),
            NumberAtMost("C15", "panel.size", 15),
            AtLeast("C15", "panel.decides_within", "P3D"),
        ];

    private static Provision[] Elections() =>
        [
            AtMost("C17", "elections.opens_before_end", "P180D"),
            AtLeast("C17", "elections.nomination", "P3D"),
            NumberAtMost("C17", "elections.supporters", 5),
            AtLeast("C17", "elections.voting", "P1D"),
            AtMost("C17", "elections.roll_check", "P60D"),
            AtMost("C17", "elections.protest", "P30D"),
            AtLeast("C17", "elections.protest_decision", "P3D"),
            NumberAtMost("C17", "elections.commission_size", 15),
            AtLeast("C13", "elections.count_back_consent", "PT24H"),
            AtMost("C18", "elections.voting_by_post", "P42D"),
            // The lot with a public seed is the one way there is (R8).
            OneOf("C17", "elections.tie", "lot_public_seed"),
        ];

    private static Provision[] Deciding() =>
        [
            AmountAtMost("C16", "quorum.assembly", "max(5, 50%)"),
            AmountAtMost("C16", "quorum.members_vote", "max(5, 50%)"),
            AmountAtMost("C16", "motions.supporters", "max(5, 10%)"),
            AtLeast("C16", "motions.support_window", "P1D"),
            AtLeast("C16", "motions.debate", "P1D"),
            AtMost("C16", "motions.debate", "P90D"),
            AtLeast("C16", "motions.vote_lasts", "P1D"),
            AtMost("C16", "motions.vote_lasts", "P60D"),
            MajorityWithin("C16", "motions.majority", "> 1/2 of cast", "3/4"),
            AmountAtMost("C16", "motions.minority_report", "max(2, 20%)"),
            AtMost("C16", "motions.reopen_after", "P1Y"),
            AtMost("C16", "motions.report_back_within", "P1Y"),
            MajorityWithin("C16", "motions.extra_majorities[].majority", "> 1/2 of cast", "1/1"),
            AtLeast("C16", "initiative.window", "P7D"),
            AtLeast("C16", "initiative.assembly_within", "P3D"),
            AtLeast("C16", "initiative.congress_within", "P7D"),
            AtMost("C16", "initiative.challenge_within", "P1Y"),
            AmountAtMost("C16", "referendum.members", "max(3, 10%)"),
            PartAtMost("C16", "referendum.sections", "1/5"),
            AtLeast("C16", "referendum.window", "P14D"),
            PartAtMost("C16", "referendum.turnout", "1/2"),
        ];

    private static Provision[] BasicLaw() =>
        [
            AmountAtMost("C8", "amendment.initiative", "max(5, 10%)"),
            AtLeast("C8", "amendment.notice", "P7D"),
            AtMost("C8", "amendment.notice", "P180D"),
            AtLeast("C8", "amendment.vote_lasts", "P3D"),
            AtMost("C8", "amendment.vote_lasts", "P60D"),
            MajorityWithin("C8", "amendment.majority", ">= 2/3 of cast", "4/5"),
            MajorityWithin("C8", "amendment.programme_majority", ">= 2/3 of cast", "4/5"),
            AtMost("C8", "amendment.wording_published", "P180D"),
            AtMost("C8", "amendment.cooling_off", "P1Y"),
            AtMost("C8", "amendment.challenge.within", "P1Y"),
        ];

    private static Provision[] Joining() =>
        [
            NumberAtMost("C19", "membership.minimum_age", 18),
            AtLeast("C19", "membership.deadline", "P1D"),
            NumberAtMost("C19", "membership.attested_by", 5),
            AtMost("C5", "discipline.notice", "P90D"),
            AtMost("C5", "discipline.notice_violence_theft", "P30D"),
            MajorityWithin("C5", "discipline.majority", "> 1/2 of cast", "1/1"),
            AtMost("C5", "discipline.charges_lapse_after", "P5Y"),
            AtMost("C5", "discipline.readmission_after", "P5Y"),
        ];

    private static Provision[] Order() =>
        [
            AtMost("C11", "emergency.length", "P60D"),
            NumberAtMost("C11", "emergency.renewals", 3),
            AtMost("C11", "emergency.report_within", "P30D"),
            MajorityWithin("C11", "emergency.majority", "> 1/2 of cast", "1/1"),
            MajorityWithin("C16", "majorities.close_debate", "> 1/2 of cast", "1/1"),
            MajorityWithin("C10", "majorities.closed_session", "> 1/2 of cast", "1/1"),
        ];

    private static Provision[] Together() =>
        [
            NumberAtMost("C21", "sections.least_members", 25),
            MajorityWithin("C21", "sections.majority", ">= 2/3 of cast", "4/5"),
            MajorityWithin("C21", "affiliation.majority", "> 1/2 of cast", "4/5"),
            MajorityWithin("C21", "affiliation.secession.majority", "> 1/2 of cast", "4/5"),
            AtMost("C21", "affiliation.secession.notice", "P1Y"),
            PartWithin("C6", "sections_vote.needed", "1/2", "3/4"),
        ];
}
