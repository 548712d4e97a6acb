using System.Collections.Immutable;

namespace Plenum.Domain.Letters;

/// <summary>
/// The number of the last letter to and from every other section. What was sent and has not arrived is the difference
/// of two such records; nothing else keeps count.
/// </summary>
public sealed record LettersRecord
{
    public static readonly LettersRecord Empty = new();

    public ImmutableSortedDictionary<SectionId, int> LastSent { get; init; } =
        ImmutableSortedDictionary<SectionId, int>.Empty;
    public ImmutableSortedDictionary<SectionId, int> LastReceived { get; init; } =
        ImmutableSortedDictionary<SectionId, int>.Empty;

    public int SentTo(SectionId section) => LastSent.GetValueOrDefault(section);

    public int ReceivedFrom(SectionId section) => LastReceived.GetValueOrDefault(section);

    public LettersRecord Evolve(LettersEvent happened) =>
        happened switch
        {
            LettersEvent.Sent e => this with { LastSent = LastSent.SetItem(e.To, e.No) },
            LettersEvent.Received e => this with
            {
                LastReceived = LastReceived.SetItem(e.From, e.No),
            },
        };
}
