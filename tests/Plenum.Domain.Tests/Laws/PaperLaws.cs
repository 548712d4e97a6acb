using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Papers from a hat beside votes by screen: two people enter them, and nobody votes on both (C18).</summary>
public sealed class PaperLaws
{
    [Fact]
    public void Two_people_enter_the_papers_of_a_hat_and_only_when_both_agree_do_they_count()
    {
        var branch = Branch.Founded(12);
        var secretary = new BodyId("secretary");
        branch.Fill(secretary, 2);
        var election = branch.Election(Steps.Chair);
        branch.Stands(election, 4, 5);
        var box = branch.Opens(election);
        foreach (var voter in new[] { 6, 7, 8 })
            branch.Do(2, new IssuePaper(box, new MemberNo(voter)));
        Assert.IsType<HasPaper>(branch.Refused(6, new Cast(box, "1")));
        branch.Do(9, new Cast(box, "2"));
        Assert.IsType<AlreadyVoted>(branch.Refused(2, new IssuePaper(box, new MemberNo(9))));
        // A candidate enters no papers, even one who was drawn to run another election.
        Assert.True(branch.Refused(4, new EnterPapers(box, ["1"])) is NoMandate or OnTheCommission);

        var commission = branch
            .Section.Elections.Of(election)
            .Commission.Select(m => m.Value)
            .ToArray();
        var (one, other) = (commission[0], commission[1]);
        Assert.IsType<TooManyPapers>(
            branch.Refused(one, new EnterPapers(box, ["1", "1", "1", "1"]))
        );
        Assert.IsType<PaperLineUnreadable>(branch.Refused(one, new EnterPapers(box, ["1", "9"])));
        branch.Do(one, new EnterPapers(box, ["1", "1"]));
        Assert.IsType<SamePersonTwice>(branch.Refused(one, new EnterPapers(box, ["1", "1"])));
        branch.Do(other, new EnterPapers(box, ["2", "1", "1"]));
        Assert.Single(branch.PapersOf(box).Items);
        branch.Do(one, new EnterPapers(box, ["1", "2", "1"]));
        Assert.Equal(["1", "1", "2", "2"], branch.PapersOf(box).Items);
        Assert.IsType<PapersAlreadyConfirmed>(branch.Refused(other, new EnterPapers(box, ["1"])));
        // A paper handed out now could not be counted any more.
        Assert.IsType<PapersAlreadyConfirmed>(
            branch.Refused(2, new IssuePaper(box, new MemberNo(10)))
        );
        branch.Closes(election);
        Assert.Equal(4, branch.All<ElectionsEvent.Counted>().Last().Papers);
    }
}
