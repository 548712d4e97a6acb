using Plenum.Domain.Matters;
using Plenum.Domain.Referendums;
using Plenum.Web.Doors;

namespace Plenum.Web.Referendums;

/// <summary>What a petition of members of all sections is called.</summary>
public static class DemandTitles
{
    public static string Of(Here here, Question.Demand demand) =>
        demand.Asked switch
        {
            Demand.Congress => here.S[
                "title.demand-congress",
                ("name", here.NameOf(demand.Convener))
            ],
            Demand.VoteOn on => here.S[
                "title.demand-vote",
                ("no", on.Decision.Value),
                ("name", here.NameOf(demand.Convener))
            ],
        };
}
