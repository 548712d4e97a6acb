using System.Globalization;
using System.Xml.Linq;
using Plenum.Texts.Words;
using static Plenum.Texts.Office.OdtNames;

namespace Plenum.Texts.Office;

/// <summary>Words as the content of an OpenDocument paragraph.</summary>
internal static class OdtInline
{
    public static IEnumerable<object> Of(IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            if (i > 0)
                yield return word.Gap switch
                {
                    Gap.Space => " ",
                    Gap.None => "",
                    Gap.Fixed => "\u00A0",
                    Gap.Break => new XElement(Text + "line-break"),
                };
            object set =
                word.Style == Style.Plain
                    ? word.Text
                    : new XElement(
                        Text + "span",
                        new XAttribute(
                            Text + "style-name",
                            string.Create(CultureInfo.InvariantCulture, $"S{(int)word.Style}")
                        ),
                        word.Text
                    );
            yield return word.Link.Length == 0
                ? set
                : new XElement(
                    Text + "a",
                    new XAttribute(XLink + "type", "simple"),
                    new XAttribute(XLink + "href", word.Link),
                    set
                );
        }
    }
}
