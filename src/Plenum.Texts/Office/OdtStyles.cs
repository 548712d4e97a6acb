using System.Globalization;
using System.Xml.Linq;
using Plenum.Texts.Words;
using static Plenum.Texts.Office.OdtNames;

namespace Plenum.Texts.Office;

/// <summary>The styles of the documents that are written, few and plain.</summary>
internal static class OdtStyles
{
    public static XElement Document(string name, params object[] content) =>
        new(
            Root + name,
            new XAttribute(XNamespace.Xmlns + "office", Root),
            new XAttribute(XNamespace.Xmlns + "text", Text),
            new XAttribute(XNamespace.Xmlns + "style", OdtNames.Styled),
            new XAttribute(XNamespace.Xmlns + "fo", Fo),
            new XAttribute(XNamespace.Xmlns + "table", Table),
            new XAttribute(XNamespace.Xmlns + "xlink", XLink),
            new XAttribute(Root + "version", "1.3"),
            content
        );

    public static XElement ManifestOf() =>
        new(
            Manifest + "manifest",
            new XAttribute(XNamespace.Xmlns + "manifest", Manifest),
            new XAttribute(Manifest + "version", "1.3"),
            Entry("/", Media),
            Entry("content.xml", "text/xml"),
            Entry("styles.xml", "text/xml")
        );

    public static XElement Styles() =>
        Document(
            "document-styles",
            new XElement(
                Root + "styles",
                Named("Standard", "paragraph", ""),
                Named("Text_20_body", "paragraph", "Standard"),
                Enumerable
                    .Range(1, 6)
                    .Select(level =>
                        Named("Heading_20_" + level, "paragraph", "Standard", Font("bold", ""))
                    ),
                Enumerable
                    .Range(1, TextLimits.Usual.Depth)
                    .Select(level =>
                        Named("Quotations_20_" + level, "paragraph", "Standard", Margin(level))
                    ),
                Named("Horizontal_20_Line", "paragraph", "Standard", Line())
            )
        );

    public static XElement Automatic() =>
        new(
            Root + "automatic-styles",
            Named(Label, "text", ""),
            Enumerable
                .Range(1, 7)
                .Select(style => (Words.Style)style)
                .Select(style =>
                    Named(
                        string.Create(CultureInfo.InvariantCulture, $"S{(int)style}"),
                        "text",
                        "",
                        Font(
                            style.HasFlag(Words.Style.Strong) ? "bold" : "",
                            style.HasFlag(Words.Style.Emphasis) ? "italic" : "",
                            style.HasFlag(Words.Style.Code) ? "monospace" : ""
                        )
                    )
                ),
            List(
                "PlenumBullets",
                "list-level-style-bullet",
                new XAttribute(Text + "bullet-char", "\u2022")
            ),
            List(
                "PlenumNumbers",
                "list-level-style-number",
                new XAttribute(OdtNames.Styled + "num-format", "1")
            )
        );

    private static XElement Entry(string path, string media) =>
        new(
            Manifest + "file-entry",
            new XAttribute(Manifest + "full-path", path),
            new XAttribute(Manifest + "media-type", media)
        );

    private static XElement Named(
        string name,
        string family,
        string parent,
        params object[] properties
    ) =>
        new(
            OdtNames.Styled + "style",
            new XAttribute(OdtNames.Styled + "name", name),
            new XAttribute(OdtNames.Styled + "family", family),
            parent.Length == 0
                ? null
                : new XAttribute(OdtNames.Styled + "parent-style-name", parent),
            properties
        );

    private static XElement Font(string weight, string slant, string family = "") =>
        new(
            OdtNames.Styled + "text-properties",
            weight.Length == 0 ? null : new XAttribute(Fo + "font-weight", weight),
            slant.Length == 0 ? null : new XAttribute(Fo + "font-style", slant),
            family.Length == 0 ? null : new XAttribute(Fo + "font-family", family)
        );

    private static XElement Margin(int level) =>
        new(
            OdtNames.Styled + "paragraph-properties",
            new XAttribute(
                Fo + "margin-left",
                string.Create(CultureInfo.InvariantCulture, $"{level}cm")
            )
        );

    private static XElement Line() =>
        new(
            OdtNames.Styled + "paragraph-properties",
            new XAttribute(Fo + "border-bottom", "0.5pt solid #000000")
        );

    private static XElement List(string name, string sort, XAttribute mark) =>
        new(
            Text + "list-style",
            new XAttribute(OdtNames.Styled + "name", name),
            Enumerable
                .Range(1, TextLimits.Usual.Depth)
                .Select(level => new XElement(
                    Text + sort,
                    new XAttribute(Text + "level", level),
                    new XAttribute(mark)
                ))
        );
}
