using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Plenum.SecretBallot.Groups;

namespace Plenum.SecretBallot.Tallies;

/// <summary>A long text that is hashed while it is written.</summary>
internal sealed class Transcript : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Transcript Add(string text)
    {
        _hash.AppendData(Encoding.ASCII.GetBytes(text));
        return this;
    }

    /// <summary>Each followed by a comma, the last one too.</summary>
    public Transcript Add(params IEnumerable<Element> elements)
    {
        foreach (var element in elements)
            Add(element.Text).Add(",");
        return this;
    }

    public string Hex() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public BigInteger Exponent(Group group) =>
        new BigInteger(_hash.GetHashAndReset(), isUnsigned: true, isBigEndian: true) % group.Order;

    public void Dispose() => _hash.Dispose();
}
