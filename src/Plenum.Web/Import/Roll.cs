using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;
using Plenum.Clerk.Mail;
using Plenum.Domain;

namespace Plenum.Web.Import;

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
