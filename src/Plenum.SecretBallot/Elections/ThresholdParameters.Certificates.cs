using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Plenum.SecretBallot.Groups;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Elections;

internal sealed partial record ThresholdParameters
{
    /// <summary>Both keys of each member, when all certificates are right and of one group.</summary>
    public static (Element[] Verification, Element[] Encryption) Certificates(
        Group group,
        ImmutableArray<Json> certificates,
        string place,
        int size,
        int needed,
        bool withContext = true
    )
    {
        if (size != certificates.Length)
            throw new RejectedException(
                "threshold.size",
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{certificates.Length} certificates are there, of {size} trustees."
                )
            );
        if (needed < 1 || needed > size)
            throw new RejectedException(
                "threshold.bounds",
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{needed} of {size} trustees are to be enough; that must be at least 1 and at most all."
                )
            );
        var context = withContext ? new Context(group.Name, size, needed) : null;
        var (verification, encryption) = (new Element[size], new Element[size]);
        for (var at = 0; at < size; at++)
            (verification[at], encryption[at]) = Certificate(
                group,
                certificates[at],
                $"{place}[{at}]",
                context,
                at + 1
            );
        if (verification.Distinct().Count() != size)
            throw new RejectedException(
                "trustees.twice",
                place,
                "One trustee stands in the group twice."
            );
        return (verification, encryption);
    }

    private static (Element Verification, Element Encryption) Certificate(
        Group group,
        Json value,
        string place,
        Context? context,
        int index
    )
    {
        var message = SignedMessage.Read(group, value, place);
        var inner = JsonReader.Read(Encoding.UTF8.GetBytes(message.Message), place + ".message");
        var fields = context is null
            ? [null, .. Shape.Fields(inner, place, "verification", "encryption")]
            : Shape.Fields(inner, place, "context", "verification", "encryption");
        if (context is not null)
        {
            var parts = Shape.Fields(fields[0]!, place, "group", "size", "threshold", "index");
            if (
                Shape.Word(parts[0], place) != context.Group
                || Shape.Small(parts[1], place, 200) != context.Size
                || Shape.Small(parts[2], place, 200) != context.Needed
                || Shape.Small(parts[3], place, 200) != index
            )
                throw new RejectedException(
                    "threshold.context",
                    place,
                    "The certificate was made for another group of trustees, threshold or number."
                );
        }
        var key = Shape.Member(group, fields[1], place + ".verification");
        var encryption = Shape.Member(group, fields[2], place + ".encryption");
        message.Verify(key, place);
        return (key, encryption);
    }

    private sealed record Context(string Group, int Size, int Needed);
}
