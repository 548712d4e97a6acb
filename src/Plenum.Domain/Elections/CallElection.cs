using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Elections;

/// <summary>No body of that name has elected seats.</summary>
public sealed record NoSuchBody(BodyId Body) : Reason("body.none", ReasonKind.NoSuchThing);

/// <summary>Every seat is held, or their election is already open.</summary>
public sealed record NoSeatToFill(BodyId Body) : Reason("election.no-empty-seat");

/// <summary>Any member opens the overdue election of an empty seat; it needs no officer (C16, C17).</summary>
public sealed record CallElection(BodyId Body) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsMember(
            occasion,
            member =>
            {
                if (!section.Statutes.Book.Has(Body) || !Calling.IsElected(section.RuleOf(Body)))
                    return new NoSuchBody(Body);
                var body = section.RuleOf(Body);
                // A circle has no officers until enough founders have accepted; then every election opens by itself.
                if (section.Sections.Founding != Founding.Constituted)
                    return new NotConstituted().By(body.Article);
                var empty = Calling.EmptySeats(section, body, occasion.Now);
                if (empty <= 0 || Calling.IsRunning(section, Body))
                    return new NoSeatToFill(Body).By(body.Article);
                var unfolding = new Unfolding(section);
                Calling.Fill(unfolding, body, occasion.Now);
                return new Ruling.InOrder(
                    new Authority.Member(member.No),
                    body.Article,
                    unfolding.Events,
                    []
                );
            }
        );
}
