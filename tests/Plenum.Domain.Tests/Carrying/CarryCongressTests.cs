using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Domain.Tests.Trees;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Carrying;

/// <summary>An organisation whose congress sits brings its delegates along.</summary>
public sealed class CarryCongressTests
{
    private readonly CarriedTree _all = new();

    private Branch Union => _all.Union;

    private Branch Docks => _all.Docks;

    private void AllAccept()
    {
        CarriedTree.Accept(Union, 1, 5);
        CarriedTree.Accept(Docks, 1, 5);
        _all.Tree.BringAll();
    }

    [Fact]
    public void Delegates_sit_above_with_their_original_ends_once_their_section_and_the_federation_are_constituted()
    {
        _all.Carry();
        Assert.Empty(Union.On(Forest.Congress));

        CarriedTree.Accept(Union, 1, 5);
        _all.Tree.BringAll();
        Assert.Empty(Union.On(Forest.Congress));
        CarriedTree.Accept(Docks, 1, 5);
        _all.Tree.BringAll();

        Assert.Equal(2, Docks.Place().Allotted.Seats);
        Assert.Equal([1, 2], Docks.Holders(Forest.Delegation));
        Assert.Equal([1, 2], _all.Sitting(Docks));
        Assert.All(Union.On(Forest.Congress), seat => Assert.Equal(_all.Until, seat.Until));
        Assert.Empty(Docks.Running(Forest.Delegation));
    }

    [Fact]
    public void Nobody_sits_before_the_federation_has_members_who_confirm_its_congress()
    {
        _all.Carry();
        CarriedTree.Accept(Docks, 1, 5);
        _all.Tree.BringAll();
        Assert.Empty(Union.On(Forest.Congress));
        Assert.False(Union.Try(Forest.Motion, Docks.As(1)));

        CarriedTree.Accept(Union, 1, 5);

        Assert.Equal([1, 2], _all.Sitting(Docks));
        Assert.True(Union.Try(Forest.Motion, Docks.As(1)));
    }

    [Fact]
    public void Letters_that_come_after_the_constitution_send_those_who_began_before()
    {
        _all.Carry();
        CarriedTree.Accept(Union, 1, 5);
        CarriedTree.Accept(Docks, 1, 5);
        Assert.Equal(Affiliation.None, Docks.Place().Federation);

        _all.Tree.BringAll();

        Assert.Equal([1, 2], _all.Sitting(Docks));
    }

    [Fact]
    public void Whoever_has_not_accepted_is_not_sent_before_they_do()
    {
        _all.Carry(_all.Held(Docks, 1), _all.Held(Docks, 6));
        AllAccept();
        Assert.Equal([1, 6], Docks.Holders(Forest.Delegation));
        Assert.Equal([1], _all.Sitting(Docks));

        CarriedTree.Accept(Docks, 6, 6);
        _all.Tree.BringAll();

        Assert.Equal([1, 6], _all.Sitting(Docks));
        Assert.Equal(2, _all.Sent(Docks));
    }

    [Fact]
    public void A_mandate_that_ended_before_the_section_was_constituted_seats_nobody()
    {
        _all.Carry(_all.Held(Docks, 1), _all.Held(Docks, 2, days: 10));
        _all.Tree.Pass(Duration.FromDays(11));
        AllAccept();

        Assert.Equal([1], _all.Sitting(Docks));
        Assert.Single(Docks.Running(Forest.Delegation));
    }

    [Fact]
    public void The_federation_seats_nobody_beyond_the_seats_its_own_founding_names()
    {
        _all.Carry(seatsAbove: 1);
        AllAccept();

        // What the federation names counts, and the section hears of it and elects.
        Assert.Equal([1], _all.Sitting(Docks));
        Assert.Equal(1, Docks.Place().Allotted.Seats);
        Assert.Single(Docks.Running(Forest.Delegation));
    }

    [Fact]
    public void A_federation_whose_founding_names_no_seats_of_the_section_seats_nobody()
    {
        _all.Carry(seatsAbove: 0);
        AllAccept();

        Assert.Equal(Union.Id(), Docks.Place().Federation.Federation);
        Assert.Empty(Union.On(Forest.Congress));
    }

    [Fact]
    public void Electors_take_their_only_delegate_back_at_once_and_the_seat_above_is_empty()
    {
        _all.Carry(seats: 1, mandates: [_all.Held(Docks, 1)]);
        AllAccept();
        var sent = Assert.Single(Docks.On(Forest.Delegation));

        _all.Tree.Carry(Docks, new Recall(sent.No));

        Assert.Empty(_all.Sitting(Docks));
        Assert.Single(Docks.Running(Forest.Delegation));
    }

