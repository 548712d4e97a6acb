using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Weights are changed in the open: with what it does to power and to past divisions, why, and until when (S67, F36).</summary>
public sealed class ReweighTests
{
    private static readonly ArticleId Votes = new("congress-votes");
    private static readonly ArticleId Congress = new("congress");

    [Fact]
    public void An_amendment_that_touches_weights_is_not_put_without_its_simulation()
    {
        var (union, _) = Divided();

        var refused = union.Refused(
            1,
            new Amend(
                "Members count",
                [Change(union, Votes, "weights: capped", "weights: per_member")]
            )
        );
        Assert.IsType<NeedsSimulation>(refused);
        Assert.Equal("C6", refused.Charter);
    }

    [Fact]
    public void The_law_works_out_what_it_does_to_power_and_to_past_divisions()
    {
        var (union, past) = Divided();
        union.Do(1, ByMembers(union));

        var put = union.Last<CongressesEvent.ReweighingPut>();
        Assert.Equal(union.LastMatter(), put.Matter);
        var large = put.Simulation.Sections.Single(s => s.Members == 24);
        Assert.Equal(24, large.VotesAfter);
        Assert.True(large.VotesBefore * 3 <= put.Simulation.Sections.Sum(s => s.VotesBefore));
        Assert.True(large.DecidesAfter > large.DecidesBefore);
        var division = Assert.Single(put.Simulation.Past);
        Assert.Equal(past, division.Matter);
        Assert.Equal(Outcome.Adopted, division.Before);
        // The three delegates of the large section were against it, and would have had most of the votes.
        Assert.Equal(Outcome.Rejected, division.After);
        Assert.Equal(put.Simulation, union.Section.Congresses.Reweighed[put.Matter].Simulation);
        Assert.Equal(Steps.Written(union.Section), Steps.Written(union.Replayed()));
    }

    [Fact]
    public void It_needs_two_thirds_of_all_members_and_takes_effect_by_itself()
    {
        var (union, tree, _) = Seated();
        union.Do(1, ByMembers(union));
        var procedure = union.Matter(union.LastMatter()).Procedure;

        Assert.Equal(BodyId.Tree, procedure.Electorate);
        Assert.True(procedure.Majority.Share.CompareTo(new Ratio(2, 3)) >= 0);
        tree.Decide(union, union.LastMatter());
        Assert.Equal(SectionWeights.PerMember, union.Section.Rules.SectionsVote.Weights);
    }

    [Fact]
    public void The_day_of_the_review_lies_ahead_and_within_three_years()
    {
        var (union, _) = Divided();

        Assert.IsType<ReviewOutOfRange>(
            union.Refused(1, ByMembers(union) with { Review = union.Now })
        );
        Assert.IsType<ReviewOutOfRange>(
            union.Refused(1, ByMembers(union) with { Review = union.Now + Duration.FromDays(1100) })
        );
    }

    [Fact]
    public void No_section_is_left_without_a_vote()
    {
        var (union, _) = Divided();
        var nobody = ByMembers(union) with
        {
            Changes =
            [
                Change(
                    union,
                    Congress,
                    "{method: per_members, per: 5, least: 1, most: 3}",
                    "{method: equal, least: 0, most: 3}"
                ),
            ],
        };

        Assert.IsType<ZeroWeight>(union.Refused(1, nobody));
    }

    [Fact]
    public void What_reweighs_nobody_is_put_like_any_other_change()
    {
        var (union, _) = Divided();
        var change = Change(union, new ArticleId("recall"), "window: P30D", "window: P29D");

        Assert.IsType<NothingReweighed>(
            union.Refused(1, ByMembers(union) with { Changes = [change] })
        );
        Assert.True(union.Try(1, new Amend("Less time", [change])));
    }

    [Fact]
    public void With_two_sections_there_is_no_cap_and_both_decide()
    {
        EquatableArray<VotingSection> two =
        [
            new(new SectionId("a"), 1, 10, Counts: true),
            new(new SectionId("b"), 9, 90, Counts: true),
        ];
        var rule = SectionsVoteRule.Unwritten with { Weights = SectionWeights.Capped };
        var table = SectionsVote.Of(rule, two.Items);

        Assert.Equal([10, 90], table.Sections.Select(s => s.Votes));
        Assert.Equal(DoubleMajority.FewSections, table.SecondMajority);
    }

    [Fact]
    public void Under_no_rule_has_a_section_with_members_no_vote() =>
        Gen.Select(Gen.Int[1, 12].Array[2, 9], Gen.Int[0, 3], Gen.Int[0, 2])
            .Sample(
                (seats, weights, needed) =>
                {
                    var rule = SectionsVoteRule.Unwritten with
                    {
                        Weights = Enum.GetValues<SectionWeights>()[weights],
                        Needed = new[] { new Ratio(1, 2), new Ratio(2, 3), new Ratio(3, 4) }[
                            needed
                        ],
                    };
                    var table = SectionsVote.Of(
                        rule,
                        [
                            .. seats.Select(
                                (s, no) =>
                                    new VotingSection(
                                        new SectionId($"{no}"),
                                        s,
                                        s * 7,
                                        Counts: true
                                    )
                            ),
                        ]
                    );
                    Assert.All(table.Sections, s => Assert.True(s.Votes >= 1));
                    Assert.Equal(table.Votes, table.Sections.Sum(s => s.Votes));
                }
            );

    private static Reweigh ByMembers(Branch union) =>
        new(
            "Members count",
            [Change(union, Votes, "weights: capped", "weights: per_member")],
            "Large sections pay most.",
            union.Now + Duration.FromDays(700)
        );

    private static ArticleChange Change(Branch union, ArticleId id, string old, string now) =>
        union.Section.Change(id, old, now);

    /// <summary>Four sections, one of twenty-four; a motion is carried against the delegates of the large one.</summary>
    private static (Branch Union, MatterNo Past) Divided()
    {
        var (union, _, past) = Seated();
        return (union, past);
    }

    private static (Branch Union, Federation Tree, MatterNo Past) Seated()
    {
        var large = Forest.Section("Large", 1, members: 24);
        Branch[] small =
        [
            .. Enumerable.Range(1, 4).Select(no => Forest.Section($"Small {no}", 1 + 100 * no)),
        ];
        var union = Forest.Federation(
            "Union",
            901,
            seats: "method: per_members, per: 5, least: 1, most: 3"
        );
        var tree = new Federation([large, .. small, union]);
        tree.AffiliateAll(union, [large, .. small]);
        tree.CallCongress(union);
        tree.BringAll();
        tree.ElectEverywhere([large, .. small]);
        union.Do(Forest.Motion, small[0].As(1));
        var matter = union.LastMatter();
        var box = union.Opens(matter);
        foreach (var section in small)
            union.Do(new Cast(box, "for"), section.As(1));
        foreach (var no in new[] { 1, 2, 3 })
            union.Do(new Cast(box, "against"), large.As(no));
        union.Closes(matter);
        Assert.True(union.Matter(matter).Is(Outcome.Adopted));
        return (union, tree, matter);
    }
}
