using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Bodies;
using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Referendums;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>The command that each row of the table is about, filled in so that it is in order for those who may.</summary>
public static partial class Acts
{
    public static readonly SectionId Elsewhere = new(new string('a', 64));

    private static readonly BodyId Committee = new("committee");

    private static readonly string Statutes = Templates.Text("local-union", small: true);

    public static Command Of(TableRow row, BusyBranch b) =>
        row.Key switch
        {
            "ballots/beginanew: election of a keeper" => new BeginAnew(b.BoxOf(b.KeeperElection)),
            "ballots/cast: election of a keeper" => new Cast(b.BoxOf(b.KeeperElection), "1"),
            "ballots/cast: motion before the members" => new Cast(b.BoxOf(b.Voting), "for"),
            "ballots/cast: amendment of the programme" => new Cast(b.BoxOf(b.BasicLaw), "for"),
            "ballots/cast: motion before the committee" => new Cast(
                b.BoxOf(b.CommitteeVoting),
                "for"
            ),
            "ballots/cast: protest before the panel" => new Cast(b.BoxOf(b.Protest), "for"),
            "ballots/enterpapers: election of a keeper" => new EnterPapers(
                b.BoxOf(b.KeeperElection),
                ["1"]
            ),
            "ballots/issuepaper: election of a keeper" => new IssuePaper(
                b.BoxOf(b.KeeperElection),
                new MemberNo(b.Member)
            ),
            "bodies/callsitting: members' meeting" => new CallSitting(
                BodyId.Members,
                b.Now + Duration.FromDays(10),
                "Union hall",
                SittingNo.None,
                []
            ),
            "bodies/callelectionsassembly: two meetings had no quorum" => new CallElectionsAssembly(
                b.Now + Duration.FromDays(10),
                "Union hall"
            ),
            "bodies/closesitting: members' meeting opened by the member" => new CloseSitting(
                b.MeetingOpen
            ),
            "bodies/departsitting: members' meeting" => new DepartSitting(b.MeetingToOpen),
            "bodies/entersitting: members' meeting" => new EnterSitting(b.MeetingToEnter),
            "bodies/entersitting: committee" => new EnterSitting(b.CommitteeToEnter),
            "bodies/opensitting: members' meeting" => new OpenSitting(b.MeetingToOpen),
            "bodies/opensitting: committee" => new OpenSitting(b.CommitteeToOpen),
            "bodies/letsittingpass: sitting of yesterday" => FirstDue(b, DueKind.Sitting),
            "elections/callelection: auditors whose seat nobody took" => new CallElection(
                new BodyId("auditors")
            ),
            "elections/consenttocountback: seat of a committee member who resigned" =>
                new ConsentToCountBack(b.Vacated),
            "elections/countback: seat of a committee member who resigned" => FirstDue(
                b,
                DueKind.CountBack
            ),
            "elections/judge: protest before the panel" => new Judge(b.Protest, Remedy.Recount),
            "elections/protest: election of the treasurer" => new Protest(
                b.TreasurerElection,
                "The box stood open."
            ),
            "elections/stand: election of a treasurer" => new Stand(
                b.TreasurerAgain,
                "I will report.",
                PublicName: false
            ),
            "elections/standdown: election of a treasurer" => new StandDown(b.TreasurerAgain),
            "mandates/expire: first mandate that falls due" => FirstDue(b, DueKind.Mandate),
            "mandates/drawinterim: the treasurer's empty seat" => FirstDue(b, DueKind.Vacancy),
            "mandates/offertoactfor: the treasurer's empty seat" => new OfferToActFor(
                new BodyId("treasurer")
            ),
            "mandates/takebackoffer: offer of one on the committee" => new TakeBackOffer(
                new BodyId("treasurer")
            ),
            "mandates/recall: the chair" => new Recall(b.SeatOf("chair")),
            "mandates/recall: a seat drawn by lot" => new Recall(b.SeatOf("panel")),
            "mandates/report: the secretary's mandate" => new Report(
                b.SeatOf("secretary"),
                "Done this month."
            ),
            "mandates/report: the mandate taken back" => new Report(
                b.TakenBack,
                "Done this month."
            ),
            "mandates/resign: the secretary's mandate" => new Resign(b.SeatOf("secretary")),
            "mandates/resign: the mandate taken back" => new Resign(b.TakenBack),
            "matters/advance: first matter that falls due" => FirstDue(b, DueKind.Matter),
            "matters/asksecrecy: motion in debate" => new AskSecrecy(b.OwnMotion),
            "matters/challenge: decision of the committee" => new Challenge(b.Decision),
            "matters/fileminorityreport: motion in debate" => new FileMinorityReport(
                b.OwnMotion,
                "It costs too much."
            ),
            "matters/signminorityreport: report on the motion in debate" => new SignMinorityReport(
                b.OwnMotion,
                1
            ),
            "matters/postnotices: motion in debate" => new PostNotices(
                b.OwnMotion,
                "The harbour canteen",
                4,
                b.Section.DayOf(b.Now)
            ),
            "matters/puttohands: members' meeting opened by the member" => new PutToHands(
                b.BeforeTheMeeting,
                b.MeetingOpen,
                new MemberNo(b.NumberOf("committee")),
                new MemberNo(b.NumberOf("keeper"))
            ),
            "matters/counthands: motion put to the meeting" => new CountHands(
                b.BeforeTheMeeting,
                4,
                3,
                2
            ),
            "matters/demanddivision: motion put to the meeting" => new DemandDivision(
                b.BeforeTheMeeting
            ),
            "matters/objectto: mere wording" => new ObjectTo(b.Wording),
            "matters/summon: members' meeting" => new Summon(
                "The rota",
                "It is unjust.",
                b.Now + Duration.FromDays(20)
            ),
            "matters/support: amendment collecting support" => new Support(b.Supported),
            "matters/support: petition to recall a keeper" => new Support(b.RecallPetition),
            "matters/withdraw: the member's own motion" => new Withdraw(b.OwnMotion),
            "matters/withdrawsupport: petition the member signed" => new WithdrawSupport(
                b.OwnPetition
            ),
            "ballots/cast: question to all sections in the vote" => new Cast(b.BoxOfAll, "for"),
            "matters/asksecrecy: question to all sections in debate" => new AskSecrecy(b.ToAll),
            "referendums/puttoall: section without sections"
            or "referendums/puttoall: federation with a congress" => new PutToAll(
                "Bicycles",
                "A shed.",
                Secret: true
            ),
            _ => OfMembership(row, b),
        };

