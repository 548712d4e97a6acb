using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Bodies;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.Laws;

/// <summary>One thing somebody tries; the numbers are read against whatever the section holds at that moment.</summary>
internal readonly record struct Attempt(int Who, int What, int A, int B);

/// <summary>Turns attempts into commands of a living branch: mostly sensible ones, some by the wrong people.</summary>
internal static class RandomLife
{
    public const int Kinds = 35;

    public static readonly Gen<Attempt[]> Attempts = Gen.Select(
            Gen.Int[1, 42],
            Gen.Int[0, Kinds - 1],
            Gen.Int[0, 1_000],
            Gen.Int[0, 1_000]
        )
        .Select((who, what, a, b) => new Attempt(who, what, a, b))
        .Array[20, 60];

    /// <summary>What is tried, or nothing when there is nothing of the kind.</summary>
    public static Command? CommandOf(Branch branch, Attempt attempt)
    {
        var (_, what, a, b) = attempt;
        var section = branch.Section;
        return what switch
        {
            0 or 1 => Pick(Elections(branch), a) is { } m
                ? new Stand(m.No, "Platform", b % 2 == 0)
                : null,
            2 => Pick(Elections(branch), a) is { } m ? new StandDown(m.No) : null,
            3 or 4 or 5 => Pick(OpenBoxes(branch), a) is { } box
                ? new Cast(box.No, PaperFor(box, b))
                : null,
            6 => new PutMotion(
                $"Motion {a}",
                $"Text {a}",
                b % 2 == 0 ? BodyId.Members : Steps.Committee,
                [],
                []
            ),
            7 or 8 or 9 => Pick(section.Matters.OpenMatters.Where(m => m.Stage is Stage.Support), a)
                is { } m
                ? new Support(m.No)
                : null,
            10 or 11 => Pick(section.Mandates.Current.Values, a) is { } held
                ? new Recall(held.No)
                : null,
            12 => Pick(section.Mandates.HeldBy(new MemberNo(attempt.Who), branch.Now), a)
                is { } held
                ? new Resign(held.No)
                : null,
            13 => a % 4 == 0 ? new Leave() : null,
            14 => section.Membership.Of(Branch.Person(attempt.Who)).Standing is Standing.Invited
                ? new AcceptInvitation(section.Programme.Version, "")
                : new Apply(section.Programme.Version, "", IsOldEnough: true),
            15 => Pick(
                section.Membership.Members.Values.Where(m => m.Standing is Standing.Applicant),
                a
            )
                is { } who
                ? b % 2 == 0
                    ? new Attest(who.No)
                    : new Admit(who.No)
                : null,
            16 => Pick(section.Matters.OpenMatters.Where(m => m.Stage is Stage.Protest), a) is { } m
                ? new Protest(m.No, "It was not in order.")
                : null,
            17 => Pick(section.Rules.Bodies, a) is { } body ? new CallElection(body.Id) : null,
            18 => new Summon(
                "Assembly",
                "We need to talk.",
                branch.Now + Duration.FromDays(b % 60)
            ),
            19 => Pick(section.Matters.All.Values.Where(m => m.Is(Outcome.Adopted)), a) is { } m
                ? new Challenge(m.No)
                : null,
            20 => AmendmentOf(section, a, b),
            21 => new Notify(new MemberNo(a % (People(branch) + 2) + 1), "dues"),
            22 => Pick(OpenBoxes(branch), a) is { } box
                ? new IssuePaper(box.No, new MemberNo(b % (People(branch) + 2) + 1))
                : null,
            23 => Pick(OpenBoxes(branch), a) is { } box
                ? new EnterPapers(
                    box.No,
                    [.. Enumerable.Range(0, box.PapersIssued).Select(i => PaperFor(box, a + i))]
                )
                : null,
            24 => Pick(section.Elections.CountBacks.Values, a) is { } pending
                ? new ConsentToCountBack(pending.Vacated)
                : null,
            25 => Pick(section.Mandates.HeldBy(new MemberNo(attempt.Who), branch.Now), a)
                is { } held
                ? new Report(held.No, "What I did.")
                : null,
            26 => Pick(section.Matters.OpenMatters, a) is { } m
                ? b % 3 == 0
                    ? new WithdrawSupport(m.No)
                    : new AskSecrecy(m.No)
                : null,
            27 => SittingOf(branch, a, b),
            28 => new CallSitting(
                b % 2 == 0 ? BodyId.Members : Steps.Committee,
                branch.Now + Duration.FromDays(b % 40),
                "Hall",
                SittingNo.None,
                []
            ),
            29 => Pick(section.Mandates.Vacancies.Values.Where(v => !v.IsDrawn), a) is { } vacancy
                ? b % 4 == 0
                    ? new TakeBackOffer(vacancy.Body)
                    : new OfferToActFor(vacancy.Body)
                : null,
            _ => null,
        };
    }

