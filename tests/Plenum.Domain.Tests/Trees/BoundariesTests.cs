using Plenum.Domain.Ballots;
using Plenum.Domain.Matters;
using Plenum.Domain.Mergers;
using Plenum.Domain.Referendums;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Where a section that has sections belongs is for the members of all of them, not for the few who work for it (C8, C21).</summary>
public sealed class BoundariesTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1, members: 12);
    private readonly Branch _docks = Forest.Section("Docks", 101, members: 12);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Branch _league = Forest.Federation("League", 301);
    private readonly Branch _world = Forest.Federation("World", 401);
    private readonly Federation _tree;

    public BoundariesTests()
    {
        _tree = new(_harbour, _docks, _union, _league, _world);
        _tree.AffiliateAll(_union, _harbour, _docks);
    }

    private MatterNo Asked(Command command)
    {
        _union.Do(1, command);
        _tree.BringAll();
        return _union.LastMatter();
    }

    private BoxNo Signed(MatterNo matter)
    {
        if (_union.Matter(matter).Stage is Stage.Support)
            foreach (var section in new[] { _harbour, _docks })
                section.Do(
                    2,
                    new Support(
                        section
                            .Section.Referendums.SignedFor.Single(s =>
                                s.Value == _union.Above(matter)
                            )
                            .Key
                    )
                );
        _tree.BringAll();
        return _tree.Opens(_union, matter);
    }

    private void AllReplay()
    {
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void Those_who_work_for_a_federation_do_not_take_its_sections_under_another()
    {
        var matter = Asked(new AskToJoin(_world.Id(), "Together we are more."));
        Assert.Equal(BodyId.Tree, _union.Matter(matter).Procedure.Electorate);
        // One in twenty of twenty-nine members of all sections, and never fewer than three.
        Assert.Equal(3, _union.Matter(matter).Procedure.SupportNeeded);
        var petition = Assert.IsType<Question.Initiative>(
            _harbour.Matter(_harbour.LastMatter()).Question
        );
        Assert.Equal("", petition.Title);
        var box = Signed(matter);
        Assert.Equal(29, _union.Box(box).Entitled);
        for (var no = 1; no <= 5; no++)
            _union.Do(no, new Cast(box, "for"));
        _harbour.AllCast(_union, box, 8, "against");
        _tree.Closes(_union, matter);

        Assert.True(_union.Matter(matter).Is(Outcome.Rejected));
        Assert.Equal(Affiliation.None, _union.Place().Federation);
        AllReplay();
    }

    [Fact]
    public void With_two_thirds_of_all_members_and_most_sections_it_joins_and_leaves_again()
    {
        _tree.Affiliate(_union, _world);
        Assert.Equal(29, Verdict().Roll);
        _tree.Carry(_union, new LeaveFederation("They do not answer."));
        Assert.Equal(29, Verdict().Roll);
        Assert.Equal(Affiliation.None, _union.Place().Federation);
        Assert.Equal([_union.Id()], _docks.Place().Above);
        AllReplay();

        Verdict Verdict() =>
            _union.VerdictOf(
                _union
                    .Section.Matters.All.Values.Last(m =>
                        m.Question is Question.Join or Question.Leave
                    )
                    .No
            );
    }

    [Fact]
    public void A_merger_of_two_federations_and_the_division_of_one_go_to_the_members_of_their_sections()
    {
        _tree.AffiliateAll(_world, _union, _league);
        var over = Asked(new ProposeMerger(_league.Id(), "One office."));
        Assert.Equal(BodyId.Tree, _union.Matter(over).Procedure.Electorate);
        var box = Signed(over);
        Assert.Equal(29, _union.Box(box).Entitled);
        _tree.Closes(_union, over);
        var apart = Asked(new ProposeSeparation("Union of the islands", "Half of the fund."));
        Assert.Equal(BodyId.Tree, _union.Matter(apart).Procedure.Electorate);
    }

    [Fact]
    public void Whoever_is_asked_to_take_another_in_asks_the_members_of_its_sections()
    {
        _tree.AffiliateAll(_world, _union, _league);
        _tree.Carry(_league, new ProposeMerger(_union.Id(), "One office."));
        _tree.BringAll();
        var taking = _union.Section.Matters.All.Values.Single(m =>
            m.Question is Question.OnMerger { Asked: MergerQuestion.TakeOver }
        );
        Assert.Equal(BodyId.Tree, taking.Procedure.Electorate);
        Assert.True(_union.Section.Referendums.Put.ContainsKey(taking.No));
        Assert.True(_docks.Section.Referendums.FromAbove.ContainsKey(_union.Above(taking.No)));
    }
}
