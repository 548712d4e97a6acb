using CsCheck;
using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>A delegate who cannot come gives way to an elected alternate; never are two in force for one seat.</summary>
public sealed class AlternateTests
{
    private static readonly BodyId Alternates = new("alternates");

    private readonly Branch _harbour = Forest.Section(
        "Harbour",
        1,
        more: TreeStatutes.AlternatesArticle
    );
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public AlternateTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 1, 2);
        _tree.Elect(_docks, 1, 2);
        _tree.Elect(_harbour, Alternates, 3, 4);
    }

    private MandateNo Delegate(int member) =>
        _harbour.On(Forest.Delegation).Single(m => m.Holder.Value == member).No;

    private MandateNo Alternate(int member) =>
        _harbour.On(Alternates).Single(m => m.Holder.Value == member).No;

    private IEnumerable<PersonId> Sitting =>
        _union
            .On(Forest.Congress)
            .Where(m => _union.Section.Congresses.SentBy[m.Holder] == _harbour.Id())
            .Select(m => _union.Section.Membership.Of(m.Holder).Person)
            .Order();

    private PersonId[] People(params int[] members) =>
        [.. members.Select(no => Branch.Person(no)).Order()];

    [Fact]
    public void Whoever_stands_in_sits_and_votes_and_the_delegate_does_not()
    {
        _harbour.Do(1, new GiveWay(Delegate(1), Alternate(3)));
        _tree.BringAll();
        Assert.Equal(People(2, 3), Sitting);

        _union.Do(Forest.Motion, _docks.As(1));
        var box = _union.Opens(_union.LastMatter());
        _union.Do(new Cast(box, "for"), _harbour.As(3));
        Assert.False(_union.Try(new Cast(box, "for"), _harbour.As(1)));
    }

    [Fact]
    public void A_delegate_who_is_back_takes_the_seat_back()
    {
        _harbour.Do(1, new GiveWay(Delegate(1), Alternate(3)));
        _tree.BringAll();
        _harbour.Do(1, new TakeSeatBack(Delegate(1)));
        _tree.BringAll();

        Assert.Equal(People(1, 2), Sitting);
        Assert.IsType<NobodyStandsIn>(_harbour.Refused(1, new TakeSeatBack(Delegate(1))));
    }

    [Fact]
    public void Whoever_stands_in_loses_the_seat_when_the_mandate_of_the_delegate_ends()
    {
        _harbour.Do(1, new GiveWay(Delegate(1), Alternate(3)));
        _tree.BringAll();
        _harbour.Do(1, new Resign(Delegate(1)));
        _tree.BringAll();

        Assert.Equal(People(2), Sitting);
    }

    [Fact]
    public void The_delegate_sits_again_when_the_alternate_resigns()
    {
        _harbour.Do(1, new GiveWay(Delegate(1), Alternate(3)));
        _tree.BringAll();
        _harbour.Do(3, new Resign(Alternate(3)));
        _tree.BringAll();

        Assert.Equal(People(1, 2), Sitting);
    }

    [Fact]
    public void Nobody_is_stood_in_for_by_whom_the_members_have_not_elected_for_it()
    {
        Assert.IsType<NoSuchAlternate>(_harbour.Refused(1, new GiveWay(Delegate(1), Delegate(2))));
        Assert.IsType<NotYourMandate>(_harbour.Refused(2, new GiveWay(Delegate(1), Alternate(3))));
        Assert.IsType<NotYourMandate>(_harbour.Refused(3, new GiveWay(Delegate(1), Alternate(3))));
        Assert.IsType<NotADelegate>(_harbour.Refused(3, new GiveWay(Alternate(3), Alternate(4))));
        _harbour.Do(1, new GiveWay(Delegate(1), Alternate(3)));
        Assert.IsType<AlreadyStoodInFor>(
            _harbour.Refused(1, new GiveWay(Delegate(1), Alternate(4)))
        );
        Assert.IsType<AlternateSits>(_harbour.Refused(2, new GiveWay(Delegate(2), Alternate(3))));
    }

    [Fact]
    public void What_a_delegate_voted_before_giving_way_stands_and_is_not_said_twice()
    {
        _union.Do(Forest.Motion, _docks.As(1));
        var box = _union.Opens(_union.LastMatter());
        _union.Do(new Cast(box, "for"), _harbour.As(1));
        _harbour.Do(1, new GiveWay(Delegate(1), Alternate(3)));
        _tree.BringAll();

        Assert.False(_union.Try(new Cast(box, "against"), _harbour.As(3)));
        Assert.Single(_union.Section.Ballots.Of(box).Votes);
        Assert.Empty(_union.Section.Ballots.Of(box).TakenOut);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nobody_saves_a_vote_from_a_recall_by_giving_way(bool back)
    {
        _union.Do(Forest.Motion, _docks.As(1));
        var box = _union.Opens(_union.LastMatter());
        _union.Do(new Cast(box, "for"), _harbour.As(1));
        _harbour.Do(1, new GiveWay(Delegate(1), Alternate(3)));
        _tree.BringAll();
        if (back)
        {
            _harbour.Do(1, new TakeSeatBack(Delegate(1)));
            _tree.BringAll();
        }
        _harbour.Do(1, new Resign(Delegate(1)));
        _tree.BringAll();

        Assert.Single(_union.Section.Ballots.Of(box).TakenOut);
    }

    [Fact]
    public void What_whoever_stood_in_said_goes_with_the_mandate_of_the_delegate()
    {
        _harbour.Do(1, new GiveWay(Delegate(1), Alternate(3)));
        _tree.BringAll();
        _union.Do(Forest.Motion, _docks.As(1));
        var box = _union.Opens(_union.LastMatter());
        _union.Do(new Cast(box, "for"), _harbour.As(3));
        _harbour.Do(1, new TakeSeatBack(Delegate(1)));
        _tree.BringAll();
        Assert.Empty(_union.Section.Ballots.Of(box).TakenOut);
        _harbour.Do(1, new Resign(Delegate(1)));
        _tree.BringAll();

        Assert.Single(_union.Section.Ballots.Of(box).TakenOut);
    }

    /// <summary>However often people come and go, and whenever the letters are carried.</summary>
    [Fact]
    public void Never_do_more_sit_for_a_section_than_it_has_seats()
    {
        Gen.Int[0, 6]
            .List[1, 25]
            .Sample(
                acts =>
                {
                    var story = new AlternateTests();
                    foreach (var act in acts)
                        story.Act(act);
                    story._tree.BringAll();
                    var expected = story
                        ._harbour.On(Forest.Delegation)
                        .Select(m =>
                            Congresses.Alternates.For(story._harbour.Section, m.No) is var alternate
                            && alternate.No != MandateNo.None
                                ? alternate.Holder
                                : m.Holder
                        )
                        .Select(no => story._harbour.Section.Membership.Of(no).Person)
                        .Order();
                    Assert.Equal(expected, story.Sitting);
                },
                iter: 20,
                threads: 1
            );
    }

    private void Act(int act)
    {
        switch (act)
        {
            case 0 or 1:
                _harbour.Try(act + 1, new GiveWay(Delegate(act + 1), Alternate(3)));
                break;
            case 2 or 3:
                _harbour.Try(act - 1, new GiveWay(Delegate(act - 1), Alternate(4)));
                break;
            case 4 or 5:
                _harbour.Try(act - 3, new TakeSeatBack(Delegate(act - 3)));
                break;
            default:
                _tree.BringAll();
                break;
        }
        Assert.True(Sitting.Count() <= 2);
    }
}