    /// <summary>The last kinds let time pass: a few days, or now and then a year.</summary>
    public static Duration TimeOf(Attempt attempt) =>
        Duration.FromDays(attempt.A % 16 == 0 ? attempt.B % 400 : attempt.B % 12 + 1);

    /// <summary>In a lively branch people stand, sign and vote before time passes, so that something comes of it.</summary>
    public static IEnumerable<(int Who, Command Command)> EverybodyActs(Branch branch, int salt)
    {
        var people = People(branch);
        foreach (var election in Elections(branch).ToArray())
            if ((election.No.Value + salt) % 5 != 0)
                for (var i = 0; i < salt % 4 + 1; i++)
                    yield return (
                        (election.No.Value * 3 + salt + i) % people + 1,
                        new Stand(election.No, "Platform", true)
                    );
        foreach (
            var petition in branch
                .Section.Matters.OpenMatters.Where(m => m.Stage is Stage.Support)
                .ToArray()
        )
            if ((petition.No.Value + salt) % 3 == 0)
                for (var who = 1; who <= 4; who++)
                    yield return ((who + salt) % people + 1, new Support(petition.No));
        foreach (var box in OpenBoxes(branch).ToArray())
        foreach (var voter in box.Roll)
            if ((voter.Value + salt) % 3 != 0)
                yield return (voter.Value, new Cast(box.No, PaperFor(box, voter.Value * 7 + salt)));
        foreach (var pending in branch.Section.Elections.CountBacks.Keys.ToArray())
            for (var who = 1; who <= people; who++)
                yield return (who, new ConsentToCountBack(pending));
        foreach (
            var vacancy in branch.Section.Mandates.Vacancies.Values.Where(v => !v.IsDrawn).ToArray()
        )
            for (var who = salt % 3 + 1; who <= people; who += 3)
                yield return (who, new OfferToActFor(vacancy.Body));
    }

    private static string PaperFor(Box box, int salt) =>
        box.Form == BallotForm.Question
            ? salt % 4 == 0
                ? "against"
                : "for"
            : string.Join(
                ',',
                Enumerable
                    .Range(0, box.Options)
                    .Select(i => (i + salt) % box.Options + 1)
                    .Take(salt % 3 + 1)
            );

    private static Command? SittingOf(Branch branch, int a, int b) =>
        Pick(branch.Section.Bodies.Sittings.Values, a) is { } sitting
            ? (b % 4) switch
            {
                0 or 1 => new EnterSitting(sitting.No),
                2 => new OpenSitting(sitting.No),
                _ => new CloseSitting(sitting.No),
            }
            : null;

    private static Amend AmendmentOf(Section section, int a, int b)
    {
        (string Article, string From, string To)[] changes =
        [
            ("motions", "debate: P3D", $"debate: P{a % 5 + 2}D"),
            ("committee", "seats: 3", $"seats: {a % 4 + 2}"),
            ("recall", "window: P30D", "window: P40D"),
            ("accounts", "The books belong", "All books belong"),
        ];
        var (article, from, to) = changes[b % changes.Length];
        var id = new ArticleId(article);
        var draft = section.Statutes.Book.Draft;
        var text = Amendments.TextOf(draft, draft.Articles.Items.First(x => x.Id == id));
        return new Amend(
            "Change",
            [
                new ArticleChange(
                    id,
                    Amendments.DigestOf(draft, id),
                    text.Replace(from, to, StringComparison.Ordinal)
                ),
            ]
        );
    }

    private static int People(Branch branch) => branch.Section.Membership.Members.Count;

    private static IEnumerable<Matter> Elections(Branch branch) =>
        branch.Section.Matters.OpenMatters.Where(m => m.Stage is Stage.Nomination);

    private static IEnumerable<Box> OpenBoxes(Branch branch) =>
        branch.Section.Ballots.Boxes.Values.Where(b => !b.Closed);

    private static T? Pick<T>(IEnumerable<T> from, int at)
        where T : class
    {
        var all = from.ToArray();
        return all.Length == 0 ? null : all[at % all.Length];
    }
}
