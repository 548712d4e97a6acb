using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Plenum.Texts.Marking;
using Plenum.Texts.Words;

namespace Plenum.Texts.Office;

/// <summary>Reads what was pasted from a word processor or a page, cleaned to what a text holds; what is dropped is said.</summary>
public static class HtmlReader
{
    private const int MostTags = 200_000;
    private const int Deepest = 120;

    /// <summary>Reads pasted HTML.</summary>
    /// <param name="html">The HTML.</param>
    /// <param name="ids">The ids of its blocks, in their order.</param>
    /// <param name="limits">How large it may be; <see cref="TextLimits.Usual" /> unless named.</param>
    public static TextReading Read(string html, BlockIds ids, TextLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(ids);
        var bound = limits ?? TextLimits.Usual;
        if (html.Length > bound.Characters)
            return Bounds.TooLarge(html.Length, bound);
        if (Bounds.NoText(html) is { } none)
            return none;
        var tags = html.Count(sign => sign == '<');
        if (tags > MostTags)
            return TextReading.Bad(
                "text.too-many-marks",
                0,
                Bounds.Number(tags),
                Bounds.Number(MostTags)
            );
        if (HtmlDepth.Of(html) is var depth && depth > Deepest)
            return TextReading.Bad(
                "text.too-deep",
                0,
                Bounds.Number(depth),
                Bounds.Number(Deepest)
            );
        using var document = new HtmlParser().ParseDocument(html);
        var gathering = new Gathering(ids, bound);
        new HtmlWalk(gathering).Read(document.Body!);
        return gathering.Read();
    }
}
