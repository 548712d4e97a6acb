using System.Collections.Immutable;

namespace Plenum.Cli.Carrying;

/// <summary>What is wrong with one cell: in which file and row, what stands there, and what was expected.</summary>
internal sealed record Fault(string File, int Row, string Column, string Found, string Expected)
{
    /// <summary>Whether what follows in the file was not read, so that nothing can go on without it.</summary>
    public bool EndsReading { get; init; }
}

/// <summary>A row by the names of its columns; the row of names is the first.</summary>
internal sealed record Row(Table Of, int No, ImmutableArray<string> Cells)
{
    public string this[string column] => Cells[Of.Columns.IndexOf(column)];

    public Fault Wrong(string column, string expected) =>
        new(Of.File, No, column, this[column], expected);
}
