using System.Collections.Immutable;
using NodaTime;
using Plenum.Clerk.Mail;
using Plenum.Clerk.People;
using Plenum.Domain;

namespace Plenum.Web.Import;

/// <summary>An older roll, read cell by cell; nothing of it is imported before somebody has seen this and says so.</summary>
public sealed record Roll(ImmutableArray<RollLine> Lines, FileTrouble Trouble)
{
    private const int LongestAddress = 200;
    private const int ToldEvery = 1000;

    /// <summary>Where a file cannot be read any further: line and character, or 0.</summary>
    public (int Line, int Column) Place { get; init; }

    public RollColumns Columns { get; init; } = new([], []);

    public FileReading Reading { get; init; }

    /// <summary>How many lines are fine; counted once, because a list is long.</summary>
    public int FineLines { get; } = Lines.Count(line => line.IsFine);

    public IEnumerable<RollLine> Fine => Lines.Where(line => line.IsFine);

    public IEnumerable<RollLine> Wrong => Lines.Where(line => !line.IsFine);

    /// <param name="file">What was sent.</param>
    /// <param name="zone">The clock of the section, on which a day begins.</param>
    /// <param name="now">Nobody joined later than this.</param>
    /// <param name="isHere">Whether somebody of this name and address is on the roll already.</param>
    /// <param name="told">Is told now and then how many lines of how many have been read.</param>
    public static Roll Of(
        RollFile file,
        DateTimeZone zone,
        Instant now,
        Func<string, string, bool> isHere,
        Action<int, int>? told = null
    )
    {
        if (file is RollFile.Unreadable unreadable)
            return new Roll([], unreadable.Why) { Place = (unreadable.Line, unreadable.Column) };
        var (rows, reading) = (RollFile.Rows)file;
        var (columns, trouble) = RollColumns.Of(rows[0].Cells);
        if (trouble != FileTrouble.None)
            return new Roll([], trouble) { Columns = columns };
        var dates = new RollDates(rows.Skip(1).Select(r => At(r, columns.Place(RollColumn.Since))));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lines = ImmutableArray.CreateBuilder<RollLine>();
        for (var i = 1; i < rows.Length; i++)
        {
            if (i % ToldEvery == 0)
                told?.Invoke(i, rows.Length);
            if (!rows[i].Cells.All(string.IsNullOrWhiteSpace))
                lines.Add(LineOf(rows[i], rows[0].Cells.Length, columns, dates));
        }
        return new Roll(
            lines.ToImmutable(),
            lines.Count == 0 ? FileTrouble.Empty : FileTrouble.None
        )
        {
            Columns = columns,
            Reading = reading,
        };

        RollLine LineOf(RollRow row, int width, RollColumns columns, RollDates dates)
        {
            var name = NameIn(row, columns);
            var email = At(row, columns.Place(RollColumn.Email));
            var postal = At(row, columns.Place(RollColumn.Postal));
            var (when, day) = Since(At(row, columns.Place(RollColumn.Since)), dates, zone, now);
            return new RollLine(
                row.Line,
                NameOf(name, email, seen, isHere),
                EmailOf(email),
                day,
                new Cell(postal, Signs(postal)),
                Rest(row, width),
                when
            );
        }
    }

    // A name or an address is the same however its accents were typed, so that nobody is there twice.
    private static string At(RollRow row, int column) =>
        column >= 0 && column < row.Cells.Length ? RollSigns.Composed(row.Cells[column]) : "";

    private static string NameIn(RollRow row, RollColumns columns) =>
        string.Join(
            ' ',
            columns
                .Read.Where(r => r.As is RollColumn.Name or RollColumn.Given or RollColumn.Family)
                .Select(r => At(row, r.Place))
                .Where(part => part.Length > 0)
        );

    // A sign between cells that stands inside a name or an address pushes what follows into the next column.
    private static Cell Rest(RollRow row, int width)
    {
        var rest = string.Join(' ', row.Cells.Skip(width)).Trim();
        return new Cell(
            rest,
            rest.Length == 0 ? CellTrouble.None : CellTrouble.MoreCellsThanColumns
        );
    }

    // People of one household share an address; nobody shares both name and address.
    private static Cell NameOf(
        string name,
        string email,
        HashSet<string> seen,
        Func<string, string, bool> isHere
    ) =>
        Names.Read(name) switch
        {
            { Trouble: NameTrouble.HiddenSign } => new(name, CellTrouble.Signs),
            { Trouble: NameTrouble.Missing } => new(name, CellTrouble.NameMissing),
            { Trouble: NameTrouble.TooLong } => new(name, CellTrouble.TooLong),
            { Text: var read } => new(
                read,
                !seen.Add(read + '\n' + Addresses.Folded(email)) ? CellTrouble.TwiceInTheFile
                    : isHere(read, email) ? CellTrouble.AlreadyOnTheRoll
                    : CellTrouble.None
            ),
        };

    private static Cell EmailOf(string email) =>
        new(
            email,
            email.Length == 0 ? CellTrouble.None
                : Names.HiddenIn(email).Length > 0 ? CellTrouble.Signs
                : Mailer.IsAddress(email) ? CellTrouble.None
                : CellTrouble.AddressUnreadable
        );

    // An address goes over several lines.
    private static CellTrouble Signs(string address) =>
        address.Length > LongestAddress ? CellTrouble.TooLong
        : Names.HiddenIn(address.Replace('\n', ' ')).Length > 0 ? CellTrouble.Signs
        : CellTrouble.None;

    private static (Instant When, Cell Cell) Since(
        string text,
        RollDates dates,
        DateTimeZone zone,
        Instant now
    )
    {
        if (text.Length == 0)
            return (now, new Cell(text, CellTrouble.None));
        var (day, trouble) = dates.Read(text);
        if (trouble != CellTrouble.None)
            return (now, new Cell(text, trouble));
        var when = day.AtStartOfDayInZone(zone).ToInstant();
        return (when, new Cell(text, when > now ? CellTrouble.DateInTheFuture : CellTrouble.None));
    }
}
