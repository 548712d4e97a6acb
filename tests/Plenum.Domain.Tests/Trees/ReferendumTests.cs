using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>A question to all members of a federation's sections: one box, and the roll in parts.</summary>
public sealed class ReferendumTests
{
    private readonly Branch _harbour = Forest.Section("Harbour", 1);
    private readonly Branch _docks = Forest.Section("Docks", 101);
    private readonly Branch _union = Forest.Federation("Union", 201);
    private readonly Federation _tree;

    public ReferendumTests()
    {
        _tree = new(_harbour, _docks, _union);
        _tree.AffiliateAll(_union, _harbour, _docks);
    }

    [Fact]
    public void All_members_of_all_sections_decide_in_one_box()
    {
        var matter = _tree.Put(_union, Votes.Open);
        var box = _tree.Opens(_union, matter);
        Assert.Equal([5, 5, 5], _union.Box(box).Parts.Values.Select(p => p.Entitled));

        _harbour.AllCast(_union, box, 4, "for");
        _docks.AllCast(_union, box, 3, "for");
        _docks.CastIn(_union, box, 4, "against");
        _union.AllCast(_union, box, 2, "abstain");
        _tree.Closes(_union, matter);

        Assert.True(_union.Matter(matter).Is(Outcome.Adopted));
        var verdict = _union.VerdictOf(matter);
        Assert.Equal(
            (15, 7, 1, 2),
            (verdict.Roll, verdict.For, verdict.Against, verdict.Abstained)
        );
        foreach (var section in new[] { _harbour, _docks })
        {
            var told = section.Last<ReferendumsEvent.QuestionDecided>();
            Assert.Equal(
                (_union.Above(matter), Outcome.Adopted, 7),
                (told.Question, told.Outcome, told.For)
            );
        }
        foreach (var section in _tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    [Fact]
    public void A_vote_by_name_is_changed_until_the_close_and_a_secret_one_is_cast_once()
    {
        var open = _tree.Opens(_union, _tree.Put(_union, Votes.Open));
        _harbour.CastIn(_union, open, 1, "for");
        _harbour.CastIn(_union, open, 1, "against");
        Assert.Equal(Choice.Against, Assert.Single(_union.Box(open).LineVotes.Values).Choice);

        var secret = _tree.Opens(
            _union,
            _tree.Put(_union, Votes.Secret with { Text = "Five hours." })
        );
        _harbour.CastIn(_union, secret, 1, "for");
        Assert.Equal("ballot.already-voted", _harbour.CastIn(_union, secret, 1, "against").Why());
        Assert.Empty(_union.Box(secret).LineVotes);
    }

    [Fact]
    public void A_stranger_and_whoever_joined_after_the_record_date_have_no_line()
    {
        var matter = _tree.Put(_union, Votes.Open);
        _harbour.Do(
            new Membership.Apply(_harbour.Section.Programme.Version, "", IsOldEnough: true),
            _harbour.As(70)
        );
        var applicant = _harbour.Section.Membership.Of(_harbour.Who(70)).No;
        foreach (var no in new[] { 1, 2 })
            _harbour.Do(no, new Membership.Attest(applicant));
        var box = _tree.Opens(_union, matter);
        _tree.Until(
            () => _harbour.Section.Membership.Of(applicant).IsInGoodStanding,
            "a new member"
        );

        Assert.False(_union.Box(box).Closed);
        Assert.Equal("ballot.not-on-roll", _harbour.CastIn(_union, box, 70, "for").Why());
        Assert.Equal("ballot.not-on-roll", _harbour.CastIn(_union, box, 90, "for").Why());
        Assert.Equal("person.none", _union.Ask(new Cast(box, "for"), new Actor.Anyone()).Why());
    }

    [Fact]
    public void No_name_and_no_number_of_a_member_goes_up_with_a_roll()
    {
        var matter = _tree.Put(_union, Votes.Open);
        var letter = Assert.Single(
            _tree.Written,
            w => w.From == _harbour.Id() && w.Letter.Letter is Letter.RollReturned
        );
        var returned = (Letter.RollReturned)letter.Letter.Letter;
        Assert.Equal(5, returned.Lines.Count);
        Assert.All(
            Enumerable.Range(1, 5),
            no =>
            {
                Assert.DoesNotContain(_harbour.Who(no).Value, Steps.Written(letter.Letter));
                Assert.Contains(RollLine.Of(_union.Id(), matter, _harbour.Who(no)), returned.Lines);
            }
        );
        // The next vote has other lines: two rolls cannot be laid side by side.
        var next = _tree.Put(_union, Votes.Open with { Text = "Five hours." });
        Assert.NotEqual(
            RollLine.Of(_union.Id(), matter, _harbour.Who(1)),
            RollLine.Of(_union.Id(), next, _harbour.Who(1))
        );
    }

    [Fact]
    public void The_vote_waits_for_a_late_part_of_the_roll_and_no_longer_than_two_weeks()
    {
        var matter = _tree.Put(_union, Votes.Open);
        Assert.True(_union.Section.Referendums.Put[matter].HasAll);
        var (tree, harbour, union) = Silent();
        var waiting = union.LastMatter();
        var until = union.Section.Referendums.Put[waiting].DebateUntil;
        tree.Pass(until - union.Now + Duration.FromDays(13), post: false);
        Assert.IsType<Stage.Debate>(union.Matter(waiting).Stage);
        tree.Pass(Duration.FromDays(2), post: false);
        Assert.IsType<Stage.Voting>(union.Matter(waiting).Stage);
        Assert.Equal(5, harbour.Section.Membership.InGoodStanding);
    }

    [Fact]
    public void Whoever_stands_in_a_part_that_comes_late_votes_from_then_on()
    {
        var (tree, harbour, union) = Silent();
        var matter = union.LastMatter();
        tree.Pass(Duration.FromDays(43), post: false);
        var box = Assert.IsType<Stage.Voting>(union.Matter(matter).Stage).Box;
        Assert.Equal("ballot.not-on-roll", harbour.CastIn(union, box, 1, "for").Why());

        tree.BringAll();
        harbour.AllCast(union, box, 5, "for");
        tree.Closes(union, matter);
        Assert.Equal((10, 5), (union.VerdictOf(matter).Roll, union.VerdictOf(matter).For));
        Assert.Empty(union.All<BallotsEvent.PartMissing>());
    }

    [Fact]
    public void A_part_that_never_comes_counts_as_last_heard_of_and_votes_with_nobody()
    {
        var (tree, _, union) = Silent();
        var matter = union.LastMatter();
        tree.Pass(Duration.FromDays(43), post: false);
        var box = Assert.IsType<Stage.Voting>(union.Matter(matter).Stage).Box;
        union.AllCast(union, box, 1, "for");
        tree.Pass(Duration.FromDays(15), post: false);

        var missing = union.Last<BallotsEvent.PartMissing>();
        Assert.Equal(5, missing.Members);
        // One of ten, and not one of five.
        Assert.Equal(10, union.VerdictOf(matter).Roll);
        // What comes after the close changes nothing.
        tree.BringAll();
        Assert.Equal(10, union.VerdictOf(matter).Roll);
        Assert.Empty(union.Section.Referendums.Put[matter].Roll);
    }

    [Fact]
    public void Nobody_returns_a_part_for_another_section_that_was_asked()
    {
        _tree.ElectChair(_union);
        _union.Do(5, Votes.Open);
        var matter = _union.LastMatter();
        foreach (var section in new[] { _docks, _union })
            _union.Do(
                new Receive(
                    _harbour.Id(),
                    _union.Section.Letters.ReceivedFrom(_harbour.Id()) + 1,
                    new Letter.RollReturned(
                        _union.Above(matter),
                        section.Id(),
                        "Docks",
                        1,
                        [],
                        [RollLine.Of(_union.Id(), matter, _harbour.Who(90))]
                    )
                ),
                new Actor.Post()
            );
        var referendum = _union.Section.Referendums.Put[matter];
        Assert.Equal([_union.Id()], referendum.Parts.Keys);
        Assert.False(referendum.IsOnRoll(RollLine.Of(_union.Id(), matter, _harbour.Who(90))));
    }

    [Fact]
    public void A_fifth_of_the_roll_make_a_vote_by_name_secret()
    {
        var matter = _tree.Put(_union, Votes.Open);
        foreach (var no in new[] { 1, 2, 3 })
            _union.Do(new AskSecrecy(matter), _harbour.As(no));
        Assert.Equal(
            "matter.already-supporting",
            _union.Ask(new AskSecrecy(matter), _harbour.As(1)).Why()
        );
        Assert.Equal(
            "matter.not-an-elector",
            _union.Ask(new AskSecrecy(matter), _harbour.As(90)).Why()
        );
        Assert.True(_union.Box(_tree.Opens(_union, matter)).Secret);
    }

    [Fact]
    public void Only_whoever_convenes_puts_a_question_and_not_the_same_again_soon()
    {
        Assert.Equal("mandate.none-with-power", _union.Refused(1, Votes.Open).Code);
        var matter = _tree.Put(_union, Votes.Open);
        var box = _tree.Opens(_union, matter);
        _harbour.AllCast(_union, box, 5, "against");
        _tree.Closes(_union, matter);
        Assert.Equal("motion.decided-recently", _union.Refused(5, Votes.Open).Code);
        Assert.Equal("mandate.none-with-power", _harbour.Refused(1, Votes.Open).Code);
    }

    /// <summary>A federation of one section whose letters lie there: a question has gone out and nothing has come.</summary>
    private static (Federation, Branch, Branch) Silent()
    {
        var harbour = Forest.Section("Harbour", 1);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(harbour, union);
        tree.AffiliateAll(union, harbour);
        tree.ElectChair(union);
        union.Do(5, Votes.Open);
        return (tree, harbour, union);
    }
}
