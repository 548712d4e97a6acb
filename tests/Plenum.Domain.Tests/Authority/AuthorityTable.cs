using Plenum.Testing;

namespace Plenum.Domain.Tests.WhoMay;

/// <summary>One row of the reviewed table: a command in one case, and what each person is told.</summary>
public sealed record TableRow(
    string Command,
    string Case,
    IReadOnlyDictionary<string, string> Cells
)
{
    public string Key => $"{Command}: {Case}";

    /// <summary>A case that needs an organisation which tests applicants by its programme; a union does not.</summary>
    public bool OfAProgramme => Case.StartsWith("programme: ", StringComparison.Ordinal);
}

/// <summary>The table <c>testdata/authority.csv</c>: written by hand from charter and statutes, never from the code. Its pages are asked of a running house.</summary>
public static class AuthorityTable
{
    public const string Allowed = "allowed";

    public static IReadOnlyList<string> Persons { get; }

    public static IReadOnlyList<TableRow> Rows { get; }

    static AuthorityTable()
    {
        var lines = File.ReadAllLines(Path.Combine(Golden.Root, "testdata", "authority.csv"));
        var heads = lines[0].Split(',');
        Persons = heads[2..^1];
        Rows =
        [
            .. lines
                .Skip(1)
                .Where(line => !line.StartsWith("page ", StringComparison.Ordinal))
                .Select(line => line.Split(','))
                .Select(cells => new TableRow(
                    cells[0],
                    cells[1],
                    Persons
                        .Select((person, at) => (person, cell: cells[at + 2]))
                        .ToDictionary(p => p.person, p => p.cell, StringComparer.Ordinal)
                )),
        ];
    }
}
