using NodaTime;

namespace Plenum.Domain.Statutes;

/// <summary>
/// The rules of one version of the statutes as the engine runs them. It exists only inside <see cref="StatuteBook"/>,
/// that is only when the charter check has passed.
/// </summary>
public sealed partial record Rules(
    OrganisationRule Organisation,
    MembershipRule Membership,
    EquatableArray<BodyRule> Bodies,
    ElectionRule Elections,
    TermsRule Terms,
    RecallRule Recall,
    QuorumRule Quorum,
    MotionRule Motions,
    InitiativeRule Initiative,
    AmendmentRule Amendment,
    KeepersRule Keepers,
    PanelRule Panel
)
{
    /// <summary>How the sections vote together; where nothing is written, by seats and as the charter has it.</summary>
    public SectionsVoteRule SectionsVote { get; init; } = SectionsVoteRule.Unwritten;

    /// <summary>How this federation intervenes in its sections for their members' rights.</summary>
    public InterventionRule Intervention { get; init; } = InterventionRule.Unwritten;

    /// <summary>Who decides what between this federation and its sections.</summary>
    public CompetencesRule Competences { get; init; } = CompetencesRule.Unwritten;
}

/// <summary>Who we are: names, and what programme test admission has.</summary>
public sealed record OrganisationRule(
    ArticleId Article,
    string Name,
    string SectionWord,
    OrganisationKind Kind
)
{
    /// <summary>The country and the place the section works in, as its members voted on them; empty when they say none.</summary>
    public string Country { get; init; } = "";

    public string Locality { get; init; } = "";

    public Constituency Constituency { get; init; } = Constituency.Place;
}

/// <summary>The kind of organisation fixes its admission logic (S16, F33).</summary>
public enum OrganisationKind
{
    Programme,
    Union,
    Cooperative,
    Council,
    Campaign,
    Foundation,
}

/// <summary>Joining (C19): by accepting the text, decided within a deadline; silence admits only attested applicants.</summary>
public sealed record MembershipRule(
    ArticleId Article,
    int MinimumAge,
    BodyId DecidedBy,
    Period Deadline,
    int AttestedBy,
    Period WaitingPeriod,
    Period WaitingPeriodForBasicLaw
)
{
    public LapseRule Lapse { get; init; } = LapseRule.None;
}

public enum BodyKind
{
    /// <summary>All members, meeting.</summary>
    Assembly,

    /// <summary>Several seats filled together.</summary>
    Committee,

    /// <summary>The delegates of the sections, who are elected and recalled where they come from.</summary>
    Congress,

    /// <summary>Those whom this section sends to the congress of its federation; as many as were allotted to it.</summary>
    Delegation,

    /// <summary>Those who may stand in for a delegate who cannot come: elected for it, never two for one seat.</summary>
    Alternates,

    /// <summary>One seat: chair, secretary, treasurer.</summary>
    Office,

    /// <summary>Runs elections; drawn by lot from those not standing.</summary>
    Commission,

    /// <summary>Judges protests and disputes; drawn by lot.</summary>
    Panel,
}

/// <summary>What a seat on a body lets its holder do; a closed list, so that no power exists that the engine does not bound.</summary>
public enum Power
{
    /// <summary>Decide applications for membership.</summary>
    Admit,

    /// <summary>Call sittings and set their agenda.</summary>
    Convene,

    /// <summary>Enter acts on paper for members who do not use a screen (C18).</summary>
    Desk,

    /// <summary>Run an election or a count.</summary>
    Returning,

    /// <summary>Keep the server (C20).</summary>
    Keep,

    /// <summary>Read contact data in order to write to members.</summary>
    Contact,

    /// <summary>Carry over and import rolls.</summary>
    Register,

    /// <summary>Judge protests.</summary>
    Judge,

    /// <summary>Carry out decisions: be given tasks and report back.</summary>
    Execute,
}

/// <summary>How the holders of a body's seats are chosen.</summary>
public enum ElectionMethod
{
    ScottishStv,
    InstantRunoff,
    Lot,
    None,
}

