using Plenum.Domain.Matters;
using Plenum.Domain.Membership;

namespace Plenum.Domain.Elections;

/// <summary>Candidates are not, or no longer, being looked for.</summary>
public sealed record NominationsClosed(MatterNo Election) : Reason("election.nominations-closed");

public sealed record AlreadyStanding(MatterNo Election) : Reason("election.already-standing");

/// <summary>So many terms in a row are the most; once more only when two calls bring nobody else (C1).</summary>
public sealed record TermLimit(int Term, int Most)
    : Reason("election.term-limit", ReasonKind.NotYou);

/// <summary>Whoever runs an election does not stand in it.</summary>
public sealed record OnTheCommission(MatterNo Election)
    : Reason("election.on-commission", ReasonKind.NotYou);

/// <summary>Nobody holds two seats of one body.</summary>
public sealed record HoldsASeat(MatterNo Election)
    : Reason("election.holds-a-seat", ReasonKind.NotYou);

/// <summary>A member stands, on a platform that voters see before the name (S29).</summary>
public sealed record Stand(MatterNo Election, string Platform, bool PublicName) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Platform),
                    Platform,
                    Texts.Body,
                    () => Enter(section, occasion, member)
                )
        );

    private Ruling Enter(Section section, Occasion occasion, Member member)
    {
        if (section.Matters.Find(Election) is not { Question: Question.Elect elect } matter)
            return new NoSuchMatter(Election);
        var body = section.RuleOf(elect.Body);
        if (matter.Stage is not Stage.Nomination nomination || occasion.Now >= nomination.Until)
            return new NominationsClosed(Election).By(body.Article);
        var election = section.Elections.Of(Election);
        if (election.Standing.Any(c => c.Member == member.No))
            return new AlreadyStanding(Election).By(body.Article);
        if (
            elect.Cause != ElectionCause.Recall
            && Mandates.Seating.Holds(section, elect.Body, member.No, elect.Until)
        )
            return new HoldsASeat(Election).By(body.Article);
        var term = Nominations.TermOf(section, elect, member.No, occasion.Now);
        if (
            term > body.MaxConsecutive
            && !(nomination.SecondCall && term == body.MaxConsecutive + 1)
        )
            return new TermLimit(term, body.MaxConsecutive).By(body.Article).ByCharter("C1");
        return Ruling.Under(
            new Authority.Member(member.No),
            body.Article,
            new ElectionsEvent.Stood(
                Election,
                election.Candidates.Count + 1,
                member.No,
                Document.Of(Platform),
                PublicName
            )
        );
    }
}
