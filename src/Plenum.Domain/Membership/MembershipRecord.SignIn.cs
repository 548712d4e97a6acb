using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Membership;

/// <summary>A lost sign-in being restored: who vouched, and from when it may be.</summary>
public sealed record Restoring(EquatableArray<MemberNo> By, Instant Opens);

public sealed partial record MembershipRecord
{
    private static readonly Restoring NotRestoring = new([], Instant.MaxValue);

    public ImmutableSortedDictionary<MemberNo, Restoring> Restorings { get; init; } =
        ImmutableSortedDictionary<MemberNo, Restoring>.Empty;

    public Restoring RestoringOf(MemberNo member) =>
        Restorings.GetValueOrDefault(member, NotRestoring);

    private MembershipRecord Restored(MemberNo no) =>
        this with
        {
            Restorings = Restorings.Remove(no),
        };

    // Total: an erased number restores nobody.
    private MembershipRecord Restore(MemberNo no, Func<Restoring, Restoring> change) =>
        Members.ContainsKey(no)
            ? this with
            {
                Restorings = Restorings.SetItem(no, change(RestoringOf(no))),
            }
            : this;
}
