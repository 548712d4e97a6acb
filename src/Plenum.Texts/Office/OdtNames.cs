using System.Xml.Linq;

namespace Plenum.Texts.Office;

/// <summary>The names of OpenDocument 1.3 that are read and written.</summary>
internal static class OdtNames
{
    public static readonly XNamespace Root = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    public static readonly XNamespace Text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    public static readonly XNamespace Styled = "urn:oasis:names:tc:opendocument:xmlns:style:1.0";
    public static readonly XNamespace Fo =
        "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0";
    public static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    public static readonly XNamespace XLink = "http://www.w3.org/1999/xlink";
    public static readonly XNamespace Manifest =
        "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    public const string Media = "application/vnd.oasis.opendocument.text";

    /// <summary>The style of a label, so that it is read as one whatever it is.</summary>
    public const string Label = "PlenumLabel";
}
