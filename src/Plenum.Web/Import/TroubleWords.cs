using Plenum.Web.Speech;

namespace Plenum.Web.Import;

/// <summary>What is wrong with a file or a cell, as people say it.</summary>
public static class TroubleWords
{
    public static string Of(this Sentences s, CellTrouble trouble) =>
        trouble switch
        {
            CellTrouble.None => s["import.fine"],
            CellTrouble.NameMissing => s["import.name-missing"],
            CellTrouble.TooLong => s["import.too-long"],
            CellTrouble.AddressUnreadable => s["import.address-unreadable"],
            CellTrouble.TwiceInTheFile => s["import.twice"],
            CellTrouble.AlreadyOnTheRoll => s["import.already-here"],
            CellTrouble.DateUnreadable => s["import.date-unreadable"],
            CellTrouble.DateInTheFuture => s["import.date-future"],
            CellTrouble.DayOrMonthFirst => s["import.day-or-month"],
            CellTrouble.Signs => s["import.signs"],
            CellTrouble.MoreCellsThanColumns => s["import.more-cells"],
        };

    public static string Of(this Sentences s, ImportPhase phase) =>
        phase switch
        {
            ImportPhase.Waiting => s["import.phase-waiting"],
            ImportPhase.Reading => s["import.phase-reading"],
            ImportPhase.Checking => s["import.phase-checking"],
            ImportPhase.Trying => s["import.phase-trying"],
            ImportPhase.Inviting => s["import.phase-inviting"],
            ImportPhase.TakingBack => s["import.phase-taking-back"],
        };

    /// <summary>What is wrong with the file, and where.</summary>
    public static string TroubleOf(this Sentences s, Roll roll) =>
        roll.Trouble switch
        {
            FileTrouble.None => "",
            FileTrouble.Damaged => s["import.damaged"],
            FileTrouble.Empty => s["import.empty"],
            FileTrouble.TooManyRows => s["import.too-many", ("rows", RollFile.MostRows)],
            FileTrouble.UnpacksToTooMuch => s[
                "import.unpacks",
                ("mb", PackedSheet.MostMegabytes),
                ("most", Csv.LongestCell)
            ],
            FileTrouble.QuoteNotClosed => s[
                "import.quote",
                ("line", roll.Place.Line),
                ("column", roll.Place.Column)
            ],
            FileTrouble.CellTooLong => s[
                "import.cell-too-long",
                ("line", roll.Place.Line),
                ("most", Csv.LongestCell)
            ],
            FileTrouble.TooManyCells => s[
                "import.too-many-cells",
                ("line", roll.Place.Line),
                ("most", Csv.MostCells)
            ],
            FileTrouble.NoNameColumn => s["import.no-name-column", ("found", Heads(roll))],
            FileTrouble.HalfNames => s["import.half-names", ("found", Heads(roll))],
        };

    private static string Heads(Roll roll) =>
        string.Join(", ", roll.Columns.Read.Select(r => r.Head).Concat(roll.Columns.PassedOver));

    public static string Of(this Sentences s, RollColumn column) =>
        column switch
        {
            RollColumn.Name or RollColumn.Given or RollColumn.Family => s["import.name"],
            RollColumn.Email => s["import.email"],
            RollColumn.Since => s["import.since"],
            RollColumn.Postal => s["import.postal"],
        };

    public static string Of(this Sentences s, FileReading reading) =>
        reading switch
        {
            FileReading.Plain => "",
            FileReading.WesternWindows => s["import.western"],
            FileReading.FirstSheetOnly => s["import.first-sheet"],
        };
}
