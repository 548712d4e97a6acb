using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Carrying;

/// <summary>An organisation that exists brings its roll and its running mandates along.</summary>
public sealed class CarryOverTests
{
    private static readonly BodyId Committee = new("committee");
    private static readonly BodyId Chair = new("chair");
    private static readonly BodyId Treasurer = new("treasurer");
    private static readonly Digest Minutes = Digest.Of("minutes of the last annual meeting");
    private static readonly string Statutes = Templates.Text("local-union", small: true);

    private readonly Branch _branch = new();

    public CarryOverTests()
    {
        var programme = SmallBranch.ProgrammeText;
        var id = Begin.IdOf("Docks", Statutes, programme, "n");
        _branch.Do(
            new Begin(id, "Docks", "Europe/Berlin", Statutes, programme, [.. People(1, 6)], "n"),
            new Actor.Founder()
        );
    }

    private static IEnumerable<PersonId> People(int from, int to) =>
        Enumerable.Range(from, to - from + 1).Select(Branch.Person);

    private CarriedMandate Held(int person, BodyId body, int daysLeft = 200, int term = 1) =>
        new(
            Branch.Person(person),
            body,
            _branch.Now - Duration.FromDays(100),
            _branch.Now + Duration.FromDays(daysLeft),
            term,
            "Minutes of the annual meeting, item 4",
            Minutes
        );

    private void Carry(params CarriedMandate[] mandates) =>
        _branch.Do(new CarryOver([], mandates.ToEquatable()), new Actor.Founder());

    private Reason Refusal(CarriedMandate mandate) =>
        Assert
            .IsType<Ruling.OutOfOrder>(
                _branch.Ask(new CarryOver([], [mandate]), new Actor.Founder())
            )
            .Reason;

    private void Accept(int from, int to)
    {
        for (var no = from; no <= to; no++)
            _branch.Do(no, new AcceptInvitation(1, ""));
    }

    private int Running(BodyId body) =>
        _branch.Section.Matters.OpenMatters.Count(m =>
            m.Question is Question.Elect elect && elect.Body == body
        );

    [Fact]
    public void Everybody_on_the_roll_is_invited_since_the_day_they_joined_and_a_member_once_they_accept()
    {
        var joined = _branch.Now - Duration.FromDays(3_000);
        _branch.Do(
            new CarryOver([.. People(7, 40).Select(p => new Invitation(p, joined))], []),
            new Actor.Founder()
        );

        Assert.Equal(40, _branch.Section.Membership.Members.Count);
        Assert.Equal(0, _branch.Section.Membership.InGoodStanding);
        Accept(1, 6);
        Accept(33, 33);
        Assert.Equal(7, _branch.Section.Membership.InGoodStanding);
        // Whoever was a member for years does not wait anew for a vote (C19).
        Assert.Equal(_branch.Now, _branch.Section.Membership.Of(Branch.Person(33)).VotesFrom);
    }

    [Fact]
    public void Whoever_a_section_was_begun_with_is_on_the_roll_since_the_day_they_joined()
    {
        var joined = _branch.Now - Duration.FromDays(900);
        _branch.Do(
            new CarryOver(
                [
                    new Invitation(Branch.Person(1), joined),
                    new Invitation(Branch.Person(8), joined),
                ],
                []
            ),
            new Actor.Founder()
        );
        // Nobody is made younger by it, and nobody is there twice.
        Assert.Equal(
            "member.already-on-the-roll",
            _branch
                .Refused(
                    new CarryOver([new Invitation(Branch.Person(1), _branch.Now)], []),
                    new Actor.Founder()
                )
                .Code
        );
        Accept(1, 5);
        Assert.Equal(joined, _branch.Section.Membership.Of(Branch.Person(1)).Joined);
        Assert.Equal(7, _branch.Section.Membership.Members.Count);
    }

    [Fact]
    public void A_mandate_begins_with_the_section_and_keeps_its_original_end()
    {
        var held = Held(2, Chair);
        Carry(held);
        Assert.Empty(_branch.Section.Mandates.Current);

        Accept(1, 5);

        var chair = Assert.Single(_branch.Section.Mandates.On(Chair, _branch.Now));
        Assert.Equal(
            (held.Since, held.Until, true),
            (chair.Since, chair.Until, chair.IsCarriedOver)
        );
        Assert.Equal(0, Running(Chair));
        Assert.Equal(1, Running(Treasurer));
        Assert.Empty(_branch.Section.Mandates.Carried);
    }

    [Fact]
    public void Its_election_opens_by_itself_before_the_original_end_and_nobody_sits_longer()
    {
        var held = Held(2, Chair, daysLeft: 90);
        Carry(held);
        Accept(1, 5);
        _branch.Pass(20);
        Assert.Equal(0, Running(Chair));
        _branch.Pass(11);
        Assert.Equal(1, Running(Chair));
        _branch.Pass(60);
        // Nobody stood: what cannot wait, no longer than the charter says, and then nothing.
        Assert.All(
            _branch.Section.Mandates.On(Chair, _branch.Now),
            m => Assert.True(m.IsCaretaker)
        );
        _branch.Pass(60);
        Assert.Empty(_branch.Section.Mandates.On(Chair, _branch.Now));
    }

