using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Plenum.Clerk.Mail;
using Plenum.Domain;

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

/// <summary>An older roll, read cell by cell; nothing of it is imported before somebody has seen this and says so.</summary>
public sealed record Roll(ImmutableArray<RollLine> Lines, FileTrouble Trouble)
{
    private const int Longest = 200;
    private const int ToldEvery = 1000;

    private static readonly ImmutableArray<LocalDatePattern> Dates =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"),
        LocalDatePattern.CreateWithInvariantCulture("d/M/uuuu"),
    ];

    // What people call their columns, in the languages of the house and a few more.
    private static readonly ImmutableArray<string> Names =
    [
        "name",
        "full name",
        "nombre",
        "nom",
        "nome",
    ];
    private static readonly ImmutableArray<string> Emails =
    [
        "email",
        "e-mail",
        "mail",
        "correo",
        "correo electrónico",
    ];
    private static readonly ImmutableArray<string> Sinces =
    [
        "since",
        "member since",
        "joined",
        "desde",
        "alta",
    ];
    private static readonly ImmutableArray<string> Postals =
    [
        "address",
        "postal",
        "dirección",
        "adresse",
    ];

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
            return new Roll([], unreadable.Why);
        var rows = ((RollFile.Rows)file).All;
        int Column(ImmutableArray<string> words) =>
            rows[0]
                .ToList()
                .FindIndex(head => words.Contains(head.Trim(), StringComparer.OrdinalIgnoreCase));
        var (name, email, since, postal) = (
            Column(Names),
            Column(Emails),
            Column(Sinces),
            Column(Postals)
        );
        if (name < 0)
            return new Roll([], FileTrouble.NoNameColumn);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var lines = ImmutableArray.CreateBuilder<RollLine>();
        for (var i = 1; i < rows.Length; i++)
        {
            var row = rows[i];
            if (i % ToldEvery == 0)
                told?.Invoke(i, rows.Length);
            string At(int column) => column >= 0 && column < row.Length ? row[column].Trim() : "";
            if (row.All(string.IsNullOrWhiteSpace))
                continue;
            var (when, day) = Since(At(since), zone, now);
            lines.Add(
                new RollLine(
                    i + 1,
                    NameOf(At(name), At(email), seen, isHere),
                    EmailOf(At(email)),
                    day,
                    new Cell(
                        At(postal),
                        At(postal).Length > Longest ? CellTrouble.TooLong : CellTrouble.None
                    ),
                    when
                )
            );
        }
        return new Roll(
            lines.ToImmutable(),
            lines.Count == 0 ? FileTrouble.Empty : FileTrouble.None
        );
    }

    // People of one household share an address; nobody shares both name and address.
    private static Cell NameOf(
        string name,
        string email,
        HashSet<string> seen,
        Func<string, string, bool> isHere
    ) =>
        new(
            name,
            name.Length == 0 ? CellTrouble.NameMissing
                : name.Length > Longest || name.Any(char.IsControl) ? CellTrouble.TooLong
                : !seen.Add(name + '\n' + email) ? CellTrouble.TwiceInTheFile
                : isHere(name, email) ? CellTrouble.AlreadyOnTheRoll
                : CellTrouble.None
        );

    private static Cell EmailOf(string email) =>
        new(
            email,
            email.Length == 0 || Mailer.IsAddress(email)
                ? CellTrouble.None
                : CellTrouble.AddressUnreadable
        );

    private static (Instant When, Cell Cell) Since(string text, DateTimeZone zone, Instant now)
    {
        if (text.Length == 0)
            return (now, new Cell(text, CellTrouble.None));
        foreach (var pattern in Dates)
            if (pattern.Parse(text) is { Success: true, Value: { Year: >= 1850 } day })
            {
                var when = day.AtStartOfDayInZone(zone).ToInstant();
                return (
                    when,
                    new Cell(text, when > now ? CellTrouble.DateInTheFuture : CellTrouble.None)
                );
            }
        return (now, new Cell(text, CellTrouble.DateUnreadable));
    }
}
