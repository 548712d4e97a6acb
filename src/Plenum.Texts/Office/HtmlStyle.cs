using System.Text;
using AngleSharp.Dom;
using Plenum.Texts.Words;

namespace Plenum.Texts.Office;

/// <summary>What elements and their styles say about the words in them.</summary>
internal static class HtmlStyle
{
    public static bool IsBlock(string name) =>
        name
            is "p"
                or "div"
                or "section"
                or "article"
                or "header"
                or "footer"
                or "main"
                or "aside"
                or "nav"
                or "pre"
                or "figure"
                or "figcaption"
                or "address"
                or "dl"
                or "dt"
                or "dd"
                or "form"
                or "fieldset"
                or "details"
                or "summary"
                or "center"
                or "body"
                or "li"
                or "h1"
                or "h2"
                or "h3"
                or "h4"
                or "h5"
                or "h6"
                or "caption";

    /// <summary>What nobody who looked at the page saw, and what runs.</summary>
    public static bool IsHidden(IElement element, string style) =>
        element.LocalName
            is "script"
                or "style"
                or "head"
                or "title"
                or "meta"
                or "link"
                or "iframe"
                or "object"
                or "embed"
                or "applet"
                or "template"
                or "noscript"
                or "svg"
                or "math"
                or "select"
                or "textarea"
                or "input"
                or "button"
                or "canvas"
                or "video"
                or "audio"
        || element.HasAttribute("hidden")
        || element.ClassList.Contains("beside")
        || Has(style, "display:none")
        || Has(style, "visibility:hidden")
        || Has(style, "mso-hide:all")
        || Has(style, "font-size:0;")
        || Has(style, "font-size:0px")
        || Has(style, "font-size:0pt");

    /// <summary>What a word processor put there for browsers that it does not trust with lists.</summary>
    public static bool IsIgnored(string style) => Has(style, "mso-list:ignore");

    public static Style Of(IElement element, string style, Style outer)
    {
        var set =
            outer
            | element.LocalName switch
            {
                "b" or "strong" => Style.Strong,
                "i" or "em" or "cite" or "dfn" or "var" => Style.Emphasis,
                "code" or "tt" or "kbd" or "samp" or "pre" => Style.Code,
                _ => Style.Plain,
            };
        if (Has(style, "font-weight:normal") || Has(style, "font-weight:400"))
            set &= ~Style.Strong;
        else if (
            Has(style, "font-weight:bold")
            || Has(style, "font-weight:6")
            || Has(style, "font-weight:7")
        )
            set |= Style.Strong;
        if (Has(style, "font-style:italic"))
            set |= Style.Emphasis;
        else if (Has(style, "font-style:normal"))
            set &= ~Style.Emphasis;
        return set;
    }

    /// <summary>A paragraph that a word processor meant as an item of a list.</summary>
    public static (BlockKind Kind, int Level, string Label)? WordItem(
        IElement element,
        string style
    )
    {
        var squeezed = Squeezed(style);
        var at = squeezed.IndexOf("mso-list:", StringComparison.Ordinal);
        if (element.LocalName != "p" || at < 0)
            return null;
        var level = squeezed.IndexOf("level", at, StringComparison.Ordinal);
        var deep =
            level >= 0 && level + 5 < squeezed.Length && char.IsAsciiDigit(squeezed[level + 5])
                ? squeezed[level + 5] - '0'
                : 1;
        var mark = element
            .QuerySelectorAll("span")
            .FirstOrDefault(span => IsIgnored(span.GetAttribute("style") ?? ""))
            ?.TextContent.Trim(' ', '\u00A0', '\t', '\r', '\n');
        return (
            BlockKind.Item,
            Math.Max(1, deep),
            mark is null || !mark.Any(char.IsLetterOrDigit) || mark is "o" ? "-" : mark
        );
    }

    private static bool Has(string style, string what) =>
        style.Length > 0 && Squeezed(style).Contains(what, StringComparison.Ordinal);

    private static string Squeezed(string style)
    {
        var text = new StringBuilder(style.Length + 1);
        foreach (var sign in style)
            if (!char.IsWhiteSpace(sign))
                text.Append(char.ToLowerInvariant(sign));
        return text.Append(';').ToString();
    }
}

/// <summary>How deep elements stand in each other, without building them.</summary>
internal static class HtmlDepth
{
    public static int Of(string html)
    {
        var (depth, deepest) = (0, 0);
        for (
            var at = html.IndexOf('<', StringComparison.Ordinal);
            at >= 0 && at + 1 < html.Length;
            at = html.IndexOf('<', at + 1)
        )
        {
            if (html[at + 1] == '/')
                depth = Math.Max(0, depth - 1);
            else if (char.IsAsciiLetter(html[at + 1]) && !IsVoid(html.AsSpan(at + 1)))
                deepest = Math.Max(deepest, ++depth);
        }
        return deepest;
    }

    private static bool IsVoid(ReadOnlySpan<char> tag)
    {
        foreach (
            var name in (ReadOnlySpan<string>)
                [
                    "br",
                    "img",
                    "hr",
                    "meta",
                    "link",
                    "input",
                    "col",
                    "wbr",
                    "p",
                    "li",
                    "td",
                    "tr",
                    "th",
                    "dt",
                    "dd",
                    "option",
                    "source",
                    "o:p",
                ]
        )
            if (
                tag.StartsWith(name, StringComparison.OrdinalIgnoreCase)
                && (tag.Length == name.Length || !char.IsAsciiLetterOrDigit(tag[name.Length]))
            )
                return true;
        return false;
    }
}
