using static Plenum.Domain.Statutes.Concern;

namespace Plenum.Domain.Statutes;

internal static partial class Declarations
{
    // How members decide together, and the order of the whole.
    private static Line[] Order =>
        [
            .. Whole,
            .. Deciding,
            .. WithoutOfficers,
            .. BasicLaw,
            .. Exceptions,
            .. Parts,
            .. Others,
        ];

    private static Line[] Whole =>
        [
            // The charter is left or renewed by its own road only.
            Either(Concern.Charter, "charter", "charter.version", "charter.digest", "language"),
            Free("organisation.name", "organisation.section_word", "organisation.law"),
            Free("organisation.time_zone"),
            FreeWithout(
                Free("organisation.country", "organisation.locality", "organisation.constituency")
            ),
            // A language less is a member less who can read.
            Further(Voice, "organisation.languages"),
            // In a programme organisation conviction may be a reason to refuse, elsewhere not.
            Either(Joining, "organisation.kind"),
            // A level more is a step further away, a level less a place less to be heard.
            NoneWithout(Either(Balance, "organisation.levels")),
            // The two persons and the panel that everything else rests on.
            Either(Protection, "keepers.body", "keepers.restored_by", "keepers.persons"),
            Lower(Delay, "keepers.first_keeper", "keepers.hand_over_within"),
            No(Protection, "keepers.from_one_faction_or_employer"),
            Either(Protection, "panel.body"),
            Higher(Protection, "panel.size"),
            Lower(Delay, "panel.decides_within"),
            Yes(Protection, "panel.independent"),
        ];

    private static Line[] Deciding =>
        [
            // High: whoever stays away decides. Low: whoever comes decides for all. Both take something from members.
            Either(
                Balance,
                "quorum.assembly",
                "quorum.members_vote",
                "quorum.second_meeting_after",
                "motions.majority",
                "motions.extra_majorities",
                "motions.extra_majorities[].on",
                "motions.extra_majorities[].majority"
            ),
            Lower(Hurdle, "quorum.second_meeting"),
            // Great things are not decided by whoever happens to come a second time.
            NoneWithout(Further(Protection, "quorum.second_meeting_never_for")),
            NoneWithout(Lower(Hurdle, "quorum.elections_assembly")),
            Lower(Hurdle, "motions.supporters", "motions.secret_on_demand"),
            Lower(Hurdle, "motions.minority_report"),
            Higher(Time, "motions.support_window"),
            // Debate and vote give time to think and to come; without end they keep members from deciding.
            UpTo("P60D", Time, "motions.debate", "motions.vote_lasts"),
            Lower(Delay, "motions.reopen_after", "motions.report_back_within"),
            FreeWithout(Down("none chair", Powers, "majorities.casting_vote")),
            // Harder to silence, harder to shut out.
            FreeWithout(Higher(Voice, "majorities.close_debate", "majorities.closed_session")),
            Either(Balance, "majorities", "majorities.double"),
        ];

    private static Line[] WithoutOfficers =>
        [
            Lower(Hurdle, "initiative.members"),
            NoneWithout(Lower(Hurdle, "initiative.sections")),
            Lower(Delay, "initiative.assembly_within"),
            NoneWithout(Lower(Delay, "initiative.congress_within")),
            Higher(Time, "initiative.challenge_within", "initiative.window"),
            NoneWithout(Yes(Voice, "initiative.equal_space")),
            NoneWithout(Lower(Hurdle, "referendum", "referendum.sections")),
            Lower(Hurdle, "referendum.members"),
            Higher(Time, "referendum.window"),
            Fewer("", Say, "referendum.excluded"),
            Yes(Say, "referendum.binding"),
            FreeWithout(Lower(Gate, "referendum.turnout")),
        ];

