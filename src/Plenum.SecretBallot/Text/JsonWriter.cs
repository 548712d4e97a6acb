using System.Globalization;
using System.Text;

namespace Plenum.SecretBallot.Text;

/// <summary>Writes JSON in the one form the protocol hashes: nothing escaped that need not be, no blanks.</summary>
internal static class JsonWriter
{
    public static byte[] Bytes(Json value) => Encoding.UTF8.GetBytes(Text(value));

    public static string Text(Json value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    /// <summary>A text between quotes.</summary>
    public static string Quoted(string text)
    {
        var result = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
            result.Append(Escape(character));
        return result.Append('"').ToString();
    }

    public static string Escape(char character) =>
        character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\r' => "\\r",
            '\t' => "\\t",
            '\b' => "\\b",
            '\f' => "\\f",
            < ' ' or '\u007f' => "\\u"
                + ((int)character).ToString("x4", CultureInfo.InvariantCulture),
            _ => character.ToString(),
        };

    private static void Write(StringBuilder text, Json value)
    {
        switch (value)
        {
            case Json.Map(var fields):
                text.Append('{');
                for (var at = 0; at < fields.Length; at++)
                {
                    text.Append(at > 0 ? "," : "").Append(Quoted(fields[at].Key)).Append(':');
                    Write(text, fields[at].Value);
                }
                text.Append('}');
                break;
            case Json.List(var items):
                text.Append('[');
                for (var at = 0; at < items.Length; at++)
                {
                    text.Append(at > 0 ? "," : "");
                    Write(text, items[at]);
                }
                text.Append(']');
                break;
            case Json.Word(var word):
                text.Append(Quoted(word));
                break;
            case Json.Number(var digits):
                text.Append(digits);
                break;
            case Json.Truth(var truth):
                text.Append(truth ? "true" : "false");
                break;
            case Json.Nothing:
                text.Append("null");
                break;
        }
    }
}
