using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>No section commands the others: in votes, in how often it decides, in how few can win (C6, S15, F05).</summary>
public sealed class DominationTests
{
    private static SectionsVoteRule Rule(SectionWeights weights, bool written = false) =>
        new(new ArticleId("congress-votes"), weights, new Ratio(1, 2), written);

    private static PowerTable Of(SectionsVoteRule rule, params int[] seats) =>
        SectionsVote.Of(
            rule,
            [
                .. seats.Select(
                    (s, no) =>
                        new VotingSection(new SectionId(Digest.Of($"{no}").Hex), s, s * 10, true)
                ),
            ]
        );

    [Theory]
    [InlineData(DoubleMajority.Off, 5)]
    [InlineData(DoubleMajority.FewSections, 1, 1)]
    [InlineData(DoubleMajority.FewSections, 3, 1, 1)]
    [InlineData(DoubleMajority.Off, 1, 1, 1, 1)]
    [InlineData(DoubleMajority.Power, 3, 2, 2, 2)]
    [InlineData(DoubleMajority.Share, 4, 2, 2, 2)]
    [InlineData(DoubleMajority.Share, 6, 4, 4, 2, 1)]
    [InlineData(DoubleMajority.Off, 2, 2, 2, 2, 1, 1)]
    public void The_second_majority_switches_on_by_itself(
        DoubleMajority expected,
        params int[] seats
    ) => Assert.Equal(expected, Of(Rule(SectionWeights.Stated), seats).SecondMajority);

    [Fact]
    public void Nobody_decides_more_often_than_a_third_without_most_sections()
    {
        // A third of the votes is no more than a third, and yet decides more often than that.
        var table = Of(Rule(SectionWeights.Stated), 4, 1, 1, 1, 1, 1, 1, 1, 1);
        Assert.True(table.Sections[0].Votes * 3 <= table.Votes);
        Assert.True(table.PerMille(table.Sections[0]) > 333);
        Assert.Equal(DoubleMajority.Power, table.SecondMajority);
    }

    [Fact]
    public void What_the_statutes_say_of_most_sections_holds_with_any_figures() =>
        Assert.Equal(
            DoubleMajority.Written,
            Of(Rule(SectionWeights.Equal, written: true), 1, 1, 1, 1, 1).SecondMajority
        );

    [Theory]
    [InlineData(SectionWeights.Stated, 9, 2, 2, 1)]
    [InlineData(SectionWeights.Equal, 1, 1, 1, 1)]
    [InlineData(SectionWeights.PerMember, 90, 20, 20, 10)]
    public void Votes_go_by_what_is_written(SectionWeights weights, params int[] votes) =>
        Assert.Equal(votes, Of(Rule(weights), 9, 2, 2, 1).Sections.Select(s => s.Votes));

    [Fact]
    public void Adding_members_to_a_capped_section_never_raises_its_votes() =>
        Gen.Int[1, 12]
            .Array[4, 9]
            .Sample(seats =>
            {
                var largest = Array.IndexOf(seats, seats.Max());
                var before = Of(Rule(SectionWeights.Capped), seats).Sections[largest];
                if (before.Votes == before.Members)
                    return;
                for (var more = 1; more <= 20; more++)
                {
                    int[] grown = [.. seats.Select((s, no) => no == largest ? s + more : s)];
                    var after = Of(Rule(SectionWeights.Capped), grown).Sections[largest];
                    Assert.True(after.Votes <= before.Votes, $"{before} became {after}");
                }
            });

    [Fact]
    public void Capped_sections_command_nobody_or_most_sections_are_needed() =>
        Gen.Int[1, 12]
            .Array[4, 9]
            .Sample(seats =>
            {
                var table = Of(Rule(SectionWeights.Capped), seats);
                Assert.True(
                    table.SecondMajority != DoubleMajority.Off
                        || table.FewestToWin >= 3
                            && table.Sections.Max(s => s.Votes) * 3 <= table.Votes
                            && table.Sections.All(s => table.PerMille(s) <= 334)
                );
            });

    /// <summary>Replay R7: a section with more than a third of the seats wants to dictate tactics to the others.</summary>
    [Fact]
    public void A_directive_of_a_dominant_section_fails_and_stands_as_advice()
    {
        var large = Forest.Section("Large", 1, members: 15);
        Branch[] small =
        [
            .. Enumerable.Range(1, 4).Select(no => Forest.Section($"Small {no}", 1 + 100 * no)),
        ];
        var union = Forest.Federation(
            "Union",
            901,
            seats: "method: per_members, per: 5, least: 1, most: 5",
            doubleMajority: "false"
        );
        var tree = new Federation([large, .. small, union]);
        tree.AffiliateAll(union, [large, .. small]);
        tree.CallCongress(union);
        tree.BringAll();
        tree.ElectEverywhere([large, .. small]);

        var table = SectionsVote.Of(union.Section, Forest.Congress, union.Now);
        Assert.Equal((3, 7), (table.Sections.Max(s => s.Votes), table.Votes));
        Assert.Equal(DoubleMajority.Share, table.SecondMajority);

        union.Do(Forest.Motion, large.As(1));
        var matter = union.LastMatter();
        var box = union.Opens(matter);
        foreach (var no in new[] { 1, 2, 3 })
            union.Do(new Cast(box, "for"), large.As(no));
        union.Do(new Cast(box, "for"), small[0].As(1));
        foreach (var section in small[1..])
            union.Do(new Cast(box, "against"), section.As(1));
        union.Closes(matter);

        var verdict = union.All<MattersEvent.Settled>().Single(s => s.Matter == matter).Verdict;
        Assert.Equal((4, 3, true), (verdict.For, verdict.Against, verdict.Carried));
        Assert.True(union.Matter(matter).Is(Outcome.Rejected));
        var division = union.Section.Congresses.Divided[matter];
        Assert.Equal(
            (2, 5, DoubleMajority.Share),
            (
                division.Weighed.SectionsFor,
                division.Weighed.SectionsCounting,
                division.Weighed.SecondMajority
            )
        );
        Assert.True(division.IsAdvice);
        Assert.Equal(Steps.Written(union.Section), Steps.Written(union.Replayed()));
    }
}
