using System.Security.Cryptography;
using System.Text;
using Plenum.Clerk.Recording;

namespace Plenum.Clerk;

/// <summary>
/// The one-time key of an empty folder: whoever holds it may found a section here. The folder keeps its hash alone,
/// and every key is void once a section is founded.
/// </summary>
public sealed class FoundingKey(string dataFolder, Front front, Randomness randomness)
{
    private const int Bytes = 32;
    private readonly string _file = Path.Combine(dataFolder, "founding.hash");

    /// <summary>Whether nothing was founded here yet.</summary>
    public bool IsOpen => front.Sections.IsEmpty;

    public bool Accepts(string key) =>
        IsOpen
        && File.Exists(_file)
        && CryptographicOperations.FixedTimeEquals(
            File.ReadAllBytes(_file),
            Encoding.ASCII.GetBytes(HashOf(key))
        );

    /// <summary>Draws a new key, which voids the one before; only its hash is written down.</summary>
    public string Draw()
    {
        Span<byte> drawn = stackalloc byte[Bytes];
        randomness(drawn);
        var key = Convert.ToHexStringLower(drawn);
        Store.DataFolder.WriteWhole(_file, Encoding.ASCII.GetBytes(HashOf(key)));
        return key;
    }

    /// <summary>A section stands: nothing is left of the key.</summary>
    public void Forget() => File.Delete(_file);

    private static string HashOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
