using System.Collections.Immutable;
using Plenum.Domain;

namespace Plenum.Cli.Demo.Federated;

/// <summary>Six hundred names for people who do not exist, made of given and family names of their countries.</summary>
internal static class Crowd
{
    private static readonly ImmutableSortedDictionary<
        string,
        (string[] Given, string[] Family)
    > Names = ImmutableSortedDictionary<string, (string[], string[])>
        .Empty.Add(
            "PT",
            (
                [
                    "Amélia",
                    "Baltasar",
                    "Conceição",
                    "Duarte",
                    "Esperança",
                    "Fernão",
                    "Graça",
                    "Henrique",
                    "Inês",
                    "Joaquim",
                    "Leonor",
                    "Martim",
                    "Noémia",
                    "Otília",
                    "Plácido",
                    "Rosário",
                ],
                [
                    "Abrantes",
                    "Barbosa",
                    "Cardoso",
                    "Domingues",
                    "Esteves",
                    "Figueira",
                    "Gouveia",
                    "Lobato",
                    "Magalhães",
                    "Nogueira",
                    "Pacheco",
                    "Quaresma",
                    "Ramalho",
                    "Sequeira",
                    "Teles",
                    "Vidigal",
                ]
            )
        )
        .Add(
            "KE",
            (
                [
                    "Achieng",
                    "Baraka",
                    "Chebet",
                    "Daudi",
                    "Fatuma",
                    "Gathoni",
                    "Hassan",
                    "Imani",
                    "Juma",
                    "Kamau",
                    "Lulu",
                    "Makena",
                    "Neema",
                    "Otieno",
                    "Rehema",
                    "Salim",
                ],
                [
                    "Abdalla",
                    "Barasa",
                    "Chelimo",
                    "Gitonga",
                    "Juma",
                    "Karisa",
                    "Kibet",
                    "Mbogo",
                    "Mwangi",
                    "Mwinyi",
                    "Njoroge",
                    "Odhiambo",
                    "Omondi",
                    "Salim",
                    "Wafula",
                    "Wanjiru",
                ]
            )
        )
        .Add(
            "UY",
            (
                [
                    "Aníbal",
                    "Beatriz",
                    "Ciro",
                    "Delmira",
                    "Eladio",
                    "Florencia",
                    "Gervasio",
                    "Hebe",
                    "Idea",
                    "Julio",
                    "Ledesma",
                    "Matilde",
                    "Nelson",
                    "Ofelia",
                    "Raúl",
                    "Yamandú",
                ],
                [
                    "Acosta",
                    "Benítez",
                    "Correa",
                    "Dutra",
                    "Etchart",
                    "Ferreira",
                    "Giménez",
                    "Ibarra",
                    "Larrañaga",
                    "Machado",
                    "Olivera",
                    "Píriz",
                    "Rocha",
                    "Silveira",
                    "Techera",
                    "Viera",
                ]
            )
        )
        .Add(
            "",
            (
                ["Anouk", "Björn", "Chiyo", "Dimitra", "Emeka", "Farida", "Goran", "Hye-jin"],
                [
                    "Aaltonen",
                    "Bekele",
                    "Castellani",
                    "Dragović",
                    "Erdem",
                    "Fontaine",
                    "Gill",
                    "Horváth",
                ]
            )
        );

    public static ImmutableDictionary<PersonId, (string Name, Place Home)> All { get; } =
        Gathered();

    private static ImmutableDictionary<PersonId, (string Name, Place Home)> Gathered()
    {
        var people = ImmutableDictionary.CreateBuilder<PersonId, (string, Place)>();
        var before = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var place in Atlas.All)
        {
            var (given, family) = Names[place.Country];
            for (var no = 1; no <= place.People; no++)
            {
                var at = before[place.Country] = before.GetValueOrDefault(place.Country) + 1;
                // Every round of given names goes with family names shifted by one, so that no name comes twice.
                var name =
                    $"{given[at % given.Length]} {family[(at + at / given.Length) % family.Length]}";
                people.Add(place.Person(no), (name, place));
            }
        }
        return people.ToImmutable();
    }
}
