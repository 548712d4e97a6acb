using Plenum.Domain;
using Plenum.Domain.Statutes;
using Plenum.Web.Doors;

namespace Plenum.Web.Desk;

/// <summary>Who enters acts on paper for others now.</summary>
public static class AtTheDesk
{
    public static IEnumerable<MemberNo> Of(Here here) =>
        here
            .Section.Mandates.Current.Values.Where(m =>
                m.InForceAt(here.Now) && here.Section.Gives(m, Power.Desk)
            )
            .Select(m => m.Holder)
            .Distinct();
}
