namespace Plenum.Domain.Statutes;

internal static partial class RulesReader
{
    private static InterventionRule Intervention(Draft draft) =>
        draft.Root["intervention"].Exists
            ? Intervention(From(draft, "intervention"))
            : InterventionRule.Unwritten;

    private static InterventionRule Intervention(Source s) =>
        new(
            s.Article,
            s.Body("decided_by"),
            s.Time("lasts"),
            s.Texts("measures").Items.Select(w => Words.Parse<Measure>(w)!.Value).ToEquatable()
        );
}
