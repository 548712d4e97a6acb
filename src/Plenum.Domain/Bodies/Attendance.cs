using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Bodies;

/// <summary>There is no sitting with this number.</summary>
public sealed record NoSuchSitting(SittingNo Sitting)
    : Reason("sitting.none", ReasonKind.NoSuchThing);

/// <summary>The sitting has failed, was closed, or its day has passed.</summary>
public sealed record SittingOver(SittingNo Sitting) : Reason("sitting.over");

/// <summary>Only members of the body that sits.</summary>
public sealed record NotOfThisBody(BodyId Body)
    : Reason("sitting.not-of-this-body", ReasonKind.NotYou);

/// <summary>Who is there, and how many it takes.</summary>
public static class Attendance
{
    /// <summary>All members at an assembly; those who hold a seat at a committee.</summary>
    public static bool IsEntitled(Section section, BodyId body, MemberNo member, Instant now) =>
        section.Statutes.Book.Has(body)
        && section.Membership.Of(member).IsInGoodStanding
        && (
            section.RuleOf(body).Kind == BodyKind.Assembly
            || section.Mandates.HeldBy(member, now).Any(m => m.Body == body)
        );

    /// <summary>Those in the room who count; a seat or a membership may have ended since they came.</summary>
    public static int Counted(Section section, Sitting sitting, Instant now) =>
        sitting.Present.Count(m => IsEntitled(section, sitting.Body, m, now));

    /// <summary>The quorum; a second meeting needs less, and never more, than the first (R10).</summary>
    public static int Needed(Section section, Sitting sitting)
    {
        if (sitting.IsForElectionsOnly || !section.Statutes.Book.Has(sitting.Body))
            return 1;
        var body = section.RuleOf(sitting.Body);
        var (all, first) =
            body.Kind == BodyKind.Assembly
                ? (
                    section.Membership.InGoodStanding,
                    section.Rules.Quorum.Assembly.Among(section.Membership.InGoodStanding)
                )
                : (body.Seats, body.Quorum.Needed(body.Seats));
        return sitting.SecondOf == SittingNo.None
            ? first
            : Math.Min(first, section.Rules.Quorum.SecondMeeting.Among(all));
    }

    /// <summary>Goes on with a sitting that is called or open, by its clock as well as by its stage.</summary>
    public static Ruling AtSitting(
        this Section section,
        SittingNo no,
        Instant now,
        Func<Sitting, Ruling> then
    ) =>
        section.Bodies.Of(no) is var sitting && sitting.No == SittingNo.None ? new NoSuchSitting(no)
        : now >= section.Bodies.NextAt(no)
        || sitting.Stage is SittingStage.Failed or SittingStage.Closed
            ? new SittingOver(no)
        : then(sitting);

    public static ArticleId ArticleOf(this Section section, BodyId body) =>
        section.Statutes.Book.Has(body)
            ? section.RuleOf(body).Article
            : section.Rules.Quorum.Article;
}
