using System.Collections.Immutable;
using System.Numerics;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>Why most sections are needed besides most votes (C6).</summary>
public enum DoubleMajority
{
    /// <summary>They are not.</summary>
    Off,

    /// <summary>The statutes say so.</summary>
    Written,

    /// <summary>Two or three sections: votes alone would let one or two command.</summary>
    FewSections,

    /// <summary>One section has more than a third of the votes.</summary>
    Share,

    /// <summary>One section decides more than a third as often as all together.</summary>
    Power,

    /// <summary>Two sections, or one, could carry anything.</summary>
    FewestToWin,
}

/// <summary>A section that has seats in a congress, or several that count as one.</summary>
public sealed record VotingSection(SectionId Section, int Seats, int Members, bool Counts)
{
    public EquatableArray<SectionId> Parts { get; init; } = [Section];
}

/// <summary>A section in the votes of a congress: its seats and members as allotted, its votes, how often it decides.</summary>
public sealed record SectionPower(
    SectionId Section,
    int Seats,
    int Members,
    int Votes,
    BigInteger Swings,
    bool Counts
)
{
    /// <summary>The sections that count as this one, itself included: parts of a divided section count as one (C6).</summary>
    public EquatableArray<SectionId> Parts { get; init; } = [Section];
}

/// <summary>Who decides in a congress as its seats are allotted now.</summary>
public sealed record PowerTable(
    EquatableArray<SectionPower> Sections,
    int Needed,
    int FewestToWin,
    DoubleMajority SecondMajority
)
{
    public static readonly PowerTable Nobody = new([], 0, 0, DoubleMajority.Off);

    public int Votes { get; } = Sections.Sum(s => s.Votes);

    /// <summary>Added up once: of thousands of sections each is a number of thousands of bits.</summary>
    public BigInteger Swings { get; } =
        Sections.Aggregate(BigInteger.Zero, (all, one) => all + one.Swings);

    /// <summary>How often the section decides, in tenths of a percent of all times anybody does.</summary>
    public int PerMille(SectionPower section) =>
        Swings.IsZero ? 0 : (int)(section.Swings * 1000 / Swings);
}

/// <summary>The votes of sections, and the bound that switches a second majority on by itself (C6, S15).</summary>
public static class SectionsVote
{
    /// <summary>The table of a congress as it was last allotted.</summary>
    public static PowerTable Of(Section section, BodyId congress, NodaTime.Instant now) =>
        Of(section, section.Rules.SectionsVote, congress, now);

    /// <summary>The same under another rule, for a question that is only asked.</summary>
    public static PowerTable Of(
        Section section,
        SectionsVoteRule rule,
        BodyId congress,
        NodaTime.Instant now
    ) =>
        section.Congresses.Sitting(congress) is { } sitting
            ? Of(rule, Voting(section, sitting, now))
            : PowerTable.Nobody;

    /// <summary>The sections that have seats, parts of a divided one together.</summary>
    public static ImmutableArray<VotingSection> Voting(
        Section section,
        Congress sitting,
        NodaTime.Instant now
    ) =>
        [
            .. Sections
                .Origins.AsOne(section, sitting.Seats.Keys, now)
                .Select(parts =>
                    (Parts: parts, Seats: parts.Select(p => sitting.Seats[p]).ToArray())
                )
                .Where(one => one.Seats.Sum(a => a.Seats) > 0)
                .Select(one => new VotingSection(
                    one.Parts[0],
                    one.Seats.Sum(a => a.Seats),
                    one.Seats.Sum(a => a.Members),
                    one.Seats.Any(a => Counts(section, sitting, a, now))
                )
                {
                    Parts = one.Parts,
                }),
        ];

    /// <summary>The table for sections of these seats and members; the same for a question that is only asked.</summary>
    public static PowerTable Of(SectionsVoteRule rule, ImmutableArray<VotingSection> sections)
    {
        if (sections.IsEmpty)
            return PowerTable.Nobody;
        var votes = Domination.Votes(
            rule.Weights,
            new SectionFacts(
                sections
                    .Select(s => new SectionFact(s.Section.Value, Math.Max(1, s.Members), s.Seats))
                    .ToEquatable()
            ),
            rule.Needed
        );
        var needed = Domination.Quota(votes, rule.Needed);
        var counted = PowerIndex.Countable(votes);
        var swings = PowerIndex.Swings(counted, Domination.Quota(counted, rule.Needed));
        var fewest = PowerIndex.FewestToWin(votes, needed);
        return new PowerTable(
            sections
                .Select(
                    (s, at) =>
                        new SectionPower(
                            s.Section,
                            s.Seats,
                            s.Members,
                            votes[at],
                            swings[at],
                            s.Counts
                        )
                        {
                            Parts = s.Parts,
                        }
                )
                .ToEquatable(),
            needed,
            fewest,
            Why(rule, votes, swings, fewest)
        );
    }

    private static DoubleMajority Why(
        SectionsVoteRule rule,
        ImmutableArray<int> votes,
        ImmutableArray<BigInteger> swings,
        int fewest
    ) =>
        votes.Length < 2 ? DoubleMajority.Off
        : rule.DoubleMajority ? DoubleMajority.Written
        : votes.Length < 4 ? DoubleMajority.FewSections
        : votes.Max() * 3L > votes.Sum(v => (long)v) ? DoubleMajority.Share
        : swings.Max() * 3 > swings.Aggregate(BigInteger.Zero, (a, b) => a + b)
            ? DoubleMajority.Power
        : fewest < 3 ? DoubleMajority.FewestToWin
        : DoubleMajority.Off;

    // Young, tiny and sleeping sections make no majority of sections; whoever has reported nothing yet but counts members does.
    private static bool Counts(
        Section section,
        Congress congress,
        Allotment allotted,
        NodaTime.Instant now
    ) =>
        section.Sections.Scope.Reports.ContainsKey(allotted.Section)
            ? Sections.Labels.IsActive(section, allotted.Section, now)
            : congress.Returns.ContainsKey(allotted.Section)
                && allotted.Members >= Sections.Labels.LeastMembers;
}
