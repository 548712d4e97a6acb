using System.Collections.Immutable;

namespace Plenum.Web.Import;

/// <summary>What a column of the list is read as.</summary>
public enum RollColumn
{
    Name,
    Given,
    Family,
    Email,
    Since,
    Postal,
}

/// <summary>
/// Which columns of a list are read and which are passed over, by what people call them. Both are shown before anything is
/// imported: a list whose addresses nobody reads looks as fine as one without any.
/// </summary>
public sealed record RollColumns(
    ImmutableArray<(RollColumn As, int Place, string Head)> Read,
    ImmutableArray<string> PassedOver
)
{
    // In the languages of the house and a few more. "nombre" and "nom" are a whole name in one list and half of one in
    // another, which only the columns beside them tell.
    private static readonly ImmutableArray<string> Whole =
    [
        "full name",
        "whole name",
        "name and surname",
        "nombre completo",
        "nombre y apellidos",
        "nom complet",
        "nom et prénom",
        "nome completo",
        "vollständiger name",
    ];
    private static readonly ImmutableArray<string> WholeOrHalf = ["name", "nombre", "nom", "nome"];
    private static readonly ImmutableArray<string> GivenNames =
    [
        "given name",
        "given names",
        "first name",
        "firstname",
        "forename",
        "nombre de pila",
        "prénom",
        "prenom",
        "prénoms",
        "vorname",
    ];
    private static readonly ImmutableArray<string> FamilyNames =
    [
        "family name",
        "last name",
        "lastname",
        "surname",
        "apellido",
        "apellidos",
        "primer apellido",
        "segundo apellido",
        "nom de famille",
        "nachname",
        "familienname",
        "cognome",
        "sobrenome",
        "apelido",
    ];
    private static readonly ImmutableArray<string> Emails =
    [
        "email",
        "e-mail",
        "mail",
        "email address",
        "e-mail address",
        "mail address",
        "correo",
        "correo electrónico",
        "courriel",
        "adresse e-mail",
        "adresse mail",
        "e-mail-adresse",
        "email-adresse",
        "mailadresse",
    ];
    private static readonly ImmutableArray<string> Sinces =
    [
        "since",
        "member since",
        "joined",
        "date joined",
        "joined on",
        "join date",
        "joining date",
        "desde",
        "alta",
        "fecha de alta",
        "miembro desde",
        "membre depuis",
        "date d'adhésion",
        "eintritt",
        "eintrittsdatum",
        "mitglied seit",
    ];
    private static readonly ImmutableArray<string> Postals =
    [
        "address",
        "postal",
        "postal address",
        "dirección",
        "dirección postal",
        "adresse",
        "adresse postale",
        "anschrift",
    ];

    // Columns of the file of errors say what was wrong, and are not read again.
    private static readonly ImmutableArray<string> OfTheErrorFile = ["line", "why", "rest"];

    public int Place(RollColumn column)
    {
        foreach (var read in Read)
            if (read.As == column)
                return read.Place;
        return -1;
    }

    /// <param name="heads">The first row of the list.</param>
    /// <returns>Its columns, or why nobody's name can be read.</returns>
    public static (RollColumns Columns, FileTrouble Trouble) Of(ImmutableArray<string> heads)
    {
        var names = Names(heads);
        var read = ImmutableArray.CreateBuilder<(RollColumn, int, string)>();
        read.AddRange(names.Select(n => (n.As, n.At, heads[n.At])));
        foreach (
            var (words, column) in new[]
            {
                (Emails, RollColumn.Email),
                (Sinces, RollColumn.Since),
                (Postals, RollColumn.Postal),
            }
        )
            if (All(heads, words) is [var first, ..])
                read.Add((column, first, heads[first]));
        var taken = read.Select(r => r.Item2).ToHashSet();
        var columns = new RollColumns(
            read.ToImmutable(),
            [
                .. heads.Where(
                    (head, at) =>
                        !taken.Contains(at) && head.Length > 0 && !Is(OfTheErrorFile, head)
                ),
            ]
        );
        return (
            columns,
            names.Length == 0 ? FileTrouble.NoNameColumn
            : names is [{ As: not RollColumn.Name }] ? FileTrouble.HalfNames
            : FileTrouble.None
        );
    }

    private static ImmutableArray<(RollColumn As, int At)> Names(ImmutableArray<string> heads)
    {
        var (whole, either, given, family) = (
            All(heads, Whole),
            All(heads, WholeOrHalf),
            All(heads, GivenNames),
            All(heads, FamilyNames)
        );
        if (whole is [var one, ..])
            return [(RollColumn.Name, one)];
        if (given.Length > 0 && family.Length > 0)
            return [.. given.Select(As(RollColumn.Given)), .. family.Select(As(RollColumn.Family))];
        if (either is [var half, ..])
            return family.Length > 0
                    ? [(RollColumn.Given, half), .. family.Select(As(RollColumn.Family))]
                : given.Length > 0
                    ? [.. given.Select(As(RollColumn.Given)), (RollColumn.Family, half)]
                : [(RollColumn.Name, half)];
        return
        [
            .. given.Take(1).Select(As(RollColumn.Given)),
            .. family.Take(1).Select(As(RollColumn.Family)),
        ];
    }

    private static Func<int, (RollColumn, int)> As(RollColumn column) => at => (column, at);

    private static ImmutableArray<int> All(
        ImmutableArray<string> heads,
        ImmutableArray<string> words
    ) => [.. Enumerable.Range(0, heads.Length).Where(at => Is(words, heads[at]))];

    private static bool Is(ImmutableArray<string> words, string head) =>
        words.Contains(head.Trim().Normalize(), StringComparer.OrdinalIgnoreCase);
}
