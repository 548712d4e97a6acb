using Plenum.Domain.Matters;

namespace Plenum.Domain.Statutes;

/// <summary>
/// What a change of the text does to members' rights (S80): one narrowing rule makes the whole change narrowing, and
/// what nobody has decided about narrows.
/// </summary>
public static class Directions
{
    /// <summary>No rule touched is wording.</summary>
    public static ChangeDirection Of(Draft before, Draft after) =>
        Of(Changes.Between(before, after));

    public static ChangeDirection Of(EquatableArray<Change> changes) =>
        Any(changes, ChangeDirection.Narrowing) ? ChangeDirection.Narrowing
        : Any(changes, ChangeDirection.Widening) ? ChangeDirection.Widening
        : changes.Count > 0 ? ChangeDirection.Neutral
        : ChangeDirection.Wording;

    private static bool Any(EquatableArray<Change> changes, ChangeDirection direction) =>
        changes.Items.Any(c => c.Direction == direction);
}