    [Fact]
    public void Electors_recall_it_at_once_like_any_other()
    {
        Carry(Held(2, Chair));
        Accept(1, 6);
        var chair = _branch.Section.Mandates.On(Chair, _branch.Now).Single();

        _branch.Do(3, new Recall(chair.No));

        Assert.Single(
            _branch.Section.Matters.OpenMatters,
            m => m.Question is Question.Recall recall && recall.Mandate == chair.No
        );
    }

    [Fact]
    public void Seats_of_a_committee_fall_together_so_that_no_majority_takes_those_of_a_minority_one_by_one()
    {
        Carry(Held(1, Committee), Held(2, Committee), Held(3, Committee));
        Accept(1, 6);
        var seats = _branch.Section.Mandates.On(Committee, _branch.Now).ToArray();

        _branch.Do(4, new Recall(seats[0].No));
        var petition = _branch.Section.Matters.OpenMatters.Single(m =>
            m.Question is Question.Recall
        );
        _branch.Do(5, new Support(petition.No));
        _branch.Pass(1);

        var election = _branch.Section.Matters.OpenMatters.Single(m =>
            m.Question is Question.Elect { Cause: ElectionCause.Recall }
        );
        Assert.Equal(3, Assert.IsType<Question.Elect>(election.Question).Seats);
        Assert.Equal(3, _branch.Section.Mandates.On(Committee, _branch.Now).Count());
    }

    [Fact]
    public void What_is_empty_beside_them_is_elected_for_the_rest_of_their_term()
    {
        var held = Held(1, Committee, daysLeft: 250);
        Carry(held);
        Accept(1, 5);

        var election = _branch.Section.Matters.OpenMatters.Single(m =>
            m.Question is Question.Elect elect && elect.Body == Committee
        );
        var question = Assert.IsType<Question.Elect>(election.Question);
        Assert.Equal((2, held.Until), (question.Seats, question.Until));
    }

    [Fact]
    public void Whoever_has_not_accepted_does_nothing_with_the_seat_and_no_officer_takes_it_away()
    {
        Carry(Held(6, Chair), Held(1, new BodyId("secretary")));
        Accept(1, 5);
        var holder = _branch.Section.Membership.Of(Branch.Person(6)).No;

        Assert.Equal(
            "member.not-in-good-standing",
            _branch.Refused(6, new Report(new MandateNo(1), "All is well.")).Code
        );
        Assert.Equal(
            "invitation.holds-a-seat",
            _branch.Refused(1, new WithdrawInvitation(holder)).Code
        );
        _branch.Do(6, new Leave());
        Assert.Empty(_branch.Section.Mandates.On(Chair, _branch.Now));
        Assert.Equal(1, Running(Chair));
    }

    [Fact]
    public void A_mandate_that_ended_before_the_section_was_constituted_does_not_begin()
    {
        Carry(Held(2, Chair, daysLeft: 10));
        _branch.Pass(11);
        Accept(1, 5);
        Assert.Empty(_branch.Section.Mandates.On(Chair, _branch.Now));
        Assert.Equal(1, Running(Chair));
    }

    [Fact]
    public void Once_a_section_has_members_only_its_own_elections_fill_a_seat()
    {
        var late = Held(2, Chair);
        Accept(1, 5);
        Assert.Equal("carry-over.founding-is-over", Refusal(late).Code);
    }

    [Fact]
    public void No_person_carries_anything_over() =>
        Assert.Equal(
            "section.not-the-founder",
            _branch.Refused(1, new CarryOver([], [Held(1, Chair)])).Code
        );

    public static TheoryData<string, string> Faults =>
        new()
        {
            { "ended", "carry-over.not-a-running-term" },
            { "not begun", "carry-over.not-a-running-term" },
            { "for five years", "carry-over.not-a-running-term" },
            { "fourth term", "carry-over.too-many-terms" },
            { "no evidence", "carry-over.no-evidence" },
            { "no digest", "carry-over.no-evidence" },
            { "stranger", "carry-over.holder-not-on-the-roll" },
            { "no such body", "carry-over.no-seats" },
            { "drawn by lot", "carry-over.no-seats" },
            { "second chair", "carry-over.more-than-seats" },
            { "twice", "carry-over.held-twice" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public void What_cannot_be_carried_over_is_named(string what, string code)
    {
        Carry(Held(1, Chair), Held(1, Committee));
        var sound = Held(2, Treasurer);
        Assert.Equal(
            code,
            Refusal(
                what switch
                {
                    "ended" => Held(2, Treasurer, daysLeft: 0),
                    "not begun" => sound with { Since = _branch.Now + Duration.FromDays(1) },
                    "for five years" => sound with
                    {
                        Since = sound.Until - Duration.FromDays(5 * 365),
                    },
                    "fourth term" => Held(2, Treasurer, term: 4),
                    "no evidence" => sound with { Evidence = "  " },
                    "no digest" => sound with { Paper = new Digest("minutes.pdf") },
                    "stranger" => Held(77, Treasurer),
                    "no such body" => Held(2, new BodyId("presidium")),
                    "drawn by lot" => Held(2, new BodyId("panel")),
                    "second chair" => Held(2, Chair),
                    _ => Held(1, Committee),
                }
            ).Code
        );
    }
}
