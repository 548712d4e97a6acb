namespace Plenum.Domain.Membership;

/// <summary>A member disputes a notice: from then on no deadline runs against them (C5 b).</summary>
public sealed record Dispute(string Words) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
                member.Standing is not Standing.Noticed noticed
                    ? new NotNoticed(member.No).By(section.Rules.Membership.Article)
                : noticed.Disputed
                    ? new NoticeDisputed(member.No).By(section.Rules.Membership.Article)
                : Texts.WhenSound(
                    "words",
                    Words,
                    Arriving.LongestWords,
                    () =>
                        Ruling.Under(
                            new Authority.Member(member.No),
                            section.Rules.Membership.Article,
                            new MembershipEvent.Disputed(member.No, Words)
                        )
                )
        );
}