/// <summary>A body: its seats, who elects them and how, what its holders may do, when it has a quorum and how often it meets.</summary>
public sealed record BodyRule(
    ArticleId Article,
    BodyId Id,
    string Title,
    BodyKind Kind,
    int Seats,
    BodyId ElectedBy,
    ElectionMethod Method,
    Period Term,
    int MaxConsecutive,
    EquatableArray<Power> Powers,
    Threshold Quorum,
    Period Notice
)
{
    /// <summary>How the seats of a congress are shared out among sections; not stated for other bodies.</summary>
    public ApportionmentRule Apportionment { get; init; } = ApportionmentRule.Equal;

    /// <summary>The most that people of one section hold of the seats (S15); the whole where nothing is written.</summary>
    public Ratio FromOneSection { get; init; } = new(1, 1);

    /// <summary>Who acts in an empty seat until the election (C13).</summary>
    public InterimRule Interim { get; init; } = InterimRule.Nobody;
}

/// <summary>Elections (C17): they open by themselves, each member may check the roll, anyone may protest.</summary>
public sealed record ElectionRule(
    ArticleId Article,
    Period OpensBeforeEnd,
    Period Nomination,
    Period Voting,
    Period Protest,
    Period ProtestDecision,
    Period SecondCall,
    int CommissionSize,
    Period CountBackConsent,
    Period CountBackMaxAge,
    bool PublishPapers
)
{
    /// <summary>How long voting lasts where anyone votes by post (C18).</summary>
    public Period VotingByPost { get; init; } = LeastByPost;

    /// <summary>A letter needs time both ways.</summary>
    public static readonly Period LeastByPost = Period.FromDays(21);
}

/// <summary>What holds for every seat unless its body says otherwise (C1).</summary>
public sealed record TermsRule(ArticleId Article, int MaxConsecutive, Period CaretakerAtMost);

/// <summary>Recall (C2, R1-R6): petition by own electors, a vote that opens by itself, the seat empty at certification.</summary>
public sealed record RecallRule(
    ArticleId Article,
    Quantity Signatures,
    Period Window,
    Period VoteOpensWithin,
    Period VoteLasts,
    Threshold Majority,
    Period GroupPause
)
{
    /// <summary>How long the vote lasts where anyone votes by post (R4).</summary>
    public Period LastsByPost { get; init; } = ElectionRule.LeastByPost;
}

/// <summary>Quorum of the members' votes and assemblies, and the second meeting that follows a failed one (R10).</summary>
public sealed record QuorumRule(
    ArticleId Article,
    Quantity Assembly,
    Quantity MembersVote,
    Period SecondMeetingAfter,
    Quantity SecondMeeting
)
{
    /// <summary>How many call a meeting for elections only after two failures; the charter's three unless fewer (R10).</summary>
    public Quantity ElectionsAssembly { get; init; } = new Quantity.Number(3);
}

/// <summary>Motions: who may put one forward, support, minimum debate, the vote, minority reports, reopening.</summary>
public sealed record MotionRule(
    ArticleId Article,
    Quantity Supporters,
    Period SupportWindow,
    Period Debate,
    Period VoteLasts,
    Threshold Majority,
    Quantity SecretOnDemand,
    Quantity MinorityReport,
    Period ReopenAfter
);

/// <summary>What members do without any officer (C16): summon, put an item, send a decision to the members, check the roll.</summary>
public sealed record InitiativeRule(
    ArticleId Article,
    Quantity Members,
    Period AssemblyWithin,
    Period ChallengeWithin,
    Period Window
)
{
    /// <summary>Of so many sections of a federation most members together bring about the same (C16).</summary>
    public Quantity Sections { get; init; } = DemandRule.Least.Sections;

    /// <summary>So soon a congress meets that sections or members have called (C16).</summary>
    public Period CongressWithin { get; init; } = Period.FromDays(42);
}

/// <summary>Changing the basic law (C8), by the direction of the change.</summary>
public sealed record AmendmentRule(
    ArticleId Article,
    Quantity Initiative,
    Period Notice,
    Period VoteLasts,
    Threshold Majority,
    Threshold ProgrammeMajority,
    Period WordingPublished,
    Quantity WordingObjections,
    Period CoolingOff
)
{
    /// <summary>A congress decides what narrows nobody's rights, and its decision can be called in.</summary>
    public bool ByCongress { get; init; }

    public DemandRule Demand { get; init; } = DemandRule.Least;
}

/// <summary>Keeping the server (C20): an elected, recallable mandate, and who restores a lost sign-in.</summary>
public sealed record KeepersRule(
    ArticleId Article,
    BodyId Body,
    BodyId RestoredBy,
    Period FirstKeeper
);

/// <summary>The independent panel that decides protests and conflicts between prose and rule (C15, C17).</summary>
public sealed record PanelRule(ArticleId Article, BodyId Body, int Size, Period DecidesWithin);
