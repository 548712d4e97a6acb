using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Votes by name of a body: who still sits at the close decides, and a minority is heard beside the decision.</summary>
public sealed class DivisionLaws
{
    [Fact]
    public void A_vote_cast_by_name_before_a_recall_counts_no_more_and_the_result_says_so()
    {
        foreach (var (other, changed) in new[] { ("against", false), ("for", true) })
        {
            var branch = Branch.Founded(12);
            branch.Fill(Steps.Committee, 2, 3, 4);
            var seats = branch.On(Steps.Committee);
            branch.Do(2, new PutMotion("Rent", "Rent a room.", Steps.Committee, [], []));
            var motion = branch.LastMatter();
            var box = branch.Opens(motion);
            branch.Do(2, new Cast(box, "for"));
            branch.Do(3, new Cast(box, other));
            branch.Do(4, new Cast(box, "against"));
            var seat = seats.Single(m => m.Holder.Value == 2);
            var unfolding = new Unfolding(branch.Section);
            unfolding.Then(new MandatesEvent.Ended(seat.No, EndOfMandate.Recalled, branch.Now));
            Divisions.WithoutSeat(unfolding, seat, branch.Now);

            var matter = unfolding.Section.Matters.All[motion];
            Onward.ByTheClock(
                unfolding,
                matter,
                [],
                new Occasion(matter.Stage.NextAt, new Actor.Clock(), Draw.Nothing)
            );

            var recomputed = Assert.Single(
                unfolding.Events.Items.OfType<BallotsEvent.Recomputed>()
            );
            Assert.Equal((1, changed), (recomputed.Seats, recomputed.Changed));
            var verdict = unfolding.Events.Items.OfType<MattersEvent.Settled>().Single().Verdict;
            Assert.Equal(2, verdict.Roll);
            Assert.Equal(2, verdict.TookPart);
        }
    }

    /// <summary>Whoever was made to vote in company says otherwise before the close (charter, coercion).</summary>
    [Fact]
    public void A_vote_by_name_stands_as_it_was_last_cast_also_when_the_desk_entered_it()
    {
        var branch = Branch.Founded(12);
        branch.Fill(new BodyId("secretary"), 2);
        branch.Do(5, new PutMotion("Rest", "No night shift.", BodyId.Members, [], []));
        var motion = branch.LastMatter();
        var box = branch.Opens(motion);
        branch.Do(6, new Cast(box, "for"));
        branch.Do(
            new Cast(box, "against"),
            new Actor.Person(Branch.Person(6), new Channel.Desk(Branch.Person(2)))
        );
        branch.Closes(motion);

        var verdict = branch.All<MattersEvent.Settled>().Last().Verdict;
        Assert.Equal((0, 1), (verdict.For, verdict.Against));
    }

    [Fact]
    public void A_recall_of_all_seats_takes_those_not_elected_again_out_of_what_is_being_decided()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Steps.Committee, 2, 3, 4);
        branch.Do(9, new Mandates.Recall(branch.On(Steps.Committee)[0].No));
        branch.Do(10, new Support(branch.LastMatter()));
        var election = branch.Election(Steps.Committee);
        branch.Stands(election, 5);
        // Put forward so late that the committee still votes when its own election is counted.
        branch.Pass(branch.Matter(election).Stage.NextAt - branch.Now - Duration.FromDays(1));
        branch.Do(3, new PutMotion("Rent", "Rent a room.", Steps.Committee, [], []));
        var motion = branch.LastMatter();
        var box = branch.Opens(election);
        foreach (var voter in Enumerable.Range(1, 12))
            branch.Do(voter, new Cast(box, branch.Ranking(election, 5, 3, 4)));
        branch.Do(2, new Cast(branch.Opens(motion), "for"));
        branch.Closes(election);

        Assert.Equal([3, 4, 5], branch.Holders(Steps.Committee));
        Assert.Equal(2, Assert.Single(branch.All<BallotsEvent.SeatTakenOut>()).Member.Value);
        branch.Closes(motion);
        Assert.Equal(0, branch.Last<MattersEvent.Settled>().Verdict.TookPart);
        Assert.Equal(Steps.Written(branch.Section), Steps.Written(branch.Replayed()));
    }

    [Fact]
    public void A_report_is_attached_when_as_many_of_the_outvoted_have_signed_as_the_statutes_name()
    {
        var branch = Branch.Founded(40);
        branch.Do(5, new PutMotion("Rest", "No night shift.", BodyId.Members, [], []));
        var motion = branch.LastMatter();
        branch.Do(9, new FileMinorityReport(motion, "It costs too much."));
        Assert.IsType<ReportFiled>(
            branch.Refused(10, new FileMinorityReport(motion, "It costs too much."))
        );
        // Nobody is outvoted yet: a tenth of forty voters.
        Assert.Equal(4, Minorities.Needed(branch.Section, branch.Matter(motion), branch.Now));
        branch.Do(10, new SignMinorityReport(motion, 1));
        Assert.IsType<AlreadySupporting>(branch.Refused(10, new SignMinorityReport(motion, 1)));
        Assert.IsType<NoSuchReport>(branch.Refused(10, new SignMinorityReport(motion, 2)));
        Assert.Empty(branch.All<MattersEvent.MinorityReport>());
        if (branch.Matter(motion).Stage is Stage.Support)
            foreach (var supporter in new[] { 6, 7, 8 })
                branch.Try(supporter, new Support(motion));
        branch.Vote(motion, voter => voter is 9 or 10 or 11 ? "against" : "for");

        // Three were outvoted, and two of them are enough.
        var attached = Assert.Single(branch.All<MattersEvent.MinorityReport>());
        Assert.Equal(9, attached.By.Value);
        Assert.True(branch.Matter(motion).Reports[0].IsAttached);
        branch.Do(11, new FileMinorityReport(motion, "Nobody asked the night shift."));
        Assert.Single(branch.All<MattersEvent.MinorityReport>());
        branch.Do(10, new SignMinorityReport(motion, 2));
        Assert.Equal(2, branch.All<MattersEvent.MinorityReport>().Count());
    }

    [Fact]
    public void A_minority_of_one_has_its_report_too()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Steps.Committee, 2, 3, 4);
        branch.Do(2, new PutMotion("Rent", "Rent a room.", Steps.Committee, [], []));
        var motion = branch.LastMatter();
        branch.Vote(motion, voter => voter == 4 ? "against" : "for");
        Assert.IsType<NotAnElector>(branch.Refused(9, new FileMinorityReport(motion, "Too dear.")));
        branch.Do(4, new FileMinorityReport(motion, "Too dear."));
        Assert.Single(branch.All<MattersEvent.MinorityReport>());
    }
}
