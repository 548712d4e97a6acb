using System.Collections.Immutable;

namespace Plenum.Web.House;

/// <summary>The style sheets in the order they are linked; the first names the layers, so the rest may come in any.</summary>
public static class Sheets
{
    private const string Folder = "_content/Plenum.Web/";

    public const string Mark = Folder + "mark.svg";

    public static ImmutableArray<string> All { get; } =
    [
        .. new[]
        {
            "reset",
            "fonts",
            "tokens",
            "base",
            "layout",
            "pieces/controls",
            "pieces/figures",
            "pieces/verdict",
            "pieces/stages",
            "pieces/deadline",
            "pieces/mandate-card",
            "pieces/chain",
            "pieces/tree",
            "pieces/text-with-rules",
            "pieces/tally",
            "pieces/proof-mark",
            "pieces/refusal",
            "pieces/forms",
            "pieces/cards",
            "pieces/papers",
            "pieces/notices",
            "pieces/terms",
            "print",
        }.Select(name => $"{Folder}css/{name}.css"),
    ];
}
