using System.Reflection;
using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Recall as the charter means it (R1-R6): the electors' own, and never a weapon against a minority.</summary>
public sealed class RecallLaws
{
    private static readonly Gen<(int Members, int Seats)> Sections = Gen.Select(
        Gen.Int[8, 40],
        Gen.Int[2, 5]
    );

    [Fact]
    public void A_petition_needs_at_least_two_and_at_most_half_a_quota() =>
        Sections.Sample(
            (members, seats) =>
            {
                var branch = WithCommittee(members, seats);
                branch.Do(members, new Recall(branch.On(Steps.Committee)[0].No));
                var needed = branch.Matter(branch.LastMatter()).Procedure.SupportNeeded;
                return needed >= 2 && needed <= Math.Max(2, members / (2 * (seats + 1)));
            },
            iter: 8
        );

    [Fact]
    public void A_solid_group_above_a_quota_keeps_its_seat_and_can_change_its_delegate() =>
        Sections.Sample(
            (members, seats) =>
            {
                var branch = WithCommittee(members, seats);
                var quota = members / (seats + 1) + 1;
                var group = Enumerable.Range(1, quota).ToArray();
                var rest = Enumerable.Range(quota + 1, members - quota).ToArray();
                for (var round = 0; round < 2; round++)
                {
                    Reelect(branch, rest, rest.Take(seats), group, 1);
                    Assert.Contains(1, branch.Holders(Steps.Committee));
                    branch.Pass(121);
                }
                Reelect(branch, group, rest.Take(seats), group, 2);
                Assert.Contains(2, branch.Holders(Steps.Committee));
                Assert.DoesNotContain(branch.Record, h => h.Authority is Authority.Mandate);
            },
            iter: 12
        );

    [Fact]
    public void A_single_seat_is_empty_within_the_days_the_statutes_add_up_to()
    {
        var branch = WithChair();
        branch.Do(7, new Recall(branch.On(Steps.Chair)[0].No));
        var petition = branch.LastMatter();
        branch.Do(8, new Support(petition));
        var reached = branch.Now;
        var opens = branch.Matter(petition).Stage.NextAt;
        Assert.InRange((opens - reached).TotalDays, 1, 7);

        branch.Vote(petition, _ => "for");

        var ended = branch.Record.Last(h =>
            h.Event is MandatesEvent.Ended { How: EndOfMandate.Recalled }
        );
        Assert.True(ended.At <= reached + Duration.FromDays(3 + 7));
        Assert.IsType<Authority.Clock>(ended.Authority);
        Assert.Empty(branch.On(Steps.Chair));
        Assert.Equal(
            ElectionCause.Recall,
            ((Question.Elect)branch.Matter(branch.Election(Steps.Chair)).Question).Cause
        );
    }

    [Fact]
    public void After_a_recall_that_failed_its_signers_rest_and_the_threshold_is_the_highest()
    {
        var branch = Branch.Founded(40);
        branch.Fill(Steps.Chair, 2);
        var chair = branch.On(Steps.Chair)[0].No;
        branch.Do(7, new Recall(chair));
        var first = branch.LastMatter();
        Assert.Equal(4, branch.Matter(first).Procedure.SupportNeeded);
        foreach (var signer in new[] { 8, 9, 10 })
            branch.Do(signer, new Support(first));
        branch.Vote(first, _ => "against");
        Assert.True(branch.Matter(first).Is(Outcome.Rejected));

        Assert.IsType<SignedAFailedRecall>(branch.Refused(7, new Recall(chair)));
        branch.Do(11, new Recall(chair));
        var second = branch.LastMatter();
        Assert.Equal(10, branch.Matter(second).Procedure.SupportNeeded);
        Assert.IsType<SignedAFailedRecall>(branch.Refused(8, new Support(second)));
        branch.Pass(89);
        branch.Pass(2);
        branch.Do(8, new Recall(chair));
        branch.Pass(91);
        branch.Do(9, new Recall(chair));
        Assert.Equal(4, branch.Matter(branch.LastMatter()).Procedure.SupportNeeded);
    }

    [Fact]
    public void A_signature_can_be_taken_back_until_enough_have_signed()
    {
        var branch = WithChair();
        branch.Do(7, new Recall(branch.On(Steps.Chair)[0].No));
        var petition = branch.LastMatter();
        branch.Do(7, new WithdrawSupport(petition));
        branch.Do(8, new Support(petition));
        Assert.IsType<Stage.Support>(branch.Matter(petition).Stage);
        branch.Do(7, new Support(petition));
        Assert.IsType<NotCollectingSupport>(branch.Refused(7, new WithdrawSupport(petition)));
    }

    [Fact]
    public void Resigning_stops_no_recall_that_enough_have_signed()
    {
        var branch = WithChair();
        // So late that an empty seat would otherwise stay empty.
        branch.Pass(300);
        var chair = branch.On(Steps.Chair)[0];
        branch.Do(7, new Recall(chair.No));
        var petition = branch.LastMatter();
        branch.Do(8, new Support(petition));
        branch.Do(2, new Resign(chair.No));
        branch.Vote(petition, _ => "for");
        Assert.True(branch.Matter(petition).Is(Outcome.Adopted));
        Assert.NotEmpty(branch.Running(Steps.Chair));
    }

