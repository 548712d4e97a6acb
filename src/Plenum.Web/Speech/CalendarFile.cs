using System.Text;
using NodaTime;
using NodaTime.Text;

namespace Plenum.Web.Speech;

/// <summary>One deadline as a calendar file (RFC 5545), so that it appears where a member plans the week.</summary>
public static class CalendarFile
{
    private static readonly InstantPattern Stamp = InstantPattern.CreateWithInvariantCulture(
        "uuuuMMdd'T'HHmmss'Z'"
    );

    public static string Of(string uid, string title, Instant at, Instant written) =>
        string.Concat(
            new[]
            {
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Plenum//Plenum//EN",
                "BEGIN:VEVENT",
                $"UID:{Escaped(uid)}",
                $"DTSTAMP:{Stamp.Format(written)}",
                $"DTSTART:{Stamp.Format(at)}",
                $"DTEND:{Stamp.Format(at)}",
                $"SUMMARY:{Escaped(title)}",
                "END:VEVENT",
                "END:VCALENDAR",
            }.Select(Folded)
        );

    private static string Escaped(string text) =>
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
