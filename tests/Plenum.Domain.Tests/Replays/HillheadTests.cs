using System.Globalization;
using NodaTime;
using Plenum.Counting.Ballots;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Tests.Laws;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Replays;

/// <summary>The 8,984 voters of Hillhead ward, Glasgow 2007, as the members of one section: they elect, and they recall.</summary>
public sealed class HillheadTests(ITestOutputHelper output)
{
    private const int Voters = 8_984;

    [Fact]
    public void Hillhead_elects_its_four_recalls_them_and_no_majority_takes_every_seat()
    {
        var papers = PapersOfTheWard();
        var branch = Section();

        // The ten candidates of the day are the members 1 to 10; every paper of the day is one member's vote.
        var election = branch.Election(Steps.Committee);
        branch.Stands(election, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
        branch.Vote(election, voter => papers[voter - 1]);
        Assert.Equal([3, 7, 9, 10], branch.Holders(Steps.Committee));
        Assert.Equal(
            [9, 10, 3, 7],
            branch.All<ElectionsEvent.Counted>().Single(c => c.Election == election).Elected.Items
        );

        // One resigns; who consents is counted back from the papers that elected the one who leaves.
        var leaving = branch.On(Steps.Committee).Single(m => m.Holder.Value == 9).No;
        branch.Do(9, new Resign(leaving));
        foreach (var unelected in new[] { 1, 2, 4, 5, 6, 8 })
            branch.Do(unelected, new ConsentToCountBack(leaving));
        branch.Pass(4);
        var four = branch.Holders(Steps.Committee);
        Assert.Equal(4, four.Length);
        Assert.DoesNotContain(9, four);
        Assert.Superset(new HashSet<int> { 3, 7, 10 }, four.ToHashSet());

        // 55 of a hundred try again and again to take every seat from 21 of a hundred who stand together (R3 a).
        var bloc = Enumerable.Range(11, 4_941).ToArray();
        var few = Enumerable.Range(Voters - 1_886, 1_887).ToArray();
        for (var round = 0; round < 2; round++)
        {
            Recalled(branch, bloc, [21, 22, 23, 24], few, [8_000]);
            Assert.Contains(8_000, branch.Holders(Steps.Committee));
        }

        // The few replace their own delegate, whatever the many think of it (R3 b).
        Recalled(branch, few, [21, 22, 23, 24], few, [8_001]);
        Assert.Contains(8_001, branch.Holders(Steps.Committee));
        Assert.DoesNotContain(8_000, branch.Holders(Steps.Committee));

        Assert.DoesNotContain(branch.Record, h => h.Authority is Authority.Mandate);
    }

    // A petition of the signers opens a new election of all seats: the many stand and vote as one, and so do the few.
    private void Recalled(Branch branch, int[] signers, int[] ofTheMany, int[] few, int[] ofTheFew)
    {
        var named = branch.On(Steps.Committee)[0].No;
        branch.Do(signers[0], new Recall(named));
        var petition = branch.LastMatter();
        foreach (var signer in signers.Skip(1))
        {
            if (!branch.Matter(petition).IsOpen)
                break;
            branch.Do(signer, new Support(petition));
        }
        Assert.True(branch.Matter(petition).Is(Outcome.Adopted));
        var reached = branch.Now;
        var election = branch.Election(Steps.Committee);
        foreach (var member in ofTheMany.Concat(ofTheFew))
            branch.Try(member, new Stand(election, "With my group.", PublicName: true));
        var many = branch.Ranking(election, ofTheMany) + "," + branch.Reopen(election);
        var theirs = branch.Ranking(election, ofTheFew);
        var together = few.ToHashSet();
        branch.Vote(
            election,
            voter =>
                together.Contains(voter) ? theirs
                : voter > 10 ? many
                : ""
        );
        var certified = branch.Record.Last(h => h.Event is ElectionsEvent.Counted).At;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{branch.Matter(petition).Supporters.Count} signatures; all four seats re-elected {(certified - reached).TotalDays:0.##} days after the threshold, by the members and the clock alone"
            )
        );
        Assert.True(certified - reached <= Duration.FromDays(17));
    }

    private static string[] PapersOfTheWard()
    {
        var path = Shared.Find("elections/droop/blt/scotland/Hillhead-2007.blt");
        Assert.SkipWhen(path is null, Shared.Absent);
        var ballots = Assert
            .IsType<BallotReading.Read>(BltReader.Read(File.ReadAllBytes(path!), "Hillhead"))
            .Ballots;
        var papers = ballots
            .Papers.SelectMany(p =>
                Enumerable.Repeat(
                    string.Join(',', p.Ranking.Ranks.Select(r => r.Single().Number)),
                    checked((int)p.Number)
                )
            )
            .ToArray();
        Assert.Equal(Voters, papers.Length);
        return papers;
    }

    // Founded by one who invites the rest in hundreds; everybody accepts for themselves.
    private static Branch Section()
    {
        var statutes = Steps.StatutesWith(4);
        var branch = new Branch();
        branch.Do(
            new Begin(
                Begin.IdOf("Hillhead", statutes, Steps.Programme, "n"),
                "Hillhead",
                "Europe/London",
                statutes,
                Steps.Programme,
                [Branch.Person(1)],
                "n"
            ),
            new Actor.Founder()
        );
        branch.Do(1, new AcceptInvitation(1, ""));
        foreach (var some in Enumerable.Range(2, Voters - 1).Chunk(Invitations.MostAtOnce))
            branch.Do(
                1,
                new InviteMany([.. some.Select(n => new Invitation(Branch.Person(n), branch.Now))])
            );
        for (var member = 2; member <= Voters; member++)
            branch.Do(member, new AcceptInvitation(1, ""));
        Assert.Equal(Voters, branch.Section.Membership.InGoodStanding);
        return branch;
    }
}
