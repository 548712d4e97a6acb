using NodaTime;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>The statutes of the section name no delegates whom its members elect.</summary>
public sealed record NoDelegation() : Reason("carry-over.no-delegation", ReasonKind.NotThis);

/// <summary>No delegate carried over sits longer than the congress.</summary>
public sealed record LongerThanTheCongress(Instant Until, Instant Most)
    : Reason("carry-over.longer-than-the-congress", ReasonKind.NotThis);

/// <summary>
/// Whoever founds a section for an organisation that exists names the seats it has in the congress that sits above, so that
/// the mandates of its delegates can be carried over. The federation seats nobody beyond those that its own founding names.
/// </summary>
public sealed record CarrySeats(int Seats, Instant Until) : Command
{
    public override Ruling Decide(Section section, Occasion occasion)
    {
        if (occasion.Actor is not Actor.Founder)
            return new NotTheFounder().By(Begin.Charter);
        if (section.Sections.Founding != Founding.Circle)
            return new FoundingIsOver().By(Begin.Charter).ByCharter("C13");
        if (section.Sections.Tree.Allotted != AllottedSeats.None)
            return new SeatsNamedAlready().By(Begin.Charter);
        if (
            !section.Rules.Bodies.Items.Any(b =>
                b.Kind == BodyKind.Delegation && Calling.IsElected(b)
            )
        )
            return new NoDelegation().By(Begin.Charter).ByCharter("C13");
        if (Seats is < 1 or > CarryCongress.MostSeats)
            return new NoSuchSeats(section.Membership.Members.Count, Seats).By(Begin.Charter);
        return
            Until <= occasion.Now
            || section.After(occasion.Now, CarriedMandates.LongestTerm) < Until
            ? new NotARunningTerm(occasion.Now, Until).By(Begin.Charter).ByCharter("C1")
            : Ruling.Under(
                new Authority.Founders(),
                Begin.Charter,
                new TreeEvent.Allotted(CarryCongress.Number, Seats, Until)
            );
    }
}
