using System.Globalization;
using System.Xml.Linq;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;
using static Plenum.Texts.Office.OdtNames;

namespace Plenum.Texts.Office;

/// <summary>What styles of a document say, looked up once.</summary>
internal sealed class OdtLook
{
    private const int MostParents = 20;
    private readonly Dictionary<string, XElement> _styles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> _lists = new(StringComparer.Ordinal);

    public OdtLook(IEnumerable<XElement> parts)
    {
        foreach (var style in parts.SelectMany(part => part.Descendants()))
            if (style.Attribute(OdtNames.Styled + "name")?.Value is { } name)
                if (style.Name == OdtNames.Styled + "style")
                    _styles.TryAdd(name, style);
                else if (style.Name == Text + "list-style")
                    _lists.TryAdd(name, style);
    }

    /// <summary>The name of a style and of those it comes from.</summary>
    public IEnumerable<string> Line(string? name)
    {
        for (var i = 0; i < MostParents && name is not null; i++)
        {
            yield return name;
            name = _styles
                .GetValueOrDefault(name)
                ?.Attribute(OdtNames.Styled + "parent-style-name")
                ?.Value;
        }
    }

    public Style Of(string? name, Style outer)
    {
        var properties = name is null
            ? null
            : _styles.GetValueOrDefault(name)?.Element(OdtNames.Styled + "text-properties");
        var style = outer;
        if (properties?.Attribute(Fo + "font-weight")?.Value is { } weight)
            style = weight is "bold" or "600" or "700" or "800" or "900"
                ? style | Style.Strong
                : style & ~Style.Strong;
        if (properties?.Attribute(Fo + "font-style")?.Value is { } slant)
            style = slant is "italic" or "oblique"
                ? style | Style.Emphasis
                : style & ~Style.Emphasis;
        if (properties?.Attribute(Fo + "font-family")?.Value == "monospace")
            style |= Style.Code;
        return style;
    }

    /// <summary>The label of an item that carries none itself.</summary>
    public string Label(string? list, int level, int number)
    {
        var style = list is null
            ? null
            : _lists
                .GetValueOrDefault(list)
                ?.Elements()
                .FirstOrDefault(e =>
                    e.Attribute(Text + "level")?.Value
                    == level.ToString(CultureInfo.InvariantCulture)
                );
        if (style is null || style.Name.LocalName != "list-level-style-number")
            return "-";
        var format = style.Attribute(OdtNames.Styled + "num-format")?.Value ?? "";
        return format.Length == 0
            ? "-"
            : style.Attribute(OdtNames.Styled + "num-prefix")?.Value
                + Numbering.Written(number, format)
                + (style.Attribute(OdtNames.Styled + "num-suffix")?.Value ?? ".");
    }
}
