using NodaTime;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Referendums;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>There is no congress here, or it has no sections to sit for.</summary>
public sealed record NoCongress() : Reason("amend.no-congress", ReasonKind.NoSuchThing);

/// <summary>
/// The road of statutes and programme (C8). In a federation they are put to the members of all sections: when enough of
/// them sign, or when its congress has carried them by the same majority. Where the statutes let the congress decide, what
/// it carries stands after a time in which members of the sections can still call it to their vote.
/// </summary>
public static class BasicLaw
{
    public static Ruling Put(
        Section section,
        Occasion occasion,
        Member member,
        bool inCongress,
        Question question
    )
    {
        var (now, article) = (occasion.Now, section.Rules.Amendment.Article);
        if (!inCongress && !member.IsInGoodStanding)
            return new NotAMember().By(article);
        if (!inCongress)
            return PutForward.ByMember(
                section,
                occasion,
                member.No,
                question,
                Procedures.OfBasicLaw(section, DirectionOf(question), IsProgramme(question), now)
            );
        if (section.Sections.Tree.Affiliates.IsEmpty || section.Rules.Congress is not { } congress)
            return new NoCongress().By(article);
        if (!section.SpeaksBefore(member, congress.Id, now))
            return new NotAMember().By(article);
        return PutForward.ByMember(
            section,
            occasion,
            member.No,
            question,
            Procedures.OfBasicLawInCongress(
                section,
                congress.Id,
                CongressDecides(section, question),
                IsProgramme(question),
                now
            )
        );
    }

    /// <summary>What a congress has carried is not law yet.</summary>
    public static bool GoesOn(Section section, Matter matter) =>
        matter.Question is Question.AmendStatutes or Question.AmendProgramme
        && section.Statutes.Book.Has(matter.Procedure.Electorate, BodyKind.Congress);

    /// <summary>It goes to the members of all sections, or stands open to their demand.</summary>
    public static void GoOn(Unfolding unfolding, Matter matter, Instant now)
    {
        var section = unfolding.Section;
        var kind = matter.Question.GetType().Name;
        var no = section.Matters.NextNo;
        var procedure = Procedures.OfBasicLaw(
            section,
            DirectionOf(matter.Question),
            IsProgramme(matter.Question),
            now
        );
        if (!CongressDecides(section, matter.Question))
        {
            unfolding.ToDebate(MemberNo.None, kind, matter.Question, procedure, now);
            Putting.Put(unfolding, no, now);
            return;
        }
        var rule = section.Rules.Amendment.Demand;
        unfolding
            .ToSignatures(
                matter.Question,
                procedure with
                {
                    SupportNeeded = Math.Max(
                        1,
                        rule.Members.Among(Initiatives.Members(section, now))
                    ),
                    SupportUntil = section.After(now, rule.Within),
                },
                now
            )
            .Then(new ReferendumsEvent.OpenToDemand(no, matter.No));
        Initiatives.Seek(unfolding, no);
    }

    /// <summary>Whether the same was voted down not long ago: by the members, or there where it is put again.</summary>
    public static DecidedNotLongAgo? TooSoon(
        Section section,
        bool inCongress,
        Func<Question, bool> isTheSame,
        Instant now
    ) =>
        Reopening.TooSoon(
            section,
            before => isTheSame(before.Question) && (inCongress || !GoesOn(section, before)),
            section.Rules.Amendment.CoolingOff,
            now
        );

    // What narrows members' rights always goes to them.
    private static bool CongressDecides(Section section, Question question) =>
        section.Rules.Amendment.ByCongress && DirectionOf(question) != ChangeDirection.Narrowing;

    private static bool IsProgramme(Question question) => question is Question.AmendProgramme;

    private static ChangeDirection DirectionOf(Question question) =>
        question is Question.AmendStatutes amend ? amend.Direction : ChangeDirection.Neutral;
}
