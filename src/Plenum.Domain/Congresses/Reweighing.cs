using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>
/// What a change of statutes does to the weights of sections, worked out by the law from the record and not by whoever
/// proposes it (S67, F36).
/// </summary>
public static class Reweighing
{
    /// <summary>The longest time until weights are looked at again.</summary>
    public static readonly Period LongestReview = Period.FromYears(3);

    /// <summary>Whether sections that vote together would weigh otherwise; where there are not two, nobody does.</summary>
    public static bool Concerns(Section section, StatuteBook next) =>
        section.Sections.Tree.Affiliates.Count > 1
        && section.Rules.Congress is { } before
        && next.Rules.Congress is { } after
        && (
            before.Apportionment != after.Apportionment
            || before.Seats != after.Seats
            || Weights(section.Statutes.Book) != Weights(next)
        );

    public static Simulation Simulate(Section section, StatuteBook next, Occasion occasion)
    {
        var before = Now(section, section.Rules.Congress!, occasion);
        var after = Shared(section, before, next.Rules.Congress!, occasion.Drawn);
        var (was, becomes) = (
            SectionsVote.Of(section.Rules.SectionsVote, before),
            SectionsVote.Of(next.Rules.SectionsVote, after)
        );
        return new Simulation(
            was.Sections.Zip(
                    becomes.Sections,
                    (old, now) =>
                        new SectionShift(
                            old.Section,
                            old.Members,
                            old.Seats,
                            now.Seats,
                            old.Votes,
                            now.Votes,
                            was.PerMille(old),
                            becomes.PerMille(now)
                        )
                )
                .ToEquatable(),
            was.Needed,
            becomes.Needed,
            was.FewestToWin,
            becomes.FewestToWin,
            was.SecondMajority,
            becomes.SecondMajority,
            section
                .Congresses.Divided.Select(d => new PastDivision(
                    d.Key,
                    d.Value.Outcome,
                    Weighing.Again(
                        section.Matters.All[d.Key].Procedure.Majority,
                        d.Value,
                        next.Rules.SectionsVote,
                        after
                    )
                ))
                .ToEquatable()
        );
    }

    private static SectionsVoteRule Weights(StatuteBook book) =>
        book.Rules.SectionsVote with
        {
            Article = SectionsVoteRule.Unwritten.Article,
        };

    // As allotted; before the first congress as it would be over what sections last said of their members.
    private static ImmutableArray<VotingSection> Now(
        Section section,
        BodyRule congress,
        Occasion occasion
    )
    {
        if (section.Congresses.Sitting(congress.Id) is { } sitting)
            return SectionsVote.Voting(section, sitting, occasion.Now);
        var sections = Sections
            .Origins.AsOne(section, section.Sections.Tree.Affiliates.Keys, occasion.Now)
            .Select(parts => new VotingSection(
                parts[0],
                0,
                parts.Sum(p => section.Sections.Tree.Affiliates[p].Members),
                Counts: true
            )
            {
                Parts = parts,
            })
            .ToImmutableArray();
        return Shared(section, sections, congress, occasion.Drawn);
    }

    private static ImmutableArray<VotingSection> Shared(
        Section section,
        ImmutableArray<VotingSection> sections,
        BodyRule congress,
        Draw drawn
    )
    {
        var seats = Allotting.Share(
            congress,
            [
                .. sections.Select(s => new Claim(
                    s.Members,
                    section.Sections.Tree.Affiliates.TryGetValue(s.Section, out var known)
                        ? known.Constituency
                        : Constituency.Place
                )),
            ],
            drawn
        );
        return [.. sections.Select((s, at) => s with { Seats = seats[at] })];
    }
}
