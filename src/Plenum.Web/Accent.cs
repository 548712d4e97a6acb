using System.Globalization;

namespace Plenum.Web;

/// <summary>
/// The one colour an organisation chooses, for light and for dark paper. Text is set in it, so its contrast is at
/// least 4.5 (WCAG 2.2, 1.4.3) on paper and panel of both schemes.
/// </summary>
public sealed record Accent
{
    private const double Least = 4.5;
    private static readonly string[] LightPapers = ["#fbfaf7", "#f2efe8"];
    private static readonly string[] DarkPapers = ["#161513", "#211f1c"];

    private Accent(string light, string dark) => (Light, Dark) = (light, dark);

    public string Light { get; }

    public string Dark { get; }

    public static Accent OfTheHouse { get; } = new("#9b1c1f", "#ff9a92");

    /// <summary>Takes the colours, or names the lowest contrast found where they cannot be read.</summary>
    public static AccentFinding Choose(string light, string dark)
    {
        if (!IsColour(light) || !IsColour(dark))
            return new AccentFinding.NotAColour();
        var lowest = LightPapers
            .Select(paper => Contrast(light, paper))
            .Concat(DarkPapers.Select(paper => Contrast(dark, paper)))
            .Min();
        return lowest < Least
            ? new AccentFinding.TooFaint(Math.Round(lowest, 2))
            : new AccentFinding.Fits(new Accent(light, dark));
    }

    /// <summary>Contrast ratio of two colours written <c>#rrggbb</c> (WCAG 2.2, relative luminance).</summary>
    public static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static bool IsColour(string text) =>
        text.Length == 7 && text[0] == '#' && text.Skip(1).All(char.IsAsciiHexDigit);

    private static double Luminance(string colour) =>
        0.2126 * Linear(colour, 1) + 0.7152 * Linear(colour, 3) + 0.0722 * Linear(colour, 5);

    private static double Linear(string colour, int at)
    {
        var channel =
            int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            / 255.0;
        return channel <= 0.04045 ? channel / 12.92 : Math.Pow((channel + 0.055) / 1.055, 2.4);
    }
}

/// <summary>What came of choosing a colour.</summary>
public abstract record AccentFinding
{
    private AccentFinding() { }

    public sealed record Fits(Accent Accent) : AccentFinding;

    public sealed record TooFaint(double Contrast) : AccentFinding;

    public sealed record NotAColour : AccentFinding;
}
