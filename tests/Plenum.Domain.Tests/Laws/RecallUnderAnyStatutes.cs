using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>Recall under whatever statutes the charter lets stand: in time, by electors alone, and never against a minority.</summary>
public sealed class RecallUnderAnyStatutes
{
    private static readonly Gen<(int Statutes, int Members, int Body, int Obstruction)> Cases =
        Gen.Select(
            Gen.Int[0, 1_000_000],
            Gen.Int[Begin.FoundersNeeded, 40],
            Gen.Int[0, 100],
            Gen.Int[0, 3]
        );

    [Fact]
    public void A_recall_runs_to_an_empty_seat_within_its_longest_time_with_only_electors_acting()
    {
        var seated = 0;
        Cases.Sample(
            (statutes, members, pick, obstruction) =>
            {
                var branch = MandateLaws.Founded(statutes, members);
                if (ElectedByMembers(branch, pick, seats: 1) is not { } body)
                    return;
                if (Seat(branch, body, Enumerable.Range(1, members)) is not { } mandate)
                    return;
                Interlocked.Increment(ref seated);
                // As long as it may: the longest the statutes let every step last, one after the other.
                var begun = branch.Record.Count;
                var petition = Sign(branch, mandate, Except(members, mandate.Holder.Value));
                var longest = Longest(branch, body);
                Obstruct(branch, mandate, obstruction);
                if (body.Seats > 1 && branch.Running(body.Id) is [.., var election])
                    branch.Vote(election, _ => branch.Reopen(election));
                else if (branch.Matter(petition).IsOpen)
                    branch.Vote(
                        petition,
                        voter => voter == mandate.Holder.Value ? "against" : "for"
                    );
                branch.Pass(Duration.Max(Duration.Zero, longest - branch.Now));

                Assert.False(
                    branch.Section.Mandates.Of(mandate.No).InForceAt(longest),
                    $"{mandate} outlives its recall"
                );
                Assert.DoesNotContain(
                    branch.Record.Skip(begun),
                    h => h.Authority is Authority.Mandate
                );
            },
            iter: MandateLaws.Lives(60)
        );
        Assert.True(seated >= 30, $"only {seated} seats were filled");
    }

    [Fact]
    public void A_solid_group_above_a_quota_keeps_and_replaces_its_delegate()
    {
        var (recalls, replaced) = (0, 0);
        Cases.Sample(
            (statutes, members, pick, _) =>
            {
                var branch = MandateLaws.Founded(statutes, members);
                if (ElectedByMembers(branch, pick, seats: 2) is not { } body)
                    return;
                var quota = members / (body.Seats + 1) + 1;
                var group = Enumerable.Range(1, quota).ToArray();
                var rest = Enumerable.Range(quota + 1, members - quota).ToArray();
                if (members < 2 * body.Seats || Seat(branch, body, [1, .. rest]) is not { } first)
                    return;
                for (
                    var round = 0;
                    round < 2 && Reelect(branch, body, rest, group, 1, first.Until);
                    round++
                )
                {
                    Interlocked.Increment(ref recalls);
                    Assert.Contains(1, branch.Holders(body.Id));
                }
                if (
                    branch.Holders(body.Id).Contains(1)
                    && Reelect(branch, body, group, group, 2, first.Until)
                )
                {
                    Interlocked.Increment(ref replaced);
                    Assert.Contains(2, branch.Holders(body.Id));
                }
            },
            iter: MandateLaws.Lives(60)
        );
        Assert.True(recalls >= 30 && replaced >= 15, $"{recalls} recalls, {replaced} replaced");
    }

    /// <summary>One of the bodies with so many seats; statutes may have none.</summary>
    private static BodyRule? ElectedByMembers(Branch branch, int pick, int seats)
    {
        var all = branch
            .Section.Rules.Bodies.Items.Where(b =>
                Calling.IsElected(b)
                && b.ElectedBy == BodyId.Members
                && b.Seats >= seats
                // The first keeper sits there already, by no election.
                && b.Id != branch.Section.Rules.Keepers.Body
            )
            .ToArray();
        return all.Length == 0 ? null : all[pick % all.Length];
    }

    private static int[] Except(int members, int one) =>
        [.. Enumerable.Range(1, members).Where(m => m != one)];

    /// <summary>A seat of the body, filled by everybody's vote; none when so few members fill no quota.</summary>
    private static Mandate? Seat(Branch branch, BodyRule body, IEnumerable<int> candidates)
    {
        var election = branch.Election(body.Id);
        int[] standing = [.. candidates.Take(body.Seats)];
        branch.Stands(election, standing);
        var paper = branch.Ranking(election, standing);
        branch.Vote(election, _ => paper);
        return branch.On(body.Id).FirstOrDefault(m => m.By == election);
    }

    private static MatterNo Sign(Branch branch, Mandate mandate, int[] signers)
    {
        branch.Do(signers[0], new Recall(mandate.No));
        var petition = branch.LastMatter();
        foreach (var signer in signers.Skip(1))
            if (branch.Matter(petition).Stage is Stage.Support)
                branch.Do(signer, new Support(petition));
        Assert.IsNotType<Stage.Support>(branch.Matter(petition).Stage);
        return petition;
    }

    // R2, R4, R8: of one seat the opening and the vote; of seats filled together two calls for nominations and the vote.
    private static Instant Longest(Branch branch, BodyRule body)
    {
        var (section, rules) = (branch.Section, branch.Section.Rules);
        var (first, second, third) =
            body.Seats == 1
                ? (rules.Recall.VoteOpensWithin, rules.Recall.VoteLasts, Period.Zero)
                : (rules.Elections.Nomination, rules.Elections.SecondCall, rules.Elections.Voting);
        return section.After(section.After(section.After(branch.Now, first), second), third);
    }

    // What the holder can do about it: nothing, resign, decline, leave.
    private static void Obstruct(Branch branch, Mandate mandate, int how)
    {
        var holder = mandate.Holder.Value;
        _ = how switch
        {
            1 => branch.Try(holder, new Resign(mandate.No)),
            2 when branch.Running(mandate.Body) is [.., var election] => branch.Try(
                holder,
                new StandDown(election)
            ),
            3 => branch.Try(holder, new Leave()),
            _ => false,
        };
    }

    /// <summary>
    /// All seats are recalled by these and elected anew: the group votes for its delegate alone, everybody else for
    /// everybody else and then for new nominations. False when the term is too short for one more.
    /// </summary>
    private static bool Reelect(
        Branch branch,
        BodyRule body,
        int[] signers,
        int[] group,
        int delegateOfTheGroup,
        Instant until
    )
    {
        if (branch.On(body.Id) is not [var sitting, ..] || Longest(branch, body) >= until)
            return false;
        Sign(branch, sitting, signers);
        var election = branch
            .Running(body.Id)
            .Last(e => branch.Matter(e).Question is Question.Elect { Cause: ElectionCause.Recall });
        var others = Except(branch.Section.Membership.InGoodStanding, 0)
            .Except(group)
            .Take(body.Seats)
            .ToArray();
        foreach (var member in others.Append(delegateOfTheGroup))
            branch.Try(member, new Stand(election, "With my group.", PublicName: true));
        var block = string.Join(
            ',',
            new[] { branch.Ranking(election, others), branch.Reopen(election) }.Where(p =>
                p.Length > 0
            )
        );
        var paper = branch.Ranking(election, delegateOfTheGroup);
        branch.Vote(election, voter => group.Contains(voter) ? paper : block);
        return true;
    }
}
