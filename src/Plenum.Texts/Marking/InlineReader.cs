using System.Collections.Immutable;
using Markdig.Syntax.Inlines;
using Plenum.Texts.Words;

namespace Plenum.Texts.Marking;

/// <summary>The words of a parsed block, with what markup says of them as their properties.</summary>
internal sealed class InlineReader
{
    private readonly List<WordReader.Piece> _pieces = [];
    private readonly Action<string, string> _note;

    private InlineReader(Action<string, string> note) => _note = note;

    public static ImmutableArray<WordReader.Piece> Read(
        ContainerInline? inline,
        Action<string, string> note
    )
    {
        var reader = new InlineReader(note);
        if (inline is not null)
            reader.Children(inline, Style.Plain, "");
        return [.. reader._pieces];
    }

    private void Children(ContainerInline inline, Style style, string link)
    {
        foreach (var child in inline)
            One(child, style, link);
    }

    private void One(Inline inline, Style style, string link)
    {
        switch (inline)
        {
            case LiteralInline literal:
                Add(literal.Content.ToString(), style, link);
                break;
            case CodeInline code:
                Add(code.Content, style | Style.Code, link);
                break;
            case LineBreakInline end:
                _pieces.Add(new(end.IsHard ? "\n" : " ", style, link));
                break;
            case HtmlEntityInline entity:
                Add(entity.Transcoded.ToString(), style, link);
                break;
            case AutolinkInline auto:
                Add(
                    auto.Url,
                    style,
                    Accepted(auto.IsEmail ? "mailto:" + auto.Url : auto.Url, link)
                );
                break;
            case LinkInline { IsImage: true } image:
                _note("drop.image", image.Url ?? "");
                Children(image, style, link);
                break;
            case LinkInline to:
                Children(to, style, Accepted(to.GetDynamicUrl?.Invoke() ?? to.Url, link));
                break;
            case EmphasisInline emphasis:
                Children(
                    emphasis,
                    style | (emphasis.DelimiterCount > 1 ? Style.Strong : Style.Emphasis),
                    link
                );
                break;
            case DelimiterInline left:
                Add(left.ToLiteral(), style, link);
                Children(left, style, link);
                break;
            case ContainerInline other:
                Children(other, style, link);
                break;
            case HtmlInline html:
                Add(html.Tag, style, link);
                break;
        }
    }

    // Ends of lines that somebody wrote as signs are spaces; only a hard break is one.
    private void Add(string text, Style style, string link) =>
        _pieces.Add(
            new(text.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' '), style, link)
        );

    private string Accepted(string? address, string outer)
    {
        var accepted = Links.Accepted(address);
        if (accepted.Length == 0)
            _note("drop.link", address ?? "");
        return accepted.Length == 0 ? outer : accepted;
    }
}
