using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Bodies;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>A power ends at an instant, not when somebody notices.</summary>
public sealed class InstantTests
{
    private static BusyBranch World => BusyBranch.Union;

    [Fact]
    public void A_recalled_chair_convenes_until_the_vote_closes_and_not_an_instant_longer()
    {
        var branch = Branch.Founded(12);
        var election = branch
            .Section.Matters.OpenMatters.First(m =>
                m.Question is Question.Elect { Body.Value: "chair" }
            )
            .No;
        branch.Do(2, new Stand(election, "I will report.", PublicName: true));
        branch.Pass(14);
        VoteOf(branch, election, "1");
        branch.Pass(4);
        var chair = branch.Section.Mandates.On(new BodyId("chair"), branch.Now).Single();
        branch.Do(7, new Recall(chair.No));
        var petition = branch.Section.Matters.All.Keys.Last();
        branch.Do(8, new Support(petition));
        branch.Pass(3);
        VoteOf(branch, petition, "for");
        var closes = branch.Section.Matters.Find(petition)!.Stage.NextAt;

        branch.Pass(closes - branch.Now - Duration.FromMilliseconds(1));
        Assert.True(Convenes(branch));
        branch.Pass(Duration.FromMilliseconds(1));
        Assert.False(Convenes(branch));
        Assert.True(branch.Section.Membership.Of(Branch.Person(2)).IsInGoodStanding);
    }

    [Fact]
    public void A_term_that_is_over_gives_no_power_before_the_clock_has_acted()
    {
        var secretary = World.SeatOf("secretary");
        var over = World.Section.With(
            secretary,
            m => m with { Until = World.Now + Duration.FromMilliseconds(1) }
        );
        var call = Acts.Of(Row("bodies/callsitting: members' meeting"), World);

        Assert.IsType<Ruling.InOrder>(call.Decide(over, BySecretary(World.Now)));
        Assert.IsType<Ruling.OutOfOrder>(
            call.Decide(over, BySecretary(World.Now + Duration.FromMilliseconds(1)))
        );
    }

    [Fact]
    public void A_seat_given_back_votes_no_more_on_what_its_body_is_deciding()
    {
        var box = World.BoxOf(World.CommitteeVoting);
        var former = World
            .Branch.Record.Select(h => h.Event)
            .OfType<MandatesEvent.Began>()
            .Single(e => e.Mandate == World.Vacated)
            .Holder;

        Assert.Contains(former, World.Section.Ballots.Of(box).Roll);
        Assert.Equal(
            "ballot.not-on-roll",
            World.Branch.Refused(former.Value, new Cast(box, "for")).Code
        );
    }

    /// <summary>The lot for one election may fall on a candidate of another (C17).</summary>
    [Fact]
    public void Whoever_stands_in_an_election_has_no_hand_in_running_it()
    {
        var branch = Branch.Founded(12);
        var elections = branch.Section.Matters.OpenMatters.ToArray();
        foreach (var election in elections)
            branch.Do(
                Candidate(election, elections),
                new Stand(election.No, "I will report.", PublicName: true)
            );
        branch.Pass(14);
        var crossed = (
            from election in elections
            let candidate = Candidate(election, elections)
            where branch.Section.Mandates.HeldBy(new MemberNo(candidate), branch.Now).Any()
            select (Candidate: candidate, Box: BoxOf(branch, election.No))
        ).ToArray();

        Assert.NotEmpty(crossed);
        Assert.All(
            crossed,
            c =>
            {
                Assert.Equal(
                    "election.on-commission",
                    branch.Refused(c.Candidate, new EnterPapers(c.Box, [])).Code
                );
                Assert.Equal(
                    "election.on-commission",
                    branch.Refused(c.Candidate, new IssuePaper(c.Box, new MemberNo(12))).Code
                );
            }
        );
    }

    private static int Candidate(Matter election, Matter[] elections) =>
        2 + Array.IndexOf(elections, election);

    private static bool Convenes(Branch branch) =>
        branch.Ask(
            new CallSitting(
                BodyId.Members,
                branch.Now + Duration.FromDays(10),
                "Union hall",
                SittingNo.None,
                []
            ),
            Actor.Self(Branch.Person(2))
        ) is Ruling.InOrder;

    private static BoxNo BoxOf(Branch branch, MatterNo matter) =>
        ((Stage.Voting)branch.Section.Matters.Find(matter)!.Stage).Box;

    private static void VoteOf(Branch branch, MatterNo matter, string choice)
    {
        foreach (var voter in Enumerable.Range(1, 12))
            branch.Do(voter, new Cast(BoxOf(branch, matter), choice));
    }

    private static Occasion BySecretary(Instant now) =>
        new(now, Actor.Self(Branch.Person(World.NumberOf("secretary"))), Draw.Nothing);

    private static TableRow Row(string key) => AuthorityTable.Rows.Single(r => r.Key == key);
}
