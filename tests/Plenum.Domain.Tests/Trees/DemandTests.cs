using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Members of several sections call a congress, or a decision of one to the vote of all, and no officer acts (C16).</summary>
public sealed class DemandTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1, members: 20);
    private readonly Branch _docks = Forest.Section("Docks", 101, members: 20);
    private readonly Branch _quay = Forest.Section("Quay", 301, members: 20);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public DemandTests()
    {
        _tree = new(_harbour, _docks, _quay, _union);
        _tree.AffiliateAll(_union, _harbour, _docks, _quay);
    }

    private Branch[] Sections => [_harbour, _docks, _quay];

    private DemandCongress Congress => new(_union.Id(), "Nobody convenes it.");

    /// <summary>So many members of a section sign what was begun there or is sought there.</summary>
    private static void Sign(Branch section, params int[] members)
    {
        var petition = section.Section.Matters.OpenMatters.Last(m => m.Question is Question.Demand);
        foreach (var no in members)
            section.Do(no, new Support(petition.No));
    }

    private MatterNo Decided()
    {
        _tree.CallCongress(_union);
        _tree.BringAll();
        _tree.ElectEverywhere(Sections);
        _union.Do(Forest.Motion, _harbour.As(1));
        var motion = _union.LastMatter();
        var box = _union.Opens(motion);
        foreach (var section in Sections)
        foreach (var no in new[] { 1, 2, 3 })
            _union.Do(new Ballots.Cast(box, "for"), section.As(no));
        _tree.Until(() => !_union.Matter(motion).IsOpen, "the end of a division");
        Assert.True(_union.Matter(motion).Is(Outcome.Adopted));
        return motion;
    }

    private void AllReplay()
    {
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void One_in_twenty_of_all_members_have_the_congress_meet_and_no_officer_acts()
    {
        Assert.Empty(_union.On(Steps.Chair));
        var before = _union.Record.Count;
        _harbour.Do(1, Congress);
        Sign(_harbour, 2, 3);
        _tree.BringAll();
        // One in twenty of sixty-five is four; three have signed, and every section can.
        Assert.Empty(_union.Section.Congresses.All);
        Sign(_quay, 9);
        _tree.BringAll();

        Assert.Single(_union.Section.Congresses.All);
        Assert.Contains(
            _union.All<BodiesEvent.Called>(),
            c => c.Body == Forest.Congress && c.At > _union.Now
        );
        Assert.All(_union.Record.Skip(before), h => Assert.IsType<Authority.Letter>(h.Authority));
        foreach (var section in Sections)
            Assert.DoesNotContain(
                section.Section.Matters.OpenMatters,
                m => m.Question is Question.Demand
            );
        AllReplay();
    }

    [Fact]
    public void Two_sections_that_begin_at_once_sign_one_demand()
    {
        _harbour.Do(1, Congress);
        _docks.Do(1, Congress);
        Sign(_harbour, 2, 3);
        Sign(_docks, 2, 3);
        var theirs = _docks.LastMatter();
        _tree.BringAll();
        Assert.Single(_union.Section.Matters.OpenMatters, m => m.Question is Question.Demand);
        Assert.True(_docks.Matter(theirs).Is(Outcome.Stopped));
        Sign(_docks, 2);
        _tree.BringAll();
        Assert.Single(_union.Section.Congresses.All);
        AllReplay();
    }

    [Fact]
    public void Too_few_signatures_call_nothing()
    {
        _harbour.Do(1, Congress);
        Sign(_harbour, 2, 3);
        _tree.Pass(Duration.FromDays(60));
        Assert.Empty(_union.Section.Congresses.All);
        Assert.DoesNotContain(
            _union.Section.Matters.OpenMatters,
            m => m.Question is Question.Demand
        );
    }

    [Fact]
    public void One_demand_for_a_congress_is_signed_at_a_time()
    {
        _harbour.Do(1, Congress);
        Assert.Equal("demand.under-way", _harbour.Refused(2, Congress).Code);
        Assert.Equal(
            "affiliation.no-such",
            _docks.Refused(1, Congress with { Federation = _quay.Id() }).Code
        );
        Assert.Equal("affiliation.none", _union.Refused(1, Congress).Code);
    }

    [Fact]
    public void A_decision_of_the_congress_goes_to_the_vote_of_all_and_falls()
    {
        var decision = Decided();
        var before = _union.Record.Count;
        _docks.Do(5, new DemandVote(_union.Id(), decision, "It was decided over our heads."));
        Sign(_docks, 6, 7);
        _tree.BringAll();
        Sign(_quay, 8);
        _tree.BringAll();
        var challenge = _union.LastMatter();
        Assert.Equal(new Question.Challenge(decision), _union.Matter(challenge).Question);
        Assert.IsType<Stage.Debate>(_union.Matter(challenge).Stage);
        Assert.All(_union.Record.Skip(before), h => Assert.IsType<Authority.Letter>(h.Authority));

        var box = _tree.Opens(_union, challenge);
        foreach (var section in Sections)
            section.AllCast(_union, box, 12, "for");
        _tree.Closes(_union, challenge);
        Assert.True(_union.Matter(challenge).Is(Outcome.Adopted));
        Assert.True(_union.Matter(decision).Is(Outcome.Annulled));
        Assert.Equal(65, _union.VerdictOf(challenge).Roll);
        AllReplay();
    }

    [Fact]
    public void What_was_decided_long_ago_is_not_called_in_any_more()
    {
        var decision = Decided();
        _tree.Pass(Duration.FromDays(31));
        _docks.Do(5, new DemandVote(_union.Id(), decision, "It was decided over our heads."));
        Sign(_docks, 6, 7);
        var petition = _docks.LastMatter();
        _tree.BringAll();
        Assert.True(_docks.Matter(petition).Is(Outcome.Stopped));
        Assert.DoesNotContain(
            _union.Section.Matters.All.Values,
            m => m.Question is Question.Challenge
        );
    }

    [Fact]
    public void Whoever_works_above_challenges_it_no_more_easily_than_the_members()
    {
        var decision = Decided();
        _union.Do(1, new Challenge(decision));
        var challenge = _union.LastMatter();
        Assert.Equal(4, _union.Matter(challenge).Procedure.SupportNeeded);
        _tree.BringAll();
        Sign(_harbour, 11, 12);
        Sign(_quay, 11);
        _tree.BringAll();
        Assert.IsType<Stage.Debate>(_union.Matter(challenge).Stage);
    }

    [Fact]
    public void Only_numbers_go_up()
    {
        _harbour.Do(1, Congress);
        Sign(_harbour, 2, 3);
        _tree.BringAll();
        Sign(_docks, 4);
        Assert.All(
            _tree.Written.Where(w =>
                w.Letter.Letter is Letter.SupportGiven or Letter.OnDemand && w.From != _union.Id()
            ),
            w =>
                Assert.All(
                    Enumerable.Range(1, 20),
                    no =>
                        Assert.DoesNotContain(_tree[w.From].Who(no).Value, Steps.Written(w.Letter))
                )
        );
    }
}
