using System.Collections.Frozen;

namespace Plenum.Domain.Statutes;

/// <summary>
/// For every key of the language which way it leans. Each line says why; a key that stands nowhere here narrows
/// whenever it is touched.
/// </summary>
internal static partial class Declarations
{
    public static readonly Declared Undeclared = new(
        new Leaning.Either(),
        Absence.Unsaid,
        Concern.Unknown
    );

    private static readonly FrozenDictionary<string, Declared> ByPattern = Seats
        .Concat(Order)
        .Concat(Rights)
        .SelectMany(l => l.Patterns.Select(p => KeyValuePair.Create(p, l.Declared)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    public static Declared Of(KeyPath path) =>
        ByPattern.GetValueOrDefault(path.Pattern, Undeclared);

    public static bool Knows(string pattern) => ByPattern.ContainsKey(pattern);

    public static IEnumerable<string> Patterns => ByPattern.Keys;

    private sealed record Line(Declared Declared, string[] Patterns);

    private static Line Lower(Concern concern, params string[] patterns) =>
        new(new(new Leaning.Lower(), Absence.Unsaid, concern), patterns);

    private static Line Higher(Concern concern, params string[] patterns) =>
        new(new(new Leaning.Higher(), Absence.Unsaid, concern), patterns);

    private static Line UpTo(string limit, Concern concern, params string[] patterns) =>
        new(new(new Leaning.HigherUpTo(limit), Absence.Unsaid, concern), patterns);

    private static Line Yes(Concern concern, params string[] patterns) =>
        Down("true false", concern, patterns);

    private static Line No(Concern concern, params string[] patterns) =>
        Down("false true", concern, patterns);

    /// <summary>Words from the widest right down; a bar joins the words of one rung.</summary>
    private static Line Down(string words, Concern concern, params string[] patterns) =>
        new(
            new(
                new Leaning.Ladder(
                    words.Split(' ').Select(r => r.Split('|').ToEquatable()).ToEquatable()
                ),
                Absence.Unsaid,
                concern
            ),
            patterns
        );

    private static Line Fewer(string kept, Concern concern, params string[] patterns) =>
        new(
            new(new Leaning.Fewer(kept.Split(' ').ToEquatable()), Absence.Unsaid, concern),
            patterns
        );

    private static Line Further(Concern concern, params string[] patterns) =>
        new(new(new Leaning.Further(), Absence.Unsaid, concern), patterns);

    private static Line Nearest(Concern concern, params string[] patterns) =>
        new(new(new Leaning.Nearest(), Absence.Unsaid, concern), patterns);

    private static Line Independent(Concern concern, params string[] patterns) =>
        new(new(new Leaning.Independent(), Absence.Unsaid, concern), patterns);

    private static Line Either(Concern concern, params string[] patterns) =>
        new(new(new Leaning.Either(), Absence.Unsaid, concern), patterns);

    private static Line Free(params string[] patterns) =>
        new(new(new Leaning.Free(), Absence.Unsaid, Concern.Names), patterns);

    /// <summary>Where nothing is written there is no such burden or power.</summary>
    private static Line FreeWithout(Line line) =>
        line with
        {
            Declared = line.Declared with { Absence = Absence.Widest },
        };

    /// <summary>Where nothing is written there is no such right or safeguard.</summary>
    private static Line NoneWithout(Line line) =>
        line with
        {
            Declared = line.Declared with { Absence = Absence.Narrowest },
        };
}
