using NodaTime;
using Plenum.Domain.Congresses;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Trees;

/// <summary>
/// A section may divide by a merger of those who choose to go. Whichever way they go, the section most of whose members
/// they become counts as a part of theirs (C6): otherwise a large section would fill a small one and have the votes of two.
/// </summary>
public sealed class DivisionByMergerLaws
{
    private const int Large = 14;

    [Fact]
    public void A_section_most_of_whose_members_came_by_a_merger_counts_as_a_part_of_theirs()
    {
        var life = new Life();
        life.Agree();
        life.Go(7);
        life.Settle();

        var came = Assert.Single(life.Docks.Section.Mergers.All.Values).TakesEffect;
        var part = life.Union.Place().PartOf(life.Docks.Id());
        Assert.Equal(life.Harbour.Id(), part.Origin);
        Assert.Equal(life.Docks.Section.After(came, Origins.Lasts), part.Until);
        Assert.Equal(2, life.Counted(life.Union.Now));
        // A division ends to count by itself, twenty-four months after the day that both records name.
        Assert.Equal(2, life.Counted(part.Until - Duration.Epsilon));
        Assert.Equal(3, life.Counted(part.Until));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(0, 6)]
    [InlineData(3, 2)]
    [InlineData(3, 3)]
    [InlineData(4, 1)]
    [InlineData(4, 2)]
    public void Whether_members_go_alone_or_by_a_merger_they_are_counted_as_come_from_there(
        int alone,
        int together
    )
    {
        var life = new Life();
        life.Move(alone);
        life.Agree();
        life.Go(together);
        life.Settle();

        var came = alone + together;
        Assert.Equal(5 + came, life.Docks.Section.Membership.InGoodStanding);
        var isPart = came > 5;
        Assert.Equal(
            isPart ? life.Harbour.Id() : Part.OfNothing.Origin,
            life.Union.Place().PartOf(life.Docks.Id()).Origin
        );
        Assert.Equal(isPart ? 2 : 3, life.Counted(life.Union.Now));
        foreach (var section in life.Tree.Sections)
            Assert.Equal(Steps.Written(section.Section), Steps.Written(section.Replayed()));
    }

    private sealed class Life
    {
        public Branch Harbour { get; } = Forest.Section("Harbour", 1, members: Large);
        public Branch Docks { get; } = Forest.Section("Docks", 101);
        public Branch Union { get; } = Forest.Federation("Union", 301);
        public Federation Tree { get; }
        private readonly Branch _mill = Forest.Section("Mill", 201);

        public Life()
        {
            Tree = new(Harbour, Docks, _mill, Union);
            Tree.AffiliateAll(Union, Harbour, Docks, _mill);
            Tree.BringAll();
        }

        /// <summary>The last members of the large section ask each for themselves.</summary>
        public void Move(int members)
        {
            for (var no = 0; no < members; no++)
                Harbour.Do(Large - no, new AskTransfer(Docks.Id(), 1));
            Tree.Until(
                () => Docks.Section.Membership.InGoodStanding == 5 + members,
                $"{members} who move"
            );
        }

        public void Agree()
        {
            Harbour.Do(1, new ProposeMerger(Docks.Id(), "One hall."));
            All(Harbour, Harbour.LastMatter());
            Tree.Until(() => Docks.Section.Matters.OpenMatters.Any(IsTakeOver), "a question");
            All(Docks, Docks.Section.Matters.OpenMatters.Single(IsTakeOver).No);
            Tree.BringAll();
        }

        /// <summary>The first members of the large section choose to go.</summary>
        public void Go(int members)
        {
            var merger = Assert.Single(Harbour.Section.Mergers.All.Values);
            for (var no = 1; no <= members; no++)
                Harbour.Do(no, new ChooseSide(merger.No, merger.Programme, Goes: true));
            Tree.Until(
                () => Docks.Section.Mergers.All.Values.All(m => m.Stage == MergerStage.Done),
                "a merger"
            );
        }

        /// <summary>The federation calls its congress, and its sections return how many they are and where from.</summary>
        public void Settle()
        {
            Tree.CallCongress(Union);
            Tree.BringAll();
        }

        public int Counted(Instant now) =>
            SectionsVote.Of(Union.Section, Forest.Congress, now).Sections.Count;

        private static bool IsTakeOver(Matter matter) =>
            matter.Question is Question.OnMerger { Asked: MergerQuestion.TakeOver };

        private void All(Branch section, MatterNo matter)
        {
            for (var days = 0; section.Matter(matter).IsOpen; days++)
            {
                Assert.True(days < 200, $"{section.Matter(matter)} is never decided");
                for (var no = 1; no <= Large; no++)
                    if (section.Matter(matter).Stage is Stage.Support)
                        section.Try(no, new Support(matter));
                    else if (section.Matter(matter).Stage is Stage.Voting voting)
                        section.Try(no, new Ballots.Cast(voting.Box, "for"));
                Tree.Pass(Duration.FromDays(1));
            }
        }
    }
}
