using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Membership;

/// <summary>This member has had no notice.</summary>
public sealed record NotNoticed(MemberNo Member) : Reason("notice.none");

/// <summary>Hardship is for the member alone to declare; nobody asks for proof.</summary>
public sealed record HardshipIsOnesOwn() : Reason("notice.hardship-is-ones-own", ReasonKind.NotYou);

/// <summary>What a notice complained of is settled: paid, a mistake, or waived for hardship (C5 b).</summary>
public sealed record Cure(MemberNo Member, CuredBy How) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        How == CuredBy.Hardship
            ? section.AsMember(
                occasion,
                member =>
                    member.No != Member
                        ? new HardshipIsOnesOwn().ByCharter("C5")
                        : Settle(section, occasion.Now, new Authority.Member(member.No))
            )
            : section.WithPower(
                occasion,
                Power.Register,
                (_, mandate) => Settle(section, occasion.Now, new Authority.Mandate(mandate.No))
            );

    private Ruling Settle(Section section, Instant now, Authority authority) =>
        section.Membership.Of(Member).Standing is not Standing.Noticed
            ? new NotNoticed(Member).By(section.Rules.Membership.Article)
            : new Ruling.InOrder(
                authority,
                section.Rules.Membership.Article,
                Disputes
                    .Close(
                        new Unfolding(section).Then(new MembershipEvent.Cured(Member, How)),
                        Member,
                        now
                    )
                    .Events,
                []
            );
}
