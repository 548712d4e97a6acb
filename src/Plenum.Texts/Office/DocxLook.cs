using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Plenum.Texts.Words;

namespace Plenum.Texts.Office;

/// <summary>What styles, numberings and relations of a DOCX say.</summary>
internal sealed class DocxLook
{
    private const int MostParents = 20;
    private static readonly XNamespace W = DocxReader.W;

    private static readonly Regex Level = new(
        "%[1-9]",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant
    );

    private readonly Dictionary<string, XElement> _styles;
    private readonly Dictionary<string, XElement> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _links;
    private readonly Dictionary<(string List, int Level), int> _counts = [];

    public DocxLook(XElement? styles, XElement? numbering, XElement? links)
    {
        _styles = ByKey(styles?.Elements(W + "style"), W + "styleId");
        var abstracts = ByKey(numbering?.Elements(W + "abstractNum"), W + "abstractNumId");
        foreach (var number in numbering?.Elements(W + "num") ?? [])
            if (
                number.Attribute(W + "numId")?.Value is { } id
                && Value(number.Element(W + "abstractNumId")) is { } of
                && abstracts.TryGetValue(of, out var list)
            )
                _numbers.TryAdd(id, list);
        _links = ByKey(links?.Elements(), "Id")
            .ToDictionary(
                p => p.Key,
                p => p.Value.Attribute("Target")?.Value ?? "",
                StringComparer.Ordinal
            );
    }

    public string Link(string? id) => id is null ? "" : _links.GetValueOrDefault(id, "");

    /// <summary>The style of a paragraph and those it comes from.</summary>
    public IEnumerable<XElement> Line(XElement? properties)
    {
        var id = Value(properties?.Element(W + "pStyle"));
        for (
            var i = 0;
            i < MostParents && id is not null && _styles.TryGetValue(id, out var style);
            i++
        )
        {
            yield return style;
            id = Value(style.Element(W + "basedOn"));
        }
    }

    public Style Of(XElement? run, Style outer)
    {
        if (run is null)
            return outer;
        var style = outer;
        if (Value(run.Element(W + "rStyle")) is { } id && _styles.TryGetValue(id, out var named))
            style = Of(named.Element(W + "rPr"), style);
        style = Toggled(run.Element(W + "b"), style, Style.Strong);
        return Toggled(run.Element(W + "i"), style, Style.Emphasis);
    }

    /// <summary>The level and label of a paragraph that is numbered; none for others.</summary>
    public (int Level, string Label)? Numbered(XElement? properties)
    {
        var numbered =
            properties?.Element(W + "numPr")
            ?? Line(properties)
                .Select(style => style.Element(W + "pPr")?.Element(W + "numPr"))
                .FirstOrDefault(n => n is not null);
        if (
            Value(numbered?.Element(W + "numId")) is not { } id
            || !_numbers.TryGetValue(id, out var list)
        )
            return null;
        var level = Math.Clamp(Number(Value(numbered!.Element(W + "ilvl")), 0), 0, 8);
        var key = list.Attribute(W + "abstractNumId")!.Value;
        _counts[(key, level)] = _counts.TryGetValue((key, level), out var last)
            ? last + 1
            : Start(list, level);
        for (var deeper = level + 1; deeper < 9; deeper++)
            _counts.Remove((key, deeper));
        var at = LevelOf(list, level);
        if (at is null || Value(at.Element(W + "numFmt")) is null or "bullet" or "none")
            return (level + 1, "-");
        var text = Level.Replace(
            Value(at.Element(W + "lvlText")) ?? "",
            match =>
            {
                var of = match.Value[1] - '1';
                var count = _counts.TryGetValue((key, of), out var counted)
                    ? counted
                    : Start(list, of);
                return Numbering.Written(
                    count,
                    Value(LevelOf(list, of)?.Element(W + "numFmt")) ?? ""
                );
            }
        );
        return (level + 1, text.Trim().Length == 0 ? "-" : text.Trim());
    }

    public static string? Value(XElement? element) => element?.Attribute(W + "val")?.Value;

    public static int Number(string? text, int otherwise) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number < 1_000_000
            ? number
            : otherwise;

    private static XElement? LevelOf(XElement list, int level) =>
        list.Elements(W + "lvl")
            .FirstOrDefault(l => Number(l.Attribute(W + "ilvl")?.Value, -1) == level);

    private static int Start(XElement list, int level) =>
        Number(Value(LevelOf(list, level)?.Element(W + "start")), 1);

    private static Style Toggled(XElement? mark, Style style, Style what) =>
        mark is null ? style
        : Value(mark) is "0" or "false" or "off" ? style & ~what
        : style | what;

    private static Dictionary<string, XElement> ByKey(IEnumerable<XElement>? elements, XName key)
    {
        var all = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in elements ?? [])
            if (element.Attribute(key)?.Value is { } name)
                all.TryAdd(name, element);
        return all;
    }
}
