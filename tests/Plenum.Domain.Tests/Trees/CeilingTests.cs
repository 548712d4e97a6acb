using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>No more posts of a federation for one section than its statutes say (S15).</summary>
public sealed class CeilingTests
{
    private const string AThird = "    from_one_section: \"1/3\"";

    [Fact]
    public void The_papers_of_whoever_is_held_back_go_on_to_others()
    {
        var union = Elected(AThird);

        Assert.Equal([1, 3, 4], union.Holders(Steps.Committee));
        var held = Assert.Single(union.All<ElectionsEvent.HeldBack>());
        Assert.Equal((2, 1), (held.Candidate, held.Most));
        Assert.Equal(union.Section.Congresses.SentBy[new MemberNo(2)], held.Section);
        var election = union.Section.Elections.Of(held.Election);
        Assert.Equal(held.Section, election.Candidate(2).HeldBackFor);
        Assert.Equal(Steps.Written(union.Section), Steps.Written(union.Replayed()));
    }

    [Fact]
    public void Without_a_ceiling_nobody_is_held_back()
    {
        var union = Elected("");

        Assert.Equal([1, 2, 3], union.Holders(Steps.Committee));
        Assert.Empty(union.All<ElectionsEvent.HeldBack>());
    }

    [Fact]
    public void In_a_by_election_those_who_sit_count()
    {
        var union = Elected(AThird);
        var gone = union.On(Steps.Committee).Single(m => m.Holder.Value == 4);
        union.Do(4, new Resign(gone.No));
        for (var days = 0; union.Running(Steps.Committee).Length == 0; days++)
        {
            Assert.True(days < 60, "nobody fills the seat");
            union.Pass(1);
        }
        Vote(union, 2, 5);

        Assert.Equal([1, 3, 5], union.Holders(Steps.Committee));
        Assert.Equal(2, union.All<ElectionsEvent.HeldBack>().Count());
    }

    [Fact]
    public void A_seat_that_only_the_held_back_could_take_stays_empty_and_is_filled_anew()
    {
        var union = Elected(AThird);
        var gone = union.On(Steps.Committee).Single(m => m.Holder.Value == 4);
        union.Do(4, new Resign(gone.No));
        for (var days = 0; union.Running(Steps.Committee).Length == 0; days++)
            union.Pass(1);
        Vote(union, 2);

        Assert.Equal([1, 3], union.Holders(Steps.Committee));
        Assert.Single(union.Running(Steps.Committee));
    }

    /// <summary>Two people of one section, its delegates, and four others of a federation elect a committee of three.</summary>
    private static Branch Elected(string ceiling)
    {
        // The people of the section are members of the federation as well.
        var harbour = Forest.Section("Harbour", 1);
        var union = Forest.WithACeiling("Union", 1, ceiling);
        var tree = new Federation(harbour, union);
        tree.Affiliate(harbour, union);
        tree.CallCongress(union);
        tree.BringAll();
        tree.ElectEverywhere(harbour);
        Assert.Equal([1, 2], union.Section.Congresses.SentBy.Keys.Select(m => m.Value).Order());
        if (union.Running(Steps.Committee).Length == 0)
            union.Do(1, new CallElection(Steps.Committee));
        Vote(union, 1, 2, 3, 4, 5);
        return union;
    }

    // Everybody ranks them as they stand.
    private static void Vote(Branch union, params int[] candidates)
    {
        var election = union.Election(Steps.Committee);
        union.Stands(election, candidates);
        var paper = union.Ranking(election, candidates);
        union.Vote(election, _ => paper);
    }
}
