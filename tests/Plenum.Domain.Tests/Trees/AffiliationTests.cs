using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Sections find together and part again, each by decisions of its own.</summary>
public sealed class AffiliationTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Section("Union", 201);
    private readonly Federation _tree;

    public AffiliationTests() => _tree = new(_harbour, _docks, _union);

    [Fact]
    public void A_section_that_asks_and_is_taken_in_belongs_and_both_records_say_so()
    {
        _tree.Affiliate(_harbour, _union);

        Assert.Equal(_union.Id(), _harbour.Place().Federation.Federation);
        Assert.Equal([_union.Id()], _harbour.Place().Above);
        Assert.Equal("Harbour", _union.Place().Affiliates[_harbour.Id()].Name);
        Assert.Equal(5, _union.Place().Affiliates[_harbour.Id()].Members);
    }

    [Fact]
    public void What_the_federation_does_stands_under_the_authority_of_the_letter()
    {
        _tree.Carry(_harbour, new AskToJoin(_union.Id(), "Together we are more."));
        _tree.BringAll();

        var put = Assert.Single(
            _union.Record,
            h => h.Event is MattersEvent.PutForward { Question: Question.Recognise }
        );
        Assert.Equal(new Authority.Letter(_harbour.Id(), 1), put.Authority);
    }

    [Fact]
    public void A_section_that_is_voted_down_learns_it_and_may_ask_again()
    {
        _tree.Carry(_harbour, new AskToJoin(_union.Id(), "Together we are more."));
        _tree.BringAll();
        _tree.Decide(_union, _union.LastMatter(), "against");
        _tree.BringAll();

        Assert.Equal(
            Refusal.VotedDown,
            Assert.Single(_harbour.Record.Select(h => h.Event).OfType<TreeEvent.StayedOut>()).Why
        );
        Assert.Equal(new SectionId(""), _harbour.Place().Asked);
        Assert.True(_harbour.Try(1, new AskToJoin(_union.Id(), "Once more.")));
    }

    [Fact]
    public void A_section_leaves_by_its_own_vote_alone()
    {
        _tree.Affiliate(_harbour, _union);
        _tree.Carry(_harbour, new LeaveFederation("We disagree."));
        _tree.BringAll();

        Assert.Equal(Affiliation.None, _harbour.Place().Federation);
        Assert.Empty(_union.Place().Affiliates);
    }

    [Fact]
    public void A_federation_cannot_ask_its_own_section()
    {
        _tree.Affiliate(_harbour, _union);

        Assert.IsType<WouldBeACircle>(
            _union.Refused(1, new AskToJoin(_harbour.Id(), "The other way round."))
        );
    }

    [Fact]
    public void A_section_two_levels_down_refuses_to_stand_above_its_own_federation()
    {
        _tree.Affiliate(_harbour, _docks);
        _tree.Affiliate(_docks, _union);
        Assert.Equal([_docks.Id(), _union.Id()], _harbour.Place().Above);

        _tree.Carry(_union, new AskToJoin(_harbour.Id(), "Round and round."));
        _tree.BringAll();

        Assert.Equal(
            Refusal.Circle,
            Assert.Single(_union.Record.Select(h => h.Event).OfType<TreeEvent.StayedOut>()).Why
        );
    }

    [Fact]
    public void Two_sections_that_ask_each_other_at_once_do_not_end_above_each_other()
    {
        foreach (var (one, other) in new[] { (_harbour, _docks), (_docks, _harbour) })
        {
            one.Do(1, new AskToJoin(other.Id(), "Together we are more."));
            one.Do(2, new Support(one.LastMatter()));
            one.Try(3, new Support(one.LastMatter()));
        }
        for (var days = 0; days < 120; days++)
        {
            foreach (var section in new[] { _harbour, _docks })
            foreach (
                var box in section.Section.Ballots.Boxes.Values.Where(b => !b.Closed).ToArray()
            )
                for (var no = 1; no <= 5; no++)
                    section.Try(no, new Ballots.Cast(box.No, "for"));
            _tree.Pass(NodaTime.Duration.FromDays(1));
        }

        Assert.NotEmpty(_harbour.Record.Select(h => h.Event).OfType<TreeEvent.Asked>());
        Assert.NotEmpty(_docks.Record.Select(h => h.Event).OfType<TreeEvent.Asked>());
        Assert.False(
            _harbour.Place().Above.Contains(_docks.Id())
                && _docks.Place().Above.Contains(_harbour.Id())
        );
        Assert.DoesNotContain(_harbour.Id(), _harbour.Place().Above);
        Assert.DoesNotContain(_docks.Id(), _docks.Place().Above);
    }

    [Fact]
    public void Nobody_but_the_post_brings_letters()
    {
        var forged = new Receive(_docks.Id(), 1, new Letter.AffiliationEnded(MatterNo.None));

        Assert.IsType<OnlyThePost>(_union.Refused(1, forged));
    }

    [Fact]
    public void A_letter_that_comes_twice_or_before_its_turn_changes_nothing()
    {
        _tree.Carry(_harbour, new AskToJoin(_union.Id(), "Together we are more."));
        _tree.BringAll();
        var letter = _tree.Written.Single();
        var before = Steps.Written(_union.Section);

        Assert.False(_tree.Bring(letter));
        Assert.False(
            _tree.Bring(letter with { Letter = letter.Letter with { No = letter.Letter.No + 2 } })
        );
        Assert.Equal(before, Steps.Written(_union.Section));
    }
}
