using Plenum.Domain;
using Plenum.Web.Speech;

namespace Plenum.Web.People;

/// <summary>Why what was typed is not taken as a name, carried from a form to the page that says it.</summary>
public static class NameWords
{
    /// <summary>The part of an address that the page with the form reads.</summary>
    public static string Said(NameRead name) =>
        name.Trouble switch
        {
            NameTrouble.None => "",
            NameTrouble.Missing => "said=name-missing",
            NameTrouble.TooLong => "said=name-long",
            NameTrouble.HiddenSign => "said=name-sign&sign=" + Uri.EscapeDataString(name.Sign),
        };

    /// <summary>The sentence for it; empty where something else was said.</summary>
    public static string OfName(this Sentences s, string said, string sign) =>
        said switch
        {
            "name-missing" => s["name.missing"],
            "name-long" => s["name.too-long", ("most", Names.MostLetters)],
            // An address can be made up; only what this house writes into it is said.
            "name-sign" when IsSign(sign) => s["name.hidden-sign", ("sign", sign)],
            _ => "",
        };

    private static bool IsSign(string sign) =>
        sign.Length is >= 6 and <= 8
        && sign.StartsWith("U+", StringComparison.Ordinal)
        && sign[2..].All(char.IsAsciiHexDigit);

    public static string Of(this Sentences s, NameRead name) =>
        name.Trouble switch
        {
            NameTrouble.None => "",
            NameTrouble.Missing => s["name.missing"],
            NameTrouble.TooLong => s["name.too-long", ("most", Names.MostLetters)],
            NameTrouble.HiddenSign => s["name.hidden-sign", ("sign", name.Sign)],
        };
}
