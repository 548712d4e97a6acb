using System.Collections.Immutable;
using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace Plenum.Web.Speech;

/// <summary>What the house says to one reader: in their language, with their clock on the wall.</summary>
/// <param name="language">One of <see cref="Catalogue.Languages"/>.</param>
/// <param name="zone">The reader's time zone; instants inside sentences are shown in it.</param>
public sealed class Sentences(string language, DateTimeZone zone)
{
    private readonly Catalogue catalogue = Catalogue.In(language);

    /// <summary>Dates and numbers of the language itself, whatever country the browser names.</summary>
    public CultureInfo Culture { get; } =
        CultureInfo.GetCultureInfo(Catalogue.In(language).Language);

    public DateTimeZone Zone => zone;

    public string Language => catalogue.Language;

    /// <summary>The value of the <c>dir</c> attribute.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The sentence of a key with its places filled; a key nobody wrote is a bug and throws.</summary>
    public string this[string key, params (string Name, object Value)[] data] =>
        Say(key, data.ToImmutableDictionary(d => d.Name, d => d.Value, StringComparer.Ordinal));

    /// <summary>Why something was not possible, from the reason's stable code and its data.</summary>
    public string Reason(string code, IReadOnlyDictionary<string, object> data) =>
        Say("reason." + code, data);

    /// <summary>What would make it possible: one sentence, or none where nobody wrote one.</summary>
    public ImmutableArray<string> Remedy(string code, IReadOnlyDictionary<string, object> data) =>
        catalogue.Patterns.ContainsKey($"remedy.{code}") ? [Say("remedy." + code, data)] : [];

    /// <summary>What happened, in plain words, from the type of the event (without its version).</summary>
    public string Event(string type, IReadOnlyDictionary<string, object> data) =>
        Say("event." + type.Split('/')[0], data);

    /// <summary>Whether the reader's language has a sentence for the key.</summary>
    public bool Knows(string key) => catalogue.Patterns.ContainsKey(key);

    /// <summary>The sentence of a key that a word of the law makes up.</summary>
    internal string Named(string key) => Say(key, ImmutableDictionary<string, object>.Empty);

    /// <summary>A whole or decimal number as the language writes it.</summary>
    public string Number(decimal value) => value.ToString("#,0.####", Culture);

    private string Say(string key, IReadOnlyDictionary<string, object> data) =>
        catalogue.Patterns.TryGetValue(key, out var pattern)
            ? pattern.Fill(data, Shown)
            : throw new KeyNotFoundException($"No sentence '{key}' in '{Language}'.");

    private string Shown(object value) =>
        value switch
        {
            string text => text,
            Instant instant => Moment(instant),
            LocalDate date => Day(date),
            Enum word => this.Word(word),
            IConvertible number => Number(number.ToDecimal(CultureInfo.InvariantCulture)),
            IFormattable other => other.ToString(null, Culture),
            _ => value.ToString() ?? "",
        };

    /// <summary>A day and a clock time, with the name of the zone they are told in.</summary>
    public string Moment(Instant instant) =>
        this[
            "time.moment",
            ("day", Weekday(instant)),
            ("clock", Clock(instant)),
            ("zone", ZoneName)
        ];

    /// <summary>A day and a clock time for lists; the foot of the page names the zone.</summary>
    public string Brief(Instant instant) =>
        this["time.brief", ("day", Day(instant)), ("clock", Clock(instant))];

    /// <summary>The day in the reader's zone, without the week day.</summary>
    public string Day(Instant instant) => Day(instant.InZone(zone).Date);

    public string Day(LocalDate date) =>
        LocalDatePattern.Create(this["time.pattern.day"], Culture).Format(date);

    private string Weekday(Instant instant) =>
        LocalDatePattern
            .Create(this["time.pattern.weekday"], Culture)
            .Format(instant.InZone(zone).Date);

    private string Clock(Instant instant) =>
        LocalTimePattern
            .Create("HH:mm", CultureInfo.InvariantCulture)
            .Format(instant.InZone(zone).TimeOfDay);

    /// <summary>The city of the zone, as people name it.</summary>
    public string ZoneName => zone.Id.Split('/')[^1].Replace('_', ' ');
}
