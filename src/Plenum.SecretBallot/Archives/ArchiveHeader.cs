using System.Globalization;
using System.Text;

namespace Plenum.SecretBallot.Archives;

/// <summary>The block of 512 bytes before each record: exactly one is right for a name, a size and a time.</summary>
internal static class ArchiveHeader
{
    public const int Block = 512;
    public const string First = "BELENIOS";

    // Eleven octal digits.
    public const long LatestTime = (1L << 33) - 1;

    public static byte[] Write(string name, int size, long time)
    {
        var block = new byte[Block];
        Put(block, 0, name);
        Put(block, 100, "0000644");
        Put(block, 108, "0000000");
        Put(block, 116, "0000000");
        Put(block, 124, Octal(size, 11));
        Put(block, 136, Octal(time, 11));
        Put(block, 148, "        ");
        block[156] = (byte)'0';
        var sum = 0;
        foreach (var value in block)
            sum += value;
        Put(block, 148, Octal(sum, 6) + "\0 ");
        return block;
    }

    public static byte[] Content(long time) =>
        Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"version":1,"timestamp":"{{time}}"}"""
            )
        );

    private static string Octal(long value, int digits) =>
        Convert.ToString(value, 8).PadLeft(digits, '0');

    private static void Put(byte[] block, int at, string text) =>
        Encoding.ASCII.GetBytes(text).CopyTo(block, at);
}
