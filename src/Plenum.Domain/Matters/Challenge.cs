using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>Only a decision of a body smaller than the members, and only for a while after it was taken.</summary>
public sealed record NotOpenToChallenge(MatterNo Decision) : Reason("matter.not-open-to-challenge");

/// <summary>Members send a decision of a committee to a vote of all (C16, S30).</summary>
public sealed record Challenge(MatterNo Decision) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                var rule = section.Rules.Initiative;
                if (section.Matters.Find(Decision) is not { Question: Question.Adopt } decided)
                    return new NoSuchMatter(Decision);
                if (!IsOpen(section, decided, occasion.Now))
                    return new NotOpenToChallenge(Decision).By(rule.Article);
                return PutForward.ByMember(
                    section,
                    occasion,
                    member.No,
                    new Question.Challenge(Decision),
                    section.Sections.Tree.Affiliates.IsEmpty
                        ? Procedures.OfInitiative(section, occasion.Now)
                        : Procedures.OfReferendum(section, secret: false, occasion.Now)
                );
            }
        );

    /// <summary>Whether a decision of fewer than all can still be sent to them.</summary>
    public static bool IsOpen(Section section, Matter decided, Instant now) =>
        decided.Question is Question.Adopt
        && decided.Is(Outcome.Adopted)
        // A meeting that raised its hands was not all members either.
        && (
            decided.Procedure.Electorate != BodyId.Members
            || decided.Hands is { Tellers.Count: > 0, IsOver: false }
        )
        && now < section.After(decided.SettledAt, section.Rules.Initiative.ChallengeWithin);
}
