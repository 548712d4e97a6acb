using System.Collections.Immutable;
using Plenum.SecretBallot.Archives;

namespace Plenum.SecretBallot.Verifying;

/// <summary>The order in which things happen to an election; there is no other.</summary>
internal static class Grammar
{
    public static void Demand(ImmutableArray<ArchivedEvent> events)
    {
        if (events.IsEmpty)
            throw new RejectedException("event.none", "archive", "Nothing has happened yet.");
        if (events[0].Kind != EventKind.Setup)
            throw Disorder(events[0], "An election begins with its setup.");
        for (var at = 1; at < events.Length; at++)
            if (!Follows(events[at - 1].Kind, events[at].Kind))
                throw Disorder(
                    events[at],
                    $"{events[at].Kind} does not follow {events[at - 1].Kind}; what may is {string.Join(" or ", Enum.GetValues<EventKind>().Where(k => Follows(events[at - 1].Kind, k)).DefaultIfEmpty().Select(k => k == EventKind.Setup ? "nothing" : k.ToString()))}."
                );
    }

    /// <summary>Whether one may come directly after the other; more about shuffles depends on the questions.</summary>
    public static bool Follows(EventKind before, EventKind next) =>
        before switch
        {
            EventKind.Setup or EventKind.Ballot => next is EventKind.Ballot or EventKind.EndBallots,
            EventKind.EndBallots => next is EventKind.EncryptedTally,
            EventKind.EncryptedTally => next is EventKind.Shuffle or EventKind.PartialDecryption,
            EventKind.Shuffle => next is EventKind.Shuffle or EventKind.EndShuffles,
            EventKind.EndShuffles => next is EventKind.PartialDecryption,
            EventKind.PartialDecryption => next is EventKind.PartialDecryption or EventKind.Result,
            EventKind.Result => false,
        };

    public static ElectionStage Stage(ImmutableArray<ArchivedEvent> events) =>
        events[^1].Kind switch
        {
            EventKind.Setup or EventKind.Ballot => ElectionStage.Open,
            EventKind.EndBallots => ElectionStage.Closed,
            EventKind.EncryptedTally or EventKind.Shuffle => ElectionStage.Tallied,
            EventKind.EndShuffles => ElectionStage.Shuffled,
            EventKind.PartialDecryption => ElectionStage.Decrypting,
            EventKind.Result => ElectionStage.Finished,
        };

    private static RejectedException Disorder(ArchivedEvent happened, string sentence) =>
        new("event.order", happened.Place, sentence);
}
