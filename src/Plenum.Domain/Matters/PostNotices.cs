using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>What is settled is told by its result; a notice of it comes too late.</summary>
public sealed record NoticeTooLate(MatterNo Matter) : Reason("notice.too-late");

/// <summary>The day has not come: what is on the record has been done.</summary>
public sealed record NoticeNotYet(LocalDate Day, LocalDate Today)
    : Reason("notice.not-yet", ReasonKind.NotThis);

/// <summary>Nothing could be told of the matter before it was put forward.</summary>
public sealed record NoticeTooEarly(MatterNo Matter, LocalDate Day, LocalDate PutForward)
    : Reason("notice.too-early", ReasonKind.NotThis);

/// <summary>Fewer than none, or more than there are members.</summary>
public sealed record NotSoManyNotices(int Posted, int Members)
    : Reason("notice.not-so-many", ReasonKind.NotThis);

/// <summary>
/// Whoever writes to members says where the notice of a matter hangs and to how many it went by post: no right needs
/// e-mail (C18), and whoever was not told can say so.
/// </summary>
public sealed record PostNotices(MatterNo Matter, string Place, int Posted, LocalDate Day) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.WithPower(
            occasion,
            Power.Contact,
            (member, mandate) =>
                Texts.WhenSound(
                    nameof(Place),
                    Place,
                    Texts.Line,
                    () => Post(section, section.DayOf(occasion.Now), member.No, mandate.No)
                )
        );

    private Ruling Post(Section section, LocalDate today, MemberNo by, MandateNo mandate)
    {
        if (section.Matters.Find(Matter) is not { } matter)
            return new NoSuchMatter(Matter);
        var article = matter.Procedure.Article;
        var began = section.DayOf(matter.PutForwardAt);
        var members = section.Membership.InGoodStanding;
        if (!matter.IsOpen)
            return new NoticeTooLate(Matter).By(article);
        if (Day > today)
            return new NoticeNotYet(Day, today).By(article);
        if (Day < began)
            return new NoticeTooEarly(Matter, Day, began).By(article);
        if (Posted < 0 || Posted > members)
            return new NotSoManyNotices(Posted, members).By(article);
        return Ruling.Under(
            new Authority.Mandate(mandate),
            article,
            new MattersEvent.NoticePosted(Matter, Place, Posted, Day, by)
        );
    }
}
