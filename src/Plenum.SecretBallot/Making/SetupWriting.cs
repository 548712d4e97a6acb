using System.Text;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

/// <summary>The object by which the first event refers to election, trustees and credentials.</summary>
internal static class SetupWriting
{
    public static byte[] Write(byte[] election, byte[] trustees, byte[] credentials) =>
        Encoding.ASCII.GetBytes(
            $"{{\"election\":\"{Digest.Hex(election)}\",\"trustees\":\"{Digest.Hex(trustees)}\",\"credentials\":\"{Digest.Hex(credentials)}\"}}"
        );
}
