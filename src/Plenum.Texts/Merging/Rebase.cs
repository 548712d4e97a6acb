using System.Collections.Immutable;
using Plenum.Texts.Changes;
using Plenum.Texts.Comparing;

namespace Plenum.Texts.Merging;

/// <summary>What became of an amendment of an older version when it was moved to a newer one.</summary>
public abstract record Rebased
{
    private Rebased() { }

    /// <summary>Nothing it touches has changed: the same amendment of the newer version.</summary>
    /// <param name="Amendment">The amendment.</param>
    /// <param name="Adjacent">Where it touches what has changed, to be read together.</param>
    public sealed record Moved(Amendment Amendment, ImmutableArray<Adjacency> Adjacent) : Rebased;

    /// <summary>Something it touches has changed: back to whoever proposed it, with both texts.</summary>
    /// <param name="Conflicts">Each place: the older version, the newer one, the amendment.</param>
    public sealed record Returned(ImmutableArray<Conflict> Conflicts) : Rebased;

    /// <summary>It is no amendment of the older version.</summary>
    /// <param name="Findings">What is wrong.</param>
    public sealed record Refused(ImmutableArray<Finding> Findings) : Rebased;

    /// <summary>Moves an amendment to a newer version.</summary>
    /// <param name="before">The version it was written for.</param>
    /// <param name="after">The newer one.</param>
    /// <param name="amendment">The amendment.</param>
    public static Rebased Of(TextVersion before, TextVersion after, Amendment amendment)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        ArgumentNullException.ThrowIfNull(amendment);
        var adopted = new Amendment(0, "", Comparison.Cautious(before, after));
        return Compose.Of(before, [adopted, amendment], ordered: false) switch
        {
            Composed.Refused(_, var findings) => new Refused(findings),
            Composed.Done({ Conflicts.IsEmpty: false } merged) => new Returned(merged.Conflicts),
            Composed.Done(var merged) => new Moved(
                amendment with
                {
                    Changes = Comparison.Cautious(after, merged.Text),
                },
                merged.Adjacent
            ),
        };
    }
}
