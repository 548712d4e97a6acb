using System.Collections.Immutable;
using System.Numerics;
using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>Divisions of a congress are weighed by sections (C6): no section commands the others.</summary>
public static class Weighing
{
    /// <summary>The outcome with the weights of the sections and, where it is needed, most of the sections.</summary>
    public static Outcome Weigh(Unfolding unfolding, Matter matter, Box box, Outcome outcome)
    {
        if (!IsOfSections(unfolding.Section, matter, box))
            return outcome;
        var division = Divide(unfolding.Section, matter, box, outcome);
        unfolding.Then(
            new CongressesEvent.Divided(
                matter.No,
                box.No,
                division.Sections,
                division.Weighed,
                division.Outcome
            )
        );
        return division.Outcome;
    }

    /// <summary>The same, and nothing is written down.</summary>
    public static Outcome WouldBe(Section section, Matter matter, Box box, Outcome outcome) =>
        IsOfSections(section, matter, box)
            ? Divide(section, matter, box, outcome).Outcome
            : outcome;

    /// <summary>How a past division would have ended under another rule: every delegate has said what they said.</summary>
    public static Outcome Again(
        Threshold majority,
        Division division,
        SectionsVoteRule rule,
        ImmutableArray<VotingSection> sections
    )
    {
        // Whoever has left since, or has come, does not sit in that division.
        var sat = division
            .Sections.Select(t =>
                sections.FirstOrDefault(s => s.Section == t.Section) is { } now
                    ? now with
                    {
                        Counts = t.Counts,
                    }
                    : new VotingSection(t.Section, t.Seats, t.Seats, t.Counts)
            )
            .ToImmutableArray();
        var table = SectionsVote.Of(rule, sat);
        var tallies = division
            .Sections.Zip(table.Sections, (t, now) => t with { Votes = now.Votes })
            .ToEquatable();
        return division.Outcome == Outcome.NoQuorum
            ? Outcome.NoQuorum
            : Decided(majority, table, tallies).Outcome;
    }

    private static bool IsOfSections(Section section, Matter matter, Box box) =>
        matter.Procedure.Electorate is var body
        && !box.Secret
        && section.Statutes.Book.Has(body, BodyKind.Congress)
        && section.Congresses.Sitting(body) is not null;

    private static Division Divide(Section section, Matter matter, Box box, Outcome outcome)
    {
        var table = WithMostSections(
            section,
            matter,
            SectionsVote.Of(section, matter.Procedure.Electorate, box.Closes)
        );
        var tallies = Tallies(section, table, box);
        var decided = Decided(matter.Procedure.Majority, table, tallies);
        return outcome == Outcome.NoQuorum ? decided with { Outcome = outcome } : decided;
    }

    // A shared matter binds all sections when most of them are for it, whatever their votes weigh (F28).
    private static PowerTable WithMostSections(Section section, Matter matter, PowerTable table) =>
        table.SecondMajority == DoubleMajority.Off
        && section.Rules.Competences.IsShared(section.Competences.SubjectOf(matter.No))
            ? table with
            {
                SecondMajority = DoubleMajority.Written,
            }
            : table;

    private static Division Decided(
        Threshold majority,
        PowerTable table,
        EquatableArray<SectionTally> tallies
    )
    {
        var parts = Add(tallies);
        var weighed = Weighed(table, tallies, parts);
        return new Division(
            tallies,
            weighed,
            HasVotes(majority, table, parts) && HasSections(weighed)
                ? Outcome.Adopted
                : Outcome.Rejected
        );
    }

    private static bool HasSections(WeighedVotes weighed) =>
        weighed.SecondMajority == DoubleMajority.Off
        || weighed.SectionsFor * 2 > weighed.SectionsCounting;

    private static EquatableArray<SectionTally> Tallies(Section section, PowerTable table, Box box)
    {
        var votes = box.Standing.ToLookup(
            v => section.Congresses.SentBy.GetValueOrDefault(v.Key),
            v => v.Value
        );
        return table
            .Sections.Select(s => new SectionTally(
                s.Section,
                s.Seats,
                s.Votes,
                s.Parts.Sum(p => votes[p].Count(c => c == Choice.For)),
                s.Parts.Sum(p => votes[p].Count(c => c == Choice.Against)),
                s.Parts.Sum(p => votes[p].Count(c => c == Choice.Abstain)),
                s.Counts
            ))
            .ToEquatable();
    }

    // Every vote is of so many parts that nothing is rounded.
    private sealed record Parts(
        BigInteger OfAVote,
        BigInteger For,
        BigInteger Against,
        BigInteger Abstained
    );

    /// <summary>Every seat has its part of the votes of its section: an empty one takes its part along.</summary>
    private static Parts Add(EquatableArray<SectionTally> tallies)
    {
        var parts = PartsOf(tallies);
        return new Parts(parts, Sum(t => t.For), Sum(t => t.Against), Sum(t => t.Abstained));

        BigInteger Sum(Func<SectionTally, int> number) =>
            tallies.Aggregate(
                BigInteger.Zero,
                (all, t) => all + parts / t.Seats * t.Votes * number(t)
            );
    }

    private static WeighedVotes Weighed(
        PowerTable table,
        EquatableArray<SectionTally> tallies,
        Parts parts
    )
    {
        // Where nobody counts yet, in the first weeks of a federation, all do.
        var counting = tallies.Where(t => t.Counts).ToArray();
        var asked = counting.Length > 0 ? counting : [.. tallies];
        return new WeighedVotes(
            Written(parts.For),
            Written(parts.Against),
            Written(parts.OfAVote),
            asked.Count(t => t.IsFor),
            asked.Length,
            table.SecondMajority
        );
    }

    private static bool HasVotes(Threshold majority, PowerTable table, Parts parts)
    {
        var cast = parts.For + parts.Against;
        var whole = majority.Base switch
        {
            VoteBase.Cast => cast,
            VoteBase.Present => cast + parts.Abstained,
            VoteBase.Eligible or VoteBase.Seats or VoteBase.Sections => parts.OfAVote * table.Votes,
        };
        var (share, needed) = (parts.For * majority.Share.Under, whole * majority.Share.Over);
        return parts.For > 0 && (majority.Strict ? share > needed : share >= needed);
    }

    // One number that the seats of every section divide, so that nothing is rounded.
    private static BigInteger PartsOf(EquatableArray<SectionTally> tallies) =>
        tallies.Aggregate(
            BigInteger.One,
            (all, t) => all / BigInteger.GreatestCommonDivisor(all, t.Seats) * t.Seats
        );

    private static string Written(BigInteger number) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
