using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>Only those who elect a body tell its holders what to do.</summary>
public sealed record NotElectedByMembers(BodyId Body)
    : Reason("instruct.not-elected-by-members", ReasonKind.NotThis);

/// <summary>How to vote is said about a matter that is being decided by name; it is named by its number.</summary>
public sealed record NothingToVoteOn(MatterNo Matter)
    : Reason("instruct.nothing-to-vote-on", ReasonKind.NotThis);

/// <summary>
/// A member puts it to all members to instruct those whom they elect: in words, or how to vote. Holders answer for what
/// they do with it to those who can recall them (C2); nobody votes in their place.
/// </summary>
public sealed record Instruct(
    BodyId Body,
    string Title,
    string Words,
    MatterNo About,
    Bidding Bidding
) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                Texts.WhenTitled(
                    Title,
                    Words,
                    Texts.Body,
                    () =>
                        Refused(section) is { } reason
                            ? reason.By(section.Rules.Motions.Article)
                            : PutForward.ByMember(
                                section,
                                occasion,
                                member.No,
                                new Question.Instruct(
                                    Body,
                                    Instructing.WhereTheySit(section, Body),
                                    About,
                                    Bidding,
                                    Title,
                                    Document.Of(Words)
                                ),
                                Procedures.OfMotion(section, BodyId.Members, occasion.Now)
                            )
                )
        );

    private Reason? Refused(Section section)
    {
        if (!Instructing.MayBeInstructed(section, Body))
            return new NotElectedByMembers(Body);
        if (
            Instructing.WhereTheySit(section, Body) == Affiliation.None.Federation
            || (About == MatterNo.None) != (Bidding == Bidding.InWords)
            || !Instructing.IsBeforeThem(section, Body, About)
        )
            return new NothingToVoteOn(About);
        return null;
    }
}
