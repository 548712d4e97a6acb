using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>
/// From a recall in a branch to the empty seat in the congress above it: no officer acts, the time it takes stands in
/// the two records, and a division that was open is worked out again without the seat and flagged.
/// </summary>
public sealed class RecallLatencyTests
{
    /// <summary>The post goes once an hour here; a house carries letters within the half minute.</summary>
    private static readonly Duration PostGoes = Duration.FromHours(1);

    [Fact]
    public void A_recall_in_a_branch_empties_the_seat_above_with_no_officer_acting()
    {
        var harbour = Forest.Section("Harbour", 1);
        var docks = Forest.Section("Docks", 101);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(harbour, docks, union);
        tree.AffiliateAll(union, harbour, docks);
        tree.CallCongress(union);
        tree.BringAll();
        tree.ElectEverywhere(harbour, docks);
        var delegates = harbour.Who(1);

        var sent = harbour.On(Forest.Delegation).Single(m => m.Holder.Value == 1);
        var seat = union.Section.Congresses.Seats[new Credential(harbour.Id(), sent.No)];
        union.Do(Forest.Motion, docks.As(1));
        var matter = union.LastMatter();
        tree.Pass(union.Matter(matter).Stage.NextAt - union.Now - Duration.FromDays(5));
        var (fromHarbour, fromUnion) = (harbour.Record.Count, union.Record.Count);

        // Members sign, and stand and vote where nominations open by themselves: seats filled together are filled anew.
        harbour.Do(3, new Recall(sent.No));
        for (var no = 4; no <= 5; no++)
            harbour.Try(no, new Support(harbour.LastMatter()));
        var threshold = harbour.Now;

        // The congress divides meanwhile, and the delegate says yes.
        tree.Until(() => union.Matter(matter).Stage is Stage.Voting, "a division");
        var motion = ((Stage.Voting)union.Matter(matter).Stage).Box;
        union.Do(new Cast(motion, "for"), Actor.Self(delegates));
        union.Do(new Cast(motion, "abstain"), harbour.As(2));
        union.Do(new Cast(motion, "abstain"), docks.As(1));
        union.Do(new Cast(motion, "against"), docks.As(2));

        tree.Elect(harbour, 3, 4);
        tree.Pass(PostGoes);

        var certified = harbour
            .Record.Single(h =>
                h.Event is MandatesEvent.Ended { How: EndOfMandate.Recalled } e
                && e.Mandate == sent.No
            )
            .At;
        var vacant = union.Record.Single(h =>
            h.Event is MandatesEvent.Ended e && e.Mandate == seat
        );
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"recall latency from the record: threshold {threshold}, certified {certified} "
                + $"(+{(certified - threshold).TotalDays:0.0} days), seat above empty {vacant.At} "
                + $"(+{(vacant.At - certified).TotalMinutes:0} minutes)"
        );
        Assert.InRange(vacant.At - certified, Duration.Zero, PostGoes);
        Assert.Equal(certified, ((MandatesEvent.Ended)vacant.Event).At);
        Assert.IsType<Authority.Letter>(vacant.Authority);

        // Nothing on the way was done under the mandate of an officer, in either record.
        Assert.All(
            harbour.Record.Skip(fromHarbour).Concat(union.Record.Skip(fromUnion)),
            h => Assert.IsNotType<Authority.Mandate>(h.Authority)
        );

        // What the seat had said counts no more, and the result says so.
        Assert.False(union.Section.Ballots.Of(motion).Closed);
        Assert.Single(
            union.All<BallotsEvent.SeatTakenOut>(),
            t => t.Box == motion && union.Section.Membership.Of(t.Member).Person == delegates
        );
        union.Closes(matter);
        var flag = union.All<BallotsEvent.Recomputed>().Last(r => r.Matter == matter);
        Assert.True(flag.Changed || flag.Seats > 0);
        var verdict = union.All<MattersEvent.Settled>().Last(s => s.Matter == matter).Verdict;
        Assert.Equal((0, 1), (verdict.For, verdict.Against));
    }
}
