using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Testing;

namespace Plenum.Domain.Tests;

/// <summary>Members have the roll checked with no officer acting: entries and auditors by lot, and it goes on by itself.</summary>
public sealed class RollCheckTests
{
    private static Branch Demanded(int members = 40)
    {
        var branch = Officers.Elected(members);
        branch.Do(9, new DemandRollCheck());
        var petition = Last(branch);
        for (var signer = 10; branch.Section.Matters.Find(petition)!.IsOpen; signer++)
            branch.Do(signer, new Support(petition));
        return branch;
    }

    private static MatterNo Last(Branch branch) =>
        branch.Section.Matters.All.Values.Last(m => m.Question is Question.CheckRoll).No;

    private static RollCheck CheckOf(Branch branch) =>
        branch.Section.Membership.CheckOf(Last(branch));

    [Fact]
    public void Enough_signatures_begin_it_and_the_lot_names_thirty_entries_and_two_auditors()
    {
        var branch = Demanded();
        var check = CheckOf(branch);

        Assert.Equal(40, check.Roll);
        Assert.Equal(RollChecks.Entries, check.Entries.Items.Distinct().Count());
        Assert.Equal(RollChecks.Auditors, check.Auditors.Count);
        Assert.DoesNotContain(new MemberNo(Officers.Secretary), check.Auditors);
        Assert.Equal(
            new RollCheckUnderWay(Last(branch)).By(branch.Section.Rules.Initiative.Article),
            branch.Refused(9, new DemandRollCheck())
        );
    }

    [Fact]
    public void It_takes_as_many_as_any_act_of_members_together_and_no_fewer()
    {
        var branch = Officers.Elected(100);
        branch.Do(9, new DemandRollCheck());
        foreach (var signer in new[] { 10, 11, 12 })
        {
            Assert.Empty(branch.Section.Membership.Checks);
            branch.Do(signer, new Support(Last(branch)));
        }
        Assert.Empty(branch.Section.Membership.Checks);
        branch.Do(13, new Support(Last(branch)));
        Assert.Single(branch.Section.Membership.Checks);
    }

    [Fact]
    public void Only_who_was_drawn_checks_and_never_the_own_entry()
    {
        var branch = Demanded(12);
        var check = CheckOf(branch);
        var (auditor, other) = (check.Auditors[0], check.Auditors[1]);
        var stranger = check.Entries.Items.First(e => !check.Auditors.Contains(e));
        Assert.Contains(auditor, check.Entries);

        Assert.Equal(
            "roll-check.not-for-you",
            branch.Refused(auditor.Value, new CheckEntry(Last(branch), auditor, true, "")).Code
        );
        Assert.Equal(
            "roll-check.not-for-you",
            branch.Refused(stranger.Value, new CheckEntry(Last(branch), other, true, "")).Code
        );
        branch.Do(other.Value, new CheckEntry(Last(branch), auditor, true, ""));
        Assert.Equal(
            "roll-check.not-to-be-checked",
            branch.Refused(other.Value, new CheckEntry(Last(branch), auditor, false, "")).Code
        );
    }

    [Fact]
    public void The_last_entry_ends_it_and_nobody_loses_a_right_by_what_was_found()
    {
        var branch = Demanded(12);
        var check = CheckOf(branch);
        foreach (var entry in check.Entries)
        {
            var by = check.Auditors.Items.First(a => a != entry);
            branch.Do(
                by.Value,
                new CheckEntry(Last(branch), entry, Sound: entry.Value != 7, "Nobody lives there.")
            );
        }
        Assert.Equal(
            new MembershipEvent.RollCheckEnded(Last(branch), 12, 12, 1),
            branch.Record.Select(h => h.Event).OfType<MembershipEvent.RollCheckEnded>().Single()
        );
        Assert.False(CheckOf(branch).IsRunning);
        Assert.Equal(12, branch.Section.Membership.InGoodStanding);
        Assert.DoesNotContain(branch.Section.Mandates.Current.Values, m => m.By == Last(branch));
    }

    [Fact]
    public void Auditors_who_do_nothing_are_replaced_by_lot_and_after_three_rounds_it_ends()
    {
        var branch = Demanded();
        var first = CheckOf(branch).Auditors;
        branch.Pass(14);
        var second = CheckOf(branch).Auditors;
        Assert.Empty(first.Items.Intersect(second.Items));
        Assert.Equal(
            "roll-check.not-for-you",
            branch
                .Refused(
                    first[0].Value,
                    new CheckEntry(
                        Last(branch),
                        CheckOf(branch).Entries.Items.First(e => e != first[0]),
                        true,
                        ""
                    )
                )
                .Code
        );
        branch.Pass(14);
        Assert.True(CheckOf(branch).IsRunning);
        branch.Pass(14);
        Assert.False(CheckOf(branch).IsRunning);
        Assert.Equal(
            new MembershipEvent.RollCheckEnded(Last(branch), 30, 0, 0),
            branch.Record.Select(h => h.Event).OfType<MembershipEvent.RollCheckEnded>().Single()
        );
    }

    [Fact]
    public void The_commitment_is_the_same_for_the_same_roll_and_changes_with_it()
    {
        static Digest Of(int members) =>
            Demanded(members)
                .Record.Select(h => h.Event)
                .OfType<MembershipEvent.RollCheckBegan>()
                .Single()
                .Commitment;

        Assert.Equal(Of(12), Of(12));
        Assert.NotEqual(Of(12), Of(13));
    }
}
