using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Congresses;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>A letter about a mandate taken back comes when the division has closed: it ends as if it had come in time.</summary>
public sealed class LateLetterTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_division_ends_alike_whether_the_letter_came_before_its_close_or_after(bool late)
    {
        var (tree, harbour, union, matter) = Divided();
        var sent = harbour.On(Forest.Delegation).Single(m => m.Holder.Value == 1);
        harbour.Do(1, new Resign(sent.No));
        if (!late)
            tree.BringAll();
        union.Closes(matter);
        Assert.True(union.Matter(matter).Is(late ? Outcome.Adopted : Outcome.Rejected));
        tree.BringAll();

        Assert.True(union.Matter(matter).Is(Outcome.Rejected));
        var flag = union.Last<BallotsEvent.Recomputed>();
        Assert.Equal((matter, 1, true), (flag.Matter, flag.Seats, flag.Changed));
        var settled = union.Last<MattersEvent.Settled>();
        Assert.Equal(
            (1, 0, 3),
            (settled.Verdict.For, settled.Verdict.Against, settled.Verdict.Roll)
        );
        Assert.Equal(Outcome.Rejected, union.Section.Congresses.Divided[matter].Outcome);
        Assert.Equal(Steps.Written(union.Section), Steps.Written(union.Replayed()));
    }

    [Fact]
    public void A_mandate_that_ended_after_the_close_changes_nothing()
    {
        var (tree, harbour, union, matter) = Divided();
        union.Closes(matter);
        union.Pass(Duration.FromHours(1));
        harbour.Pass(union.Now - harbour.Now);
        var sent = harbour.On(Forest.Delegation).Single(m => m.Holder.Value == 1);
        harbour.Do(1, new Resign(sent.No));
        tree.BringAll();

        Assert.True(union.Matter(matter).Is(Outcome.Adopted));
        Assert.Empty(union.All<BallotsEvent.Recomputed>());
        Assert.Single(union.All<CongressesEvent.Divided>());
    }

    [Fact]
    public void Nobody_acts_for_it_but_the_letter()
    {
        var (tree, harbour, union, matter) = Divided();
        harbour.Do(
            1,
            new Resign(harbour.On(Forest.Delegation).Single(m => m.Holder.Value == 1).No)
        );
        union.Closes(matter);
        var before = union.Record.Count;
        tree.BringAll();

        Assert.All(union.Record.Skip(before), h => Assert.IsType<Authority.Letter>(h.Authority));
    }

    /// <summary>Four delegates of two sections, one of each for it, the others with neither; the box is open.</summary>
    private static (Federation, Branch Harbour, Branch Union, MatterNo) Divided()
    {
        var harbour = Forest.Section("Harbour", 1);
        var docks = Forest.Section("Docks", 101);
        var union = Forest.Federation("Union", 201);
        var tree = new Federation(harbour, docks, union);
        tree.AffiliateAll(union, harbour, docks);
        tree.CallCongress(union);
        tree.BringAll();
        tree.ElectEverywhere(harbour, docks);
        union.Do(Forest.Motion, harbour.As(1));
        var matter = union.LastMatter();
        var box = union.Opens(matter);
        foreach (var section in new[] { harbour, docks })
        {
            section.Pass(union.Now - section.Now);
            union.Do(new Cast(box, "for"), section.As(1));
            union.Do(new Cast(box, "abstain"), section.As(2));
        }
        return (tree, harbour, union, matter);
    }
}
