using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Plenum.Texts.Words;

namespace Plenum.Texts.Showing;

/// <summary>Words as HTML. Nothing of them is markup; signs that turn the direction are shown, and held inside their block.</summary>
internal static class HtmlInline
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Encoded(string text) => Encoder.Encode(text);

    /// <summary>The words of a block or a part of it.</summary>
    public static string Write(ImmutableArray<Word> words, bool begins = true)
    {
        var text = new StringBuilder();
        for (var i = 0; i < words.Length; )
        {
            if (i > 0 || !begins)
                text.Append(Gap(words[i]));
            var end = i + 1;
            while (
                end < words.Length
                && words[end].Style == words[i].Style
                && words[end].Link == words[i].Link
                && words[end].Gap != Words.Gap.Break
            )
                end++;
            Styled(text, words[i..end]);
            i = end;
        }
        return words.Any(word => Signs.AnyTurns(word.Text))
            ? $"<bdi>{text}</bdi>"
            : text.ToString();
    }

    private static void Styled(StringBuilder text, ImmutableArray<Word> words)
    {
        var (style, link) = (words[0].Style, words[0].Link);
        var tags = new List<string>();
        if (link.Length > 0)
            text.Append("<a href=\"").Append(Encoder.Encode(link)).Append("\">");
        if (style.HasFlag(Style.Strong))
            tags.Add("strong");
        if (style.HasFlag(Style.Emphasis))
            tags.Add("em");
        if (style.HasFlag(Style.Code))
            tags.Add("code");
        foreach (var tag in tags)
            text.Append('<').Append(tag).Append('>');
        for (var i = 0; i < words.Length; i++)
            text.Append(i == 0 ? "" : Gap(words[i])).Append(Shown(words[i].Text));
        for (var i = tags.Count - 1; i >= 0; i--)
            text.Append("</").Append(tags[i]).Append('>');
        if (link.Length > 0)
            text.Append("</a>");
    }

    private static string Gap(Word word) =>
        word.Gap switch
        {
            Words.Gap.Space => " ",
            Words.Gap.None => "",
            Words.Gap.Fixed => "&nbsp;",
            Words.Gap.Break => "<br>",
        };

    private static string Shown(string word)
    {
        if (!Signs.AnyTurns(word))
            return Encoder.Encode(word);
        var text = new StringBuilder();
        foreach (var sign in word)
            if (Signs.Turns(sign))
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"<span class=\"sign\">U+{(int)sign:X4}</span>&#x{(int)sign:X4};"
                );
            else
                text.Append(Encoder.Encode(sign.ToString()));
        return text.ToString();
    }
}
