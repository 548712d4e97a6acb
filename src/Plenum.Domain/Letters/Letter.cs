using NodaTime;
using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Referendums;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Letters;

/// <summary>
/// What one section tells another: a closed list. The law writes a letter in the same append as its cause, so that no
/// officer can hold it back, and acts on it by itself where it arrives.
/// </summary>
public abstract record Letter
{
    private Letter() { }

    /// <summary>By a decision of its members a section asks another to be its federation (S19).</summary>
    public sealed record AffiliationAsked(string Name, int Members, MatterNo By) : Letter;

    /// <summary>The federation has taken the section in, and says under which sections it stands itself.</summary>
    public sealed record AffiliationGranted(
        string Name,
        MatterNo By,
        EquatableArray<SectionId> Above
    ) : Letter;

    /// <summary>The federation has not, and why.</summary>
    public sealed record AffiliationRefused(MatterNo By, Refusal Why) : Letter;

    /// <summary>Where a section that asks works, and why it was refused, with a closed list of its own (S19).</summary>
    public sealed record OnRecognition(RecognitionLetter Letter) : Letter;

    /// <summary>The section leaves, by a decision of its own members (C21).</summary>
    public sealed record AffiliationEnded(MatterNo By) : Letter;

    /// <summary>The sections above have changed, nearest first.</summary>
    public sealed record AboveChanged(EquatableArray<SectionId> Above) : Letter;

    /// <summary>The federation asks its sections how they are, so that it calls itself no more than it is (S12).</summary>
    public sealed record ReportAsked(int Round) : Letter;

    /// <summary>How a section is: where it works, how many belong to it, since when, when it last met, and what stands below it.</summary>
    public sealed record ReportGiven(
        int Round,
        string Country,
        string Locality,
        int Members,
        Instant Since,
        Instant LastMet,
        EquatableArray<PlaceCount> Below
    ) : Letter;

    /// <summary>In which constituency of a congress a section votes, as its statutes have it (S17).</summary>
    public sealed record VotesIn(Constituency Constituency) : Letter;

    /// <summary>What two sections tell each other on their way to becoming one, with a closed list of its own (S03).</summary>
    public sealed record OnMerger(MergerLetter Letter) : Letter;

    /// <summary>Who decides what between a federation and its sections, with a closed list of its own (S13, S14).</summary>
    public sealed record OnCompetence(CompetenceLetter Letter) : Letter;

    /// <summary>What concerns members' rights, with a closed list of its own (S81, S82, S86).</summary>
    public sealed record OnRights(RightsLetter Letter) : Letter;

    /// <summary>The members of a section ask for a congress (C16).</summary>
    public sealed record CongressAsked(MatterNo By) : Letter;

    /// <summary>A congress is called: how many members in standing had the section at that instant?</summary>
    public sealed record ReturnAsked(int Congress, Instant RecordDate) : Letter;

    public sealed record ReturnGiven(int Congress, int Members) : Letter;

    /// <summary>The section has so many seats; its delegates sit until then at the latest.</summary>
    public sealed record SeatsAllotted(int Congress, int Seats, Instant Until) : Letter;

    /// <summary>The section sends somebody. The end of the term travels along, so that it needs no letter.</summary>
    public sealed record CredentialIssued(
        MandateNo Mandate,
        PersonId Holder,
        Instant Since,
        Instant Until,
        int Term
    ) : Letter;

    /// <summary>The section has taken a mandate back or it has ended, at the instant named.</summary>
    public sealed record CredentialWithdrawn(MandateNo Mandate, EndOfMandate How, Instant At)
        : Letter;

    /// <summary>What delegates were told and how they voted, with a closed list of its own (S79).</summary>
    public sealed record OnMandate(MandateLetter Letter) : Letter;

    /// <summary>A question is put to all members of a federation's sections, which pass it on and return their parts of the roll.</summary>
    public sealed record QuestionPut(
        QuestionAbove Question,
        string Name,
        string Title,
        Digest Text,
        bool Secret,
        bool BasicLaw,
        Instant RollAt,
        Instant Closes
    ) : Letter;

    /// <summary>
    /// Some lines of a section's part of the roll, of so many in all, and the sections to which it has passed the question
    /// on. No name goes up.
    /// </summary>
    public sealed record RollReturned(
        QuestionAbove Question,
        SectionId Section,
        string Name,
        int Entitled,
        EquatableArray<SectionId> Below,
        EquatableArray<RollLine> Lines
    ) : Letter;

    /// <summary>Who helps members to vote in it at the desks of sections, with a closed list of its own (C18).</summary>
    public sealed record OnDesk(DeskLetter Letter) : Letter;

    /// <summary>The question has been decided.</summary>
    public sealed record QuestionDecided(
        QuestionAbove Question,
        Outcome Outcome,
        int For,
        int Against,
        int Abstained
    ) : Letter;

    /// <summary>Enough members of one section want a question put to the members of all.</summary>
    public sealed record InitiativeFiled(
        SectionId Convener,
        SectionId Section,
        MatterNo By,
        string Title,
        string Text,
        bool Secret,
        int Support
    ) : Letter;

    /// <summary>What members of all sections demand by signing, with a closed list of its own (C16).</summary>
    public sealed record OnDemand(DemandLetter Letter) : Letter;

    /// <summary>Members of all sections are asked whether they want the question put: each signs in their own.</summary>
    public sealed record SupportSought(
        QuestionAbove Question,
        SectionId Origin,
        MatterNo By,
        string Title,
        string Text,
        bool Secret,
        Instant Until
    ) : Letter;

    /// <summary>So many members of a section have signed; who they are stays there (R5).</summary>
    public sealed record SupportGiven(QuestionAbove Question, SectionId Section, int Support)
        : Letter;

    /// <summary>A member wants to belong to the other section, on the programme they read there; what stands above theirs.</summary>
    public sealed record TransferAsked(
        int No,
        PersonId Person,
        int ProgrammeVersion,
        EquatableArray<SectionId> Above
    ) : Letter;

    /// <summary>The other section does not admit them, or not yet.</summary>
    public sealed record TransferAnswered(int No, TransferAnswer Answer) : Letter;

    /// <summary>The other section says yes; home closes.</summary>
    public sealed record TransferAccepted(int No) : Letter;

    /// <summary>The member stays.</summary>
    public sealed record TransferTakenBack(int No) : Letter;

    /// <summary>Home has closed at that instant; since then they belong to the other section.</summary>
    public sealed record TransferClosed(
        int No,
        Instant At,
        Instant VotesFrom,
        Instant VotesOnBasicLawFrom
    ) : Letter;

    /// <summary>Most of our members came from that section of late: until then we count as a part of it (C6).</summary>
    public sealed record OriginGiven(SectionId Origin, Instant Until) : Letter;
}

/// <summary>How many active sections a place has, and how many members they have together.</summary>
public sealed record PlaceCount(string Country, string Locality, int Sections, int Members);
