using Plenum.Domain;
using Plenum.Domain.Congresses;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Web.Sections;

/// <summary>
/// What a section has told its federation of itself: by its return to the congress that sits, or when it was taken in.
/// Its own record knows more, and that is nobody's business above.
/// </summary>
public static class LastTold
{
    public static Congress? Sitting(Section federation) =>
        federation.Rules.Congress is { } body ? federation.Congresses.Sitting(body.Id) : null;

    public static Allotment Of(Congress? sitting, Affiliate affiliate) =>
        sitting?.Seats.GetValueOrDefault(affiliate.Id)
        ?? new Allotment(affiliate.Id, affiliate.Members, 0);
}
