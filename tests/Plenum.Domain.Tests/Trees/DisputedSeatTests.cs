using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Whether somebody sits in a congress rightly is for those to say who sit with them, and never by a bare majority.</summary>
public sealed class DisputedSeatTests
{
    private static readonly BodyId Alternates = new("alternates");

    private readonly Branch _harbour = Forest.Section(
        "Harbour",
        1,
        more: TreeStatutes.AlternatesArticle
    );
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _mills = Forest.Section("Mills", 201);
    private readonly Branch _union = Forest.Federation("Union", 301);
    private readonly Federation _tree;

    public DisputedSeatTests()
    {
        _tree = new(_harbour, _docks, _mills, _union);
        _tree.AffiliateAll(_union, _harbour, _docks, _mills);
        _tree.CallCongress(_union);
        foreach (var section in new[] { _harbour, _docks, _mills })
            _tree.Elect(section, 1, 2);
        _tree.Elect(_harbour, Alternates, 3, 4);
    }

    private MandateNo SeatOf(Actor delegated) =>
        _union.On(Forest.Congress).Single(m => Is(m, delegated)).No;

    private bool Sits(Actor delegated) => _union.On(Forest.Congress).Any(m => Is(m, delegated));

    private bool Is(Mandate seat, Actor delegated) =>
        _union.Section.Membership.Of(seat.Holder).Person == ((Actor.Person)delegated).Id;

    private MandateNo Sent(int member) =>
        _harbour.On(Forest.Delegation).Single(m => m.Holder.Value == member).No;

    private DisputeCredential OfTheFirst(SeatGround ground = SeatGround.NotElected) =>
        new(SeatOf(_harbour.As(1)), ground, "Nobody was invited to the vote.");

    // The other five: so many for it, the rest against.
    private MatterNo Decided(int votesFor, SeatGround ground = SeatGround.NotElected)
    {
        _union.Do(OfTheFirst(ground), _docks.As(1));
        var matter = _union.LastMatter();
        var box = _union.Opens(matter);
        Actor[] others = [_harbour.As(2), _docks.As(1), _docks.As(2), _mills.As(1), _mills.As(2)];
        for (var i = 0; i < others.Length; i++)
            _union.Do(new Cast(box, i < votesFor ? "for" : "against"), others[i]);
        _union.Closes(matter);
        _tree.BringAll();
        return matter;
    }

    [Fact]
    public void Whose_seat_is_disputed_votes_on_everything_but_that_seat()
    {
        _union.Do(Forest.Motion, _docks.As(1));
        var motion = _union.LastMatter();
        _union.Do(OfTheFirst(), _docks.As(1));
        var dispute = _union.LastMatter();

        var box = _union.Opens(dispute);
        Assert.Equal(5, _union.Section.Ballots.Of(box).Roll.Count);
        Assert.IsType<NotOnRoll>(_union.Refused(new Cast(box, "against"), _harbour.As(1)));
        _union.Do(new Cast(box, "against"), _harbour.As(2));
        _union.Do(new Cast(_union.Opens(motion), "for"), _harbour.As(1));
    }

    [Fact]
    public void Two_thirds_empty_the_seat_and_the_mandate_stays_with_its_electors()
    {
        var matter = Decided(votesFor: 4);

        Assert.True(_union.Matter(matter).Is(Outcome.Adopted));
        Assert.False(Sits(_harbour.As(1)));
        Assert.True(Sits(_harbour.As(2)));
        Assert.Contains(_harbour.On(Forest.Delegation), m => m.No == Sent(1));
        var told = Assert.Single(_harbour.All<CongressesEvent.DelegateSetAside>());
        Assert.Equal((Sent(1), matter), (told.Mandate, told.By));
    }

    [Fact]
    public void A_bare_majority_sends_nobody_home()
    {
        var matter = Decided(votesFor: 3);

        Assert.True(_union.Matter(matter).Is(Outcome.Rejected));
        Assert.True(Sits(_harbour.As(1)));
    }

    [Fact]
    public void The_section_sends_somebody_else_and_the_same_mandate_does_not_come_back()
    {
        Decided(votesFor: 5);
        var alternate = _harbour.On(Alternates).Single(m => m.Holder.Value == 3).No;
        _harbour.Do(1, new GiveWay(Sent(1), alternate));
        _tree.BringAll();
        Assert.True(Sits(_harbour.As(3)));

        _harbour.Do(1, new TakeSeatBack(Sent(1)));
        _tree.BringAll();
        Assert.False(Sits(_harbour.As(1)));
    }

    [Fact]
    public void Whoever_is_elected_again_sits_again()
    {
        Decided(votesFor: 5);
        _harbour.Do(1, new Resign(Sent(1)));
        _tree.Elect(_harbour, 1);

        Assert.True(Sits(_harbour.As(1)));
    }

    [Fact]
    public void One_seat_one_ground_one_answer()
    {
        _union.Do(OfTheFirst(), _docks.As(1));
        var matter = _union.LastMatter();
        Assert.IsType<DisputedAlready>(
            _union.Refused(OfTheFirst(SeatGround.NotAMember), _mills.As(1))
        );
        _union.Opens(matter);
        _union.Closes(matter);

        Assert.IsType<DisputedAlready>(_union.Refused(OfTheFirst(), _mills.As(1)));
        _union.Do(OfTheFirst(SeatGround.NotAMember), _mills.As(1));
    }

    [Fact]
    public void Nobody_else_asks_and_nobody_asks_about_their_own_seat_or_an_office()
    {
        Assert.IsType<YourOwnSeat>(_union.Refused(OfTheFirst(), _harbour.As(1)));
        Assert.IsType<OnlyDelegatesDispute>(_union.Refused(1, OfTheFirst()));
        var office = _union.Section.Mandates.Current.Values.First(m => m.Body != Forest.Congress);
        Assert.IsType<NotASeatOfACongress>(
            _union.Refused(
                new DisputeCredential(office.No, SeatGround.NotElected, "Words."),
                _docks.As(1)
            )
        );
        Assert.False(_union.Try(OfTheFirst(), _harbour.As(5)));
    }

    [Fact]
    public void A_seat_taken_back_meanwhile_needs_no_answer()
    {
        _union.Do(OfTheFirst(), _docks.As(1));
        var matter = _union.LastMatter();
        var box = _union.Opens(matter);
        foreach (var other in new[] { _docks.As(1), _docks.As(2), _mills.As(1), _mills.As(2) })
            _union.Do(new Cast(box, "for"), other);
        _harbour.Do(1, new Resign(Sent(1)));
        _tree.BringAll();
        _union.Closes(matter);

        Assert.False(_union.Matter(matter).Is(Outcome.Adopted));
        Assert.Empty(_union.All<CongressesEvent.SeatSetAside>());
    }
}