    [Fact]
    public void Whoever_is_named_does_not_stop_the_recall_of_a_group_by_resigning()
    {
        var branch = WithCommittee(12, 3);
        var named = branch.On(Steps.Committee)[0];
        branch.Do(12, new Recall(named.No));
        var petition = branch.LastMatter();
        branch.Do(named.Holder.Value, new Resign(named.No));
        branch.Do(11, new Support(petition));
        Assert.True(branch.Matter(petition).Is(Outcome.Adopted));
        Assert.Equal(
            3,
            ((Question.Elect)branch.Matter(branch.Election(Steps.Committee)).Question).Seats
        );
    }

    [Fact]
    public void No_signature_can_be_read_by_anybody()
    {
        foreach (
            var type in new[]
            {
                typeof(MattersEvent.Supported),
                typeof(MattersEvent.SupportWithdrawn),
            }
        )
        foreach (var property in type.GetConstructors()[0].GetParameters())
            if (property.ParameterType == typeof(MemberNo))
                Assert.NotNull(property.GetCustomAttribute<SealedAttribute>());

        var branch = WithChair();
        branch.Do(7, new Recall(branch.On(Steps.Chair)[0].No));
        var petition = branch.LastMatter();
        branch.Do(8, new Support(petition));
        var record = branch.Record.Where(h => h.Event is MattersEvent e && e.Subject == petition);
        Assert.All(record, h => Assert.IsType<Authority.Together>(h.Authority));
        Assert.Equal(MemberNo.None, branch.Matter(petition).By);
    }

    [Fact]
    public void A_recall_of_seats_filled_together_opens_the_election_of_all_and_holders_stand()
    {
        var branch = WithCommittee(12, 3);
        var before = branch.On(Steps.Committee);
        Sign(branch, [11, 12]);
        var election = branch.Election(Steps.Committee);
        Assert.Equal(3, branch.Section.Elections.Of(election).Standing.Count());
        Assert.Equal(
            before,
            branch.On(Steps.Committee).Select(m => m with { Successor = MatterNo.None })
        );

        branch.Do(before[0].Holder.Value, new StandDown(election));
        branch.Stands(election, 9);
        branch.Vote(election, _ => "4,2,3");

        Assert.Contains(9, branch.Holders(Steps.Committee));
        Assert.All(branch.On(Steps.Committee), m => Assert.Equal(before[0].Until, m.Until));
        // Again at once only by a full quota (R2).
        branch.Do(12, new Recall(branch.On(Steps.Committee)[0].No));
        Assert.Equal(12 / 4 + 1, branch.Matter(branch.LastMatter()).Procedure.SupportNeeded);
    }

    [Fact]
    public void When_all_decline_and_nobody_stands_the_seats_are_empty()
    {
        var branch = WithCommittee(12, 3);
        var holders = branch.Holders(Steps.Committee);
        Sign(branch, [11, 12]);
        var election = branch.Election(Steps.Committee);
        foreach (var holder in holders)
            branch.Do(holder, new StandDown(election));
        branch.Pass(22);
        Assert.True(branch.Matter(election).Is(Outcome.NobodyStood));
        Assert.Empty(branch.On(Steps.Committee));
        branch.Do(5, new CallElection(Steps.Committee));
    }

    [Fact]
    public void Seats_drawn_by_lot_are_not_recalled()
    {
        var branch = Branch.Founded(12);
        branch.Stands(branch.Election(Steps.Chair), 2);
        branch.Pass(15);
        var drawn = branch.On(new BodyId("commission"))[0];
        Assert.IsType<DrawnByLot>(branch.Refused(7, new Recall(drawn.No)));
    }

    private static void Sign(Branch branch, int[] signers)
    {
        branch.Do(signers[0], new Recall(branch.On(Steps.Committee)[0].No));
        var petition = branch.LastMatter();
        foreach (var signer in signers.Skip(1))
            if (branch.Matter(petition).IsOpen)
                branch.Do(signer, new Support(petition));
        Assert.True(branch.Matter(petition).Is(Outcome.Adopted));
    }

    private static void Reelect(
        Branch branch,
        int[] signers,
        IEnumerable<int> ofTheRest,
        int[] group,
        int delegateOfTheGroup
    )
    {
        var many = ofTheRest.ToArray();
        Sign(branch, signers);
        var election = branch.Election(Steps.Committee);
        foreach (var member in many.Append(delegateOfTheGroup))
            branch.Try(member, new Stand(election, "With my group.", PublicName: true));
        var theirs = branch.Ranking(election, many);
        var block =
            theirs.Length == 0 ? branch.Reopen(election) : theirs + "," + branch.Reopen(election);
        var paper = branch.Ranking(election, delegateOfTheGroup);
        branch.Vote(election, voter => group.Contains(voter) ? paper : block);
    }

    private static Branch WithCommittee(int members, int seats)
    {
        var branch = Branch.Founded(members, Steps.StatutesWith(seats), Steps.Programme);
        branch.Fill(Steps.Committee, [.. Enumerable.Range(1, seats)]);
        return branch;
    }

    private static Branch WithChair()
    {
        var branch = Branch.Founded(12);
        branch.Fill(Steps.Chair, 2);
        return branch;
    }
}
