using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Trees;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>What lay in an open box is lost with its key: the vote begins anew, for everybody and with all of its time.</summary>
public sealed class BeginAnewLaws
{
    [Fact]
    public void The_same_roll_votes_again_for_as_long_as_the_procedure_gives_and_no_mark_is_kept()
    {
        var (branch, election, box) = OpenElection();
        branch.Do(6, new Cast(box, "1"));
        branch.Do(7, new Cast(box, "1"));
        var (roll, lasts) = (Box(branch, box).Roll, Box(branch, box).Closes - branch.Now);
        branch.Pass(1);

        var closes = Anew(branch, box);

        Assert.Equal(roll, Box(branch, box).Roll);
        Assert.Empty(Box(branch, box).Marks);
        Assert.Empty(branch.PapersOf(box));
        Assert.InRange(closes - branch.Now - lasts, -Duration.FromDays(1), Duration.FromDays(1));
        Assert.Equal(closes, branch.Matter(election).Stage.NextAt);
        Assert.True(Box(branch, box).WasBegunAnew);
        // Whoever had voted votes again, and only what is cast now is counted.
        foreach (var voter in new[] { 6, 7, 8 })
            branch.Do(voter, new Cast(box, "2"));
        Assert.IsType<AlreadyVoted>(branch.Refused(6, new Cast(box, "2")));
        branch.Closes(election);
        Assert.True(branch.Now >= closes);
        var counted = branch.All<ElectionsEvent.Counted>().Last();
        Assert.Equal((election, 3), (counted.Election, counted.Papers));
        Assert.Equal(3, branch.All<BallotsEvent.Closed>().Last().TookPart);
    }

    [Fact]
    public void Papers_of_the_hat_and_those_handed_out_are_void_and_the_same_commission_goes_on()
    {
        var (branch, election, box) = OpenElection();
        var commission = branch.Section.Elections.Of(election).Commission;
        var (one, other) = (commission[0].Value, commission[1].Value);
        branch.Do(one, new IssuePaper(box, new MemberNo(6), ByPost: true));
        branch.Do(one, new EnterPapers(box, ["1"]));
        branch.Do(other, new EnterPapers(box, ["1"]));
        Assert.True(Box(branch, box).PapersConfirmed);
        // Late enough that the mandates of the commission would not last until the new close.
        branch.Pass(Box(branch, box).Closes - branch.Now - Duration.FromHours(1));

        Anew(branch, box);

        Assert.Equal(0, Box(branch, box).PapersIssued);
        Assert.False(Box(branch, box).PapersConfirmed);
        Assert.Empty(Box(branch, box).Entries);
        Assert.Equal("", Box(branch, box).Hat);
        Assert.Equal(commission, branch.Section.Elections.Of(election).Commission);
        // Whoever had a paper may vote on a screen now; a letter makes the vote last three weeks from its new beginning.
        branch.Do(6, new Cast(box, "2"));
        var anew = branch.Now;
        branch.Do(one, new IssuePaper(box, new MemberNo(7), ByPost: true));
        Assert.True(Box(branch, box).Closes - anew >= Duration.FromDays(21));
        branch.Pass(Box(branch, box).Closes - branch.Now - Duration.FromHours(1));
        branch.Do(one, new EnterPapers(box, ["2"]));
        branch.Do(other, new EnterPapers(box, ["2"]));
        branch.Closes(election);
        Assert.Equal(2, branch.All<ElectionsEvent.Counted>().Last().Papers);
        // They are there until nobody can protest any more.
        branch.Pass(Duration.FromDays(60));
        Assert.Empty(Running());

        IEnumerable<Mandate> Running() =>
            branch.Section.Mandates.Current.Values.Where(m =>
                m.By == election && m.Body.Value == "commission" && branch.Now < m.Until
            );
    }

    [Fact]
    public void A_box_whose_time_is_over_but_that_nobody_has_counted_begins_anew_as_well()
    {
        var (branch, election, box) = OpenElection();
        branch.Do(6, new Cast(box, "1"));
        var ruling = new BeginAnew(box).Decide(
            branch.Section,
            new Occasion(
                Box(branch, box).Closes + Duration.FromDays(4),
                new Actor.Clock(),
                Draw.Nothing
            )
        );
        var begun = Assert
            .IsType<Ruling.InOrder>(ruling)
            .Events.Items.OfType<BallotsEvent.BegunAnew>()
            .Single();
        Assert.Equal((box, election), (begun.Box, begun.Matter));
        Assert.True(begun.Closes > Box(branch, box).Closes + Duration.FromDays(4));
    }

    [Fact]
    public void Neither_a_person_nor_a_box_that_is_closed_or_by_name_or_unknown_begins_anew()
    {
        var (branch, election, box) = OpenElection();
        Assert.IsType<OnlyTheClock>(branch.Refused(1, new BeginAnew(box)));
        branch.Closes(election);
        Assert.IsType<NothingDue>(branch.Refused(new BeginAnew(box), new Actor.Clock()));
        Assert.IsType<NothingDue>(branch.Refused(new BeginAnew(new BoxNo(999)), new Actor.Clock()));
        branch.Do(5, new PutMotion("Rest", "No night shift.", BodyId.Members, [], []));
        var byName = branch.Opens(branch.LastMatter());
        Assert.False(Box(branch, byName).Secret);
        Assert.IsType<NothingDue>(branch.Refused(new BeginAnew(byName), new Actor.Clock()));
    }

    [Fact]
    public void In_a_vote_of_all_members_every_line_may_be_used_again()
    {
        var harbour = Forest.Section("Harbour", 1);
        var docks = Forest.Section("Docks", 101);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(harbour, docks, union);
        tree.AffiliateAll(union, harbour, docks);
        var matter = tree.Put(union, Votes.Secret);
        var box = tree.Opens(union, matter);
        union.Do(new Cast(box, "for"), Actor.Self(harbour.Who(4)));
        union.Do(new Cast(box, "for"), Actor.Self(docks.Who(3)));

        Anew(union, box);

        Assert.Empty(Box(union, box).Lines);
        union.Do(new Cast(box, "against"), Actor.Self(harbour.Who(4)));
        Assert.IsType<AlreadyVoted>(
            union.Refused(new Cast(box, "for"), Actor.Self(harbour.Who(4)))
        );
        tree.Closes(union, matter);
        var verdict = union.All<MattersEvent.Settled>().Single(s => s.Matter == matter).Verdict;
        Assert.Equal((0, 1), (verdict.For, verdict.Against));
    }

    private static Instant Anew(Branch branch, BoxNo box)
    {
        var begun = branch
            .Do(new BeginAnew(box), new Actor.Clock())
            .Events.Items.OfType<BallotsEvent.BegunAnew>()
            .Single();
        Assert.Equal(begun.Closes, Box(branch, box).Closes);
        return begun.Closes;
    }

    private static Box Box(Branch branch, BoxNo no) => branch.Section.Ballots.Of(no);

    private static (Branch Branch, MatterNo Election, BoxNo Box) OpenElection()
    {
        var branch = Branch.Founded(12);
        branch.Fill(new BodyId("secretary"), 2);
        var election = branch.Election(Steps.Chair);
        branch.Stands(election, 4, 5);
        return (branch, election, branch.Opens(election));
    }
}
