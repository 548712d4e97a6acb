using System.Collections.Immutable;
using Plenum.Domain;

namespace Plenum.Web.Doors;

/// <summary>People whose names look the same, told apart by their numbers where they stand side by side.</summary>
public static class Namesakes
{
    /// <summary>The names in their order, with the number of the member behind each that another could be taken for.</summary>
    public static ImmutableArray<string> Told(
        Here here,
        IReadOnlyList<(MemberNo No, string Name)> people
    )
    {
        var alike = people
            .GroupBy(person => Names.Skeleton(person.Name), StringComparer.Ordinal)
            .Where(group => group.Select(person => person.No).Distinct().Skip(1).Any())
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. people.Select(person =>
                alike.Contains(Names.Skeleton(person.Name))
                    ? here.S["people.numbered", ("name", person.Name), ("no", person.No.Value)]
                    : person.Name
            ),
        ];
    }

    public static ImmutableDictionary<MemberNo, string> Told(
        Here here,
        IReadOnlyList<MemberNo> members
    ) =>
        members
            .Zip(Told(here, [.. members.Select(no => (no, here.NameOf(no)))]))
            .ToImmutableDictionary(pair => pair.First, pair => pair.Second);
}
