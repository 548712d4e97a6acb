using Plenum.Domain.Matters;

namespace Plenum.Domain.Membership;

/// <summary>Whoever belongs here, or asks to, leaves or withdraws first: the register of members is owed a name.</summary>
public sealed record StillOnTheRoll(MemberNo Member) : Reason("forget.still-on-the-roll");

/// <summary>A case of theirs is not decided yet, and those who decide it have to know whose it is.</summary>
public sealed record CaseRuns(MatterNo Case) : Reason("forget.case-runs");

/// <summary>
/// Somebody who used to be a member has what is kept of them forgotten. Nobody does it for them: an officer who could
/// would make opponents, and evidence, disappear.
/// </summary>
/// <param name="KnownAs">Under which name what they published stays; empty for none.</param>
public sealed record Forget(string KnownAs) : Command
{
    public const int LongestName = 60;

    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsPerson(
            occasion,
            person =>
            {
                var member = section.Membership.Of(person);
                var article = section.Rules.Membership.Article;
                return
                    member.No == MemberNo.None || member.IsForgotten
                        ? new NothingToForget().By(article)
                    : member.Standing
                        is not (Standing.Left or Standing.Lapsed or Standing.Refused)
                        ? new StillOnTheRoll(member.No).By(article)
                    : Cases.Of(section, member.No) is var running && running != MatterNo.None
                        ? new CaseRuns(running).By(article)
                    : KnownAs.Length > LongestName
                        ? new TextTooLong("name", KnownAs.Length, LongestName).By(article)
                    : Ruling.Under(
                        new Authority.Anyone(),
                        article,
                        new MembershipEvent.Forgotten(member.No, ForgottenBy.OwnWish, KnownAs)
                    );
            }
        );
}

/// <summary>Nothing is kept here of this person, or no longer.</summary>
public sealed record NothingToForget() : Reason("forget.nothing");
