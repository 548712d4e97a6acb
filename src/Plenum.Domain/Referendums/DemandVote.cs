namespace Plenum.Domain.Referendums;

/// <summary>
/// A member begins to collect signatures so that a decision of a congress or another body above goes to the vote of the
/// members of all sections, while it is open to challenge (C16, S30).
/// </summary>
public sealed record DemandVote(SectionId Federation, MatterNo Decision, string Why) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        Demands.Begin(section, occasion, Federation, Why, new Demand.VoteOn(Decision, Why));
}
