using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>What happens to boxes, rolls and papers.</summary>
public abstract record BallotsEvent : Event
{
    private BallotsEvent() { }

    /// <summary>A box opens: the roll freezes at that instant and nobody joins it later.</summary>
    [Recorded("ballot.opened/1")]
    public sealed record Opened(
        [Public] BoxNo Box,
        [Public] MatterNo Matter,
        [Public] BodyId Electorate,
        [Public] BallotForm Form,
        [Public] int Options,
        [Public] bool Secret,
        [Public] bool BasicLaw,
        [Public] Instant RollAt,
        [Public] Instant Closes
    ) : BallotsEvent;

    /// <summary>
    /// Many have joined of late: those on the roll who joined before this instant are counted apart as well (C19).
    /// </summary>
    [Recorded("ballot.parted/1")]
    public sealed record Parted([Public] BoxNo Box, [Public] Instant JoinedBefore) : BallotsEvent;

    /// <summary>A roll line has voted; what was chosen lies in the box, tied to nobody.</summary>
    [Recorded("ballot.marked/1")]
    public sealed record Marked([Public] BoxNo Box, [Sealed] MemberNo Member) : BallotsEvent;

    /// <summary>A roll line was handed a paper and can no longer vote by screen.</summary>
    [Recorded("ballot.paper-issued/1")]
    public sealed record PaperIssued([Public] BoxNo Box, [Sealed] MemberNo Member) : BallotsEvent;

    /// <summary>A roll line was sent a paper by post.</summary>
    [Recorded("ballot.paper-posted/1")]
    public sealed record PaperPosted([Public] BoxNo Box, [Sealed] MemberNo Member) : BallotsEvent;

    /// <summary>Somebody votes by post, so that the box stays open longer (C18).</summary>
    [Recorded("ballot.lengthened/1")]
    public sealed record Lengthened([Public] BoxNo Box, [Public] Instant Closes) : BallotsEvent;

    /// <summary>
    /// What lay in the box can be read no more, so the vote begins anew: nobody's mark is kept, and papers handed out
    /// before are void.
    /// </summary>
    [Recorded("ballot.begun-anew/1")]
    public sealed record BegunAnew(
        [Public] BoxNo Box,
        [Public] MatterNo Matter,
        [Public] Instant At,
        [Public] Instant Closes
    ) : BallotsEvent;

    /// <summary>A vote was entered at a desk: the helper is named, whom they helped is not (C18).</summary>
    [Recorded("ballot.helped/1")]
    public sealed record Helped(
        [Public] BoxNo Box,
        [Members] MemberNo Helper,
        [Sealed] MemberNo Member
    ) : BallotsEvent;

    /// <summary>Somebody voted by name, in a division.</summary>
    [Recorded("ballot.voted/1")]
    public sealed record Voted(
        [Public] BoxNo Box,
        [Members] MemberNo Member,
        [Members] Choice Choice
    ) : BallotsEvent;

    /// <summary>A seat was taken back while its body was voting by name: it counts no more (C2).</summary>
    [Recorded("ballot.seat-taken-out/1")]
    public sealed record SeatTakenOut(
        [Public] BoxNo Box,
        [Public] MatterNo Matter,
        [Members] MemberNo Member
    ) : BallotsEvent;

    /// <summary>The verdict was reached without so many seats taken back; whether it would have been another with them.</summary>
    [Recorded("ballot.recomputed/1")]
    public sealed record Recomputed(
        [Public] BoxNo Box,
        [Public] MatterNo Matter,
        [Public] int Seats,
        [Public] bool Changed
    ) : BallotsEvent;

    /// <summary>One person has entered the papers of the hat; a second has to enter the same.</summary>
    [Recorded("ballot.papers-entered/1")]
    public sealed record PapersEntered(
        [Public] BoxNo Box,
        // Of a few papers the digest can be guessed, and would tell the vote before its end.
        [Sealed] Digest Papers,
        [Public] int Number,
        [Members] MemberNo By
    ) : BallotsEvent;

    /// <summary>One person has entered the papers of the hat; kept, so that two entries that differ can be laid side by side.</summary>
    [Recorded("ballot.papers-entered/2")]
    public sealed record PapersWritten(
        [Public] BoxNo Box,
        [Sealed, Loaded] Document Papers,
        [Public] int Number,
        [Members] MemberNo By
    ) : BallotsEvent;

    /// <summary>A second person entered the same papers; what lay in the hat is kept for a panel that may order its correction (C17).</summary>
    [Recorded("ballot.papers-confirmed/2")]
    public sealed record PapersAgreed(
        [Public] BoxNo Box,
        [Sealed, Loaded] Document Papers,
        [Public] int Number,
        [Members] MemberNo By
    ) : BallotsEvent;

    /// <summary>A second person entered the same papers; they lie in the box now.</summary>
    [Recorded("ballot.papers-confirmed/1")]
    public sealed record PapersConfirmed(
        [Public] BoxNo Box,
        [Sealed] Digest Papers,
        [Public] int Number,
        [Members] MemberNo By
    ) : BallotsEvent;

    /// <summary>The box is closed; these papers, sorted, are what is counted.</summary>
    [Recorded("ballot.closed/1")]
    public sealed record Closed(
        [Public] BoxNo Box,
        [Members] Document Papers,
        [Public] int Roll,
        [Public] int TookPart
    ) : BallotsEvent;

    /// <summary>So many lines of the roll are those a section returned; so many more stand in another section's part.</summary>
    [Recorded("ballot.part-returned/1")]
    public sealed record PartReturned(
        [Public] BoxNo Box,
        [Public] SectionId Section,
        [Public] int Entitled,
        [Public] int Elsewhere
    ) : BallotsEvent;

    /// <summary>A section returned no part of the roll before the close: its members count as last heard of.</summary>
    [Recorded("ballot.part-missing/1")]
    public sealed record PartMissing(
        [Public] BoxNo Box,
        [Public] SectionId Section,
        [Public] int Members
    ) : BallotsEvent;

    /// <summary>A line that a section returned has voted; what was chosen lies in the box.</summary>
    [Recorded("ballot.line-marked/1")]
    public sealed record LineMarked([Public] BoxNo Box, [Sealed] RollLine Line) : BallotsEvent;

    /// <summary>A member of a section voted by name, and so gave the name.</summary>
    [Recorded("ballot.line-voted/1")]
    public sealed record LineVoted(
        [Public] BoxNo Box,
        [Public] SectionId Section,
        [Members] PersonId Person,
        [Members] Choice Choice
    ) : BallotsEvent;

    /// <summary>A line voted at the desk of its section: who helped is counted, whom they helped is told nowhere (C18).</summary>
    [Recorded("ballot.line-helped/1")]
    public sealed record LineHelped(
        [Public] BoxNo Box,
        [Sealed] SectionId Section,
        [Sealed] PersonId Helper
    ) : BallotsEvent;

    public sealed override Section Evolve(Section section) =>
        section with
        {
            Ballots = section.Ballots.Evolve(this, section),
        };
}

/// <summary>What a paper asks.</summary>
public enum BallotForm
{
    /// <summary>For, against or abstain.</summary>
    Question,

    /// <summary>Options in order of preference, numbered from 1.</summary>
    Ranking,
}

/// <summary>A vote on a question.</summary>
public enum Choice
{
    For,
    Against,
    Abstain,
}
