using NodaTime;
using Plenum.Domain;
using Plenum.Domain.Ballots;
using Plenum.Domain.Bodies;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Referendums;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Bench.Writing;

/// <summary>A section as it once was.</summary>
public sealed record Moment(Section Section, Instant Now, Branch Branch);

/// <summary>A section with so many members, from its founding through elections and votes, looked at again and again.</summary>
public static class Moments
{
    private const int Founders = 5;
    private const int AtOnce = 500;
    private const int Candidates = 500;
    private const int Days = 5;
    private const int Looks = 16;

    public static IEnumerable<Moment> Of(int members)
    {
        var branch = Branch.Circle(
            Founders,
            Templates.Text("local-union", small: true),
            SmallBranch.ProgrammeText,
            "Etc/UTC",
            "Bench",
            first: 1
        );
        branch.Do(1, new AcceptInvitation(1, ""));
        for (var from = Founders + 1; from <= members; from += AtOnce)
            branch.Do(
                1,
                new InviteMany(
                    Enumerable
                        .Range(from, Math.Min(AtOnce, members - from + 1))
                        .Select(no => new Invitation(
                            branch.Who(no),
                            branch.Now - Duration.FromDays(400)
                        ))
                        .ToEquatable()
                )
            );
        for (var no = 2; no <= members; no++)
            branch.Do(no, new AcceptInvitation(1, ""));
        for (var look = 0; look < Looks; look++)
        {
            Live(branch, members, look);
            yield return new Moment(branch.Section, branch.Now, branch);
            branch.Pass(Days);
        }
    }

    // What is not in order at the time is left out: what matters is that much of everything is under way.
    private static void Live(Branch branch, int members, int look)
    {
        var section = branch.Section;
        var busy = Math.Min(members, Candidates);
        foreach (var matter in section.Matters.OpenMatters)
            if (matter.Question is Question.Elect)
                for (var no = 1; no <= (look < 2 ? busy : 60); no++)
                    branch.Try(no, new Stand(matter.No, "I stand.", PublicName: true));
            else
                for (var no = 1; no <= members / 2 && matter.Stage is Stage.Support; no++)
                    if (!branch.Try(no, new Support(matter.No)) && no > busy)
                        break;
        foreach (var box in section.Ballots.Boxes.Values.Where(b => !b.Closed))
            for (var no = 1; no <= busy; no++)
                branch.Try(no, new Cast(box.No, box.Form == BallotForm.Question ? "for" : "1,2,3"));
        branch.Try(1, new PutMotion($"Bread {look}", $"Bread {look}", BodyId.Members, [], []));
        branch.Try(
            2,
            new Amend(
                $"Time {look}",
                [
                    section.Change(
                        new ArticleId("motions"),
                        "support_window: ",
                        FormattableString.Invariant($"# {look}\n  support_window: ")
                    ),
                ]
            )
        );
        branch.Try(3, new PutToAll($"All {look}", "All of us.", Secret: look % 2 == 0));
        branch.Try(4, new Summon($"Room {look}", "Come.", branch.Now + Duration.FromDays(20)));
        foreach (var mandate in section.Mandates.Current.Values.Take(3))
            branch.Try(5, new Recall(mandate.No));
        branch.Try(
            new Apply(1, "", IsOldEnough: true),
            Actor.Self(Branch.Person(9_000_000 + look))
        );
        foreach (var sitting in section.Bodies.Sittings.Keys.TakeLast(2))
            for (var no = 1; no <= busy; no++)
                branch.Try(no, new EnterSitting(sitting));
    }
}
