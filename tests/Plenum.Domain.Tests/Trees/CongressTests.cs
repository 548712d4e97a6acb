using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Sections send delegates to a congress and take them back, with nobody in between.</summary>
public sealed class CongressTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public CongressTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.Affiliate(_harbour, _union);
        _tree.Affiliate(_docks, _union);
    }

    [Fact]
    public void A_congress_that_is_called_gets_returns_and_allots_seats_by_itself()
    {
        _tree.CallCongress(_union);
        _tree.BringAll();

        var congress = _union.Section.Congresses.Sitting(Forest.Congress)!;
        Assert.Equal(
            [(_harbour.Id(), 5, 2), (_docks.Id(), 5, 2)],
            congress
                .Seats.Values.Select(a => (a.Section, a.Members, a.Seats))
                .OrderBy(a => a.Section == _harbour.Id() ? 0 : 1)
        );
        Assert.Equal(2, _harbour.Place().Allotted.Seats);
    }

    [Fact]
    public void A_section_that_returns_nothing_has_the_least_and_holds_nobody_up()
    {
        _tree.CallCongress(_union);
        // Letters of the docks lie there.
        foreach (var letter in _tree.OnTheWay.Where(l => l.Letter.To == _harbour.Id()).ToArray())
            _tree.Bring(letter);
        foreach (var letter in _tree.OnTheWay.Where(l => l.From == _harbour.Id()).ToArray())
            _tree.Bring(letter);
        Assert.Null(_union.Section.Congresses.Sitting(Forest.Congress));

        _tree.Pass(Duration.FromDays(15), post: false);

        var congress = _union.Section.Congresses.Sitting(Forest.Congress)!;
        Assert.Equal((5, 2), Forest.Of(congress, _harbour));
        Assert.Equal((0, 1), Forest.Of(congress, _docks));
    }

    [Fact]
    public void Those_elected_below_sit_above_with_the_same_end()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);

        var below = _harbour.On(Forest.Delegation);
        var above = _union.On(Forest.Congress);
        Assert.Equal([1, 2], below.Select(m => m.Holder.Value).Order());
        Assert.Equal(
            below.Select(m => _harbour.Section.Membership.Of(m.Holder).Person).Order(),
            above.Select(m => _union.Section.Membership.Of(m.Holder).Person).Order()
        );
        Assert.Equal(below.Select(m => m.Until).Distinct(), above.Select(m => m.Until).Distinct());
    }

    [Fact]
    public void Delegates_decide_by_name_and_nobody_else_does()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);
        _tree.Elect(_docks, 1, 2);

        _union.Do(Forest.Motion, _harbour.As(1));
        var matter = _union.LastMatter();
        var box = _union.Opens(matter);
        Assert.Equal(4, _union.Section.Ballots.Of(box).Roll.Count);
        Assert.False(_union.Try(new Ballots.Cast(box, "for"), _harbour.As(3)));
        Assert.False(_union.Try(1, new Ballots.Cast(box, "for")));
        foreach (var (section, no) in new[] { (_harbour, 1), (_harbour, 2), (_docks, 1) })
            _union.Do(new Ballots.Cast(box, "for"), section.As(no));
        // One of two says nothing, so that most delegates of both sections are for it.
        _union.Do(new Ballots.Cast(box, "abstain"), _docks.As(2));
        _union.Closes(matter);

        Assert.True(_union.Matter(matter).Is(Outcome.Adopted));
    }

    [Fact]
    public void A_delegate_has_no_vote_outside_the_congress_and_changes_no_count_of_members()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);

        Assert.Equal(5, _union.Section.Membership.InGoodStanding);
        Assert.Equal(5, _union.Section.Electors(BodyId.Members, _union.Now));
        Assert.False(
            _union.Try(
                new Motions.PutMotion("A motion", "Words.", BodyId.Members, [], []),
                _harbour.As(1)
            )
        );
    }

    [Fact]
    public void Nobody_up_there_can_take_a_delegate_away()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);

        foreach (var seat in _union.On(Forest.Congress))
        foreach (var no in Enumerable.Range(1, 5))
            Assert.IsType<NotAnElector>(_union.Refused(no, new Recall(seat.No)));
    }

    [Fact]
    public void A_recall_below_empties_the_seat_above_with_no_officer_acting()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);
        var sent = _harbour.On(Forest.Delegation).Single(m => m.Holder.Value == 1);
        var before = _union.Record.Count;
        var began = _harbour.Now;

        _harbour.Do(3, new Recall(sent.No));
        _harbour.Try(4, new Support(_harbour.LastMatter()));
        _harbour.Try(5, new Support(_harbour.LastMatter()));
        // Filled together, recalled together (R2): the branch elects its delegates anew.
        _tree.Elect(_harbour, 3, 4);

        Assert.Equal(
            new[] { 3, 4 }.Select(_harbour.Who).Order(),
            _union
                .On(Forest.Congress)
                .Select(m => _union.Section.Membership.Of(m.Holder).Person)
                .Order()
        );
        Assert.All(_union.Record.Skip(before), h => Assert.IsType<Authority.Letter>(h.Authority));
        var ended = _union.Record.Last(h => h.Event is CongressesEvent.Withdrawn);
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"from the first signature to the vacant seat above: {(ended.At - began).TotalDays:F2} days"
        );
    }

    [Fact]
    public void What_a_delegate_said_in_an_open_division_goes_with_the_mandate()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);
        _tree.Elect(_docks, 1, 2);
        _union.Do(Forest.Motion, _harbour.As(1));
        var matter = _union.LastMatter();
        var box = _union.Opens(matter);
        foreach (var section in new[] { _harbour, _docks })
            section.Pass(_union.Now - section.Now);
        _union.Do(new Ballots.Cast(box, "for"), _harbour.As(1));
        _union.Do(new Ballots.Cast(box, "abstain"), _harbour.As(2));
        _union.Do(new Ballots.Cast(box, "for"), _docks.As(1));
        _union.Do(new Ballots.Cast(box, "abstain"), _docks.As(2));

        var sent = _harbour.On(Forest.Delegation).Single(m => m.Holder.Value == 1);
        _harbour.Do(1, new Resign(sent.No));
        _tree.BringAll();
        _union.Closes(matter);

        var verdict = _union.All<MattersEvent.Settled>().Single(s => s.Matter == matter).Verdict;
        Assert.Equal((1, 0), (verdict.For, verdict.Against));
        Assert.True(_union.Matter(matter).Is(Outcome.Rejected));
        var flag = Assert.Single(_union.All<Ballots.BallotsEvent.Recomputed>());
        Assert.Equal((1, true), (flag.Seats, flag.Changed));
    }

    [Fact]
    public void A_section_that_leaves_has_no_delegates_any_more()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);
        _tree.Carry(_harbour, new Sections.LeaveFederation("We disagree."));
        _tree.BringAll();

        Assert.Empty(_union.On(Forest.Congress));
        Assert.DoesNotContain(
            _union.Section.Membership.Members.Values,
            m => m.Standing is Membership.Standing.Delegate
        );
    }

    [Fact]
    public void A_section_cannot_seat_more_than_it_was_allotted()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);
        var next = _union.Section.Letters.ReceivedFrom(_harbour.Id()) + 1;

        _union.Do(
            new Letters.Receive(
                _harbour.Id(),
                next,
                new Letters.Letter.CredentialIssued(
                    new MandateNo(99),
                    _harbour.Who(5),
                    _union.Now,
                    _union.Now + Duration.FromDays(300),
                    1
                )
            ),
            new Actor.Post()
        );

        Assert.Equal(2, _union.On(Forest.Congress).Length);
        Assert.IsType<CongressesEvent.NotSeated>(_union.Record[^1].Event);
    }
}
