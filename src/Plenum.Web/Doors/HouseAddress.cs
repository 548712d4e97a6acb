namespace Plenum.Web.Doors;

/// <summary>
/// Addresses of this house alone: a form or a link must not be able to send people elsewhere. What browsers read
/// otherwise than we do - a second stroke, a stroke the other way, a tab between - is no address of ours.
/// </summary>
public static class HouseAddress
{
    /// <summary>The address, where it is one of this house; else empty.</summary>
    public static string Local(string back) =>
        back is ['/', ..]
        && back is not ['/', '/', ..]
        && back.All(sign => sign is > ' ' and < '\u007F' and not '\\')
            ? back
            : "";
}
