using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Plenum.Web.Speech;

/// <summary>One entry of a calendar.</summary>
public sealed record CalendarEntry(string Uid, string Title, Instant At);

/// <summary>Deadlines as a calendar file (RFC 5545), so that it appears where a member plans the week.</summary>
public static class CalendarFile
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmss'Z'"
    );

    public static string Of(string uid, string title, Instant at, Instant written) =>
        Of([new CalendarEntry(uid, title, at)], written);

    public static string Of(IEnumerable<CalendarEntry> entries, Instant written) =>
        string.Concat(
            entries
                .SelectMany(entry => Lines(entry, written))
                .Prepend("PRODID:-//Plenum//Plenum//EN")
                .Prepend("VERSION:2.0")
                .Prepend("BEGIN:VCALENDAR")
                .Append("END:VCALENDAR")
                .Select(Folded)
        );

    private static IEnumerable<string> Lines(CalendarEntry entry, Instant written) =>
        [
            "BEGIN:VEVENT",
            $"UID:{Escaped(entry.Uid)}",
            $"DTSTAMP:{Stamp.Format(written)}",
            $"DTSTART:{Stamp.Format(entry.At)}",
            $"DTEND:{Stamp.Format(entry.At)}",
            $"SUMMARY:{Escaped(entry.Title)}",
            "END:VEVENT",
        ];

    // Titles from before there was a bound may hold control characters, which no calendar reads (RFC 5545, 3.1).
    private static string Escaped(string text) =>
        string.Concat(Escaping(text).Where(sign => !char.IsControl(sign)));

    private static string Escaping(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal)
            .Replace(";", @"\;", StringComparison.Ordinal)
            .Replace(",", @"\,", StringComparison.Ordinal)
            .ReplaceLineEndings(@"\n");

    /// <summary>Lines are at most 75 octets, a continuation begins with a space (RFC 5545, 3.1).</summary>
    private static string Folded(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > 75)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }
        return folded.Append("\r\n").ToString();
    }
}
