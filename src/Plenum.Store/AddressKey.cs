using System.Security.Cryptography;

namespace Plenum.Store;

/// <summary>
/// The key under which digests of addresses lie in <c>people.db</c>. It follows from the key of the vault, so that one
/// key alone has to be kept apart, and whoever has the vault's addresses and that key can build the digests anew.
/// </summary>
public sealed class AddressKey(byte[] key)
{
    internal const string Purpose = "plenum people.db addresses/1";

    /// <summary>
    /// Under which name the file keeps the proof in its table <c>meta</c>. Another way of making digests needs another
    /// name: a file without it is built anew, while one with the proof of another key is taken for another folder's.
    /// </summary>
    public const string ProofName = "addresses";

    public byte[] DigestOf(ReadOnlySpan<byte> address) => HMACSHA256.HashData(key, address);

    /// <summary>What a file says whose digests were made with this key; nobody learns the key or an address from it.</summary>
    public byte[] Proof => HMACSHA256.HashData(key, "no address, the file itself"u8);
}
