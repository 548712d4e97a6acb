using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Making;

/// <summary>
/// What trustees send each other while they make a key together: signed, and encrypted for one of them. Nobody else
/// ever reads it, so its form is our own; the key of the cipher is as in the protocol, and the cipher is AES-GCM.
/// </summary>
internal static class Channel
{
    private const int TagLength = 16;
    private const int NonceLength = 12;

    public static string Seal(Group group, BigInteger signs, Element recipient, string message)
    {
        var hand = new Hand(group);
        var signed = SignedMessageOf(
            hand,
            signs,
            $"{{\"recipient\":\"{recipient.Text}\",\"message\":{JsonWriter.Quoted(message)}}}"
        );
        var shared = hand.Generate(group.RandomExponent());
        var sealing = hand.Encrypt(recipient, shared, group.RandomExponent());
        var plain = Encoding.UTF8.GetBytes(signed);
        var data = new byte[plain.Length + TagLength];
        using var cipher = new AesGcm(Key(shared), TagLength);
        cipher.Encrypt(
            Nonce(sealing.Alpha),
            plain,
            data.AsSpan(0, plain.Length),
            data.AsSpan(plain.Length)
        );
        CryptographicOperations.ZeroMemory(plain);
        return $"{{\"alpha\":\"{sealing.Alpha.Text}\",\"beta\":\"{sealing.Beta.Text}\",\"data\":\"{Convert.ToHexStringLower(data)}\"}}";
    }

    /// <summary>Opens what was sent to this key and checks who signed it.</summary>
    public static string Open(
        Group group,
        BigInteger decrypts,
        Element own,
        Element signer,
        string sealedText,
        string place
    )
    {
        var fields = Shape.Fields(
            JsonReader.Read(Encoding.UTF8.GetBytes(sealedText), place),
            place,
            "alpha",
            "beta",
            "data"
        );
        var alpha = Shape.Member(group, fields[0], place);
        var beta = Shape.Member(group, fields[1], place);
        var shared = beta * group.Inverse(group.PowerSecret(alpha, decrypts));
        var plain = Decrypted(shared, alpha, Shape.Word(fields[2], place), place);
        var signed = Elections.SignedMessage.Read(group, JsonReader.Read(plain, place), place);
        signed.Verify(signer, place);
        var inner = Shape.Fields(
            JsonReader.Read(Encoding.UTF8.GetBytes(signed.Message), place),
            place,
            "recipient",
            "message"
        );
        return Shape.Word(inner[0], place) == own.Text
            ? Shape.Word(inner[1], place)
            : throw new RejectedException(
                "channel.recipient",
                place,
                "This was written for another trustee."
            );
    }

    private static byte[] Decrypted(Element shared, Element alpha, string hex, string place)
    {
        try
        {
            var data = Convert.FromHexString(hex);
            if (data.Length < TagLength)
                throw Unreadable(place);
            var plain = new byte[data.Length - TagLength];
            using var cipher = new AesGcm(Key(shared), TagLength);
            cipher.Decrypt(
                Nonce(alpha),
                data.AsSpan(0, plain.Length),
                data.AsSpan(plain.Length),
                plain
            );
            return plain;
        }
        catch (Exception failure)
            when (failure is FormatException or AuthenticationTagMismatchException)
        {
            throw Unreadable(place);
        }
    }

    private static RejectedException Unreadable(string place) =>
        new("channel.sealed", place, "This was not encrypted for this trustee, or it was changed.");

    private static byte[] Key(Element shared) =>
        SHA256.HashData(Encoding.ASCII.GetBytes($"key|{shared.Text}"));

    private static byte[] Nonce(Element alpha) =>
        SHA256.HashData(Encoding.ASCII.GetBytes($"iv|{alpha.Text}"))[..NonceLength];

    public static string SignedMessageOf(Hand hand, BigInteger secret, string message) =>
        new Elections.SignedMessage(
            hand.Group,
            message,
            hand.ProveKnowledge(secret, $"sigmsg|{message}|")
        ).ToString();
}
