using Ganss.Xss;
using Markdig;
using Microsoft.AspNetCore.Components;

namespace Plenum.Web.Doors;

/// <summary>What members write, as Markdown without raw HTML, and cleaned once more after rendering.</summary>
public static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .DisableHtml()
        .Build();

    public static MarkupString Html(string markdown) =>
        new(Clean().Sanitize(Markdown.ToHtml(markdown, Pipeline)));

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
