using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Members of several sections bring a question to the vote of all, and no officer acts (C16).</summary>
public sealed class InitiativeTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1, members: 20);
    private readonly Branch _docks = Forest.Section("Docks", 101, members: 20);
    private readonly Branch _quay = Forest.Section("Quay", 301, members: 20);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public InitiativeTests()
    {
        _tree = new(_harbour, _docks, _quay, _union);
        _tree.AffiliateAll(_union, _harbour, _docks, _quay);
    }

    [Fact]
    public void Signatures_of_several_sections_put_a_question_to_all_and_no_officer_acts()
    {
        Assert.Empty(_union.On(Steps.Chair));
        var before = _union.Record.Count;
        Begin();
        var matter = _union.LastMatter();
        // One in twenty of the sixty-five.
        Assert.Equal(4, _union.Matter(matter).Procedure.SupportNeeded);
        Assert.IsType<Stage.Support>(_union.Matter(matter).Stage);

        _docks.Do(7, new Support(_docks.LastMatter()));
        _tree.BringAll();
        Assert.IsType<Stage.Debate>(_union.Matter(matter).Stage);
        Assert.All(_union.Record.Skip(before), h => Assert.IsType<Authority.Letter>(h.Authority));
        foreach (var section in new[] { _harbour, _docks, _quay })
        {
            Assert.True(section.Matter(section.LastMatter()).Is(Outcome.Adopted));
            Assert.True(section.Section.Referendums.FromAbove.ContainsKey(_union.Above(matter)));
        }
        var box = _tree.Opens(_union, matter);
        _quay.AllCast(_union, box, 20, "for");
        _docks.AllCast(_union, box, 6, "for");
        _tree.Closes(_union, matter);
        Assert.True(_union.Matter(matter).Is(Outcome.Adopted));
        Assert.Equal(65, _union.VerdictOf(matter).Roll);
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void Nothing_goes_up_before_enough_have_signed_here()
    {
        _harbour.Do(1, Initiative);
        _harbour.Do(2, new Support(_harbour.LastMatter()));
        _tree.BringAll();
        Assert.DoesNotContain(_tree.Written, w => w.Letter.Letter is Letter.InitiativeFiled);
        Assert.Equal("initiative.under-way", _harbour.Refused(1, Initiative).Code);
    }

    [Fact]
    public void A_signature_that_is_withdrawn_counts_no_more_and_only_numbers_go_up()
    {
        Begin();
        var matter = _union.LastMatter();
        Assert.Equal(3, _union.Section.Referendums.SupportBelow(matter));
        foreach (var no in new[] { 2, 3 })
            _harbour.Do(no, new WithdrawSupport(_harbour.LastMatter()));
        _docks.Do(7, new Support(_docks.LastMatter()));
        _tree.BringAll();
        Assert.Equal(2, _union.Section.Referendums.SupportBelow(matter));
        _harbour.Do(9, new Support(_harbour.LastMatter()));
        _tree.BringAll();
        Assert.Equal(3, _union.Section.Referendums.SupportBelow(matter));
        Assert.IsType<Stage.Support>(_union.Matter(matter).Stage);
        Assert.All(
            _tree.Written.Where(w => w.Letter.Letter is Letter.SupportGiven),
            w =>
                Assert.All(
                    Enumerable.Range(1, 20),
                    no => Assert.DoesNotContain(_harbour.Who(no).Value, Steps.Written(w.Letter))
                )
        );
    }

    [Fact]
    public void The_conveners_own_members_sign_in_its_own_record()
    {
        Begin();
        var matter = _union.LastMatter();
        _union.Do(1, new Support(matter));
        Assert.IsType<Stage.Debate>(_union.Matter(matter).Stage);
    }

    [Fact]
    public void One_section_in_ten_puts_it_to_all_when_most_of_its_members_have_signed()
    {
        var mill = Forest.Section("Mill", 401);
        var tree = new Federation(_harbour, _docks, _quay, _union, mill);
        tree.AffiliateAll(_union, mill);
        mill.Do(1, Initiative);
        mill.Do(2, new Support(mill.LastMatter()));
        tree.BringAll();
        var before = _union.Record.Count;
        mill.Do(3, new Support(mill.LastMatter()));
        tree.BringAll();

        // Three of five; one in twenty of seventy would be four, and three of twenty have put nothing to all.
        var matter = _union.LastMatter();
        Assert.Equal(4, _union.Matter(matter).Procedure.SupportNeeded);
        Assert.IsType<Stage.Debate>(_union.Matter(matter).Stage);
        Assert.All(_union.Record.Skip(before), h => Assert.IsType<Authority.Letter>(h.Authority));
        Assert.Equal(Steps.Written(_union.Section), Steps.Written(_union.Replayed()));
    }

    [Fact]
    public void What_too_few_sign_lapses_everywhere()
    {
        Begin();
        var matter = _union.LastMatter();
        _tree.Pass(Duration.FromDays(40));
        Assert.True(_union.Matter(matter).Is(Outcome.Lapsed));
        foreach (var section in new[] { _harbour, _docks, _quay })
            Assert.True(section.Matter(section.LastMatter()).Is(Outcome.Lapsed));
    }

    [Fact]
    public void A_section_of_no_federation_has_nobody_to_ask()
    {
        var alone = Forest.Section("Alone", 401);
        Assert.Equal("affiliation.none", alone.Refused(1, Initiative).Code);
        Assert.Equal(
            "affiliation.no-such",
            _harbour.Refused(1, Initiative with { Federation = _docks.Id() }).Code
        );
    }

    private BeginInitiative Initiative =>
        new(_union.Id(), "Six hours", "We ask for six hours.", Secret: true);

    /// <summary>Three of Harbour sign, which is enough there.</summary>
    private void Begin()
    {
        _harbour.Do(1, Initiative);
        foreach (var no in new[] { 2, 3 })
            _harbour.Do(no, new Support(_harbour.LastMatter()));
        _tree.BringAll();
    }
}
