using System.Globalization;
using System.Text;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Tallies;

/// <summary>The object that says which trustee another object is from.</summary>
internal static class Owned
{
    public static byte[] Write(int owner, byte[] content) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{{\"owner\":{owner},\"payload\":\"{Digest.Hex(content)}\"}}"
            )
        );

    /// <summary>The owner's number, which must be one of so many trustees.</summary>
    public static int Read(byte[] owned, byte[] content, int trustees, string place)
    {
        var fields = Shape.Fields(JsonReader.Read(owned, place), place, "owner", "payload");
        var owner = Shape.Small(fields[0], place + ".owner", trustees);
        if (owner < 1)
            throw new RejectedException("owner", place + ".owner", "Trustees are numbered from 1.");
        if (Shape.Hex(fields[1], place + ".payload") != Digest.Hex(content))
            throw new RejectedException(
                "owner.payload",
                place + ".payload",
                "The object is not the one it refers to."
            );
        return owner;
    }
}
