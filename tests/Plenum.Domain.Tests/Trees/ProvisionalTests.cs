using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>A division stays provisional until every section that has a seat in it has been heard since it closed.</summary>
public sealed class ProvisionalTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public ProvisionalTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
        _tree.CallCongress(_union);
        _tree.BringAll();
        _tree.ElectEverywhere(_harbour, _docks);
    }

    private SectionId[] UnheardOf(MatterNo matter) => [.. Unheard.Of(_union.Section, matter)];

    /// <summary>The delegates of Harbour are for it, those of Docks divided; no letter goes meanwhile.</summary>
    private MatterNo Divide()
    {
        _union.Do(Forest.Motion, _docks.As(1));
        var matter = _union.LastMatter();
        _tree.Until(() => _union.Matter(matter).Stage is Stage.Voting, "a division");
        var voting = (Stage.Voting)_union.Matter(matter).Stage;
        foreach (var no in new[] { 1, 2 })
            _union.Do(new Cast(voting.Box, "for"), _harbour.As(no));
        foreach (var no in new[] { 1, 2 })
            _union.Do(new Cast(voting.Box, "against"), _docks.As(no));
        _tree.Pass(voting.Until - _union.Now + Duration.FromHours(1), post: false);
        Assert.False(_union.Matter(matter).IsOpen);
        return matter;
    }

    private void BringFrom(params Branch[] sections)
    {
        foreach (
            var letter in _tree.OnTheWay.Where(l => sections.Any(s => s.Id() == l.From)).ToArray()
        )
            _tree.Bring(letter);
    }

    [Fact]
    public void It_waits_for_every_section_and_for_no_officer()
    {
        var matter = Divide();
        Assert.Equal(new[] { _harbour.Id(), _docks.Id() }.Order(), UnheardOf(matter).Order());
        BringFrom(_union);
        BringFrom(_harbour);
        Assert.Equal([_docks.Id()], UnheardOf(matter));
        BringFrom(_docks);
        Assert.Empty(UnheardOf(matter));
        Assert.Empty(_union.Section.Congresses.Unheard.Divisions);
        Assert.All(
            _union.Record.Where(h => h.Event is HearingEvent.Heard),
            h => Assert.IsType<Authority.Letter>(h.Authority)
        );
        Assert.Equal(Steps.Written(_union.Section), Steps.Written(_union.Replayed()));
    }

    [Fact]
    public void What_a_section_took_back_before_has_been_told_when_it_has_been_heard()
    {
        // A delegate of Docks resigns while the division is open, and the post does not go.
        _union.Do(Forest.Motion, _docks.As(1));
        var matter = _union.LastMatter();
        _tree.Until(() => _union.Matter(matter).Stage is Stage.Voting, "a division");
        var voting = (Stage.Voting)_union.Matter(matter).Stage;
        _union.Do(new Cast(voting.Box, "for"), _docks.As(1));
        _union.Do(new Cast(voting.Box, "against"), _harbour.As(1));
        var sent = _docks.On(Forest.Delegation).Single(m => m.Holder.Value == 1);
        _docks.Do(1, new Resign(sent.No));
        _tree.Pass(voting.Until - _union.Now + Duration.FromHours(1), post: false);

        Assert.Contains(_docks.Id(), UnheardOf(matter));
        Assert.Empty(_union.All<BallotsEvent.SeatTakenOut>());
        _tree.BringAll();
        Assert.Empty(UnheardOf(matter));
        Assert.Single(_union.All<BallotsEvent.SeatTakenOut>());
        var taken = _union.Record.ToList().FindIndex(h => h.Event is BallotsEvent.SeatTakenOut);
        var heard = _union
            .Record.ToList()
            .FindIndex(h => h.Event is HearingEvent.Heard e && e.Section == _docks.Id());
        Assert.True(taken < heard);
    }

    [Fact]
    public void Whoever_has_left_is_not_waited_for_and_a_stranger_answers_nothing()
    {
        var matter = Divide();
        Assert.True(
            _union.Try(
                new Receive(
                    _docks.Id(),
                    _union.Section.Letters.ReceivedFrom(_docks.Id()) + 1,
                    new Letter.AffiliationEnded(MatterNo.None)
                ),
                new Actor.Post()
            )
        );
        Assert.Equal([_harbour.Id()], UnheardOf(matter));
        var stranger = Forest.Section("Quay", 401);
        _union.Do(
            new Receive(stranger.Id(), 1, new Letter.OnMandate(new MandateLetter.Heard(matter))),
            new Actor.Post()
        );
        Assert.Equal([_harbour.Id()], UnheardOf(matter));
        Assert.Empty(_union.All<HearingEvent.Heard>());
    }
}
