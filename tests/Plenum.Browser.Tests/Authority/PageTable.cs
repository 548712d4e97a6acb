using Plenum.Testing;

namespace Plenum.Browser.Tests.WhoMay;

/// <summary>One row of the reviewed table: a page or a form in one case, and what each person is answered.</summary>
public sealed record PageRow(
    string Method,
    string Route,
    string Case,
    IReadOnlyDictionary<string, int> Answers
)
{
    public string Page => $"{Method} {Route}";
}

/// <summary>The pages of <c>testdata/authority.csv</c>: written by hand from charter and design, never from the code.</summary>
public static class PageTable
{
    private const string Mark = "page ";
    private const string NobodyOfThem = "-";

    public static IReadOnlyList<PageRow> Rows { get; } = Read();

    public static IReadOnlyList<string> Persons =>
        [.. Rows.SelectMany(r => r.Answers.Keys).Distinct(StringComparer.Ordinal)];

    private static PageRow[] Read()
    {
        var lines = File.ReadAllLines(Path.Combine(Golden.Root, "testdata", "authority.csv"));
        var persons = lines[0].Split(',')[2..^1];
        return
        [
            .. lines
                .Where(line => line.StartsWith(Mark, StringComparison.Ordinal))
                .Select(line => line[Mark.Length..].Split(','))
                .Select(cells => new PageRow(
                    cells[0].Split(' ')[0],
                    cells[0].Split(' ')[1],
                    cells[1],
                    persons
                        .Zip(cells[2..^1])
                        .Where(p => p.Second != NobodyOfThem)
                        .ToDictionary(
                            p => p.First,
                            p =>
                                int.Parse(
                                    p.Second,
                                    System.Globalization.CultureInfo.InvariantCulture
                                ),
                            StringComparer.Ordinal
                        )
                )),
        ];
    }
}
