using System.Collections.Immutable;

namespace Plenum.Domain.Statutes;

/// <summary>The version in force, and the digests of those before it.</summary>
public sealed record StatutesRecord
{
    public static readonly StatutesRecord Empty = new();

    public StatuteBook Book { get; init; } = StatuteBook.None;
    public int Version { get; init; }
    public ImmutableSortedDictionary<int, Digest> Versions { get; init; } =
        ImmutableSortedDictionary<int, Digest>.Empty;

    public StatutesRecord Evolve(StatutesEvent happened) =>
        happened switch
        {
            StatutesEvent.Adopted adopted => this with
            {
                Book = StatuteBook.Standing(adopted.Text.Content),
                Version = adopted.Version,
                Versions = Versions.SetItem(adopted.Version, adopted.Text.Digest),
            },
        };
}
