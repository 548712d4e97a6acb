using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Web.Import;

/// <summary>What is wrong with a cell.</summary>
public enum CellTrouble : byte
{
    None,
    NameMissing,
    TooLong,
    AddressUnreadable,
    TwiceInTheFile,
    AlreadyOnTheRoll,
    DateUnreadable,
    DateInTheFuture,

    /// <summary>It can be the day and the month, or the month and the day.</summary>
    DayOrMonthFirst,

    /// <summary>It holds signs that cannot be seen or read, or that turn the direction of writing.</summary>
    Signs,
    MoreCellsThanColumns,
}

/// <summary>One value as it stands in the file, and what is wrong with it.</summary>
public sealed record Cell(string Text, CellTrouble Trouble)
{
    public bool IsFine => Trouble == CellTrouble.None;
}

/// <summary>One person of the older roll.</summary>
/// <remarks>A list has hundreds of thousands of them: a line keeps its texts, and its cells are made for whoever looks.</remarks>
public sealed record RollLine
{
    private readonly (string Text, CellTrouble Trouble) _name;
    private readonly (string Text, CellTrouble Trouble) _email;
    private readonly (string Text, CellTrouble Trouble) _since;
    private readonly (string Text, CellTrouble Trouble) _postal;

    private readonly string _rest;

    public RollLine(
        int line,
        Cell name,
        Cell email,
        Cell since,
        Cell postal,
        Cell rest,
        Instant memberSince
    )
    {
        (Line, MemberSince, _rest) = (line, memberSince, rest.Text);
        _name = (name.Text, name.Trouble);
        _email = (email.Text, email.Trouble);
        _since = (since.Text, since.Trouble);
        _postal = (postal.Text, postal.Trouble);
    }

    public int Line { get; }
    public Instant MemberSince { get; }
    public Cell Name => Of(_name);
    public Cell Email => Of(_email);
    public Cell Since => Of(_since);
    public Cell Postal => Of(_postal);

    /// <summary>What stands behind the last column that has a name.</summary>
    public Cell Rest =>
        new(_rest, _rest.Length == 0 ? CellTrouble.None : CellTrouble.MoreCellsThanColumns);

    public ImmutableArray<Cell> Cells => [Name, Email, Since, Postal, Rest];

    public bool IsFine =>
        _rest.Length == 0
        && (_name.Trouble | _email.Trouble | _since.Trouble | _postal.Trouble) == CellTrouble.None;

    private static Cell Of((string Text, CellTrouble Trouble) cell) => new(cell.Text, cell.Trouble);
}
