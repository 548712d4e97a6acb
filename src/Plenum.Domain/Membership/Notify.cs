using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>Nobody in good standing has this number.</summary>
public sealed record NoSuchMember(MemberNo Member) : Reason("member.none", ReasonKind.NoSuchThing);

/// <summary>The next notice follows the one before after two weeks at the earliest.</summary>
public sealed record TooSoonAfterFirst(Instant Earliest) : Reason("notice.too-soon");

/// <summary>There are as many notices as the statutes say; more would only press.</summary>
public sealed record NoticedTwice(MemberNo Member) : Reason("notice.given-twice");

/// <summary>A dispute stops the clock.</summary>
public sealed record NoticeDisputed(MemberNo Member) : Reason("notice.disputed");

/// <summary>These statutes have no rule by which a membership lapses, and without one it does not (C5).</summary>
public sealed record NoLapse() : Reason("notice.no-rule", ReasonKind.NotThis);

/// <summary>
/// Whoever keeps the register gives notice of a lapse, on a ground the statutes name, as often as the statutes say and at
/// least twice; the time they give to cure follows each notice, and the membership lapses only after the last (C5 b).
/// What statutes in force say holds from the next notice on, and never for less than was told to the member.
/// </summary>
public sealed record Notify(MemberNo Member, string Ground) : Command
{
    public static readonly Period BetweenNotices = Period.FromDays(14);

    // A notice written before its earliest follower was recorded gave thirty days.
    private static readonly Period GaveThen = Period.FromDays(30);

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
                        !section.Rules.Membership.Lapse.IsWritten
                            ? Against(section, new NoLapse())
                            : Give(section, occasion, mandate.No)
                )
        );

    /// <summary>How long a member has to cure a notice given or upheld now.</summary>
    public static Period Cure(Section section) =>
        section.Rules.Membership.Lapse is { IsWritten: true } lapse ? lapse.Cure : GaveThen;

    private Ruling Give(Section section, Occasion occasion, MandateNo by) =>
        section.Membership.Of(Member).Standing switch
        {
            Standing.Good => Give(section, occasion, by, 1, section.Rules.Membership.Lapse.Notices),
            Standing.Noticed { Disputed: true } => Against(section, new NoticeDisputed(Member)),
            Standing.Noticed { IsLast: false } before
                when NextFrom(section, before) is var earliest => occasion.Now < earliest
                ? Against(section, new TooSoonAfterFirst(earliest))
                : Give(
                    section,
                    occasion,
                    by,
                    before.Notice + 1,
                    Math.Max(before.Of, section.Rules.Membership.Lapse.Notices)
                ),
            Standing.Noticed => Against(section, new NoticedTwice(Member)),
            Standing.Invited
            or Standing.Applicant
            or Standing.Referred
            or Standing.Refused
            or Standing.Delegate
            or Standing.Awaited
            or Standing.Lapsed
            or Standing.Left => Against(section, new NoSuchMember(Member)),
        };

    private Ruling Give(Section section, Occasion occasion, MandateNo by, int notice, int of) =>
        Ruling.Under(
            new Authority.Mandate(by),
            section.Rules.Membership.Article,
            new MembershipEvent.NoticeGiven(
                Member,
                notice,
                of,
                Ground,
                Instant.Max(section.After(occasion.Now, Cure(section)), Told(section)),
                section.After(occasion.Now, BetweenNotices)
            )
        );

    // What an earlier notice gave is not taken back by a shorter rule.
    private Instant Told(Section section) =>
        section.Membership.Of(Member).Standing is Standing.Noticed noticed
            ? noticed.CureBy
            : Instant.MinValue;

    private static Instant NextFrom(Section section, Standing.Noticed before) =>
        before.NextFrom != Instant.MinValue && !before.Upheld
            ? before.NextFrom
            : section.After(section.Before(before.CureBy, Gave(section, before)), BetweenNotices);

    private static Period Gave(Section section, Standing.Noticed before) =>
        before.NextFrom != Instant.MinValue ? Cure(section) : GaveThen;

    private static Ruling Against(Section section, Reason reason) =>
        reason.By(section.Rules.Membership.Article).ByCharter("C5");
}
