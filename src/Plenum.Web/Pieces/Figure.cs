using System.Globalization;

namespace Plenum.Web.Pieces;

/// <summary>Numbers inside drawings: always with a point, whatever the reader's language.</summary>
internal static class Figure
{
    public static string Percent(double part, double whole) =>
        (whole <= 0 ? 0 : Math.Clamp(100 * part / whole, 0, 100)).ToString(
            "0.###",
            CultureInfo.InvariantCulture
        ) + "%";

    public static string At(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
