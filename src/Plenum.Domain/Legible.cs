using System.Collections;
using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Plenum.Domain;

/// <summary>A text nested deeper than pages show it: lists in quotes in lists.</summary>
public sealed record TextTooDeep(string Field, int Line, int Most)
    : Reason("text.too-deep", ReasonKind.NotThis);

/// <summary>A paragraph, or a whole text, with so many signs of markup that laying it out would take everybody's time.</summary>
public sealed record TextTooEntangled(string Field, int Line, int Most)
    : Reason("text.too-entangled", ReasonKind.NotThis);

/// <summary>Characters that are none: they show nothing and change how everything around them is read.</summary>
public sealed record TextHoldsControls(string Field, int Line)
    : Reason("text.controls", ReasonKind.NotThis);

/// <summary>
/// What a text may be so that a page can show it, and in how much time. Laying out grows with the square of what is
/// open at once, so the bounds are on that; each is found by reading the text once.
/// </summary>
public static class Legible
{
    /// <summary>How deep quotes and lists may lie in each other.</summary>
    public const int Depth = 24;

    /// <summary>Signs of emphasis, links and code in one paragraph.</summary>
    public const int SignsOfAParagraph = 240;

    /// <summary>All signs of a text, lists and quotes included; a long one may have one to ten characters.</summary>
    public const int Signs = 4_000;

    private const int SpacesOfAStep = 2;

    // What each record of the law holds, found out once: nothing here is ever written again.
    private static readonly Lazy<FrozenDictionary<Type, PropertyInfo[]>> Parts = new(() =>
        typeof(Legible)
            .Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .ToFrozenDictionary(type => type, PartsIn)
    );

    /// <summary>What keeps a text of a command from being shown, in whichever field it stands; none where nothing does.</summary>
    public static Reason? FaultOf(Command command) => FaultOf("", command);

    /// <summary>What keeps one text from being shown.</summary>
    public static Reason? FaultOf(string field, string text) =>
        ControlsOf(field, text) ?? LayoutOf(field, text);

    /// <summary>What keeps one text from being laid out; a text that was kept before there was a bound may have it.</summary>
    public static Reason? LayoutOf(string field, string text)
    {
        var (line, deepest, inParagraph, inAll, isList) = (0, 0, 0, 0, false);
        var most = Math.Max(Signs, text.Length / 10);
        var fence = new Markup.Fence();
        foreach (var range in text.AsSpan().Split('\n'))
        {
            line++;
            var written = text.AsSpan()[range];
            // Nothing is laid out in code that stands between its own lines.
            if (fence.Holds(written))
            {
                (inParagraph, isList) = (0, false);
                continue;
            }
            var (markers, spaces, at) = Markup.Beginning(written);
            var rest = written[at..];
            if (rest.IsEmpty && markers == 0)
            {
                (inParagraph, isList) = (0, false);
                continue;
            }
            // An item of a list that is not far in begins anew, without an empty line before it.
            if (
                Markup.IsItem(written)
                && !rest.IsEmpty
                && (isList || inParagraph == 0 || !char.IsAsciiDigit(written.TrimStart(' ')[0]))
            )
                (inParagraph, isList) = (0, true);
            // Space before a line goes deeper only into what is open already.
            var depth = markers + Math.Min(spaces / SpacesOfAStep, deepest);
            deepest = Math.Max(deepest, depth);
            if (depth > Depth)
                return new TextTooDeep(field, line, Depth);
            var signs = Markup.SignsOf(rest);
            inParagraph += signs;
            inAll += signs + markers;
            if (inParagraph > SignsOfAParagraph)
                return new TextTooEntangled(field, line, SignsOfAParagraph);
            if (inAll > most)
                return new TextTooEntangled(field, line, most);
        }
        return null;
    }

    /// <summary>Whether nobody sees anything of it: spaces, signs without a shape of their own, letters that are blank.</summary>
    public static bool ShowsNothing(string text) =>
        text.EnumerateRunes()
            .All(rune =>
                Rune.GetUnicodeCategory(rune)
                    is UnicodeCategory.Control
                        or UnicodeCategory.Format
                        or UnicodeCategory.SpaceSeparator
                        or UnicodeCategory.LineSeparator
                        or UnicodeCategory.ParagraphSeparator
                        or UnicodeCategory.NonSpacingMark
                        or UnicodeCategory.EnclosingMark
                        or UnicodeCategory.OtherNotAssigned
                || IsBlank(rune.Value)
            );

    // The fillers of Hangul and the empty pattern of Braille are letters and signs by name, and blank.
    private static bool IsBlank(int sign) => sign is 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800;

    private static TextHoldsControls? ControlsOf(string field, string text)
    {
        var line = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (sign == '\n')
                line++;
            else if (char.IsControl(sign) && sign != '\t' || sign is '\uFFFE' or '\uFFFF')
                return new(field, line);
            else if (char.IsSurrogate(sign))
            {
                if (
                    !char.IsHighSurrogate(sign)
                    || i + 1 == text.Length
                    || !char.IsLowSurrogate(text[i + 1])
                )
                    return new(field, line);
                i++;
            }
        }
        return null;
    }

    private static Reason? FaultOf(string field, object? value) =>
        value switch
        {
            null or Enum => null,
            string text => FaultOf(field, text),
            IEnumerable many => many.Cast<object?>()
                .Select(one => FaultOf(field, one))
                .FirstOrDefault(fault => fault is not null),
            _ when value.GetType().Assembly != typeof(Legible).Assembly => null,
            _ => PartsOf(value.GetType())
                .Select(part => FaultOf(NameOf(field, value, part), part.GetValue(value)))
                .FirstOrDefault(fault => fault is not null),
        };

    // An id is a text around which there is nothing else: it is called as what holds it.
    private static string NameOf(string field, object value, PropertyInfo part) =>
        value.GetType().IsValueType && field.Length > 0 ? field : part.Name;

    private static PropertyInfo[] PartsOf(Type type) =>
        Parts.Value.TryGetValue(type, out var known) ? known : PartsIn(type);

    private static PropertyInfo[] PartsIn(Type type) =>
        [
            .. type.GetConstructors()
                .OrderByDescending(c => c.GetParameters().Length)
                .Take(1)
                .SelectMany(c => c.GetParameters())
                .Select(p => p.Name is { } name ? type.GetProperty(name) : null)
                .OfType<PropertyInfo>()
                .Where(p => p.PropertyType is { IsPrimitive: false, IsEnum: false }),
        ];
}
