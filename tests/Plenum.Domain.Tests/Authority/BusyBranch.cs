using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Bodies;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>
/// A local union ten weeks after its founding, brought there by real commands and the clock alone, at a moment when
/// every command is in order for somebody: boxes secret and open, petitions, sittings, a count-back, a lapse, a recall.
/// </summary>
public sealed partial class BusyBranch
{
    /// <summary>So many founders that the lots drawn on the way fall on nobody who has another part.</summary>
    private const int Founders = 52;

    private const int FormerChair = 2;
    private const int NewChair = 3;
    private const int SecretaryNo = 4;
    private const int FormerTreasurer = 5;
    private const int Keeper = 6;
    private const int FormerKeeper = 7;
    private const int CommitteeMember = 9;
    private const int OtherOnCommittee = 10;
    private const int LeftCommittee = 11;
    private const int RunnerUp = 12;
    private const int LapsedNo = 15;
    private const int NoticedNo = 16;
    private const int Refused = Founders + 1;
    private const int New = Founders + 2;
    private const int Invited = Founders + 3;
    private const int Applicant = Founders + 4;

    private static readonly BodyId Committee = new("committee");

    /// <summary>Two of the committee vouched for this founder days ago.</summary>
    public static readonly MemberNo LostSignIn = new(Founders);

    private static readonly Lazy<BusyBranch> OfAUnion = new(() => new BusyBranch("union"));
    private static readonly Lazy<BusyBranch> OfAProgramme = new(() => new BusyBranch("programme"));

    private readonly Instant _founded;

    public static BusyBranch Union => OfAUnion.Value;

    public static BusyBranch Programme => OfAProgramme.Value;

    public Branch Branch { get; }
    public Section Section => Branch.Section;
    public Instant Now => Branch.Now;

    public MandateNo TakenBack { get; private set; }
    public MandateNo Vacated { get; private set; }
    public MatterNo ChairElection { get; private set; }
    public MatterNo Decision { get; private set; }
    public MatterNo BasicLaw { get; private set; }
    public MatterNo Wording { get; private set; }
    public MatterNo TreasurerElection { get; private set; }
    public MatterNo TreasurerAgain { get; private set; }
    public MatterNo KeeperElection { get; private set; }
    public MatterNo Protest { get; private set; }
    public MatterNo Voting { get; private set; }
    public MatterNo CommitteeVoting { get; private set; }
    public MatterNo Supported { get; private set; }
    public MatterNo RecallPetition { get; private set; }
    public MatterNo OwnMotion { get; private set; }
    public MatterNo OwnPetition { get; private set; }
    public MatterNo BeforeTheMeeting { get; private set; }

    public SittingNo MeetingToEnter { get; private set; }
    public SittingNo MeetingToOpen { get; private set; }
    public SittingNo MeetingOpen { get; private set; }
    public SittingNo CommitteeToEnter { get; private set; }
    public SittingNo CommitteeToOpen { get; private set; }

    /// <summary>A founder with no part in anything.</summary>
    public int Member { get; private set; }

    private BusyBranch(string kind)
    {
        var statutes = Templates
            .Text("local-union", small: true)
            .Replace("kind: union", $"kind: {kind}", StringComparison.Ordinal);
        Branch = Branch.Founded(Founders, statutes, SmallBranch.ProgrammeText);
        // Every question draws a lot, the refused ones too; after these nobody of the story plays two parts.
        for (var questions = 0; questions < 14; questions++)
            Branch.Refused(1, new AskSecrecy(MatterNo.None));
        _founded = Branch.Now;
        ElectOfficers();
        TakeTheChairBack();
        ChangeTheOfficers();
        ApplyAndInvite(kind);
        BringMatters();
        CallMeetings();
        BringMattersOfTheLastDays();
        Meet();
        PutToTheMeeting();
    }

    /// <summary>The same after two of the committee vouched for a founder days ago.</summary>
    public Section Vouched =>
        Replayed(
            new MembershipEvent.SignInVouched(LostSignIn, new(CommitteeMember)),
            new MembershipEvent.SignInVouched(LostSignIn, new(OtherOnCommittee)),
            new MembershipEvent.SignInOpens(LostSignIn, Now - Duration.FromDays(1))
        );

    /// <summary>The same with a check of the roll that the lot has named one of the panel for.</summary>
    public Section Checked =>
        Replayed(
            new MembershipEvent.RollCheckBegan(Protest, 1, Digest.None, [new(Member)]),
            new MembershipEvent.AuditorsDrawn(
                Protest,
                [new(NumberOf("panel"))],
                Now + Duration.FromDays(10)
            )
        );

