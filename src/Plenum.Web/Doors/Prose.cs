using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;
using Plenum.Domain;

namespace Plenum.Web.Doors;

/// <summary>
/// What members write, as Markdown without raw HTML, and cleaned once more after rendering. A page never fails for a
/// text: what cannot be laid out is shown as it was typed.
/// </summary>
public static class Prose
{
    private const int MostKept = 8 * 1024 * 1024;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .Build();

    private static readonly KeptProse Kept = new(Rendered, MostKept);

    public static MarkupString Html(string markdown) => new(Kept.Of(markdown));

    /// <summary>What a page shows of a text, worked out anew.</summary>
    public static string Rendered(string markdown)
    {
        markdown = ShownSigns.In(markdown);
        // The record holds texts from before there was a bound.
        if (Legible.LayoutOf("", markdown) is not null)
            return AsTyped(markdown);
        try
        {
            return Clean().Sanitize(Markdown.ToHtml(markdown, Pipeline));
        }
#pragma warning disable CA1031 // Whatever a text does to the libraries, the page with the ballot on it opens.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return AsTyped(markdown);
        }
#pragma warning restore CA1031
    }

    private static string AsTyped(string text) =>
        $"<p class=\"as-typed\">{System.Text.Encodings.Web.HtmlEncoder.Default.Encode(text)}</p>";

    // Pictures and styles from outside would tell other servers who reads what.
    private static HtmlSanitizer Clean()
    {
        var sanitizer = new HtmlSanitizer();
        sanitizer.AllowedTags.Remove("img");
        sanitizer.AllowedTags.Remove("style");
        sanitizer.AllowedAttributes.Remove("style");
        sanitizer.AllowedSchemes.Clear();
        sanitizer.AllowedSchemes.Add("https");
        return sanitizer;
    }
}
