using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>What a change of the text does to members' rights (S80).</summary>
public static class Directions
{
    /// <summary>No rule touched is wording; until a rule is known to widen, touching one counts as narrowing.</summary>
    public static ChangeDirection Of(Draft before, Draft after) =>
        Blocks(before).SequenceEqual(Blocks(after), StringComparer.Ordinal)
            ? ChangeDirection.Wording
            : ChangeDirection.Narrowing;

    private static IEnumerable<string> Blocks(Draft draft) =>
        draft.Articles.SelectMany(a => a.Blocks.Items.Select(b => b.Text));
}
