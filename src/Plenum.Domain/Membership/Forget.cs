using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Membership;

/// <summary>Nothing is kept here of this person, or no longer.</summary>
public sealed record NothingToForget() : Reason("forget.nothing");

/// <summary>Whoever helps, keeps the register or holds any other office forgets nobody but themselves.</summary>
public sealed record NotForAnother() : Reason("forget.not-for-another", ReasonKind.NotYou);

/// <summary>Whoever belongs here, or asks to, leaves or withdraws first: the register of members is owed a name.</summary>
public sealed record StillOnTheRoll(MemberNo Member) : Reason("forget.still-on-the-roll");

/// <summary>A case of theirs is not decided yet, and those who decide it have to know whose it is.</summary>
public sealed record CaseRuns(MatterNo Case, Instant Until) : Reason("forget.case-runs");

/// <summary>What is to stand for a name cannot be one.</summary>
public sealed record NoName(string Sign) : Reason("forget.no-name", ReasonKind.NotThis);

/// <summary>
/// Somebody who used to be a member has what is kept of them forgotten. Nobody does it for them: an officer who could
/// would make opponents, and evidence, disappear.
/// </summary>
/// <param name="KnownAs">Under which name what they published stays; empty for none.</param>
public sealed record Forget(string KnownAs) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        occasion.Actor is Actor.Person { Via: Channel.Desk }
            ? new NotForAnother().ByCharter("C5")
            : section.AsPerson(occasion, person => Decide(section, section.Membership.Of(person)));

    private Ruling Decide(Section section, Member member)
    {
        var article = section.Rules.Membership.Article;
        return member.No == MemberNo.None ? new NothingToForget().By(article)
            : !IsFormer(member) ? new StillOnTheRoll(member.No).By(article)
            : Cases.Of(section, member.No) is var running && running != Case.None
                ? new CaseRuns(running.No, running.Until).By(article)
            : KnownAs.Length > 0 && Names.Read(KnownAs) is { IsSound: false } unsound
                ? new NoName(unsound.Sign).By(article)
            : Ruling.Under(
                new Authority.Anyone(),
                article,
                new MembershipEvent.Forgotten(
                    member.No,
                    ForgottenBy.OwnWish,
                    KnownAs.Length > 0 ? Names.Read(KnownAs).Text : ""
                )
            );
    }

    /// <summary>Whether somebody used to belong here or to ask for it, and does no longer.</summary>
    public static bool IsFormer(Member member) =>
        member.No != MemberNo.None
        && member.Standing is (Standing.Left or Standing.Lapsed or Standing.Refused);
}
