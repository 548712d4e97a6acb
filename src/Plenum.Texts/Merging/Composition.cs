using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;

namespace Plenum.Texts.Merging;

/// <summary>A set of changes that was adopted, or is to be looked at with others.</summary>
/// <param name="Number">Its number in the order of adoption, which decides what stands first where several insert; no two have the same.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Changes">Its changes of the base.</param>
public sealed record Amendment(int Number, string Name, ImmutableArray<Change> Changes)
{
    /// <summary>The amendment that makes one version of another, as others can be composed with it.</summary>
    /// <param name="number">Its number in the order of adoption.</param>
    /// <param name="name">What people call it.</param>
    /// <param name="before">The base.</param>
    /// <param name="after">The text as the amendment has it.</param>
    public static Amendment Between(
        int number,
        string name,
        TextVersion before,
        TextVersion after
    ) => new(number, name, Comparison.Cautious(before, after));
}

/// <summary>A text composed of a base and amendments.</summary>
/// <param name="Text">The text; where there is a conflict it says what the base says.</param>
/// <param name="Conflicts">What people have to decide, in the order of the base.</param>
/// <param name="Adjacent">What touches and is to be read together.</param>
/// <param name="Sources">Where every word of every block comes from.</param>
public sealed record Composition(
    TextVersion Text,
    ImmutableArray<Conflict> Conflicts,
    ImmutableArray<Adjacency> Adjacent,
    ImmutableDictionary<BlockId, ImmutableArray<Source>> Sources
);

/// <summary>What came of composing: a text, or changes that do not fit the base.</summary>
public abstract record Composed
{
    private Composed() { }

    /// <summary>A text.</summary>
    /// <param name="Composition">The text with what is to be decided and to be read together.</param>
    public sealed record Done(Composition Composition) : Composed;

    /// <summary>Changes that are none of this base: where, what was found, what was expected.</summary>
    /// <param name="Amendment">The amendment.</param>
    /// <param name="Findings">What is wrong with it.</param>
    public sealed record Refused(string Amendment, ImmutableArray<Finding> Findings) : Composed;
}

/// <summary>Composing any number of amendments into a base, merging two versions of it, and applying one set of changes.</summary>
public static class Compose
{
    /// <summary>
    /// All amendments into the base. They may be given in any order. Edits conflict when they share a word of the base, or
    /// one strikes a block that another changes; insertions in one place stand in the order of their numbers and are told.
    /// </summary>
    /// <param name="text">The base.</param>
    /// <param name="amendments">The amendments.</param>
    /// <exception cref="ArgumentException">One number twice.</exception>
    public static Composed All(TextVersion text, IEnumerable<Amendment> amendments)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(amendments);
        var sorted = amendments.OrderBy(amendment => amendment.Number).ToList();
        for (var i = 1; i < sorted.Count; i++)
            if (sorted[i].Number == sorted[i - 1].Number)
                throw new ArgumentException(
                    $"one number twice: {sorted[i].Number}",
                    nameof(amendments)
                );
        return Of(text, sorted, ordered: true);
    }

    /// <summary>Two versions of one base: what both may have, and what people have to decide. Insertions at one place are for people.</summary>
    /// <param name="text">The base.</param>
    /// <param name="a">One version.</param>
    /// <param name="b">The other.</param>
    public static Composition Merge(TextVersion text, TextVersion a, TextVersion b) =>
        Of(
            text,
            [Amendment.Between(1, "a", text, a), Amendment.Between(2, "b", text, b)],
            ordered: false
        )
            is Composed.Done(var merged)
            ? merged
            : throw new InvalidOperationException("a comparison that does not fit its own base");

    /// <summary>One set of changes.</summary>
    /// <param name="text">The base.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="name">What the words that they bring are said to come from.</param>
    public static Composed Apply(TextVersion text, IEnumerable<Change> changes, string name = "") =>
        Of(text, [new Amendment(0, name, [.. changes])], ordered: true);

    internal static Composed Of(TextVersion text, IReadOnlyList<Amendment> sides, bool ordered)
    {
        var edits = ImmutableArray.CreateBuilder<Edits>(sides.Count);
        foreach (var side in sides)
        {
            var (own, findings) = Edits.Of(text, side.Name, side.Changes);
            if (findings.Length > 0)
                return new Composed.Refused(side.Name, findings);
            edits.Add(own);
        }
        return new Composed.Done(Composer.Of(text, edits.MoveToImmutable(), ordered));
    }
}