    [Fact]
    public void Two_delegates_fall_together_and_those_elected_after_them_sit_until_the_same_day()
    {
        _all.Carry();
        AllAccept();

        Docks.Do(3, new Recall(Docks.On(Forest.Delegation)[0].No));
        Docks.Try(4, new Support(Docks.LastMatter()));
        Docks.Try(5, new Support(Docks.LastMatter()));
        _all.Tree.Elect(Docks, 3, 4);

        Assert.Equal([3, 4], _all.Sitting(Docks));
        Assert.All(Union.On(Forest.Congress), seat => Assert.Equal(_all.Until, seat.Until));
    }

    [Fact]
    public void The_next_congress_takes_the_place_of_the_one_carried_over()
    {
        _all.Carry();
        AllAccept();

        _all.Tree.CallCongress(Union);
        Assert.Equal([1, 2], _all.Sitting(Docks));
        _all.Tree.Elect(Docks, 3, 4);

        Assert.Equal(2, Union.Section.Congresses.Sitting(Forest.Congress)!.No);
        Assert.Equal([3, 4], _all.Sitting(Docks));
    }

    [Fact]
    public void Seats_that_nobody_is_carried_over_to_are_elected_until_the_congress_ends()
    {
        _all.Carry(mandates: [_all.Held(Docks, 1)]);
        CarriedTree.Accept(Docks, 1, 5);
        var beside = Docks.Matter(Assert.Single(Docks.Running(Forest.Delegation))).Question;
        Assert.Equal(
            new Question.Elect(Forest.Delegation, 1, ElectionCause.Vacancy, _all.Until),
            beside
        );
    }

    [Fact]
    public void A_section_that_brings_no_delegates_elects_them_until_the_congress_ends()
    {
        Docks.Do(new CarrySeats(2, _all.Until), CarriedTree.Founder);
        CarriedTree.Accept(Docks, 1, 5);
        Assert.Equal(
            new Question.Elect(Forest.Delegation, 2, ElectionCause.Vacancy, _all.Until),
            Docks.Matter(Assert.Single(Docks.Running(Forest.Delegation))).Question
        );
    }

    [Fact]
    public void Seats_that_only_the_federation_names_are_told_and_filled_once_the_section_has_members()
    {
        Union.Do(new CarryPlace(new(""), [Docks.Id()]), CarriedTree.Founder);
        Docks.Do(new CarryPlace(Union.Id(), []), CarriedTree.Founder);
        _all.Tree.BringAll();
        // Taken in already, and told as soon as the founding names them.
        Union.Do(
            new CarryCongress(Forest.Congress, _all.Until, [CarriedTree.Seats(Docks.Id(), 2)]),
            CarriedTree.Founder
        );
        _all.Tree.BringAll();
        Assert.Equal(2, Docks.Place().Allotted.Seats);
        Assert.Empty(Docks.Running(Forest.Delegation));

        CarriedTree.Accept(Docks, 1, 5);

        Assert.Single(Docks.Running(Forest.Delegation));
    }

    [Fact]
    public void Fewer_seats_that_are_told_before_the_section_has_members_are_not_overfilled()
    {
        _all.Carry(seatsAbove: 1);
        _all.Tree.BringAll();
        AllAccept();

        Assert.Equal([1], Docks.Holders(Forest.Delegation));
        Assert.Equal([1], _all.Sitting(Docks));
    }

    [Fact]
    public void Without_seats_of_a_congress_there_are_no_delegates_to_carry_over()
    {
        var mandate = _all.Held(Docks, 1);
        Assert.Equal(
            "carry-over.no-seats",
            Docks.Refused(new CarryOver([], [mandate]), CarriedTree.Founder).Code
        );
        CarriedTree.Accept(Docks, 1, 5);
        Assert.Equal(
            "carry-over.founding-is-over",
            Docks.Refused(new CarrySeats(2, _all.Until), CarriedTree.Founder).Code
        );
    }

    [Fact]
    public void No_more_delegates_are_carried_over_than_the_section_has_seats_and_none_beyond_its_congress()
    {
        Docks.Do(new CarrySeats(1, _all.Until), CarriedTree.Founder);
        Assert.Equal(
            "carry-over.longer-than-the-congress",
            Docks
                .Refused(new CarryOver([], [_all.Held(Docks, 1, days: 201)]), CarriedTree.Founder)
                .Code
        );
        Docks.Do(new CarryOver([], [_all.Held(Docks, 1)]), CarriedTree.Founder);
        Assert.Equal(
            "carry-over.more-than-seats",
            Docks.Refused(new CarryOver([], [_all.Held(Docks, 2)]), CarriedTree.Founder).Code
        );
        Assert.Equal(
            "carry-over.seats-named",
            Docks.Refused(new CarrySeats(1, _all.Until), CarriedTree.Founder).Code
        );
    }

