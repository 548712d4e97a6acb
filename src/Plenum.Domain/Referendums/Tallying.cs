using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Referendums;

/// <summary>
/// A vote of all members is counted as one. Only where a majority of sections is needed besides (C6) are they counted
/// apart as well, and of a secret vote never so few that one could tell who chose what.
/// </summary>
public static class Tallying
{
    /// <summary>Whether most sections are needed besides: by the lines of the roll, one vote each.</summary>
    public static bool NeedsSections(Section section, Referendum referendum, Instant now) =>
        Table(section, referendum, now).SecondMajority != DoubleMajority.Off;

    /// <summary>The paper as it falls into the box.</summary>
    public static string Written(Section section, MatterNo matter, SectionId part, string paper) =>
        section.Referendums.Put[matter] is { BySections: true } referendum
            ? BySections.Written(referendum.NumberOf(part), paper)
            : paper;

    /// <summary>The papers as everybody may read them: those of a group too small say no section.</summary>
    public static EquatableArray<string> Published(
        Section section,
        Box box,
        EquatableArray<string> papers
    )
    {
        if (!section.Referendums.Put.TryGetValue(box.Matter, out var referendum))
            return papers;
        var told = SmallGroups
            .Shown(Counted(referendum, box, papers), box.Secret)
            .Keys.ToImmutableHashSet();
        return papers
            .Select(p => told.Contains(BySections.PartOf(p)) ? p : BySections.Bare(p))
            .ToEquatable();
    }

    /// <summary>The outcome with most of the sections, where they are needed.</summary>
    public static Outcome Weigh(
        Unfolding unfolding,
        Matter matter,
        Box box,
        EquatableArray<string> papers,
        Outcome outcome
    )
    {
        var section = unfolding.Section;
        if (
            !section.Referendums.Put.TryGetValue(matter.No, out var referendum)
            || !referendum.BySections
        )
            return outcome;
        var table = Table(section, referendum, box.Closes);
        if (table.SecondMajority == DoubleMajority.Off)
            return outcome;
        var counted = Counted(referendum, box, papers);
        var tallies = table
            .Sections.Select(s => TallyOf(s, counted[referendum.NumberOf(s.Section)]))
            .ToEquatable();
        var large = tallies
            .Where(t => !box.Secret || TookPart(t) >= SmallGroups.Smallest)
            .ToArray();
        var counting = large.Where(t => t.Counts).ToArray();
        // Where nobody counts yet, in the first weeks of a federation, all do.
        var asked = counting.Length > 0 ? counting : large;
        var weighed = new WeighedVotes(
            Number(counted, Choice.For),
            Number(counted, Choice.Against),
            "1",
            asked.Count(t => t.IsFor),
            asked.Length,
            // Where nobody can be told apart there is nothing to ask besides.
            asked.Length == 0
                ? DoubleMajority.Off
                : table.SecondMajority
        );
        var both =
            outcome == Outcome.Adopted
            && asked.Length > 0
            && weighed.SectionsFor * 2 <= weighed.SectionsCounting
                ? Outcome.Rejected
                : outcome;
        unfolding.Then(
            new CongressesEvent.Divided(
                matter.No,
                box.No,
                Told(
                    section.Id,
                    tallies,
                    counted,
                    SmallGroups.Shown(counted, box.Secret),
                    referendum
                ),
                weighed,
                both
            )
        );
        return both;
    }

    private static PowerTable Table(Section section, Referendum referendum, Instant now)
    {
        var voting = referendum.Parts.Values.ToLookup(p => p.By, p => p.Voting);
        return SectionsVote.Of(
            section.Rules.SectionsVote with
            {
                Weights = SectionWeights.PerMember,
            },
            [
                .. referendum
                    .Asked.Select(id => (Section: id, Lines: voting[id].Sum()))
                    .Where(s => s.Lines > 0)
                    .Select(s => new VotingSection(
                        s.Section,
                        s.Lines,
                        s.Lines,
                        Counts(section, s.Section, s.Lines, now)
                    )),
            ]
        );
    }

    // Young, tiny and sleeping sections make no majority; whoever has reported nothing yet but has members does.
    private static bool Counts(Section section, SectionId id, int lines, Instant now) =>
        section.Sections.Scope.Reports.ContainsKey(id)
            ? Labels.IsActive(section, id, now)
            : lines >= Labels.LeastMembers;

    // By the number of the part; the convener's own members are number 0.
    private static ImmutableArray<Choice[]> Counted(
        Referendum referendum,
        Box box,
        EquatableArray<string> papers
    )
    {
        var votes = (
            box.Secret
                ? papers.Select(p => (Part: BySections.PartOf(p), Choice: Parting.ChoiceOn(p)))
                : box.LineVotes.Values.Select(v => (referendum.NumberOf(v.Section), v.Choice))
        ).ToLookup(v => v.Item1, v => v.Item2);
        return [.. Enumerable.Range(0, referendum.Asked.Count + 1).Select(n => votes[n].ToArray())];
    }

    // What stands together is told under the convener's own name.
    private static EquatableArray<SectionTally> Told(
        SectionId convener,
        EquatableArray<SectionTally> tallies,
        ImmutableArray<Choice[]> counted,
        ImmutableSortedDictionary<int, int> shown,
        Referendum referendum
    )
    {
        var alone = tallies.Where(t => shown.ContainsKey(referendum.NumberOf(t.Section))).ToArray();
        var rest = counted
            .Where((_, part) => !shown.ContainsKey(part))
            .SelectMany(c => c)
            .ToArray();
        var lines = referendum.Parts.Values.Sum(p => p.Voting) - alone.Sum(t => t.Votes);
        return rest.Length == 0
            ? [.. alone]
            :
            [
                .. alone,
                TallyOf(new SectionPower(convener, lines, lines, lines, 0, Counts: false), rest),
            ];
    }

    private static SectionTally TallyOf(SectionPower section, Choice[] votes) =>
        new(
            section.Section,
            section.Seats,
            section.Members,
            votes.Count(c => c == Choice.For),
            votes.Count(c => c == Choice.Against),
            votes.Count(c => c == Choice.Abstain),
            section.Counts
        );

    private static int TookPart(SectionTally tally) => tally.For + tally.Against + tally.Abstained;

    private static string Number(ImmutableArray<Choice[]> counted, Choice choice) =>
        counted.Sum(c => c.Count(one => one == choice)).ToString(CultureInfo.InvariantCulture);
}
