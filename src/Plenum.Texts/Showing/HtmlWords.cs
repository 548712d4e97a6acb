namespace Plenum.Texts.Showing;

/// <summary>The words that stand beside marks for whoever cannot see them, in the language of the reader.</summary>
/// <param name="Inserted">Before words that were inserted.</param>
/// <param name="Deleted">Before words that were deleted.</param>
/// <param name="Moved">Before a block that was moved.</param>
/// <param name="End">Behind them.</param>
public sealed record HtmlWords(string Inserted, string Deleted, string Moved, string End)
{
    /// <summary>English.</summary>
    public static HtmlWords English { get; } = new("inserted:", "deleted:", "moved:", "end");
}
