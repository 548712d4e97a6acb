using NodaTime;
using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;
using Plenum.Testing;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>The same section as a federation whose chair has put a question to the members of all its sections.</summary>
public sealed partial class BusyBranch
{
    private const int Stranger = 900;

    private static readonly SectionId Docks = new(new string('b', 64));

    public MatterNo ToAll => Federated.Matters.NextNo;

    public BoxNo BoxOfAll => Federated.Ballots.NextNo;

    /// <summary>
    /// Whoever is a stranger here has a line in the part of the roll that another section returned; whoever helps at the
    /// desk here does there too.
    /// </summary>
    public Section Debated =>
        new Event[]
        {
            new ReferendumsEvent.RollReturned(
                ToAll,
                Docks,
                Docks,
                "Docks",
                1,
                [],
                [RollLine.Of(Section.Id, ToAll, Branch.Person(Stranger))]
            ),
            new ReferendumsEvent.DeskNamed(
                ToAll,
                Docks,
                [
                    new DeskMandate(
                        Branch.Person(NumberOf("secretary")),
                        Now - Duration.FromDays(1),
                        Now + Duration.FromDays(90)
                    ),
                ]
            ),
        }.Aggregate(
            Happening(
                Federated,
                new PutToAll("Bicycles", "A shed.", Secret: false),
                Actor.Self(Branch.Person(NewChair))
            ),
            Section.Evolve
        );

    public Section AskedAll
    {
        get
        {
            var unfolding = new Unfolding(Debated);
            Putting.Open(
                unfolding,
                unfolding.Section.Matters.All[ToAll],
                unfolding.Section.Referendums.Put[ToAll],
                new Occasion(Now, new Actor.Clock(), Draw.Nothing)
            );
            return unfolding.Section;
        }
    }

    /// <summary>Another section asks to belong here, and the committee decides.</summary>
    public Section Considering
    {
        get
        {
            var unfolding = new Unfolding(Section);
            Recognition.Consider(
                unfolding,
                Acts.Elsewhere,
                new Letter.AffiliationAsked("Docks", 5, MatterNo.None),
                Now
            );
            return unfolding.Section;
        }
    }

    public MandateNo Delegated => Section.Mandates.NextNo;

    /// <summary>The same as a section that sends delegates: who sits on the committee is one, who stands for treasurer an alternate.</summary>
    public Section Sending =>
        new Event[]
        {
            new StatutesEvent.Adopted(
                Section.Statutes.Version + 1,
                Document.Of(
                    Section.Statutes.Book.Draft.Text
                        + TreeStatutes.DelegatesArticle
                        + TreeStatutes.AlternatesArticle
                ),
                MatterNo.None
            ),
            new TreeEvent.Joined(Acts.Elsewhere, "Union", [Acts.Elsewhere], Now),
            Seated(Delegated, Trees.Forest.Delegation, NumberOf("committee")),
            Seated(new(Delegated.Value + 1), new("alternates"), NumberOf("candidate")),
        }.Aggregate(Section, Section.Evolve);

    /// <summary>The same, and the delegate cannot come.</summary>
    public Section StoodIn =>
        Section.Evolve(
            Sending,
            new CongressesEvent.GaveWay(Delegated, new(Delegated.Value + 1), Now)
        );

    /// <summary>The same as a federation in whose congress two sit whom another section has sent: the same two.</summary>
    public Section Sitting =>
        new Event[]
        {
            Seated(Delegated, Trees.Forest.Congress, NumberOf("committee")),
            new CongressesEvent.Seated(Docks, new(1), Delegated),
            Seated(new(Delegated.Value + 1), Trees.Forest.Congress, NumberOf("candidate")),
            new CongressesEvent.Seated(Docks, new(2), new(Delegated.Value + 1)),
        }.Aggregate(Federated, Section.Evolve);

    private MandatesEvent.Began Seated(MandateNo no, BodyId body, int holder) =>
        new(
            no,
            body,
            new MemberNo(holder),
            BodyId.Members,
            Now - Duration.FromDays(1),
            Now + Duration.FromDays(90),
            Now + Duration.FromDays(60),
            MatterNo.None,
            BoxNo.None,
            1
        );

    private const string Competences = """

        ## Who decides what {#competences}

        What a section can decide itself it decides itself.

        ```rule
        competences:
          decided_by: members
          reserved: [tactics, strikes]
          shared: [campaigns]
        ```

        """;

    /// <summary>The same with statutes that reserve matters to its sections.</summary>
    public Section Reserving =>
        Section.Evolve(
            Federated,
            new StatutesEvent.Adopted(
                Section.Statutes.Version + 2,
                Document.Of(Federated.Statutes.Book.Draft.Text + Competences),
                MatterNo.None
            )
        );

    /// <summary>The same, and a power it has lent the level above comes back now.</summary>
    public Section Lending =>
        Section.Evolve(
            Federated,
            new CompetencesEvent.Lent(
                new(1),
                Acts.Elsewhere,
                new(1),
                new("tactics"),
                "",
                OwnMotion,
                Now,
                Now
            )
        );

    /// <summary>The same, and its motions are debated for less time than the level above leaves open.</summary>
    public Section OutsideTheFrame =>
        Section.Evolve(
            Federated,
            new FrameEvent.Received(
                Acts.Elsewhere,
                2,
                [new FrameRule("motions.debate", "P60D", Open: true, "P50D", "P60D")],
                Now
            )
        );

    private Section Happening(Section section, Command command, Actor actor) =>
        (
            (Ruling.InOrder)command.Decide(section, new Occasion(Now, actor, Draw.Nothing))
        ).Events.Aggregate(section, Section.Evolve);
}
