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

namespace Plenum.Domain.Tests.WhoMay;

public sealed partial class BusyBranch
{
    private void ElectOfficers()
    {
        foreach (var matter in Section.Matters.OpenMatters.ToArray())
        foreach (var no in CandidatesFor(((Question.Elect)matter.Question).Body.Value))
            Branch.Do(no, new Stand(matter.No, "I will report.", PublicName: true));
        To(14);
        foreach (
            var matter in Section.Matters.OpenMatters.Where(m => m.Stage is Stage.Voting).ToArray()
        )
            VoteInTurn(
                matter.No,
                CandidatesFor(((Question.Elect)matter.Question).Body.Value).Length
            );
        To(18);
    }

    // Nobody wants to be auditor, so that this election is overdue for the rest of the story.
    private static int[] CandidatesFor(string body) =>
        body switch
        {
            "committee" => [CommitteeMember, OtherOnCommittee, LeftCommittee, RunnerUp],
            "chair" => [FormerChair],
            "secretary" => [SecretaryNo],
            "treasurer" => [FormerTreasurer],
            "keepers" => [Keeper, FormerKeeper],
            _ => [],
        };

    private void TakeTheChairBack()
    {
        Branch.Do(SecretaryNo, new Notify(new MemberNo(LapsedNo), "dues"));
        To(20);
        TakenBack = SeatOf("chair");
        Branch.Do(17, new Recall(TakenBack));
        var recall = Last();
        foreach (
            var signer in Enumerable
                .Range(18, 12)
                .TakeWhile(_ => Section.Matters.Find(recall)!.Stage is Stage.Support)
        )
            Branch.Do(signer, new Support(recall));
        Branch.Do(
            18,
            new PutMotion(
                "A heater",
                "For the night shift.",
                BodyId.Members,
                [],
                [new PlannedTask(SeatOf("secretary"), "Ask for it", Now + Duration.FromDays(200))]
            )
        );
        var task = Last();
        ApplyAs(Refused);
        To(23);
        VoteInTurn(recall, 0);
        VoteInTurn(task, 0);
        To(30);
        var election = Last();
        PutBasicLaw();
        Branch.Do(NewChair, new Stand(election, "I will report.", PublicName: true));
        To(33);
        Branch.Do(SecretaryNo, new Notify(new MemberNo(LapsedNo), "dues"));
        ChairElection = election;
    }

    private void ChangeTheOfficers()
    {
        To(44);
        VoteInTurn(ChairElection, 1);
        To(48);
        Branch.Do(FormerTreasurer, new Resign(SeatOf("treasurer")));
        TreasurerElection = Last();
        Branch.Do(18, new Stand(TreasurerElection, "I will report.", PublicName: true));
        Branch.Do(SecretaryNo, new Notify(new MemberNo(NoticedNo), "dues"));
        To(50);
        Branch.Do(CommitteeMember, new PutMotion("A room", "Rent it.", Committee, [], []));
        Decision = Last();
    }

    private void PutBasicLaw()
    {
        Branch.Do(
            18,
            new AmendProgramme(
                "One more",
                Section.Programme.Text.Write() + "\n12. Bread.\n",
                Section.Programme.Digest
            )
        );
        BasicLaw = Last();
        Branch.Do(19, new Support(BasicLaw));
        Branch.Do(20, new Support(BasicLaw));
    }

    public Amend AmendmentOf(string article, string old, string now) =>
        new("A change", [Section.Change(new ArticleId(article), old, now)]);

    private void ApplyAndInvite(string kind)
    {
        // A union's committee let the deadline pass: the members decided, and refused.
        if (
            Section.Matters.OpenMatters.FirstOrDefault(m => m.Question is Question.Admit) is
            { } admission
        )
        {
            To(51);
            foreach (var voter in Enumerable.Range(20, 10))
                Branch.Do(voter, new Cast(BoxOf(admission.No), "against"));
        }
        ApplyAs(New);
        Branch.Do(CommitteeMember, new Admit(new MemberNo(New)));
        To(53);
        foreach (var voter in new[] { CommitteeMember, OtherOnCommittee, LeftCommittee })
            Branch.Do(voter, new Cast(BoxOf(Decision), "for"));
        To(54);
        Branch.Do(
            FormerKeeper,
            new Resign(Section.Mandates.HeldBy(new MemberNo(FormerKeeper), Now).Single().No)
        );
        KeeperElection = Last();
        Branch.Do(19, new Stand(KeeperElection, "I will report.", PublicName: true));
        if (kind == "programme")
        {
            ApplyAs(Refused);
            Branch.Do(
                CommitteeMember,
                new Refuse(new MemberNo(Refused), 2, "Elected officials are not their view.")
            );
        }
        Branch.Do(SecretaryNo, new Invite(Branch.Person(Invited), Now));
        ApplyAs(Applicant);
    }

    private void BringMatters()
    {
        To(55);
        Branch.Do(21, AmendmentOf("press", "soon and unchanged", "soon, and unchanged"));
        Wording = Last();
        Branch.Do(22, new Support(Wording));
        Branch.Do(23, new Support(Wording));
        To(56);
        Branch.Pass(Duration.FromHours(22));
        Branch.Do(20, new Protest(ChairElection, "The hall was locked for an hour."));
        Protest = Last();
    }

