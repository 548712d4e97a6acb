using System.Collections.Immutable;
using System.Globalization;
using Plenum.SecretBallot.Text;

namespace Plenum.SecretBallot.Archives;

/// <summary>What can happen to an election, in the words of the protocol.</summary>
internal enum EventKind
{
    Setup,
    Ballot,
    EndBallots,
    EncryptedTally,
    Shuffle,
    EndShuffles,
    PartialDecryption,
    Result,
}

/// <summary>One event of the archive and the objects it brought along, in their order.</summary>
internal sealed record ArchivedEvent(
    EventKind Kind,
    int Height,
    string Hash,
    ImmutableArray<byte[]> Objects
)
{
    public string Place => string.Create(CultureInfo.InvariantCulture, $"event {Height} ({Kind})");

    /// <summary>How many objects an event of this kind brings along.</summary>
    public static int Brings(EventKind kind) =>
        kind switch
        {
            EventKind.Setup => 4,
            EventKind.EncryptedTally or EventKind.Shuffle or EventKind.PartialDecryption => 2,
            EventKind.Ballot or EventKind.Result => 1,
            EventKind.EndBallots or EventKind.EndShuffles => 0,
        };

    public static byte[] Write(string? parent, int height, EventKind kind, string? payload) =>
        System.Text.Encoding.ASCII.GetBytes(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{{{(parent is null ? "" : $"\"parent\":\"{parent}\",")}\"height\":{height},\"type\":\"{kind}\"{(payload is null ? "" : $",\"payload\":\"{payload}\"")}}}"
            )
        );

    public static ArchivedEvent Read(
        byte[] bytes,
        string hash,
        ArchivedEvent? before,
        ImmutableArray<byte[]> objects
    )
    {
        var height = (before?.Height ?? -1) + 1;
        var place = string.Create(CultureInfo.InvariantCulture, $"event {height}");
        var fields = Shape.Fields(
            JsonReader.Read(bytes, place),
            place,
            "parent?",
            "height",
            "type",
            "payload?"
        );
        var parent = fields[0] is { } given ? Shape.Hex(given, place + ".parent") : null;
        if (parent != before?.Hash)
            throw new RejectedException(
                "event.parent",
                place + ".parent",
                "The event does not name the one before it as its parent."
            );
        if (Shape.Small(fields[1], place + ".height", int.MaxValue - 1) != height)
            throw new RejectedException(
                "event.height",
                place + ".height",
                "Events are counted from 0 and one by one."
            );
        var type = Shape.Word(fields[2], place + ".type");
        if (
            !Enum.TryParse<EventKind>(type, out var kind)
            || type != kind.ToString()
            || !Enum.IsDefined(kind)
        )
            throw new RejectedException(
                "event.type",
                place + ".type",
                $"No event is called '{(type.Length > 40 ? type[..40] : type)}'."
            );
        var payload = fields[3] is { } named ? Shape.Hex(named, place + ".payload") : null;
        var expected = Brings(kind);
        if (objects.Length > expected)
            throw new RejectedException(
                "archive.unreferenced",
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{objects.Length} objects stand before this event, and {expected} belong to it: one is referred to by nothing."
                )
            );
        if (objects.Length < expected)
            throw new RejectedException(
                "archive.missing",
                place,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{objects.Length} objects stand before this event, and {expected} belong to it."
                )
            );
        if (payload != (expected > 0 ? Digest.Hex(objects[^1]) : null))
            throw new RejectedException(
                "event.payload",
                place + ".payload",
                "The event does not refer to the object that stands before it."
            );
        return new(kind, height, hash, objects);
    }
}