    private static Line[] BasicLaw =>
        [
            Lower(Hurdle, "amendment.initiative", "amendment.wording_objections"),
            UpTo("P6M", Time, "amendment.notice"),
            UpTo("P60D", Time, "amendment.vote_lasts"),
            UpTo("P1Y", Protection, "amendment.cooling_off"),
            Higher(Time, "amendment.wording_published"),
            Down(
                "members congress executive",
                Say,
                "amendment.decided_by",
                "amendment.narrowing_decided_by"
            ),
            // Easier to change is easier to lose, harder to change is harder to win.
            Either(Balance, "amendment.majority", "amendment.programme_majority"),
            NoneWithout(Lower(Say, "amendment.challenge", "amendment.challenge.sections")),
            Higher(Time, "amendment.challenge.within"),
            Lower(Hurdle, "amendment.challenge.members"),
            FreeWithout(Nearest(Gate, "amendment.approval_of")),
            Down("as_charter as_statutes", Concern.Charter, "amendment.leave_charter"),
        ];

    private static Line[] Exceptions =>
        [
            Nearest(Powers, "emergency.declared_by"),
            Higher(Powers, "emergency.majority"),
            Fewer("", Powers, "emergency.causes", "emergency.may_change"),
            Down("by_itself by_decision never", Powers, "emergency.expires"),
            NoneWithout(Lower(Powers, "emergency.length")),
            // Without a number nobody can say whether there may be one renewal or none or many.
            Lower(Powers, "emergency.renewals", "emergency.vote_lengthened_by"),
            NoneWithout(Lower(Openness, "emergency.report_within")),
        ];

    private static Line[] Parts =>
        [
            Either(Boundaries, "sections"),
            Further(Boundaries, "sections.kinds"),
            Lower(Hurdle, "sections.least_members"),
            Down(
                "own_members appeal_body|executive|congress",
                Boundaries,
                "sections.dissolved_by",
                "sections.redrawn_by"
            ),
            Higher(Boundaries, "sections.majority"),
            Yes(Boundaries, "sections.at_large"),
            Down("own_members upper_body", Boundaries, "sections.tactics_set_by"),
            Either(Boundaries, "sections.disputed_name_arbiter"),
            // What one section gains another loses.
            Either(Balance, "sections_vote", "sections_vote.weights", "sections_vote.needed"),
            Yes(Protection, "sections_vote.double_majority"),
            FreeWithout(No(Say, "sections_vote.delegates_bound_by_political_class")),
            // More may be asked of the level above, and more is done in a section.
            Either(Balance, "intervention", "intervention.measures", "intervention.decided_by"),
            Lower(Powers, "intervention.lasts"),
            Yes(Boundaries, "intervention.on_petition"),
            Down("lot none", Protection, "intervention.appeal"),
            // What is reserved to sections nobody above decides; what is shared binds those outvoted.
            Either(
                Balance,
                "competences",
                "competences.decided_by",
                "competences.named",
                "competences.named[].id",
                "competences.named[].what"
            ),
            Further(Boundaries, "competences.reserved"),
            Fewer("", Powers, "competences.shared"),
            Down("sections together", Boundaries, "competences.named[].kept_by"),
            // What sections take over they no longer write themselves.
            FreeWithout(Fewer("", Powers, "frame")),
            Fewer("", Powers, "frame.keys"),
            Either(Boundaries, "affiliation"),
            Nearest(Say, "affiliation.admitted_by"),
            Either(Balance, "affiliation.majority"),
            Yes(Openness, "affiliation.conditions_published"),
            NoneWithout(Lower(Boundaries, "affiliation.secession")),
            Yes(Boundaries, "affiliation.secession.allowed"),
            Lower(Hurdle, "affiliation.secession.majority", "affiliation.secession.notice"),
            FreeWithout(Nearest(Boundaries, "affiliation.group_expulsion_by")),
        ];

    private static Line[] Others =>
        [
            Either(Joining, "programme"),
            No(Joining, "programme.accepted_on_joining"),
            NoneWithout(Yes(Openness, "programme.clauses_public")),
            // A prohibition less is a freedom more.
            Fewer("", Protection, "prohibitions"),
            Either(
                Protection,
                "prohibitions[].id",
                "prohibitions[].what",
                "prohibitions[].enforced_by",
                "prohibitions[].procedure"
            ),
            NoneWithout(Independent(Protection, "prohibitions[].appeal")),
            // What is left open here, others fill in without asking the members of the whole.
            Either(Balance, "open", "open[].id", "open[].key", "open[].least", "open[].most"),
        ];
}