    private void CallMeetings()
    {
        To(62);
        VoteInTurn(TreasurerElection, 1);
        Branch.Do(22, new PutMotion("Benches", "Paint them.", BodyId.Members, [], []));
        BeforeTheMeeting = Last();
        var end = _founded + Duration.FromDays(70);
        var soon = end + Duration.FromHours(2);
        var now = end + Duration.FromMinutes(50);
        MeetingToEnter = Called(BodyId.Members, soon);
        MeetingToOpen = Called(BodyId.Members, now);
        MeetingOpen = Called(BodyId.Members, now, BeforeTheMeeting);
        CommitteeToEnter = Called(Committee, soon);
        CommitteeToOpen = Called(Committee, now);
    }

    private SittingNo Called(BodyId body, Instant at, params MatterNo[] agenda)
    {
        var no = Section.Bodies.NextNo;
        Branch.Do(NewChair, new CallSitting(body, at, "Union hall", SittingNo.None, [.. agenda]));
        return no;
    }

    private void BringMattersOfTheLastDays()
    {
        To(66);
        Branch.Do(21, new PutMotion("Leaflets", "Print them.", BodyId.Members, [], []));
        Voting = Last();
        Branch.Do(OtherOnCommittee, new PutMotion("Chairs", "Buy ten.", Committee, [], []));
        CommitteeVoting = Last();
        To(69);
        Member = Enumerable
            .Range(24, Founders - 24)
            .First(no => !Section.Mandates.HeldBy(new MemberNo(no), Now).Any());
        Branch.Do(18, new Resign(SeatOf("treasurer")));
        TreasurerAgain = Last();
        Branch.Do(CommitteeMember, new OfferToActFor(new BodyId("treasurer")));
        Branch.Do(RunnerUp, new Stand(TreasurerAgain, "I will report.", PublicName: true));
        Branch.Do(23, AmendmentOf("motions", "vote_lasts: P3D", "vote_lasts: P4D"));
        Supported = Last();
        Branch.Do(
            22,
            new Recall(
                Section
                    .Mandates.HeldBy(new MemberNo(Keeper), Now)
                    .Single(m => m.Body.Value == "keepers")
                    .No
            )
        );
        RecallPetition = Last();
        Branch.Do(Member, new PutMotion("Lamps", "Mend them.", BodyId.Members, [], []));
        OwnMotion = Last();
        Branch.Do(Member, new Summon("The lamps", "They are dark.", Now + Duration.FromDays(14)));
        OwnPetition = Last();
        Vacated = Section
            .Mandates.HeldBy(new MemberNo(LeftCommittee), Now)
            .Single(m => m.Body == Committee)
            .No;
        Branch.Do(LeftCommittee, new Resign(Vacated));
        Branch.Do(
            SecretaryNo,
            new IssuePaper(BoxOf(KeeperElection), new MemberNo(FormerTreasurer))
        );
    }

    // The chair comes to both meetings, the secretary only to the one that is still to be opened.
    private void Meet()
    {
        To(70);
        foreach (
            var member in Section.Membership.Members.Values.Where(m => m.IsInGoodStanding).ToArray()
        )
        {
            Branch.Do(new EnterSitting(MeetingToOpen), Actor.Self(member.Person));
            if (member.No.Value != SecretaryNo)
                Branch.Do(new EnterSitting(MeetingOpen), Actor.Self(member.Person));
        }
        Branch.Do(CommitteeMember, new EnterSitting(CommitteeToOpen));
        Branch.Do(OtherOnCommittee, new EnterSitting(CommitteeToOpen));
        Branch.Pass(Duration.FromHours(1));
        Branch.Do(Member, new OpenSitting(MeetingOpen));
    }

    // Two who are present count; somebody outvoted in advance has written why.
    private void PutToTheMeeting()
    {
        Branch.Do(
            Member,
            new PutToHands(
                BeforeTheMeeting,
                MeetingOpen,
                new MemberNo(CommitteeMember),
                new MemberNo(Keeper)
            )
        );
        Branch.Do(23, new FileMinorityReport(OwnMotion, "The lamps are new."));
    }

    private void ApplyAs(int no) =>
        Branch.Do(no, new Apply(Section.Programme.Version, "", IsOldEnough: true));

    // A third of the voters each put another candidate first; nobody here minds who wins a single seat.
    private void VoteInTurn(MatterNo matter, int candidates)
    {
        var box = BoxOf(matter);
        foreach (var voter in Section.Ballots.Of(box).Roll)
            Branch.Do(
                voter.Value,
                new Cast(
                    box,
                    candidates == 0
                        ? "for"
                        : FormattableString.Invariant(
                            $"{Math.Min(candidates, 3) - voter.Value % Math.Min(candidates, 3)}"
                        )
                )
            );
    }

    private MatterNo Last() => Section.Matters.All.Keys.Last();

    private void To(int day) => Branch.Pass(_founded + Duration.FromDays(day) - Now);
}
