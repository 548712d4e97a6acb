using System.Collections.Immutable;
using System.Text;
using Markdig;
using Markdig.Syntax;

namespace Plenum.Texts.Marking;

/// <summary>Reads Markdown once, at entry: what is not kept here becomes words, and it is said.</summary>
public static class MarkdownReader
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .DisableHtml()
        .Build();

    /// <summary>Reads a file.</summary>
    /// <param name="file">Its bytes, in UTF-8.</param>
    /// <param name="ids">The ids of its blocks, in their order.</param>
    /// <param name="limits">How large it may be; <see cref="TextLimits.Usual" /> unless named.</param>
    public static TextReading Read(ReadOnlySpan<byte> file, BlockIds ids, TextLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var bound = limits ?? TextLimits.Usual;
        if (file.Length > 4L * bound.Characters)
            return Bounds.TooLarge(file.Length, bound);
        if (file is [0xEF, 0xBB, 0xBF, ..])
            file = file[3..];
        try
        {
            return Read(Strict.GetString(file), ids, bound);
        }
        catch (DecoderFallbackException bad)
        {
            return TextReading.Bad(
                "text.not-utf8",
                1 + file[..Math.Clamp(bad.Index, 0, file.Length)].Count((byte)'\n'),
                Convert.ToHexString(bad.BytesUnknown ?? []),
                "UTF-8"
            );
        }
    }

    /// <summary>Reads a text.</summary>
    /// <param name="markdown">The text.</param>
    /// <param name="ids">The ids of its blocks, in their order.</param>
    /// <param name="limits">How large it may be; <see cref="TextLimits.Usual" /> unless named.</param>
    public static TextReading Read(string markdown, BlockIds ids, TextLimits? limits = null)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        ArgumentNullException.ThrowIfNull(ids);
        var bound = limits ?? TextLimits.Usual;
        if (Bounds.Broken(markdown, bound) is { } broken)
            return broken;
        var text = markdown.Normalize(NormalizationForm.FormC);
        MarkdownDocument parsed;
        try
        {
            parsed = Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException)
        {
            // How the parser says that markup stands in itself too deeply.
            return TextReading.Bad("text.too-nested", 0, "", Bounds.Number(bound.Depth));
        }
        var reader = new BlockReader(text, ids, bound);
        reader.Read(parsed);
        return Bounds.Of(reader.Blocks, reader.Notes, bound);
    }

    /// <summary>Reads the words of one block, as <see cref="MarkdownWriter.Write(Words.Prose)" /> writes them.</summary>
    /// <param name="markdown">Emphasis, links and code, and nothing else; a tab begins a cell.</param>
    public static Words.Prose ReadWords(string markdown)
    {
        ArgumentNullException.ThrowIfNull(markdown);
        var pieces = ImmutableArray.CreateBuilder<Words.WordReader.Piece>();
        foreach (var cell in markdown.Split(Words.Word.Cell))
        {
            if (pieces.Count > 0)
                pieces.Add(new(Words.Word.Cell));
            pieces.AddRange(Cell(cell));
            pieces.Add(new(""));
        }
        return new Words.Prose(Words.WordReader.Read(pieces));
    }

    private static ImmutableArray<Words.WordReader.Piece> Cell(string markdown) =>
        Markdown
            .Parse(markdown.Replace("\n", "\n  ", StringComparison.Ordinal), Pipeline)
            .Descendants<LeafBlock>()
            .FirstOrDefault()
            is { } only
            ? InlineReader.Read(only.Inline, static (_, _) => { })
            : [];
}
