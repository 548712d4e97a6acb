using NodaTime;
using Plenum.Browser.Tests.WhoMay;
using Plenum.Domain;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Browser.Tests.Story;

/// <summary>A candidate leaves while the vote is open: struck on the screen and on paper, and the result says so.</summary>
public sealed class LeftCandidateTests(DemoHouse house) : IClassFixture<DemoHouse>
{
    private const string Mark = "has left and stands no longer";

    [Fact]
    public async Task A_candidate_who_left_is_struck_on_every_ballot_and_named_in_the_result()
    {
        var coming = house
            .Section.Matters.OpenMatters.Where(m => m.Question is Question.Elect)
            .MinBy(m => m.Stage is Stage.Voting ? Instant.MinValue : m.Stage.NextAt)!;
        for (var steps = 0; coming.Stage is not Stage.Voting && steps < 3; steps++)
        {
            await house.LetPassUntil(coming.Stage.NextAt);
            coming = house.Section.Matters.Find(coming.No)!;
        }
        var election = coming;
        var closes = election.Stage.NextAt;
        var candidates = house.Section.Elections.Of(election.No).Standing.ToArray();
        Assert.True(candidates.Length > 1);
        var gone = candidates[^1];
        var person = house.Section.Membership.Of(gone.Member).Person;
        using var reader = await house.As("secretary");
        var box = house.Section.Ballots.Of(((Stage.Voting)election.Stage).Box);
        using var voter = await house.Visit(
            house
                .Section.Membership.Of(
                    box.Roll.First(no => no != gone.Member && !box.Marks.ContainsKey(no))
                )
                .Person
        );
        Assert.DoesNotContain(Mark, await Ballot(voter, election), StringComparison.Ordinal);

        using (var leaving = await house.Visit(person))
            await leaving.Send(
                house.Path,
                house.Path + "/do/membership/leave",
                ("_id", Guid.NewGuid().ToString("N"))
            );
        Assert.False(house.Section.Membership.Of(gone.Member).IsInGoodStanding);
        var paper = (await reader.Get($"{house.Path}/matters/{election.No}/papers/print")).Text;
        Assert.Contains(Mark, paper, StringComparison.Ordinal);
        var screen = await Ballot(voter, election);
        Assert.Contains(Mark, screen, StringComparison.Ordinal);
        Assert.DoesNotContain($"name=\"rank{gone.Number}\"", screen, StringComparison.Ordinal);
        Assert.Contains($"name=\"rank{candidates[0].Number}\"", screen, StringComparison.Ordinal);
        // Nobody hands out a paper to them any more.
        var desk = (await reader.Get($"{house.Path}/matters/{election.No}/desk")).Text;
        Assert.Contains(
            $"<option value=\"{candidates[0].Member}\"",
            desk,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain($"<option value=\"{gone.Member}\"", desk, StringComparison.Ordinal);

        await house.LetPassUntil(closes);
        var result = (await reader.Get($"{house.Path}/matters/{election.No}")).Text;
        Assert.Contains("Left before the count", result, StringComparison.Ordinal);
        Assert.Contains(
            "left before the count, which passed them over",
            result,
            StringComparison.Ordinal
        );
    }

    private async Task<string> Ballot(Plenum.Browser.Tests.People.Visitor voter, Matter election) =>
        (await voter.Read($"{house.Path}/matters/{election.No}")).Text;
}
