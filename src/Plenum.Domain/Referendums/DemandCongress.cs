namespace Plenum.Domain.Referendums;

/// <summary>
/// A member begins to collect signatures for a congress of a federation above. When one in twenty of the members of all
/// its sections have signed, it is called and meets, and no officer acts (C16).
/// </summary>
public sealed record DemandCongress(SectionId Federation, string Why) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        Demands.Begin(section, occasion, Federation, Why, new Demand.Congress(Why));
}
