using Plenum.Texts;
using Plenum.Texts.Showing;

namespace Plenum.Cli.Verbs;

/// <summary>A change of a text as a sentence that can be read out and cited.</summary>
internal static class TextSentence
{
    public static string Of(WrittenChange change, Words words)
    {
        var key = change.Act switch
        {
            Act.Insert when change.Behind.Length == 0 => "Insert.first",
            Act.InsertBlock or Act.Move when change.At.Block == BlockId.Start => change.Act
                + ".first",
            Act.Renumber when change.Inserted.Length == 0 => "Renumber.none",
            _ => change.Act.ToString(),
        };
        return words[
            "text.act." + key,
            ("place", Place(change.At, words)),
            ("deleted", change.Deleted),
            ("inserted", change.Inserted),
            ("behind", change.Behind)
        ];
    }

    private static string Place(Citation at, Words words)
    {
        if (at.Block == BlockId.Start)
            return "";
        var place =
            at.Label.Length > 0 ? at.Label : words[$"text.kind.{at.Kind}", ("number", at.Number)];
        return at.FirstLine == 0 ? place
            : at.FirstLine == at.LastLine
                ? words["text.line", ("place", place), ("line", at.FirstLine)]
            : words["text.lines", ("place", place), ("first", at.FirstLine), ("last", at.LastLine)];
    }
}
