using System.Globalization;
using System.Text;

namespace Plenum.Domain.Programme;

/// <summary>Where a clause stands in the programme.</summary>
public enum ProgrammePart
{
    /// <summary>Founding principles: the only text that admission and incompatibility are judged by (S07).</summary>
    Principles,

    /// <summary>What we fight for now.</summary>
    Immediate,

    /// <summary>What we want in the end.</summary>
    LongTerm,
}

/// <summary>A numbered clause, cited by its number in motions, platforms and refusals.</summary>
public sealed record Clause(int Number, ProgrammePart Part, string Text)
{
    public Digest Digest => Digest.Of(Text);
}

/// <summary>
/// A programme as a Markdown text: headings <c># Principles</c>, <c># Immediate</c>, <c># Long-term</c>, and under
/// them one clause a paragraph, numbered by hand (<c>1. ...</c>) so that numbers never shift when one is removed.
/// </summary>
public sealed record ProgrammeText(EquatableArray<Clause> Clauses)
{
    public const int MostCharacters = 60_000;

    public static readonly ProgrammeText Empty = new([]);

    /// <summary>Reads whatever is readable; lines before the first numbered clause of a part are prose.</summary>
    public static ProgrammeText Read(string text)
    {
        var clauses = new List<(int Number, ProgrammePart Part, List<string> Lines)>();
        var part = ProgrammePart.Principles;
        foreach (var line in text.Split('\n').Select(l => l.Trim()))
        {
            if (line.StartsWith('#'))
                part = PartOf(line.TrimStart('#').Trim(), part);
            else if (Numbered(line) is var (number, words))
                clauses.Add((number, part, [words]));
            else if (line.Length > 0 && clauses.Count > 0 && clauses[^1].Part == part)
                clauses[^1].Lines.Add(line);
        }
        return new ProgrammeText(
            clauses
                .Select(c => new Clause(c.Number, c.Part, string.Join(' ', c.Lines)))
                .ToEquatable()
        );
    }

    /// <summary>Numbers used twice, which would make a citation ambiguous.</summary>
    public IEnumerable<int> NumbersUsedTwice =>
        Clauses.GroupBy(c => c.Number).Where(g => g.Count() > 1).Select(g => g.Key);

    public string Write()
    {
        var text = new StringBuilder();
        foreach (var part in Clauses.GroupBy(c => c.Part).OrderBy(g => g.Key))
        {
            text.Append(CultureInfo.InvariantCulture, $"# {Heading(part.Key)}\n\n");
            foreach (var clause in part.OrderBy(c => c.Number))
                text.Append(CultureInfo.InvariantCulture, $"{clause.Number}. {clause.Text}\n\n");
        }
        return text.ToString();
    }

    private static string Heading(ProgrammePart part) =>
        part switch
        {
            ProgrammePart.Principles => "Principles",
            ProgrammePart.Immediate => "Immediate",
            ProgrammePart.LongTerm => "Long-term",
        };

    private static ProgrammePart PartOf(string heading, ProgrammePart current) =>
        Enum.GetValues<ProgrammePart>()
            .Where(p => string.Equals(Heading(p), heading, StringComparison.OrdinalIgnoreCase))
            .DefaultIfEmpty(current)
            .First();

    private static (int Number, string Words)? Numbered(string line)
    {
        var dot = line.IndexOf(". ", StringComparison.Ordinal);
        return
            dot is > 0 and < 6
            && int.TryParse(
                line[..dot],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var number
            )
            ? (number, line[(dot + 2)..])
            : null;
    }
}
