namespace Plenum.Domain.Membership;

/// <summary>A panel has found that this notice holds.</summary>
public sealed record NoticeHolds(MemberNo Member) : Reason("notice.upheld");

/// <summary>
/// A member disputes a notice: from then on no deadline runs against them, and a panel drawn by lot decides (C5 b).
/// </summary>
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
                : noticed.Upheld ? new NoticeHolds(member.No).By(section.Rules.Membership.Article)
                : Texts.WhenSound(
                    "words",
                    Words,
                    Arriving.LongestWords,
                    () =>
                    {
                        var unfolding = new Unfolding(section).Then(
                            new MembershipEvent.Disputed(member.No, Words)
                        );
                        Disputes.PutToPanel(unfolding, member.No, Document.Of(Words), occasion);
                        return new Ruling.InOrder(
                            new Authority.Member(member.No),
                            section.Rules.Membership.Article,
                            unfolding.Events,
                            []
                        );
                    }
                )
        );
}
