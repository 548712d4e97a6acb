using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Congresses;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>A congress that nobody convenes is called by the sections themselves (C16).</summary>
public sealed class SummonedTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public SummonedTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
    }

    [Fact]
    public void One_section_in_ten_has_a_congress_called_and_no_officer_acts()
    {
        Assert.Empty(_union.On(Steps.Chair));
        var before = _union.Record.Count;
        _tree.Carry(_harbour, new SummonCongress("It has never met."));
        _tree.BringAll();

        var congress = Assert.Single(_union.Section.Congresses.All.Values);
        Assert.Equal(2, _harbour.Place().Allotted.Seats);
        Assert.True(congress.IsAllotted);
        var sitting = Assert.Single(_union.All<BodiesEvent.Called>());
        Assert.Equal(Forest.Congress, sitting.Body);
        Assert.Equal(_union.Section.After(congress.RecordDate, Period.FromDays(42)), sitting.At);
        Assert.All(
            _union.Record.Skip(before).Where(h => h.Event is CongressesEvent or BodiesEvent),
            h => Assert.IsType<Authority.Letter>(h.Authority)
        );
        Assert.Equal(Steps.Written(_union.Section), Steps.Written(_union.Replayed()));
    }

    [Fact]
    public void Members_who_vote_it_down_ask_for_nothing()
    {
        _harbour.Do(1, new SummonCongress("It has never met."));
        _tree.Decide(_harbour, _harbour.LastMatter(), "against");
        _tree.BringAll();

        Assert.Empty(_union.Section.Congresses.All);
        Assert.Empty(_union.Section.Congresses.AskedFor);
    }

    [Fact]
    public void While_returns_come_in_nobody_calls_another()
    {
        foreach (var section in new[] { _harbour, _docks })
            _union.Do(
                new Letters.Receive(
                    section.Id(),
                    _union.Section.Letters.ReceivedFrom(section.Id()) + 1,
                    new Letters.Letter.CongressAsked(new MatterNo(1))
                ),
                new Actor.Post()
            );

        Assert.Single(_union.Section.Congresses.All);
        Assert.Single(_union.Section.Congresses.AskedFor);
    }

    [Fact]
    public void A_section_of_no_federation_has_nobody_to_ask() =>
        Assert.IsType<NotAffiliated>(
            _union.Refused(1, new SummonCongress("There is nobody above."))
        );
}
