using System.Collections.Immutable;
using System.Globalization;
using Plenum.Domain;

namespace Plenum.Cli.Demo;

/// <summary>The people of the demonstration by the number they go by in its story. None of them exists.</summary>
internal static class Cast
{
    public const int Founders = 18;

    public static ImmutableArray<string> Names { get; } =
    [
        "Amina Diallo",
        "Tomasz Wieczorek",
        "Lucía Ferrándiz",
        "Kwame Asante-Boateng",
        "Nguyễn Thị Hạnh",
        "Mehmet Karaca",
        "Siobhán Ní Dhálaigh",
        "Rajani Thapa",
        "João Salgueiro",
        "Oksana Hrytsenko",
        "Yusuf al-Khatib",
        "Ingrid Sæther",
        "Seo Dong-hyun",
        "Fatima Benkirane",
        "Pavel Dvořáček",
        "Leilani Kahale",
        "Chinedu Obiora",
        "Eleni Papadaki",
        "Arturo Quispe",
        "Zsófia Bárány",
        "Hamza Qureshi",
        "Mireille Tchoumba",
        "Noor van der Velde",
        "Hayashida Takumi",
        "Milagros Quintana",
        "Bertrand Collet",
    ];

    public static IEnumerable<int> Everybody => Enumerable.Range(1, Names.Length);

    public static PersonId Person(int no) =>
        new(
            Digest.Of(string.Create(CultureInfo.InvariantCulture, $"plenum demo person {no}")).Hex[
                ..32
            ]
        );

    public static string NameOf(PersonId person) =>
        Everybody.Where(no => Person(no) == person).Select(no => Names[no - 1]).FirstOrDefault("");
}
