using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>A member moves between two sections of one tree: asked at home, accepted there, closed at home.</summary>
public sealed class TransferTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1, members: 7);
    private readonly Branch _docks = Forest.Section("Docks", 101, members: 6);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public TransferTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
        _tree.BringAll();
    }

    private PersonId Mover => _harbour.Who(7);

    private Member AtHome => _harbour.Section.Membership.Of(Mover);

    private Member There => _docks.Section.Membership.Of(Mover);

    private AskTransfer ToDocks => new(_docks.Id(), 1);

    [Fact]
    public void Who_asks_is_a_member_at_home_with_every_right_until_it_has_closed()
    {
        _harbour.Do(7, ToDocks);
        _tree.BringAll();

        Assert.True(AtHome.VotesAt(_harbour.Now, basicLaw: true));
        Assert.IsType<Standing.Applicant>(There.Standing);
        Assert.False(There.VotesAt(_docks.Now, basicLaw: false));
    }

    [Fact]
    public void Silence_admits_whom_their_own_section_attests_and_both_records_name_one_instant()
    {
        _harbour.Do(7, ToDocks);
        _tree.Until(() => There.IsInGoodStanding, "a transfer");

        var gone = _harbour.Last<TransferEvent.MovedOut>();
        var come = _docks.Last<TransferEvent.MovedIn>();
        Assert.Equal(gone.At, come.At);
        Assert.Equal((_docks.Id(), _harbour.Id()), (gone.To, come.From));
        Assert.IsType<Standing.Left>(AtHome.Standing);
        Assert.Equal(AdmittedBy.Silence, There.AdmittedBy);
        Assert.Equal((6, 7), (Members(_harbour), Members(_docks)));
    }

    [Fact]
    public void Nobody_waits_anew_for_a_vote()
    {
        _harbour.Do(7, ToDocks);
        _tree.Until(() => There.IsInGoodStanding, "a transfer");

        Assert.True(There.VotesAt(_docks.Now, basicLaw: true));
    }

    [Fact]
    public void What_they_held_at_home_is_empty_from_that_instant()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 7, 2);
        _tree.BringAll();
        Assert.Contains(_union.On(Forest.Congress), m => Above(m) == Mover);
        _harbour.Do(7, ToDocks);
        _tree.Until(() => There.IsInGoodStanding, "a transfer");

        var ended = _harbour.Last<MandatesEvent.Ended>();
        Assert.Equal(EndOfMandate.LostEligibility, ended.How);
        Assert.Equal(_harbour.Last<TransferEvent.MovedOut>().At, ended.At);
        Assert.DoesNotContain(_union.On(Forest.Congress), m => Above(m) == Mover);
    }

    [Fact]
    public void Whoever_is_sent_while_the_federation_has_said_yes_sits_until_home_has_closed()
    {
        var quiet = new Federation(_harbour, _docks, _union) { Round = _ => { } };
        _tree.CallCongress(_union);
        _tree.BringAll();
        _harbour.Do(7, new AskTransfer(_union.Id(), 1));
        _tree.BringAll();
        quiet.Elect(_harbour, 7, 2);
        quiet.Pass(Duration.FromDays(20));
        Assert.IsType<Standing.Awaited>(_union.Section.Membership.Of(Mover).Standing);
        _tree.BringAll();

        // One decision at home wrote two letters to the federation: the seat is empty, and the member has moved.
        var letters = _tree.Written.Where(w => w.Letter.To == _union.Id()).ToArray();
        Assert.Equal(letters.Length, letters.Select(w => (w.From, w.Letter.No)).Distinct().Count());
        Assert.True(_union.Section.Membership.Of(Mover).IsInGoodStanding);
        Assert.False(AtHome.IsInGoodStanding);
        Assert.DoesNotContain(_union.On(Forest.Congress), m => Above(m) == Mover);
    }

    [Fact]
    public void Whoever_sits_in_a_congress_for_their_section_does_not_move_to_it_before_they_resign()
    {
        _tree.CallCongress(_union);
        _tree.Elect(_harbour, 7, 2);
        _tree.BringAll();
        _harbour.Do(7, new AskTransfer(_union.Id(), 1));
        _tree.BringAll();

        var answer = _harbour.Section.Membership.DepartureOf(AtHome.No).Answer;
        Assert.Equal(TransferAnswer.SitsHere, answer);
        Assert.True(AtHome.IsInGoodStanding);
    }

    [Fact]
    public void A_transfer_taken_back_changes_nothing_even_when_a_yes_is_on_its_way()
    {
        _harbour.Do(7, ToDocks);
        _tree.BringAll();
        _docks.Pass(Duration.FromDays(60));
        Assert.IsType<Standing.Awaited>(There.Standing);
        _harbour.Do(7, new TakeBackTransfer());
        _tree.BringAll();

        Assert.True(AtHome.IsInGoodStanding);
        Assert.IsType<Standing.Left>(There.Standing);
        Assert.Equal((7, 6), (Members(_harbour), Members(_docks)));
    }

    [Fact]
    public void A_second_question_is_not_answered_by_the_yes_to_the_first()
    {
        _harbour.Do(7, ToDocks);
        _tree.BringAll();
        _docks.Pass(Duration.FromDays(60));
        _harbour.Do(7, new TakeBackTransfer());
        _harbour.Do(7, ToDocks);
        _tree.BringAll();

        Assert.True(AtHome.IsInGoodStanding);
        Assert.IsType<Standing.Applicant>(There.Standing);
    }

    [Fact]
    public void Whoever_left_meanwhile_is_not_let_in_by_the_yes()
    {
        _harbour.Do(7, ToDocks);
        _tree.BringAll();
        _harbour.Do(7, new Leave());
        _docks.Pass(Duration.FromDays(60));
        _tree.BringAll();

        Assert.False(AtHome.IsInGoodStanding);
        Assert.IsType<Standing.Left>(There.Standing);
    }

    [Fact]
    public void Whoever_declines_there_stays_at_home_and_may_ask_again()
    {
        _harbour.Do(7, ToDocks);
        _tree.BringAll();
        _docks.Do(new Leave(), Actor.Self(Mover));
        _tree.BringAll();

        var departure = _harbour.Section.Membership.DepartureOf(AtHome.No);
        Assert.Equal(TransferAnswer.Declined, departure.Answer);
        Assert.True(_harbour.Try(7, ToDocks));
    }

    [Fact]
    public void One_section_is_asked_at_a_time()
    {
        _harbour.Do(7, ToDocks);

        Assert.IsType<TransferUnderWay>(_harbour.Refused(7, new AskTransfer(_union.Id(), 1)));
    }

    [Fact]
    public void A_section_outside_the_tree_turns_everybody_away()
    {
        var alone = Forest.Section("Alone", 301);
        var tree = new Federation(_harbour, _docks, _union, alone);
        alone.Pass(_harbour.Now - alone.Now);
        _harbour.Do(7, new AskTransfer(alone.Id(), 1));
        tree.BringAll();

        var departure = _harbour.Section.Membership.DepartureOf(AtHome.No);
        Assert.Equal(TransferAnswer.NotOneTree, departure.Answer);
    }

    [Fact]
    public void Whoever_read_another_programme_reads_the_one_in_force_first()
    {
        _harbour.Do(7, new AskTransfer(_docks.Id(), 2));
        _tree.BringAll();

        var departure = _harbour.Section.Membership.DepartureOf(AtHome.No);
        Assert.Equal(TransferAnswer.AnotherProgramme, departure.Answer);
    }

    [Fact]
    public void A_section_of_no_tree_has_nowhere_to_move_to()
    {
        var alone = Forest.Section("Alone", 301);

        Assert.IsType<NotInATree>(alone.Refused(1, new AskTransfer(_docks.Id(), 1)));
    }

    [Fact]
    public void Who_moved_counts_as_newly_come_so_that_nobody_packs_a_section()
    {
        var before = There.Joined;
        _harbour.Do(7, ToDocks);
        _tree.Until(() => There.IsInGoodStanding, "a transfer");

        Assert.Equal(Instant.MaxValue, before);
        Assert.Equal(_docks.Last<TransferEvent.MovedIn>().At, There.Joined);
    }

    [Fact]
    public void Both_records_replay()
    {
        _harbour.Do(7, ToDocks);
        _tree.Until(() => There.IsInGoodStanding, "a transfer");

        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    private PersonId Above(Mandate mandate) => _union.Section.Membership.Of(mandate.Holder).Person;

    private static int Members(Branch section) => section.Section.Membership.InGoodStanding;
}
