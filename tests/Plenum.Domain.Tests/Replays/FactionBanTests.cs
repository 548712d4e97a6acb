using Plenum.Domain.Matters;
using Plenum.Domain.Motions;
using Plenum.Domain.Statutes;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Replays;

/// <summary>The resolution that ended factions in 1921, put to a section that stands on the charter (C3).</summary>
public sealed class FactionBanTests
{
    private static readonly ArticleId Factions = new("factions");

    [Fact]
    public void As_an_amendment_it_is_ruled_out_of_order_and_stays_on_the_record()
    {
        var branch = Branch.Founded(12);
        var before = branch.Section.Statutes.Book.Digest;
        branch.Do(1, Change(branch, Factions, "allowed: true", "allowed: false"));

        var ruled = Assert.IsType<MattersEvent.RuledOut>(branch.Record[^1].Event);
        Assert.Contains("C3", ruled.Rules);
        Assert.True(branch.Matter(ruled.Matter).Is(Outcome.OutOfOrder));
        Assert.IsType<NotCollectingSupport>(branch.Refused(2, new Support(ruled.Matter)));
        branch.Pass(400);
        Assert.Equal(before, branch.Section.Statutes.Book.Digest);
    }

    [Fact]
    public void As_a_motion_it_passes_unanimously_and_changes_nothing()
    {
        var branch = Branch.Founded(12);
        var before = branch.Section.Statutes;
        branch.Do(
            1,
            new PutMotion(
                "On unity",
                "All groups formed on this or that platform are to be dissolved at once.",
                BodyId.Members,
                [],
                []
            )
        );
        var motion = branch.LastMatter();
        branch.Vote(motion, _ => "for");

        Assert.True(branch.Matter(motion).Is(Outcome.Adopted));
        Assert.Equal(
            12,
            branch.All<MattersEvent.Settled>().Single(s => s.Matter == motion).Verdict.For
        );
        Assert.Equal(before, branch.Section.Statutes);
        Assert.Equal(
            branch.Section.Statutes.Book.Articles.Items.First(a => a.Id == Factions).Blocks.Count,
            before.Book.Articles.Items.First(a => a.Id == Factions).Blocks.Count
        );
    }

    [Fact]
    public void Of_two_amendments_that_only_together_break_the_charter_the_second_is_stopped()
    {
        // Each may stand alone; a caretaker of fifty days is more than a quarter of a term of a hundred and sixty (C1).
        var branch = Branch.Founded(
            12,
            Steps.StatutesWith(3, ("caretaker_at_most: P60D", "caretaker_at_most: P30D")),
            Steps.Programme
        );
        var shorter = Carrying(
            branch,
            Change(branch, new("committee"), "term: P1Y", "term: P160D")
        );
        var longer = Carrying(
            branch,
            Change(branch, new("terms"), "caretaker_at_most: P30D", "caretaker_at_most: P50D")
        );

        VoteOnBoth(branch, shorter, longer);

        var outcomes = new[] { shorter, longer }.Select(m =>
            ((Stage.Settled)branch.Matter(m).Stage).Outcome
        );
        Assert.Equal([Outcome.Adopted, Outcome.Stopped], outcomes);
        Assert.Equal(2, branch.Section.Statutes.Version);
    }

    [Fact]
    public void Of_two_amendments_of_one_article_the_second_is_stopped_because_its_base_has_changed()
    {
        var branch = Branch.Founded(12);
        var first = Carrying(branch, Change(branch, new("motions"), "debate: P3D", "debate: P4D"));
        var second = Carrying(branch, Change(branch, new("motions"), "debate: P3D", "debate: P9D"));
        VoteOnBoth(branch, first, second);
        Assert.True(branch.Matter(first).Is(Outcome.Adopted));
        Assert.True(branch.Matter(second).Is(Outcome.Stopped));
        Assert.Equal(NodaTime.Period.FromDays(4), branch.Section.Rules.Motions.Debate);
    }

    // Both are put to the vote on one day; the one that was put forward first takes effect first.
    private static void VoteOnBoth(Branch branch, params MatterNo[] matters)
    {
        foreach (var box in matters.Select(m => branch.Opens(m)).ToArray())
        foreach (var voter in Enumerable.Range(1, 12))
            branch.Do(voter, new Ballots.Cast(box, "for"));
        branch.Closes(matters[^1]);
    }

    private static MatterNo Carrying(Branch branch, Amend amend)
    {
        branch.Do(1, amend);
        var matter = branch.LastMatter();
        branch.Do(2, new Support(matter));
        branch.Do(3, new Support(matter));
        return matter;
    }

    private static Amend Change(Branch branch, ArticleId article, string from, string to) =>
        new("Change", [branch.Section.Change(article, from, to)]);
}
