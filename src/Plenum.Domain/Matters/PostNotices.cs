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
                    () =>
                    {
                        if (section.Matters.Find(Matter) is not { } matter)
                            return new NoSuchMatter(Matter);
                        var article = matter.Procedure.Article;
                        if (!matter.IsOpen)
                            return new NoticeTooLate(Matter).By(article);
                        if (Day > section.DayOf(occasion.Now))
                            return new NoticeNotYet(Day, section.DayOf(occasion.Now)).By(article);
                        if (Day < section.DayOf(matter.PutForwardAt))
                            return new NoticeTooEarly(
                                Matter,
                                Day,
                                section.DayOf(matter.PutForwardAt)
                            ).By(article);
                        if (Posted < 0 || Posted > section.Membership.InGoodStanding)
                            return new NotSoManyNotices(
                                Posted,
                                section.Membership.InGoodStanding
                            ).By(article);
                        return Ruling.Under(
                            new Authority.Mandate(mandate.No),
                            article,
                            new MattersEvent.NoticePosted(Matter, Place, Posted, Day, member.No)
                        );
                    }
                )
        );
}
