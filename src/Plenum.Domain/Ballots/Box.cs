using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>How a roll line has been used.</summary>
public enum Mark
{
    Screen,
    Paper,
    ByName,
}

/// <summary>A box: who may put a paper in, who has, until when.</summary>
public sealed record Box(
    BoxNo No,
    MatterNo Matter,
    BodyId Electorate,
    BallotForm Form,
    int Options,
    bool Secret,
    Instant Opened,
    Instant Closes,
    ImmutableSortedSet<MemberNo> Roll,
    ImmutableSortedDictionary<MemberNo, Mark> Marks,
    ImmutableSortedDictionary<MemberNo, Choice> Votes,
    EquatableArray<PaperEntry> Entries,
    bool PapersConfirmed,
    string Hat,
    ImmutableSortedDictionary<MemberNo, int> Helpers,
    bool Closed
)
{
    /// <summary>After an influx, those on the roll who were there before; their papers say so (C19).</summary>
    public ImmutableSortedSet<MemberNo> Earlier { get; init; } = [];

    public bool IsParted { get; init; }

    /// <summary>More acts than this for others in one vote are shown to everybody (C18).</summary>
    public const int ActsWithoutAFlag = 5;

    /// <summary>Those who entered more acts for others in this vote than go without saying.</summary>
    public IEnumerable<KeyValuePair<MemberNo, int>> FlaggedHelpers =>
        Helpers.Where(h => h.Value > ActsWithoutAFlag);

    /// <summary>How many votes each entered for others where members of several sections vote, at whichever desks.</summary>
    public ImmutableSortedDictionary<PersonId, int> LineHelpers { get; init; } =
        ImmutableSortedDictionary<PersonId, int>.Empty;

    /// <summary>Those of them who entered more than go without saying.</summary>
    public IEnumerable<KeyValuePair<PersonId, int>> FlaggedLineHelpers =>
        LineHelpers.Where(h => h.Value > ActsWithoutAFlag);

    public Box HelpedBy(MemberNo helper) =>
        this with
        {
            Helpers = Helpers.SetItem(helper, Helpers.GetValueOrDefault(helper) + 1),
        };

    public Box HelpedBy(PersonId helper) =>
        this with
        {
            LineHelpers = LineHelpers.SetItem(helper, LineHelpers.GetValueOrDefault(helper) + 1),
        };

    /// <summary>When the vote was begun anew because the papers cast before can be read no more; never for most.</summary>
    public Instant BegunAnew { get; init; } = Instant.MinValue;

    public bool WasBegunAnew => BegunAnew != Instant.MinValue;

    /// <summary>As it was when it opened, on the same roll.</summary>
    public Box Anew(Instant at, Instant closes) =>
        this with
        {
            Opened = at,
            BegunAnew = at,
            Closes = closes,
            Marks = BallotsRecord.NoBox.Marks,
            Lines = [],
            Entries = [],
            PapersConfirmed = false,
            Hat = "",
            Helpers = BallotsRecord.NoBox.Helpers,
            LineHelpers = BallotsRecord.NoBox.LineHelpers,
        };

    /// <summary>Seats taken back while the division was open; what they had said counts no more.</summary>
    public ImmutableSortedSet<MemberNo> TakenOut { get; init; } = [];

    /// <summary>Papers handed out, as known when the box closed.</summary>
    public int Handed { get; init; }

    /// <summary>What was counted at the close, to know it again.</summary>
    public Digest Counted { get; init; } = Digest.None;

    /// <summary>How many lines of the roll each section has, where members of several vote.</summary>
    public ImmutableSortedDictionary<SectionId, Part> Parts { get; init; } =
        ImmutableSortedDictionary<SectionId, Part>.Empty;

    /// <summary>Members of sections that returned nothing: nobody can vote for them, and they count in the roll.</summary>
    public ImmutableSortedDictionary<SectionId, int> Missing { get; init; } =
        ImmutableSortedDictionary<SectionId, int>.Empty;

    /// <summary>Lines that have voted secretly.</summary>
    public ImmutableHashSet<RollLine> Lines { get; init; } = [];

    /// <summary>What members of sections voted by name.</summary>
    public ImmutableSortedDictionary<PersonId, LineVote> LineVotes { get; init; } =
        ImmutableSortedDictionary<PersonId, LineVote>.Empty;

    /// <summary>Everybody entitled.</summary>
    public int Entitled => Roll.Count + Parts.Values.Sum(p => p.Entitled) + Missing.Values.Sum();

    public int PapersIssued => Closed ? Handed : Marks.Count(m => m.Value == Mark.Paper);

    /// <summary>The votes by name that count.</summary>
    public IEnumerable<KeyValuePair<MemberNo, Choice>> Standing =>
        Votes.Where(v => !TakenOut.Contains(v.Key));
}

/// <summary>How many lines of one section's roll vote in it, and how many in another section, where they stand as well.</summary>
public sealed record Part(int Entitled, int Elsewhere);

/// <summary>A vote by name of a member of that section.</summary>
public sealed record LineVote(SectionId Section, Choice Choice);

/// <summary>One person's entry of the papers of a hat, a line each; early records kept no more of it than its digest.</summary>
public sealed record PaperEntry(Digest Papers, string Written, int Number, MemberNo By);
