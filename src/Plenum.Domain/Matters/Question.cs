using NodaTime;
using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mergers;
using Plenum.Domain.Rights;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Matters;

/// <summary>
/// What is to be decided: a closed list. The word that owns a question says when it is admissible and what follows
/// when it is carried; everything between is the one life cycle of the matter.
/// </summary>
public abstract record Question
{
    private Question() { }

    /// <summary>A motion: a text, the clauses of the programme it carries out, and who is to do what by when.</summary>
    public sealed record Adopt(
        string Title,
        Document Text,
        EquatableArray<int> Clauses,
        EquatableArray<PlannedTask> Tasks
    ) : Question;

    /// <summary>Fill seats of a body; terms end then.</summary>
    public sealed record Elect(BodyId Body, int Seats, ElectionCause Cause, Instant Until)
        : Question;

    /// <summary>Take back one mandate, or re-elect all seats filled together with it (R2).</summary>
    public sealed record Recall(BodyId Body, MandateNo Mandate) : Question;

    /// <summary>Change articles; each names the digest of what it changes, so that two amendments cannot silently overwrite.</summary>
    public sealed record AmendStatutes(
        string Title,
        EquatableArray<ArticleChange> Changes,
        ChangeDirection Direction
    ) : Question;

    public sealed record AmendProgramme(string Title, string Text, Digest Base) : Question;

    /// <summary>An applicant nobody decided about, or whose refusal is appealed.</summary>
    public sealed record Admit(MemberNo Applicant) : Question;

    /// <summary>Members summon an assembly with an item, no officer acting (C16).</summary>
    public sealed record Summon(string Title, Document Text, Instant At) : Question;

    /// <summary>Send a decision of a committee to the members.</summary>
    public sealed record Challenge(MatterNo Decision) : Question;

    /// <summary>A protest against an election, decided by a panel (C17).</summary>
    public sealed record Protest(MatterNo Election, Document Grounds) : Question;

    /// <summary>Ask a federation to take the section in.</summary>
    public sealed record Join(SectionId Federation, Document Why) : Question;

    /// <summary>Leave the federation.</summary>
    public sealed record Leave(SectionId Federation, Document Why) : Question;

    /// <summary>Ask for a congress of the federation, whoever convenes it or does not (C16).</summary>
    public sealed record SummonCongress(SectionId Federation, Document Why) : Question;

    /// <summary>A section that asks to belong to this federation.</summary>
    public sealed record Recognise(SectionId Section, string Name, int Members) : Question;

    /// <summary>Two sections become one, with a closed list of its own.</summary>
    public sealed record OnMerger(MergerQuestion Asked) : Question;

    /// <summary>Who decides what between a federation and its sections, with a closed list of its own.</summary>
    public sealed record OnCompetence(CompetenceQuestion Asked) : Question;

    /// <summary>What concerns members' rights between a section and the level above, with a closed list of its own.</summary>
    public sealed record OnRights(RightsQuestion Asked) : Question;

    /// <summary>Whether a disputed notice of a lapse holds, decided by a panel (C5 b).</summary>
    public sealed record UpholdNotice(MemberNo Member, Document Words) : Question;

    /// <summary>Members have the roll checked, no officer acting (C16).</summary>
    public sealed record CheckRoll : Question;

    /// <summary>Two meetings had no quorum: members call one that deals with elections only (R10).</summary>
    public sealed record ElectionsAssembly(string Place, Instant At) : Question;

    /// <summary>A question that all members of a federation's sections decide.</summary>
    public sealed record PutToAll(string Title, Document Text) : Question;

    /// <summary>
    /// What those who gave mandates on a body tell its holders to do: in words, or how to vote on a matter that is before
    /// that section (S79, T13).
    /// </summary>
    public sealed record Instruct(
        BodyId Body,
        SectionId Before,
        MatterNo About,
        Bidding Bidding,
        string Title,
        Document Words
    ) : Question;

    /// <summary>A disputed credential: whether the congress sets a seat aside.</summary>
    public sealed record Unseat(MandateNo Seat, SeatGround Ground, Document Words) : Question;

    /// <summary>Signatures for what the members of all sections demand of the one that convenes them (C16).</summary>
    public sealed record Demand(SectionId Convener, Referendums.Demand Asked) : Question;

    /// <summary>Signatures, in one's own section, for a question that the members of all sections are to decide (C16).</summary>
    public sealed record Initiative(SectionId Convener, string Title, string Text, bool Secret)
        : Question;
}

/// <summary>
/// A new text for an article, and the digest of the text it replaces: none for a new article, an empty text to strike
/// one out.
/// </summary>
public sealed record ArticleChange(ArticleId Article, Digest Base, string Text);

/// <summary>A task a motion gives to a named member of the body that decides it (S25).</summary>
public sealed record PlannedTask(MandateNo Mandate, string What, Instant Due);

/// <summary>Why an election is held.</summary>
public enum ElectionCause
{
    TermEnds,
    Vacancy,

    /// <summary>The federation has called a congress: delegates are elected anew.</summary>
    Congress,
    Recall,
    Rerun,
}

/// <summary>What a change of rules does to members' rights; unknown counts as narrowing (S80).</summary>
public enum ChangeDirection
{
    /// <summary>No rule is touched.</summary>
    Wording,
    Widening,
    Neutral,
    Narrowing,
}

/// <summary>What an instruction bids.</summary>
public enum Bidding
{
    /// <summary>What its words say, and no vote by itself.</summary>
    InWords,
    For,
    Against,
    Abstain,
}
