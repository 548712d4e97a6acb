using NodaTime;

namespace Plenum.Domain.Statutes;

/// <summary>By lot among constituents for so long; any other way the charter allows is the election or the count-back itself.</summary>
public sealed record InterimRule(bool IsByLot, Period AtMost)
{
    public static readonly InterimRule Nobody = new(IsByLot: false, Period.Zero);
}
