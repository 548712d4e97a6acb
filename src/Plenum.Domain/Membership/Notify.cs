using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>Nobody in good standing has this number.</summary>
public sealed record NoSuchMember(MemberNo Member) : Reason("member.none", ReasonKind.NoSuchThing);

/// <summary>The second notice follows the first after two weeks at the earliest.</summary>
public sealed record TooSoonAfterFirst(Instant Earliest) : Reason("notice.too-soon");

/// <summary>There are two notices; more would only press.</summary>
public sealed record NoticedTwice(MemberNo Member) : Reason("notice.given-twice");

/// <summary>A dispute stops the clock.</summary>
public sealed record NoticeDisputed(MemberNo Member) : Reason("notice.disputed");

/// <summary>
/// Whoever keeps the register gives notice of a lapse, twice, on a ground the statutes name; thirty days to cure
/// follow each notice, and the membership lapses only after the second (C5 b).
/// </summary>
public sealed record Notify(MemberNo Member, string Ground) : Command
{
    public static readonly Period ToCure = Period.FromDays(30);

    public static readonly Period BetweenNotices = Period.FromDays(14);

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.WithPower(
            occasion,
            Power.Register,
            (_, mandate) =>
                Texts.WhenSound(
                    "ground",
                    Ground,
                    Texts.Line,
                    () =>
                        section.Membership.Of(Member).Standing switch
                        {
                            Standing.Good => Give(section, occasion, mandate.No, notice: 1),
                            Standing.Noticed { Disputed: true } => Against(
                                section,
                                new NoticeDisputed(Member)
                            ),
                            Standing.Noticed { Notice: 1 } first
                                when SecondFrom(section, first) is var earliest => occasion.Now
                            < earliest
                                ? Against(section, new TooSoonAfterFirst(earliest))
                                : Give(section, occasion, mandate.No, notice: 2),
                            Standing.Noticed => Against(section, new NoticedTwice(Member)),
                            Standing.Invited
                            or Standing.Applicant
                            or Standing.Referred
                            or Standing.Refused
                            or Standing.Delegate
                            or Standing.Awaited
                            or Standing.Lapsed
                            or Standing.Left => Against(section, new NoSuchMember(Member)),
                        }
                )
        );

    private Ruling Give(Section section, Occasion occasion, MandateNo by, int notice) =>
        Ruling.Under(
            new Authority.Mandate(by),
            section.Rules.Membership.Article,
            new MembershipEvent.Noticed(Member, notice, Ground, section.After(occasion.Now, ToCure))
        );

    private static Instant SecondFrom(Section section, Standing.Noticed first) =>
        section.After(section.Before(first.CureBy, ToCure), BetweenNotices);

    private static Ruling Against(Section section, Reason reason) =>
        reason.By(section.Rules.Membership.Article).ByCharter("C5");
}
