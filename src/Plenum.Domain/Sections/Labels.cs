using NodaTime;
using Plenum.Domain.Letters;

namespace Plenum.Domain.Sections;

/// <summary>
/// Which sections live, and what their federation may call itself by them: a pure function of what they reported. The
/// bounds are part of the program's law and the same for everybody, so that nobody sets their own.
/// </summary>
public static class Labels
{
    /// <summary>The charter's founding number: fewer are a circle and no section.</summary>
    public const int LeastMembers = 5;

    public const int SectionsOfANation = 4;
    public const int LocalitiesOfANation = 3;
    public const int CountriesOfTheWorld = 5;
    public const int SectionsOfTheWorld = 10;

    /// <summary>Younger sections do not count (C6); those that founded the federation do.</summary>
    public static readonly Period LeastAge = Period.FromMonths(6);

    /// <summary>Whoever has not met for so long lives on paper only (C6).</summary>
    public static readonly Period MetWithin = Period.FromMonths(12);

    /// <summary>Whether a section is one that lives: large enough, old enough, and met of late.</summary>
    public static bool IsActive(Section federation, SectionId id, Instant now) =>
        federation.Sections.Tree.Affiliates.TryGetValue(id, out var affiliate)
        && federation.Sections.Scope.Reports.TryGetValue(id, out var report)
        && report.Members >= LeastMembers
        && now < federation.After(report.LastMet, MetWithin)
        && now < federation.After(report.At, Reporting.OldestReport)
        && (
            federation.After(report.Since, LeastAge) <= now
            || affiliate.Since <= federation.After(federation.Sections.ConstitutedAt, LeastAge)
        );

    /// <summary>The active sections of a federation by place, those below its own sections included.</summary>
    public static EquatableArray<PlaceCount> Places(Section federation, Instant now) =>
        federation
            .Sections.Scope.Reports.Where(r => IsActive(federation, r.Key, now))
            .SelectMany(r =>
                r.Value.Below.Prepend(
                    new PlaceCount(r.Value.Country, r.Value.Locality, 1, r.Value.Members)
                )
            )
            .GroupBy(p => (p.Country, p.Locality))
            .OrderBy(g => g.Key.Country, StringComparer.Ordinal)
            .ThenBy(g => g.Key.Locality, StringComparer.Ordinal)
            .Select(g => new PlaceCount(
                g.Key.Country,
                g.Key.Locality,
                g.Sum(p => p.Sections),
                g.Sum(p => p.Members)
            ))
            .ToEquatable();

    /// <summary>What a federation with these active sections is, and what it lacks to be more.</summary>
    public static Reach Of(EquatableArray<PlaceCount> places, int affiliates)
    {
        // A section that does not say where it works is nowhere in particular: it spreads nothing.
        var countries = places
            .Where(p => p.Country.Length > 0)
            .GroupBy(p => p.Country, StringComparer.Ordinal)
            .ToArray();
        var localities = places.Where(p => p.Country.Length > 0 && p.Locality.Length > 0).ToArray();
        var (active, members) = (places.Sum(p => p.Sections), places.Sum(p => p.Members));
        var isOfOneCountry = countries.Length <= 1;
        var (largest, size) = isOfOneCountry
            ? Largest(localities.Select(p => (p.Locality, p.Members)))
            : Largest(countries.Select(c => (c.Key, c.Sum(p => p.Members))));
        var reach = new Reach(
            ScopeLabel.Section,
            active,
            Math.Max(active, affiliates),
            localities.Length,
            countries.Length,
            members,
            largest,
            size,
            ScopeLack.Nothing,
            0
        );
        if (affiliates == 0)
            return reach with { Label = ScopeLabel.Branch };
        var (lack, needed) = isOfOneCountry ? OfANation(reach) : OfTheWorld(reach);
        return lack == ScopeLack.Nothing
            ? reach with
            {
                Label = isOfOneCountry ? ScopeLabel.National : ScopeLabel.World,
            }
            : reach with
            {
                Lack = lack,
                Needed = needed,
            };
    }

    private static (ScopeLack, int) OfANation(Reach reach) =>
        reach.Active < SectionsOfANation ? (ScopeLack.Sections, SectionsOfANation)
        : reach.Localities < LocalitiesOfANation ? (ScopeLack.Localities, LocalitiesOfANation)
        : IsMoreThanHalf(reach) ? (ScopeLack.LargestLocality, reach.Members / 2)
        : (ScopeLack.Nothing, 0);

    private static (ScopeLack, int) OfTheWorld(Reach reach) =>
        reach.Countries < CountriesOfTheWorld ? (ScopeLack.Countries, CountriesOfTheWorld)
        : reach.Active < SectionsOfTheWorld ? (ScopeLack.Sections, SectionsOfTheWorld)
        : IsMoreThanHalf(reach) ? (ScopeLack.LargestCountry, reach.Members / 2)
        : (ScopeLack.Nothing, 0);

    private static bool IsMoreThanHalf(Reach reach) => reach.LargestMembers * 2L > reach.Members;

    private static (string, int) Largest(IEnumerable<(string Name, int Members)> all) =>
        all.OrderByDescending(p => p.Members)
            .ThenBy(p => p.Name, StringComparer.Ordinal)
            .FirstOrDefault(("", 0));
}
