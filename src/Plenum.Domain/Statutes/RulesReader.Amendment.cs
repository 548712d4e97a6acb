namespace Plenum.Domain.Statutes;

internal static partial class RulesReader
{
    private static AmendmentRule Amendment(Source s) =>
        new(
            s.Article,
            s.Amount("initiative"),
            s.Time("notice"),
            s.Time("vote_lasts"),
            s.Majority("majority"),
            s.Majority("programme_majority"),
            s.Time("wording_published"),
            s.Amount("wording_objections"),
            s.Time("cooling_off")
        )
        {
            ByCongress = s.Text("decided_by") == "congress",
            Demand = s.Has("challenge") ? Demand(s.Under("challenge")) : DemandRule.Least,
        };

    private static DemandRule Demand(Source s) =>
        new(s.Time("within"), s.Amount("members"), SectionsIn(s));

    private static Quantity SectionsIn(Source s) =>
        s.Has("sections") ? s.Share("sections") : DemandRule.Least.Sections;
}
