namespace Plenum.Web.Import;

/// <summary>The signs of a cell.</summary>
internal static class RollSigns
{
    /// <summary>With every accent composed (NFC), and half signs made visible as what they are: unreadable.</summary>
    public static string Composed(string text) =>
        (text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text).Normalize();
}
