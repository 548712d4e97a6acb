using System.Collections.Immutable;
using NodaTime;
using NodaTime.Text;

namespace Plenum.Web.Import;

/// <summary>
/// The days of one column. Numbers between slashes are read day first; where one of them can only be month first, so may
/// all others of the column be, and none is taken.
/// </summary>
internal sealed class RollDates
{
    private const int Earliest = 1850;

    private static readonly ImmutableArray<LocalDatePattern> Plain =
    [
        LocalDatePattern.Iso,
        LocalDatePattern.CreateWithInvariantCulture("d.M.uuuu"),
    ];
    private static readonly LocalDatePattern DayFirst = LocalDatePattern.CreateWithInvariantCulture(
        "d/M/uuuu"
    );
    private static readonly LocalDatePattern MonthFirst =
        LocalDatePattern.CreateWithInvariantCulture("M/d/uuuu");

    private readonly bool _someMonthFirst;

    public RollDates(IEnumerable<string> column) =>
        _someMonthFirst = column.Any(text =>
            text.Contains('/', StringComparison.Ordinal)
            && !DayFirst.Parse(text).Success
            && MonthFirst.Parse(text).Success
        );

    /// <summary>The day, or what is wrong with the text.</summary>
    public (LocalDate Day, CellTrouble Trouble) Read(string text)
    {
        foreach (var pattern in Plain)
            if (pattern.Parse(text) is { Success: true, Value: { Year: >= Earliest } day })
                return (day, CellTrouble.None);
        if (DayFirst.Parse(text) is { Success: true, Value: { Year: >= Earliest } read })
            return (read, _someMonthFirst ? CellTrouble.DayOrMonthFirst : CellTrouble.None);
        return (
            default,
            MonthFirst.Parse(text).Success
                ? CellTrouble.DayOrMonthFirst
                : CellTrouble.DateUnreadable
        );
    }
}
