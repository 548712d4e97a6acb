namespace Plenum.Domain;

/// <summary>A text longer than the record keeps.</summary>
public sealed record TextTooLong(string Field, int Length, int Most)
    : Reason("text.too-long", ReasonKind.NotThis);

/// <summary>A text that has to be there and is not.</summary>
public sealed record TextMissing(string Field) : Reason("text.missing", ReasonKind.NotThis);

/// <summary>A name holds a sign that cannot be seen or that turns the direction of writing.</summary>
public sealed record NameWithHiddenSign(string Field, string Sign)
    : Reason("text.hidden-sign", ReasonKind.NotThis);

/// <summary>How long texts may be: every size is limited.</summary>
public static class Texts
{
    public const int Title = 200;
    public const int Line = 500;
    public const int Body = 40_000;

    /// <summary>Goes on when the text is there and short enough.</summary>
    public static Ruling WhenSound(string field, string text, int most, Func<Ruling> then) =>
        Legible.ShowsNothing(text) ? new TextMissing(field)
        : text.Length > most ? new TextTooLong(field, text.Length, most)
        // A title is one line; it stands in lists, letters and calendars.
        : most == Title && text.AsSpan().ContainsAny('\n', '\t') ? new TextHoldsControls(field, 1)
        : then();

    /// <summary>Goes on when it is a name: what can be seen, and nothing else.</summary>
    public static Ruling WhenNamed(string field, string name, Func<Ruling> then) =>
        WhenSound(
            field,
            name,
            Title,
            () =>
                Names.Read(name) switch
                {
                    { IsSound: true } => then(),
                    { Trouble: NameTrouble.HiddenSign } read => new NameWithHiddenSign(
                        field,
                        read.Sign
                    ),
                    _ => new TextMissing(field),
                }
        );

    /// <summary>Goes on when there are a title and a text of at most so many characters.</summary>
    public static Ruling WhenTitled(string title, string text, int most, Func<Ruling> then) =>
        WhenSound("Title", title, Title, () => WhenSound("Text", text, most, then));
}
