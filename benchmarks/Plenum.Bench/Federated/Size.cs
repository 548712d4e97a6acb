using System.Globalization;

namespace Plenum.Bench.Federated;

/// <summary>How many members in how many sections.</summary>
internal sealed record Size(int Members, int Sections)
{
    // Fewer could not fill their offices and send somebody besides.
    private const int LeastInASection = 15;

    public int InASection => Members / Sections;

    /// <summary>Written as <c>100000/2000</c>.</summary>
    public static Size Parse(string text) =>
        text.Split('/') is [var members, var sections]
        && int.TryParse(members, NumberStyles.None, CultureInfo.InvariantCulture, out var all)
        && int.TryParse(sections, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
        && all / number >= LeastInASection
            ? new Size(all, number)
            : throw new FormatException($"{text}: MEMBERS/SECTIONS, at least 15 in a section");

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Members:N0} members in {Sections:N0} sections"
        );
}