    private static Command OfMembership(TableRow row, BusyBranch b)
    {
        var section = b.Section;
        var applicant = new MemberNo(b.NumberOf("applicant"));
        var noticed = new MemberNo(b.NumberOf("noticed"));
        return row.Key switch
        {
            "membership/acceptinvitation: " => new AcceptInvitation(section.Programme.Version, ""),
            "membership/admit: the applicant" => new Admit(applicant),
            "membership/appeal: after the members refused"
            or "membership/appeal: programme: after the committee refused" => new Appeal(),
            "membership/apply: " => new Apply(section.Programme.Version, "", IsOldEnough: true),
            "membership/attest: the applicant" => new Attest(applicant),
            "membership/cure: dues of the noticed member are paid" => new Cure(
                noticed,
                CuredBy.Payment
            ),
            "membership/cure: hardship of the noticed member" => new Cure(
                noticed,
                CuredBy.Hardship
            ),
            "membership/dispute: notice of one's own" => new Dispute("I paid in cash."),
            "membership/invite: an older roll" => new Invite(Branch.Person(950), b.Now),
            "membership/invitemany: an older roll" => new InviteMany([
                new Invitation(Branch.Person(951), b.Now),
                new Invitation(Branch.Person(952), b.Now),
            ]),
            "membership/forget: " => new Forget("A. Writer"),
            "membership/leave: " => new Leave(),
            "membership/asktransfer: section that belongs to none"
            or "membership/asktransfer: section of a federation" => new AskTransfer(Elsewhere, 1),
            "membership/takebacktransfer: transfer of nobody"
            or "membership/takebacktransfer: transfer of the member's own" =>
                new TakeBackTransfer(),
            "membership/letdeadlinespeak: first person whose deadline falls due" => FirstDue(
                b,
                DueKind.Member
            ),
            "membership/notify: the member" => new Notify(new MemberNo(b.Member), "dues"),
            "membership/refuse: the applicant" or "membership/refuse: programme: the applicant" =>
                new Refuse(applicant, 2, "Not of our view."),
            "membership/withdrawinvitation: the invited person" => new WithdrawInvitation(
                new MemberNo(b.NumberOf("invited"))
            ),
            "membership/vouchforsignin: for the member" => new VouchForSignIn(
                new MemberNo(b.Member)
            ),
            "membership/restoresignin: two vouched four days ago" => new RestoreSignIn(
                BusyBranch.LostSignIn
            ),
            "membership/keepsignin: two vouched four days ago" => new KeepSignIn(
                BusyBranch.LostSignIn
            ),
            "membership/demandrollcheck: " => new DemandRollCheck(),
            "membership/checkentry: entry drawn by lot" => new CheckEntry(
                b.Protest,
                new MemberNo(b.Member),
                Sound: true,
                ""
            ),
            "membership/letrollcheckpass: auditors who did nothing" => new LetRollCheckPass(
                b.Protest,
                b.Now + Duration.FromDays(10)
            ),
            "motions/putmotion: before the members" => new PutMotion(
                "Bicycles",
                "A shed.",
                BodyId.Members,
                [10],
                []
            ),
            "motions/putmotion: before the committee" => new PutMotion(
                "Bicycles",
                "A shed.",
                Committee,
                [],
                []
            ),
            "motions/reporttask: task given to the secretary" => new ReportTask(
                section.Motions.Tasks.Keys.First(),
                "It is warm.",
                Done: true
            ),
            "programme/amendprogramme: " => new AmendProgramme(
                "One more",
                section.Programme.Text.Write() + "\n11. A thirty-hour week.\n",
                section.Programme.Digest
            ),
            "programme/reaccept: with a reservation" => new Reaccept("Not the tenth."),
            "congresses/allotseats: congress nobody called"
            or "congresses/allotseats: returns overdue" => new AllotSeats(1, b.Now),
            "congresses/callcongress: section without a congress"
            or "congresses/callcongress: federation with a congress" => new CallCongress(
                new BodyId("congress")
            ),
            "congresses/reweigh: federation of two sections" => b.OneSeatForEveryFour,
            "congresses/disputecredential: seat of another delegate" => new DisputeCredential(
                b.Delegated,
                SeatGround.NotElected,
                "Nobody was invited to the vote."
            ),
            "congresses/giveway: delegate who can come" => new GiveWay(
                b.Delegated,
                new(b.Delegated.Value + 1)
            ),
            "congresses/giveway: the mandate taken back" => new GiveWay(
                b.TakenBack,
                new(b.Delegated.Value + 1)
            ),
            "congresses/takeseatback: delegate stood in for" => new TakeSeatBack(b.Delegated),
            "congresses/summoncongress: section that belongs to none"
            or "congresses/summoncongress: section of a federation" => new SummonCongress(
                "It has not met for two years."
            ),
            "mandates/instruct: committee the members elect" => new Instruct(
                Committee,
                "Shorter hours",
                "Seek them.",
                MatterNo.None,
                Bidding.InWords
            ),
            "mandates/instruct: panel drawn by lot" => new Instruct(
                new BodyId("panel"),
                "Shorter hours",
                "Seek them.",
                MatterNo.None,
                Bidding.InWords
            ),
            "letters/receive: letter of another section" => new Receive(
                Elsewhere,
                1,
                new Letter.AffiliationEnded(MatterNo.None)
            ),
            "competences/seekpower: federation that reserves"
            or "competences/seekpower: section of no others" => new SeekPower(
                new SubjectId("tactics"),
                "One day for all.",
                b.Now + Duration.FromDays(500)
            ),
            "competences/letpowerfallback: power lent until now"
            or "competences/letpowerfallback: section of a federation" => new LetPowerFallBack(
                new CessionNo(1),
                b.Now
            ),
            "competences/bringinline: section outside the frame"
            or "competences/bringinline: section of a federation" => new BringInLine("In line"),
            "motions/putmotion: federation that reserves" => new PutMotion(
                "Out on Monday",
                "All sections go out.",
                BodyId.Members,
                [],
                [],
                new SubjectId("tactics")
            ),
            "mergers/proposemerger: section that belongs to none"
            or "mergers/proposemerger: section of a federation"
            or "mergers/proposemerger: section that merges" => new ProposeMerger(
                new SectionId(new string('c', 64)),
                "One hall, one committee."
            ),
            "mergers/chooseside: section that merges"
            or "mergers/chooseside: section of a federation" => new ChooseSide(
                new MergerNo(1),
                1,
                Goes: true
            ),
            "mergers/completemerger: section that merges"
            or "mergers/completemerger: section of a federation" => new CompleteMerger(
                new MergerNo(1),
                b.Now + Duration.FromDays(30)
            ),
            "rights/askintervention: section that belongs to none"
            or "rights/askintervention: section of a federation" => new AskIntervention(
                Measure.HoldAssembly,
                "Meet",
                "It has not met for two years."
            ),
            "rights/askintervention: officers for a section of a federation" => new AskIntervention(
                Measure.AppointOfficers,
                "A chair",
                "Ours is idle."
            ),
            "rights/appealintervention: no intervention"
            or "rights/appealintervention: intervention here" => new AppealIntervention(
                new InterventionNo(1),
                "We had met."
            ),
            "rights/endintervention: no intervention"
            or "rights/endintervention: intervention here" => new EndIntervention(
                new InterventionNo(1),
                b.Now
            ),
            "sections/assessscope: section of no others"
            or "sections/assessscope: reports to be asked for" => new AssessScope(b.Now),
            "sections/asktojoin: " => new AskToJoin(Elsewhere, "Together we are more."),
            "sections/leavefederation: section that belongs to none"
            or "sections/leavefederation: section of a federation" => new LeaveFederation(
                "We disagree."
            ),
            "mandates/carryover: circle that carries over"
            or "mandates/carryover: section that has begun" => new CarryOver(
                [new Invitation(new PersonId(new string('7', 32)), Instant.MinValue)],
                []
            ),
            "sections/carryplace: circle that carries over"
            or "sections/carryplace: section that has begun" => new CarryPlace(Elsewhere, []),
            "sections/begin: empty folder" or "sections/begin: section that has begun" => Founding,
            "statutes/amend: " => b.AmendmentOf("recall", "window: P30D", "window: P29D"),
            _ => OfAll(row, b),
        };
    }

    private static Begin Founding =>
        new(
            Begin.IdOf("Quay", Statutes, SmallBranch.ProgrammeText, "n"),
            "Quay",
            "Etc/UTC",
            Statutes,
            SmallBranch.ProgrammeText,
            [.. Enumerable.Range(1, 6).Select(Branch.Person)],
            "n"
        );

    private static Command FirstDue(BusyBranch b, DueKind kind) =>
        Deadlines.CommandFor(
            b.Section,
            b.Section.Dues.First(d => d.Kind == kind),
            b.Branch.PapersOf
        );
}