    public static TheoryData<string, string> Faults =>
        new()
        {
            { "no congress", "carry-over.no-congress" },
            { "committee", "carry-over.no-congress" },
            { "over", "carry-over.not-a-running-term" },
            { "two years", "carry-over.not-a-running-term" },
            { "another day", "carry-over.another-congress" },
            { "a stranger", "carry-over.not-named-below" },
            { "twice", "carry-over.seats-named" },
            { "no seat", "carry-over.no-such-seats" },
            { "no members", "carry-over.no-such-seats" },
            { "no evidence", "carry-over.no-evidence" },
            { "no digest", "carry-over.no-evidence" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_carried_over_of_a_congress_is_named(string what, string code)
    {
        var (first, second) = (
            new SectionId(new string('a', 64)),
            new SectionId(new string('b', 64))
        );
        Union.Do(new CarryPlace(new(""), [first, second]), CarriedTree.Founder);
        Union.Do(
            new CarryCongress(Forest.Congress, _all.Until, [CarriedTree.Seats(first, 2)]),
            CarriedTree.Founder
        );
        var seats = CarriedTree.Seats(second, 2);
        var sound = new CarryCongress(Forest.Congress, _all.Until, [seats]);
        Assert.IsType<Ruling.InOrder>(Union.Ask(sound, CarriedTree.Founder));

        Assert.Equal(
            code,
            Union
                .Refused(
                    what switch
                    {
                        "no congress" => sound with { Body = new BodyId("parliament") },
                        "committee" => sound with { Body = new BodyId("executive") },
                        "over" => sound with { Until = Union.Now },
                        "two years" => sound with { Until = Union.Now + Duration.FromDays(730) },
                        "another day" => sound with { Until = _all.Until + Duration.FromDays(1) },
                        "a stranger" => sound with
                        {
                            Seats = [seats with { Section = new SectionId(new string('c', 64)) }],
                        },
                        "twice" => sound with { Seats = [seats, seats] },
                        "no seat" => sound with { Seats = [seats with { Seats = 0 }] },
                        "no members" => sound with { Seats = [seats with { Members = 0 }] },
                        "no evidence" => sound with { Seats = [seats with { Evidence = " " }] },
                        _ => sound with { Seats = [seats with { Paper = new Digest("a.pdf") }] },
                    },
                    CarriedTree.Founder
                )
                .Code
        );
    }

    [Fact]
    public void No_person_names_seats_and_nobody_does_once_there_are_members()
    {
        var congress = new CarryCongress(Forest.Congress, _all.Until, []);
        Assert.Equal("section.not-the-founder", Union.Refused(1, congress).Code);
        Assert.Equal(
            "section.not-the-founder",
            Docks.Refused(1, new CarrySeats(2, _all.Until)).Code
        );
        CarriedTree.Accept(Union, 1, 5);
        Assert.Equal(
            "carry-over.founding-is-over",
            Union.Refused(congress, CarriedTree.Founder).Code
        );
    }

    [Fact]
    public void A_section_whose_statutes_have_no_delegates_has_no_seats() =>
        Assert.Equal(
            "carry-over.no-delegation",
            Union.Refused(new CarrySeats(2, _all.Until), CarriedTree.Founder).Code
        );

    [Fact]
    public void A_section_that_is_not_taken_in_has_no_seats()
    {
        Docks.Do(new CarrySeats(2, _all.Until), CarriedTree.Founder);
        Docks.Do(new CarryPlace(Union.Id(), []), CarriedTree.Founder);
        _all.Tree.BringAll();
        // Nobody above has named it: those who admit let the time pass.
        _all.Tree.Until(() => Docks.Place().Asked.Value.Length == 0, "an answer");
        Assert.Equal(AllottedSeats.None, Docks.Place().Allotted);
    }

    [Fact]
    public void A_carried_delegate_who_declines_leaves_a_seat_that_is_elected()
    {
        _all.Carry(_all.Held(Docks, 1), _all.Held(Docks, 6));
        AllAccept();

        Docks.Do(6, new Leave());
        _all.Tree.BringAll();

        Assert.Equal([1], _all.Sitting(Docks));
        Assert.Single(Docks.Running(Forest.Delegation));
    }
}
