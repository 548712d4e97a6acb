using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Plenum.Web.Doors;

/// <summary>
/// A form that came with a token that does not hold: whoever sent it was signed out while they wrote, or is somebody else
/// by now. They are told, and get back what they wrote, to be sent again from where they are.
/// </summary>
public static class StillWriting
{
    private const int ShortLine = 80;

    // Whoever reads the page over a shoulder need not read these; they are sent again all the same.
    private static readonly string[] Unshown = ["pin", "code", "token", "key", "credential"];

    public static async Task<IResult> Page(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        // A file is not sent back: whoever sent it has it.
        if (form.Files.Count > 0)
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        return new RazorComponentResult<StillWritingDocument>(
            new { To = context.Request.Path.ToUriComponent(), Fields = Of(form) }
        )
        {
            StatusCode = StatusCodes.Status400BadRequest,
            PreventStreamingRendering = true,
        };
    }

    /// <summary>What was typed, apart from what a page put there.</summary>
    public static ImmutableArray<Sent> Of(IFormCollection form) =>
        [
            .. from field in form
            from value in field.Value
            select new Sent(
                field.Key,
                value ?? "",
                !field.Key.StartsWith('_')
                    && !Unshown.Contains(field.Key, StringComparer.OrdinalIgnoreCase)
                    && (value?.Length > ShortLine || value?.Any(char.IsWhiteSpace) == true)
            ),
        ];

    /// <summary>One field of a form that came.</summary>
    /// <param name="IsText">Whether somebody wrote it, rather than chose it.</param>
    public sealed record Sent(string Name, string Value, bool IsText);
}
