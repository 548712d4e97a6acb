using NodaTime;

namespace Plenum.Domain.Statutes;

/// <summary>So long, and by so many members or so large a part of the sections, a congress's basic law can be called to a vote of all members.</summary>
public sealed record DemandRule(Period Within, Quantity Members, Quantity Sections)
{
    /// <summary>As the charter has it where statutes say nothing (C8).</summary>
    public static readonly DemandRule Least = new(
        Period.FromDays(60),
        new Quantity.Share(new Ratio(1, 20)),
        new Quantity.Share(new Ratio(1, 10))
    );
}
