using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Matters;
using Plenum.Testing;

namespace Plenum.Domain.Tests;

/// <summary>A branch whose secretary has been elected, and nobody else besides the first keeper.</summary>
internal static class Officers
{
    public const int Secretary = 2;

    public static Branch Elected(int members)
    {
        var branch = Branch.Founded(members);
        var election = branch.Section.Matters.OpenMatters.Single(m =>
            m.Question is Question.Elect { Body.Value: "secretary" }
        );
        branch.Do(Secretary, new Stand(election.No, "I will report.", PublicName: true));
        branch.Pass(15);
        var box = ((Stage.Voting)branch.Section.Matters.Find(election.No)!.Stage).Box;
        for (var voter = 1; voter <= members; voter++)
            branch.Do(voter, new Cast(box, "1"));
        branch.Pass(7);
        return branch;
    }
}
