using NodaTime;
using Plenum.Domain.Mandates;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>
/// The seats of one section in a congress that sits, the members over whom they were allotted, what shows it, and the
/// digest of that paper.
/// </summary>
public sealed record CarriedSeats(
    SectionId Section,
    int Members,
    int Seats,
    string Evidence,
    Digest Paper
);

/// <summary>The statutes name no such congress.</summary>
public sealed record NoSuchCongress(BodyId Body)
    : Reason("carry-over.no-congress", ReasonKind.NotThis);

/// <summary>One congress sits, and its seats end on one day.</summary>
public sealed record AnotherCongress(BodyId Body, Instant Until)
    : Reason("carry-over.another-congress", ReasonKind.NotThis);

/// <summary>Seats are those of sections that the founding names as its own.</summary>
public sealed record NotNamedBelow(SectionId Section)
    : Reason("carry-over.not-named-below", ReasonKind.NotThis);

public sealed record SeatsNamedAlready() : Reason("carry-over.seats-named", ReasonKind.NotThis);

/// <summary>No section has no seat or more than there are in any congress, and none has seats over no members.</summary>
public sealed record NoSuchSeats(int Members, int Seats)
    : Reason("carry-over.no-such-seats", ReasonKind.NotThis);

/// <summary>
/// Whoever founds a federation for an organisation that exists names the congress that sits and the seats of its sections.
/// Who sits on them each section tells by its letters, as of any congress.
/// </summary>
public sealed record CarryCongress(BodyId Body, Instant Until, EquatableArray<CarriedSeats> Seats)
    : Command
{
    /// <summary>A federation that is founded has called no other congress.</summary>
    public const int Number = 1;

    public const int MostSeats = 1_000;

    public const int MostMembers = 100_000_000;

    public override Ruling Decide(Section section, Occasion occasion)
    {
        if (occasion.Actor is not Actor.Founder)
            return new NotTheFounder().By(Begin.Charter);
        if (section.Sections.Founding != Founding.Circle)
            return new FoundingIsOver().By(Begin.Charter).ByCharter("C13");
        if (Seats.Count > Invitations.MostAtOnce)
            return new TooManyAtOnce(Seats.Count, Invitations.MostAtOnce);
        if (!section.Statutes.Book.Has(Body, BodyKind.Congress))
            return new NoSuchCongress(Body).By(Begin.Charter);
        var body = section.Statutes.Book.Body(Body);
        // C1: who has begun to sit sits no longer than one term of the statutes.
        if (Until <= occasion.Now || section.After(occasion.Now, body.Term) < Until)
            return new NotARunningTerm(occasion.Now, Until).By(body.Article).ByCharter("C1");
        var unfolding = new Unfolding(section);
        foreach (var seats in Seats)
        {
            if (Fault(unfolding.Section, seats) is { } fault)
                return fault.By(body.Article).ByCharter("C13");
            unfolding.Then(
                new CongressesEvent.CarriedOver(
                    Number,
                    Body,
                    Until,
                    seats.Section,
                    seats.Members,
                    seats.Seats,
                    seats.Evidence.Trim(),
                    seats.Paper
                )
            );
            if (section.Sections.Tree.HasAffiliate(seats.Section))
                Delegations.TellSeats(unfolding, seats.Section);
        }
        return new Ruling.InOrder(new Authority.Founders(), Begin.Charter, unfolding.Events, []);
    }

    private Reason? Fault(Section section, CarriedSeats seats)
    {
        var tree = section.Sections.Tree;
        var sitting = section.Congresses.All.GetValueOrDefault(Number);
        return sitting is not null && (sitting.Body, sitting.Until) != (Body, Until)
                ? new AnotherCongress(sitting.Body, sitting.Until)
            : !tree.Expected.Contains(seats.Section) && !tree.HasAffiliate(seats.Section)
                ? new NotNamedBelow(seats.Section)
            : sitting is not null && sitting.Seats.ContainsKey(seats.Section)
                ? new SeatsNamedAlready()
            : seats.Members is < 1 or > MostMembers || seats.Seats is < 1 or > MostSeats
                ? new NoSuchSeats(seats.Members, seats.Seats)
            : !CarriedMandates.IsShown(seats.Evidence, seats.Paper) ? new NoEvidence(Body)
            : null;
    }
}
