using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Plenum.SecretBallot.Elections;
using Plenum.SecretBallot.Groups;

namespace Plenum.SecretBallot.Making;

/// <summary>
/// What a voter is given to vote with. Ours have 22 drawn characters (128 bits) and one that finds slips of the pen;
/// those of the first years of Belenios, 14 and one, are understood too.
/// </summary>
internal sealed record Credential(string Text)
{
    private const int Drawn = 22;
    private const int DrawnBefore = 14;
    private const int Iterations = 1000;

    public static Credential New()
    {
        var drawn = new char[Drawn];
        for (var at = 0; at < drawn.Length; at++)
            drawn[at] = Election.Base58[RandomNumberGenerator.GetInt32(Election.Base58.Length)];
        return new(Grouped(new string(drawn) + Check(drawn)));
    }

    /// <summary>As it was typed, with or without dashes; null when a character is wrong.</summary>
    public static Credential? Parse(string typed)
    {
        var characters = new string([.. typed.Where(c => c != '-' && !char.IsWhiteSpace(c))]);
        return
            characters.Length is Drawn + 1 or DrawnBefore + 1
            && characters.All(Election.Base58.Contains)
            && Check(characters.AsSpan()[..^1]) == characters[^1]
            ? new(Grouped(characters))
            : null;
    }

    /// <summary>The secret exponent for one election.</summary>
    public BigInteger Secret(Group group, string uuid) =>
        new BigInteger(
            Rfc2898DeriveBytes.Pbkdf2(
                Encoding.ASCII.GetBytes(Text),
                Encoding.ASCII.GetBytes(uuid),
                Iterations,
                HashAlgorithmName.SHA256,
                32
            ),
            isUnsigned: true,
            isBigEndian: true
        ) % group.Order;

    // The key is made of the text with its dashes.
    private static string Grouped(string characters) =>
        characters.Length == DrawnBefore + 1
            ? string.Join('-', characters.Chunk(3).Select(c => new string(c)))
            : string.Join('-', characters.Chunk(6).Select(c => new string(c)));

    private static char Check(ReadOnlySpan<char> drawn)
    {
        var value = BigInteger.Zero;
        foreach (var character in drawn)
            value = value * 58 + Election.Base58.IndexOf(character, StringComparison.Ordinal);
        return Election.Base58[53 - (int)(value % 53)];
    }

    public static string Uuid()
    {
        var drawn = new char[14];
        for (var at = 0; at < drawn.Length; at++)
            drawn[at] = Election.Base58[RandomNumberGenerator.GetInt32(Election.Base58.Length)];
        return new(drawn);
    }

    public override string ToString() => "(a credential)";
}
