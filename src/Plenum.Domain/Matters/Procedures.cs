using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>The only place where rules become stages and deadlines.</summary>
public static partial class Procedures
{
    internal static readonly Threshold HalfOfCast = new(
        new Ratio(1, 2),
        VoteBase.Cast,
        Strict: true
    );

    /// <summary>Of a matter ruled out of order, which has none.</summary>
    public static readonly Procedure OfNothing = new(
        new ArticleId(""),
        0,
        SupportIsSecret: false,
        Instant.MinValue,
        Period.Zero,
        Period.Zero,
        Period.Zero,
        Period.Zero,
        BodyId.Members,
        Secret: false,
        BasicLaw: false,
        HalfOfCast,
        new Quantity.Number(0)
    );

    /// <summary>A motion before all members, or before a body whose holders vote by name.</summary>
    public static Procedure OfMotion(Section section, BodyId before, Instant now)
    {
        var rule = section.Rules.Motions;
        var members = before == BodyId.Members;
        return OfNothing with
        {
            Article = rule.Article,
            SupportNeeded = members ? rule.Supporters.Among(section.Membership.InGoodStanding) : 0,
            SupportUntil = section.After(now, rule.SupportWindow),
            Debate = rule.Debate,
            Voting = rule.VoteLasts,
            Electorate = before,
            Majority = rule.Majority,
            Quorum = members ? section.Rules.Quorum.MembersVote : QuorumOf(section.RuleOf(before)),
        };
    }

    /// <summary>An election: candidates, a secret vote, a time for protests.</summary>
    public static Procedure OfElection(Section section, BodyRule body)
    {
        var rule = section.Rules.Elections;
        return OfNothing with
        {
            Article = body.Article,
            Nomination = rule.Nomination,
            Voting = rule.Voting,
            Protest = rule.Protest,
            Electorate = body.ElectedBy,
            Secret = true,
        };
    }

    /// <summary>
    /// Recall of one seat: a secret petition of the seat's own electors, then their secret vote. Seats filled together
    /// have no such vote: the petition itself opens their new election (R2).
    /// </summary>
    public static Procedure OfRecall(Section section, BodyId electors, int needed, Instant now)
    {
        var rule = section.Rules.Recall;
        return OfNothing with
        {
            Article = rule.Article,
            SupportNeeded = needed,
            SupportIsSecret = true,
            SupportUntil = section.After(now, rule.Window),
            Debate = rule.VoteOpensWithin,
            Voting = rule.VoteLasts,
            Electorate = electors,
            Secret = true,
            Majority = rule.Majority,
        };
    }

    /// <summary>Basic law (C8): members' initiative, notice, a vote of all members; mere wording is published for a while.</summary>
    public static Procedure OfAmendment(
        Section section,
        ChangeDirection direction,
        bool programme,
        Instant now
    )
    {
        var rule = section.Rules.Amendment;
        return OfNothing with
        {
            Article = rule.Article,
            SupportNeeded = rule.Initiative.Among(section.Membership.InGoodStanding),
            SupportUntil = section.After(now, section.Rules.Initiative.Window),
            Debate = direction == ChangeDirection.Wording ? rule.WordingPublished : rule.Notice,
            Voting = rule.VoteLasts,
            BasicLaw = true,
            Majority = programme ? rule.ProgrammeMajority : rule.Majority,
            Quorum = section.Rules.Quorum.MembersVote,
        };
    }

    /// <summary>What members bring about together with no officer acting (C16).</summary>
    public static Procedure OfInitiative(Section section, Instant now)
    {
        var rule = section.Rules.Initiative;
        return OfNothing with
        {
            Article = rule.Article,
            SupportNeeded = rule.Members.Among(section.Membership.InGoodStanding),
            SupportUntil = section.After(now, rule.Window),
            Debate = Period.FromDays(1),
            Voting = section.Rules.Motions.VoteLasts,
            Majority = section.Rules.Motions.Majority,
            Quorum = section.Rules.Quorum.MembersVote,
        };
    }

    /// <summary>An applicant the members decide about: secretly, because it is about a person.</summary>
    public static Procedure OfAdmission(Section section) =>
        OfNothing with
        {
            Article = section.Rules.Membership.Article,
            Debate = Period.FromDays(1),
            Voting = section.Rules.Motions.VoteLasts,
            Secret = true,
            Majority = HalfOfCast,
        };

    /// <summary>A protest before the panel drawn for it.</summary>
    public static Procedure OfProtest(Section section) =>
        OfNothing with
        {
            Article = section.Rules.Panel.Article,
            Voting = section.Rules.Panel.DecidesWithin,
            Electorate = section.Rules.Panel.Body,
            Majority = HalfOfCast,
            Quorum = new Quantity.Share(new Ratio(1, 2)),
        };

    /// <summary>A disputed notice before the panel drawn for it: secretly, because it is about a person.</summary>
    public static Procedure OfDispute(Section section) => OfProtest(section) with { Secret = true };

    /// <summary>The elections-only assembly after two meetings without a quorum (R10).</summary>
    public static Procedure OfElectionsAssembly(Section section, Instant now) =>
        OfInitiative(section, now) with
        {
            Article = section.Rules.Quorum.Article,
            SupportNeeded = section.Rules.Quorum.ElectionsAssembly.Among(
                section.Membership.InGoodStanding
            ),
        };

    private static Quantity QuorumOf(BodyRule body) =>
        new Quantity.Number(body.Quorum.Needed(body.Seats));
}
