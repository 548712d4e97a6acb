using NodaTime;
using Plenum.Clerk;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Statutes;
using Plenum.Web.Doors;

namespace Plenum.Web.Referendums;

/// <summary>What a question to the members of several sections has to do with the reader.</summary>
public static class Asking
{
    /// <summary>Whether the reader is a member of a section that was asked, on the roll or not.</summary>
    public static bool IsAsked(Here here, Front front, MatterNo matter) =>
        here.Section.Matters.Find(matter)?.Procedure.Electorate == BodyId.Tree
        && IsMemberOfOne(here, front, s => IsAsked(s, new QuestionAbove(here.Id, matter)));

    /// <summary>Whether the section here has put a question to one in which the reader is a member, so that acts of theirs may stand here.</summary>
    public static bool HasAsked(Here here, Front front) =>
        IsMemberOfOne(
            here,
            front,
            s => s.Referendums.FromAbove.Keys.Any(q => q.Convener == here.Id)
        );

    private static bool IsMemberOfOne(Here here, Front front, Func<Section, bool> asked) =>
        here.IsSignedIn
        && front
            .Sections.Select(id => front.Read(id).Section)
            .Any(s => s.Membership.Of(here.Person).IsInGoodStanding && asked(s));

    // Asked to vote, or to sign for it.
    private static bool IsAsked(Section section, QuestionAbove above) =>
        section.Referendums.FromAbove.ContainsKey(above)
        || section.Referendums.SignedFor.ContainsValue(above);

    /// <summary>Whether somebody has a line on the roll and has not used it.</summary>
    public static bool MayStillVote(Section convener, Box box, PersonId person, Instant now) =>
        box.Electorate == BodyId.Tree
        && now < box.Closes
        && RollLines.PartOf(convener, box.Matter, person) is not null
        && !box.Lines.Contains(RollLine.Of(convener.Id, box.Matter, person))
        && !box.LineVotes.ContainsKey(person);

    /// <summary>Whether the reader may still ask for a secret vote.</summary>
    public static bool MayAskSecrecy(Here here, Matter matter) =>
        matter is { Stage: Stage.Debate, Procedure.Secret: false }
        && here.Section.Referendums.Put.TryGetValue(matter.No, out var referendum)
        && RollLine.Of(here.Id, matter.No, here.Person) is var line
        && referendum.IsOnRoll(line)
        && !referendum.SecretAskedBy.Contains(line);
}
