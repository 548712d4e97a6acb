using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Referendums;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>Nobody needs a screen in a vote of all members (C18): the desk of each section helps those of its part of the roll.</summary>
public sealed class DeskTests
{
    private const int Helper = 2;

    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public DeskTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
        foreach (var section in _tree.Sections)
            _tree.Elect(section, Desk(section), Helper);
    }

    [Fact]
    public void A_member_votes_at_the_desk_of_their_section_and_only_the_help_is_counted()
    {
        var box = _tree.Opens(_union, _tree.Put(_union, Votes.Secret));

        var ruling = _harbour.AtDesk(_union, new Cast(box, "for"), 4, _harbour.Who(Helper));

        var happened = Assert.IsType<Ruling.InOrder>(ruling);
        Assert.Equal(
            [
                new BallotsEvent.LineMarked(
                    box,
                    RollLine.Of(_union.Id(), _union.Box(box).Matter, _harbour.Who(4))
                ),
                new BallotsEvent.LineHelped(box, _harbour.Id(), _harbour.Who(Helper)),
            ],
            happened.Events
        );
        Assert.Equal([new Paper(box, "For")], happened.Papers.Select(Bare));
        Assert.Equal(1, _union.Box(box).LineHelpers[_harbour.Who(Helper)]);
        Assert.Empty(_union.Box(box).Helpers);
        Assert.Equal("ballot.already-voted", Refused(new Cast(box, "for"), _harbour, 4, _harbour));
    }

    [Fact]
    public void The_desk_of_one_section_does_not_vote_for_members_of_another()
    {
        var box = _tree.Opens(_union, _tree.Put(_union, Votes.Open));
        var cast = new Cast(box, "for");

        Assert.Equal("desk.not-of-their-section", Refused(cast, _docks, 1, _harbour));
        Assert.Equal("desk.not-of-their-section", Refused(cast, _harbour, 1, _union));
        Assert.Equal("desk.not-of-their-section", Refused(cast, _union, 1, _harbour));
        Assert.Empty(_union.Box(box).LineVotes);

        Assert.IsType<Ruling.InOrder>(_harbour.AtDesk(_union, cast, 1, _harbour.Who(Helper)));
        Assert.IsType<Ruling.InOrder>(_docks.AtDesk(_union, cast, 1, _docks.Who(Helper)));
        Assert.IsType<Ruling.InOrder>(_union.AtDesk(_union, cast, 1, _union.Who(Helper)));
    }

    [Fact]
    public void Whoever_has_no_mandate_for_a_desk_helps_nobody_and_nobody_helps_whom_no_section_returned()
    {
        var box = _tree.Opens(_union, _tree.Put(_union, Votes.Open));
        var cast = new Cast(box, "for");

        Assert.Equal("desk.no-mandate", _harbour.AtDesk(_union, cast, 1, _harbour.Who(3)).Why());
        Assert.Equal("ballot.not-on-roll", Refused(cast, _harbour, 90, _harbour));
        _tree.Closes(_union, _union.Box(box).Matter);
        Assert.Equal("ballot.closed", Refused(cast, _union, 1, _union));
        Assert.All(
            _union.Section.Referendums.Put[_union.Box(box).Matter].Parts.Values,
            part => Assert.Empty(part.Desk)
        );
    }

    [Fact]
    public void Before_the_roll_freezes_the_desk_of_a_section_whose_part_has_come_asks_for_a_secret_vote()
    {
        var matter = _tree.Put(_union, Votes.Open);
        var ask = new AskSecrecy(matter);

        Assert.Equal("desk.not-of-their-section", Refused(ask, _docks, 1, _harbour));
        Assert.Equal("desk.not-of-their-section", Refused(ask, _harbour, 1, _union));
        Assert.Equal("desk.no-mandate", _harbour.AtDesk(_union, ask, 1, _harbour.Who(3)).Why());
        Assert.Equal("matter.not-an-elector", Refused(ask, _harbour, 90, _harbour));

        foreach (var section in _tree.Sections)
            Assert.IsType<Ruling.InOrder>(section.AtDesk(_union, ask, 1, section.Who(Helper)));
        Assert.Equal("matter.already-supporting", Refused(ask, _harbour, 1, _harbour));
        Assert.True(_union.Box(_tree.Opens(_union, matter)).Secret);
    }

    [Fact]
    public void Whoever_gave_the_desk_back_helps_no_more_once_the_letter_has_come_and_the_successor_does()
    {
        var box = _tree.Opens(_union, _tree.Put(_union, Votes.Open));
        var cast = new Cast(box, "for");
        _harbour.Do(Helper, new Resign(_harbour.On(Desk(_harbour)).Single().No));

        var letter = Assert.IsType<Letter.OnDesk>(_harbour.Last<LettersEvent.Sent>().Letter);
        Assert.Empty(Assert.IsType<DeskLetter.Named>(letter.Letter).Desk);
        Assert.IsType<Ruling.InOrder>(_harbour.AtDesk(_union, cast, 1, _harbour.Who(Helper)));
        _tree.BringAll();
        Assert.Equal("desk.no-mandate", Refused(cast, _harbour, 3, _harbour));

        _harbour.Attempt(new OfferToActFor(Desk(_harbour)), _harbour.As(4));
        _tree.Pass(Interims.OffersLast + Duration.FromHours(2));
        Assert.IsType<Ruling.InOrder>(_harbour.AtDesk(_union, cast, 3, _harbour.Who(4)));
    }

    [Fact]
    public void Whoever_leaves_helps_no_more()
    {
        var box = _tree.Opens(_union, _tree.Put(_union, Votes.Open));
        _harbour.Do(Helper, new Leave());
        _tree.BringAll();

        Assert.Equal("desk.no-mandate", Refused(new Cast(box, "for"), _harbour, 1, _harbour));
    }

    [Fact]
    public void The_end_of_a_term_travels_along_and_needs_no_letter()
    {
        var matter = _tree.Put(_union, Votes.Open);
        var box = _tree.Opens(_union, matter);
        var until = _harbour.On(Desk(_harbour)).Single().Until;
        var desk = _union.Section.Referendums.Put[matter].Parts[_harbour.Id()].Desk;

        Assert.Equal(until, Assert.Single(desk).Until);
        var early = _union.Section.With(box, until + Duration.FromDays(1));
        var cast = new Cast(box, "for");
        var by = new Actor.Person(_harbour.Who(1), new Channel.Desk(_harbour.Who(Helper)));
        Assert.IsType<Ruling.InOrder>(
            cast.Decide(early, new Occasion(until - Duration.Epsilon, by, Draw.Nothing))
        );
        Assert.Equal(
            "desk.no-mandate",
            cast.Decide(early, new Occasion(until, by, Draw.Nothing)).Why()
        );
    }

    [Fact]
    public void Nobody_names_the_desk_of_another_section_and_nothing_changes_once_the_vote_is_over()
    {
        var matter = _tree.Put(_union, Votes.Open);
        var box = _tree.Opens(_union, matter);
        Named(_docks, _harbour, matter, _docks.Who(3));
        Assert.Equal("desk.no-mandate", _harbour.AtDesk(_union, Cast(box), 1, _docks.Who(3)).Why());
        Named(_docks, _union, matter, _docks.Who(3));
        Assert.Equal("desk.no-mandate", _union.AtDesk(_union, Cast(box), 1, _docks.Who(3)).Why());

        _tree.Closes(_union, matter);
        var known = _union.All<ReferendumsEvent.DeskNamed>().Count();
        Named(_docks, _docks, matter, _docks.Who(3));
        Assert.Equal(known, _union.All<ReferendumsEvent.DeskNamed>().Count());
    }

    [Fact]
    public void More_than_five_votes_entered_for_others_are_flagged_also_when_the_vote_is_over()
    {
        var matter = _tree.Put(_union, Votes.Open);
        var box = _tree.Opens(_union, matter);
        var helper = _harbour.Who(Helper);
        foreach (var no in new[] { 1, 3, 4, 5, 1 })
            Assert.IsType<Ruling.InOrder>(_harbour.AtDesk(_union, Cast(box), no, helper));
        _docks.AtDesk(_union, Cast(box), 1, _docks.Who(Helper));
        Assert.Empty(_union.Box(box).FlaggedLineHelpers);

        _harbour.AtDesk(_union, Cast(box), 3, helper);
        Assert.Equal([KeyValuePair.Create(helper, 6)], _union.Box(box).FlaggedLineHelpers);
        _tree.Closes(_union, matter);
        Assert.Equal([KeyValuePair.Create(helper, 6)], _union.Box(box).LineHelpers);
    }

    [Fact]
    public void A_section_between_passes_the_desk_on()
    {
        var world = Forest.Federation("World", 301);
        var tree = new Federation(_harbour, _docks, _union, world);
        world.Pass(_union.Now - world.Now);
        tree.AffiliateAll(world, _union);
        var matter = tree.Put(world, Votes.Open);
        var box = tree.Opens(world, matter);

        Assert.IsType<Ruling.InOrder>(_harbour.AtDesk(world, Cast(box), 1, _harbour.Who(Helper)));
        Assert.Equal(
            "desk.not-of-their-section",
            _harbour.AtDesk(world, Cast(box), 3, _union.Who(Helper)).Why()
        );
        // The desk of the question's own round changes with it, by way of the section between.
        _harbour.Do(Helper, new Resign(_harbour.On(Desk(_harbour)).Single().No));
        tree.BringAll();
        Assert.Empty(world.Section.Referendums.Put[matter].Parts[_harbour.Id()].Desk);
    }

    [Fact]
    public void A_section_in_which_nobody_helps_writes_nothing_and_one_without_a_question_neither()
    {
        var quay = Forest.Section("Quay", 401);
        var union = Forest.Federation("Pier", 501);
        var tree = new Federation(quay, union);
        tree.AffiliateAll(union, quay);
        tree.Elect(quay, Desk(quay), Helper);
        Assert.DoesNotContain(tree.Written, w => w.Letter.Letter is Letter.OnDesk);

        quay.Do(Helper, new Resign(quay.On(Desk(quay)).Single().No));
        tree.Put(union, Votes.Open);
        Assert.DoesNotContain(tree.Written, w => w.Letter.Letter is Letter.OnDesk);
    }

    [Fact]
    public void Letters_late_twice_and_out_of_turn_leave_the_desk_that_each_section_has()
    {
        PostLaws.EndsAs("Docks: 2; Harbour: 4", Lived);
    }

    /// <summary>While a question is open above, one section changes who helps at its desk and another does not.</summary>
    private static string Lived(Action<Federation> post)
    {
        var harbour = Forest.Section("Harbour", 1);
        var docks = Forest.Section("Docks", 101);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(harbour, docks, union) { Round = post };
        tree.AffiliateAll(union, harbour, docks);
        foreach (var section in new[] { harbour, docks })
            tree.Elect(section, Desk(section), Helper);
        tree.ElectChair(union);
        union.Do(5, Votes.Open);
        var matter = union.LastMatter();
        tree.Opens(union, matter);
        harbour.Do(Helper, new Resign(harbour.On(Desk(harbour)).Single().No));
        harbour.Do(4, new OfferToActFor(Desk(harbour)));
        tree.Pass(Interims.OffersLast + Duration.FromHours(2), post: false);
        tree.BringAll();

        Assert.True(union.Matter(matter).IsOpen);
        foreach (var section in tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
        foreach (var section in new[] { harbour, docks })
            Assert.Equal(
                Desks.Of(section.Section),
                union.Section.Referendums.Put[matter].Parts[section.Id()].Desk
            );
        return string.Join(
            "; ",
            new[] { docks, harbour }.Select(s =>
                $"{s.Section.Sections.Name}: {string.Join(' ', s.Holders(Desk(s)))}"
            )
        );
    }

    private static Cast Cast(BoxNo box) => new(box, "for");

    private static Paper Bare(Paper paper) => paper with { Choice = BySections.Bare(paper.Choice) };

    /// <summary>Whoever helps at the desk of one section enters it for somebody of the other; why not.</summary>
    private string Refused(Command command, Branch voters, int voter, Branch helpers) =>
        voters.AtDesk(_union, command, voter, helpers.Who(Helper)).Why();

    /// <summary>A letter of one section says who helps at the desk of another.</summary>
    private void Named(Branch from, Branch about, MatterNo matter, PersonId helper) =>
        _union.Do(
            new Receive(
                from.Id(),
                _union.Section.Letters.ReceivedFrom(from.Id()) + 1,
                new Letter.OnDesk(
                    new DeskLetter.Named(
                        _union.Above(matter),
                        about.Id(),
                        [new DeskMandate(helper, from.Now, from.Now + Duration.FromDays(300))]
                    )
                )
            ),
            new Actor.Post()
        );

    private static BodyId Desk(Branch section) =>
        section.Section.Rules.Bodies.Items.Single(b => b.Powers.Contains(Power.Desk)).Id;
}

internal static class DeskSteps
{
    /// <summary>Somebody enters it at a desk for a member of a section, in the record of the convener.</summary>
    public static Ruling AtDesk(
        this Branch section,
        Branch convener,
        Command command,
        int member,
        PersonId helper
    ) => convener.Attempt(command, new Actor.Person(section.Who(member), new Channel.Desk(helper)));

    /// <summary>The box closes at another instant.</summary>
    public static Section With(this Section section, BoxNo box, Instant closes) =>
        Section.Evolve(section, new BallotsEvent.Lengthened(box, closes));
}
