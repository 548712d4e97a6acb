using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>What the parts of a text are called, and which new body takes nothing from anybody.</summary>
internal static class Structure
{
    /// <summary>Every rule that stands somewhere of its own: the blocks, and each item of lists that several articles add to.</summary>
    public static IEnumerable<KeyPath> Places(Draft draft) =>
        draft.Root.Entries.Items.SelectMany(e =>
            e.Value is Node.List list
                ? Names(list).Select(n => KeyPath.Root.Key(e.Key).Item(n))
                : [KeyPath.Root.Key(e.Key)]
        );

    public static ImmutableArray<string> Names(Node list) =>
        [.. list.Items.Items.Select(Node.NameOf)];

    public static string Name(Concern concern) => concern.ToString().ToLowerInvariant();

    private static readonly ImmutableArray<string> Plain =
    [
        "id",
        "title",
        "kind",
        "seats",
        "elected_by",
        "method",
        "term",
        "max_consecutive",
        "powers",
        "quorum",
        "meets_every",
        "notice",
        "open_to_members",
    ];

    /// <summary>
    /// A committee with no powers that all members elect: it may talk. A congress may not only talk, because the
    /// amendment rule knows it by its name.
    /// </summary>
    public static bool IsHarmless(Draft draft, Node body) =>
        body["kind"].Text == "committee"
        && body["id"].Text != "congress"
        && body["powers"] is Node.List { Nodes.Count: 0 }
        && body["method"].Text == "scottish_stv"
        && draft
            .Root["bodies"]
            .Items.Items.Any(b =>
                b["id"].Text == body["elected_by"].Text && b["kind"].Text == "assembly"
            )
        && body.Entries.Items.All(e => Plain.Contains(e.Key, StringComparer.Ordinal));
}
