using System.Collections.Immutable;
using Plenum.Domain.Statutes;

namespace Plenum.Cli.Demo.Federated;

/// <summary>Three countries with four branches each, and what stands above them. None of them exists.</summary>
internal static class Atlas
{
    public static Place World { get; } =
        Above("Harbour Workers' International", "International", 8, "", "", "Etc/UTC");

    public static ImmutableArray<Place> Countries { get; } =
    [
        Above("Harbour Workers of Portugal", "Portugal", 12, "PT", "Lisboa", "Europe/Lisbon"),
        Above("Harbour Workers of Kenya", "Kenya", 12, "KE", "Mombasa", "Africa/Nairobi"),
        Above(
            "Harbour Workers of Uruguay",
            "Uruguay",
            12,
            "UY",
            "Montevideo",
            "America/Montevideo"
        ),
    ];

    /// <summary>The branches of the country with the same place in the list.</summary>
    public static ImmutableArray<ImmutableArray<Place>> Branches { get; } =
    [
        [
            Branch("Lisboa", 72, Countries[0]),
            Branch("Leixões", 54, Countries[0]),
            Branch("Setúbal", 40, Countries[0]),
            Branch("Sines", 26, Countries[0]),
        ],
        [
            Branch("Mombasa", 60, Countries[1]),
            Branch("Kisumu", 48, Countries[1]),
            Branch("Lamu", 44, Countries[1]),
            Branch("Malindi", 32, Countries[1]),
        ],
        [
            Branch("Montevideo", 62, Countries[2]),
            Branch("Fray Bentos", 56, Countries[2]),
            Branch("Nueva Palmira", 34, Countries[2]),
            Branch("Colonia", 28, Countries[2]),
        ],
    ];

    public static ImmutableArray<Place> All { get; } =
    [.. Branches.SelectMany(b => b), .. Countries, World];

    private static Place Branch(string town, int people, Place country) =>
        new(
            $"{town} Branch",
            town,
            people,
            country.Country,
            town,
            country.Zone,
            In(Text("local-union", $"{town} Branch", "branch", country.Zone), country.Country, town)
                + Delegates(3)
        );

    private static Place Above(
        string name,
        string title,
        int people,
        string country,
        string locality,
        string zone
    ) =>
        new(
            name,
            title,
            people,
            country,
            locality,
            zone,
            In(Seats(Text("federation", name, "section", zone)), country, locality)
                + (country.Length > 0 ? Delegates(3) + HandedDown : "")
        );

    // Every branch debates for its own time, between these bounds.
    private const string HandedDown = """

        ## What branches take over {#frame}

        Whoever joins is vouched for in the same way everywhere. How long a branch debates it decides itself, between two bounds.

        ```rule
        frame:
          keys: [membership.attested_by]
        ```

        ```rule
        open:
          - {id: debate, key: motions.debate, least: P2D, most: P28D}
        ```

        """;

    private static string Text(string template, string name, string word, string zone) =>
        Templates
            .Text(template, small: true)
            .Replace(
                template == "federation"
                    ? "# Statutes of the federation"
                    : "# Statutes of the local union",
                $"# Statutes of the {name}",
                StringComparison.Ordinal
            )
            .Replace(
                template == "federation" ? "name: \"Federation\"" : "name: \"Local Union\"",
                $"name: \"{name}\"",
                StringComparison.Ordinal
            )
            .Replace(
                template == "federation" ? "section_word: section" : "section_word: local",
                $"section_word: {word}",
                StringComparison.Ordinal
            )
            .Replace("time_zone: Etc/UTC", $"time_zone: {zone}", StringComparison.Ordinal)
            // All members decide here who belongs, so that a section is taken in by a vote.
            .Replace("decided_by: committee #", "decided_by: members #", StringComparison.Ordinal);

    // Where a section works stands in its statutes, so that its members have voted on it.
    private static string In(string text, string country, string locality) =>
        country.Length == 0
            ? text
            : text.Replace(
                "  time_zone: ",
                $"  country: {country}\n  locality: \"{locality}\"\n  time_zone: ",
                StringComparison.Ordinal
            );

    // One delegate for every thirty members or part of them.
    private static string Seats(string text)
    {
        const string start = "apportionment: {";
        var from = text.IndexOf(start, StringComparison.Ordinal);
        var to = text.IndexOf('}', from) + 1;
        return $"{text[..from]}apportionment: {{method: per_members, per: 30, least: 1, most: 3}}{text[to..]}";
    }

    private static string Delegates(int seats) =>
        $"""


            ## Delegates {"{#delegates}"}

            We send delegates to the congress of our federation and may call them back.

            ```rule
            bodies:
              - id: delegates # default: the word used in the other articles
                title: Delegates # default: plain name
                kind: delegation # default: as many as the congress allots
                seats: {seats} # default: never more than three
                elected_by: members # charter: C13
                method: scottish_stv # default: seats in proportion to votes
                term: P1Y # default: until the next congress
                max_consecutive: 3 # charter: C1
                powers: [] # default: they vote where they are sent
                quorum: "> 1/2 of seats" # default: more than half of all seats
                meets_every: P1Y # default: once a year
                notice: P7D # default: a week
                votes: by_name # charter: C7
            ```

            """;
}
