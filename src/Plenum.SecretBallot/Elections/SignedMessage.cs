using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Proofs;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Elections;

/// <summary>A text and the signature of a trustee on it.</summary>
internal sealed record SignedMessage(Group Group, string Message, Proof Signature)
{
    public static SignedMessage Read(Group group, Json value, string place)
    {
        var fields = Shape.Fields(value, place, "message", "signature");
        return new(
            group,
            Shape.Word(fields[0], place + ".message"),
            Proof.Read(group, fields[1], place + ".signature")
        );
    }

    public void Verify(Element signer, string place)
    {
        if (!Knowledge.Holds(Group, signer, Signature, $"sigmsg|{Message}|"))
            throw new RejectedException(
                "threshold.signature",
                place,
                "The trustee's signature does not hold."
            );
    }

    public override string ToString() =>
        $$"""{"message":{{JsonWriter.Quoted(Message)}},"signature":{{Signature}}}""";
}