    /// <summary>The same after two meetings without a quorum.</summary>
    public Section WithoutQuorum
    {
        get
        {
            var (first, second) = (
                Section.Bodies.NextNo,
                new SittingNo(Section.Bodies.NextNo.Value + 1)
            );
            return Replayed(
                new BodiesEvent.Called(first, BodyId.Members, Now, "", SittingNo.None, []),
                new BodiesEvent.Failed(first, 1, 6),
                new BodiesEvent.Called(second, BodyId.Members, Now, "", SittingNo.None, []),
                new BodiesEvent.Failed(second, 1, 6)
            );
        }
    }

    /// <summary>The same in the middle of a tree: it belongs to a federation, and is one with a congress itself.</summary>
    public Section Federated =>
        Replayed(
            new StatutesEvent.Adopted(
                Section.Statutes.Version + 1,
                Document.Of(Section.Statutes.Book.Draft.Text + Trees.Forest.CongressArticle),
                MatterNo.None
            ),
            new TreeEvent.Joined(Acts.Elsewhere, "Union", [Acts.Elsewhere], Now),
            new TreeEvent.TookIn(new(new string('b', 64)), "Docks", 5, MatterNo.None, Now)
        );

    /// <summary>The same with a second section, so that sections weigh something against each other.</summary>
    public Section OfTwo =>
        Section.Evolve(
            Federated,
            new TreeEvent.TookIn(new(new string('c', 64)), "Mill", 5, MatterNo.None, Now)
        );

    public Reweigh OneSeatForEveryFour =>
        new(
            "Fewer seats",
            [OfTwo.Change(new ArticleId("congress"), "per: 3", "per: 4")],
            "The hall is small.",
            Now + Duration.FromDays(300)
        );

    /// <summary>The same, and the plain member has asked to move to a section of its tree.</summary>
    public Section Moving =>
        Section.Evolve(Federated, new TransferEvent.Asked(new(Member), 1, Acts.Elsewhere, Now));

    /// <summary>The same with a congress called, whose returns have been waited for long enough.</summary>
    public Section Returning =>
        Section.Evolve(
            Federated,
            new CongressesEvent.Called(1, Trees.Forest.Congress, Now, Now, Now)
        );

    /// <summary>The same, and the day has come to ask the sections how they are.</summary>
    public Section Reporting => Section.Evolve(Federated, new ScopeEvent.Planned(Now));

    /// <summary>The same, and the members of a sister section have agreed to take its own in.</summary>
    public Section Merging =>
        Section.Evolve(
            Federated,
            new MergersEvent.Agreed(
                new(1),
                new(new string('c', 64)),
                "Quay",
                WeGo: true,
                OwnMotion,
                Now + Duration.FromDays(30),
                1
            )
        );

    /// <summary>The same, and the level above has ordered something that ends now.</summary>
    public Section Intervened =>
        Section.Evolve(
            Federated,
            new InterventionsEvent.Opened(
                new(1),
                Acts.Elsewhere,
                new(1),
                Measure.HoldVote,
                OwnPetition,
                Now,
                Now
            )
        );

    private Section Replayed(params Event[] happened) =>
        happened.Aggregate(Section, Section.Evolve);

    public MandateNo SeatOf(string body) =>
        Section.Mandates.On(new BodyId(body), Now).Select(m => m.No).First();

    public BoxNo BoxOf(MatterNo matter) =>
        Section.Matters.Find(matter)?.Stage is Stage.Voting voting ? voting.Box : BoxNo.None;

    /// <summary>Which founder, applicant or stranger stands for a column; robots have none.</summary>
    public int NumberOf(string person) =>
        person switch
        {
            "stranger" => 900,
            "invited" => Invited,
            "applicant" => Applicant,
            "refused" => Refused,
            "lapsed" => LapsedNo,
            "new" => New,
            "noticed" => NoticedNo,
            "member" => Member,
            "candidate" => RunnerUp,
            "committee" => CommitteeMember,
            "chair" => NewChair,
            "secretary" or "expired" or "caretaker" => SecretaryNo,
            "commission" => DrawnFor("commission", KeeperElection),
            "panel" => DrawnFor("panel", Protest),
            "keeper" => Keeper,
            "recalled" => FormerChair,
            _ => 0,
        };

    private int DrawnFor(string body, MatterNo matter) =>
        Section
            .Mandates.On(new BodyId(body), Now)
            .Where(m => m.By == matter)
            .Max(m => m.Holder.Value);
}
