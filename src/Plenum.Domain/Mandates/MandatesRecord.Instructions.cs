using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>What the holders on a body were told to do about one matter, or, about none, for as long as nothing else is said.</summary>
public sealed record Instruction(
    MatterNo By,
    BodyId Body,
    SectionId Before,
    MatterNo About,
    Bidding Bidding,
    string Title,
    Digest Words,
    Instant At
);

/// <summary>What a holder said in a division by name.</summary>
public enum Said
{
    Nothing,
    For,
    Against,
    Abstain,
}

public sealed partial record MandatesRecord
{
    /// <summary>Older ones are on the record, and bid nothing any more.</summary>
    public const int MostInstructions = 100;

    /// <summary>What was bidden last on each matter and in general, in the order in which it was decided.</summary>
    public ImmutableSortedDictionary<MatterNo, Instruction> Instructions { get; init; } =
        ImmutableSortedDictionary<MatterNo, Instruction>.Empty;

    /// <summary>What was bidden for a division of that section before it closed: in words alone where holders were free.</summary>
    public Bidding BiddingOn(SectionId before, MatterNo about, Instant closed) =>
        Instructions.Values.LastOrDefault(i =>
            i.Before == before && i.About == about && i.At <= closed
        )
            is { } bidden
            ? bidden.Bidding
            : Bidding.InWords;

    private MandatesRecord With(MandatesEvent.Instructed e)
    {
        var left = Instructions
            .RemoveRange(
                Instructions
                    .Values.Where(i =>
                        i.Body == e.Body && i.Before == e.Before && i.About == e.About
                    )
                    .Select(i => i.By)
            )
            .SetItem(
                e.By,
                new Instruction(
                    e.By,
                    e.Body,
                    e.Before,
                    e.About,
                    e.Bidding,
                    e.Title,
                    e.Words.Digest,
                    e.At
                )
            );
        return this with
        {
            Instructions = left.RemoveRange(
                left.Keys.Take(Math.Max(0, left.Count - MostInstructions))
            ),
        };
    }
}
