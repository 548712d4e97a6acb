using System.Globalization;
using Plenum.Domain;
using Plenum.Domain.Sections;
using Plenum.Testing;

namespace Plenum.Bench.Federated;

/// <summary>A section of the federation that is measured, or the federation itself: its name, its people and its text.</summary>
internal sealed record Place(string Name, int People, string Statutes)
{
    public const int InTheFederation = 12;

    private const string Programme = "# Principles\n\n1. Nobody lives from the labour of others.\n";

    private static readonly string[] Countries =
    [
        "PT",
        "KE",
        "UY",
        "IN",
        "BR",
        "ZA",
        "ES",
        "IT",
        "KR",
        "US",
    ];

    private static readonly string[] Given =
    [
        "Amina",
        "Tomasz",
        "Lucía",
        "Kwame",
        "Hạnh",
        "Mehmet",
        "Siobhán",
        "Rajani",
        "João",
        "Oksana",
    ];

    // The digest of the whole founding: worked out once.
    public SectionId Id { get; } = Begin.IdOf(Name, Statutes, Programme, "bench");

    public static Place Federation { get; } =
        new(
            "Federation",
            InTheFederation,
            TreeStatutes.OfAFederation("method: per_members, per: 100, least: 1, most: 3")
        );

    /// <summary>Every section has a text of its own, as sections do: nothing is gained by reading one of them twice.</summary>
    public static Place Section(int no, int people)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"Local {no:D5}");
        var country = Countries[no % Countries.Length];
        return new Place(
            name,
            people,
            TreeStatutes
                .OfASection.Replace(
                    "name: \"Local Union\"",
                    $"name: \"{name}\"",
                    StringComparison.Ordinal
                )
                .Replace(
                    "  time_zone: Etc/UTC",
                    $"  country: {country}\n  locality: \"{country} {no / 10}\"\n  time_zone: Etc/UTC",
                    StringComparison.Ordinal
                )
        );
    }

    public PersonId Person(int no) =>
        new(Digest.Of(FormattableString.Invariant($"bench {Name} {no}")).Hex[..32]);

    public string NameOf(int no) =>
        string.Create(CultureInfo.InvariantCulture, $"{Given[no % Given.Length]} {Name} {no}");

    public string EmailOf(int no) =>
        string.Create(CultureInfo.InvariantCulture, $"m{no}.{Name.Replace(' ', '.')}@example.org");

    public Begin Begin =>
        new(
            Id,
            Name,
            "Etc/UTC",
            Statutes,
            Programme,
            Enumerable.Range(1, Begin.FoundersNeeded).Select(Person).ToEquatable(),
            "bench"
        );
}
