using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Testing;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>The same section as a federation whose chair has put a question to the members of all its sections.</summary>
public sealed partial class BusyBranch
{
    private const int Stranger = 900;

    private static readonly SectionId Docks = new(new string('b', 64));

    public MatterNo ToAll => Federated.Matters.NextNo;

    public BoxNo BoxOfAll => Federated.Ballots.NextNo;

    /// <summary>Whoever is a stranger here has a line in the part of the roll that another section returned.</summary>
    public Section Debated =>
        Section.Evolve(
            Happening(
                Federated,
                new PutToAll("Bicycles", "A shed.", Secret: false),
                Actor.Self(Branch.Person(NewChair))
            ),
            new ReferendumsEvent.RollReturned(
                ToAll,
                Docks,
                Docks,
                "Docks",
                1,
                [],
                [RollLine.Of(Section.Id, ToAll, Branch.Person(Stranger))]
            )
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

    private Section Happening(Section section, Command command, Actor actor) =>
        (
            (Ruling.InOrder)command.Decide(section, new Occasion(Now, actor, Draw.Nothing))
        ).Events.Aggregate(section, Section.Evolve);
}
