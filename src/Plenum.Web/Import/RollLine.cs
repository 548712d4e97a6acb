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

    public RollLine(int line, Cell name, Cell email, Cell since, Cell postal, Instant memberSince)
    {
        (Line, MemberSince) = (line, memberSince);
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

    public ImmutableArray<Cell> Cells => [Name, Email, Since, Postal];

    public bool IsFine =>
        (_name.Trouble | _email.Trouble | _since.Trouble | _postal.Trouble) == CellTrouble.None;

    private static Cell Of((string Text, CellTrouble Trouble) cell) => new(cell.Text, cell.Trouble);
}
