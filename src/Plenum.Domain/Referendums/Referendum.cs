using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Referendums;

/// <summary>
/// The part of the roll that one section returned, by way of one of those asked: so many lines in all, those that have
/// come, and those that vote in it because they stand in no part before it.
/// </summary>
public sealed record RollPart(
    SectionId Section,
    SectionId By,
    string Name,
    int Entitled,
    EquatableArray<SectionId> Below,
    int Come,
    int Voting
)
{
    /// <summary>Lines that wait for the roll to freeze; none after it.</summary>
    public ImmutableSortedSet<RollLine> Lines { get; init; } = [];

    /// <summary>Who may help those of this part at the desk of the section.</summary>
    public EquatableArray<DeskMandate> Desk { get; init; } = [];

    public bool IsWhole => Come == Entitled;
}

/// <summary>A question put to the members of several sections: who is asked for the roll, and what they returned.</summary>
public sealed record Referendum(
    MatterNo Matter,
    Instant RollAt,
    Instant DebateUntil,
    EquatableArray<SectionId> Asked
)
{
    public ImmutableSortedDictionary<SectionId, RollPart> Parts { get; init; } =
        ImmutableSortedDictionary<SectionId, RollPart>.Empty;

    /// <summary>Every line of the frozen roll, with the section in whose part it votes.</summary>
    public ImmutableDictionary<RollLine, SectionId> Roll { get; init; } =
        ImmutableDictionary<RollLine, SectionId>.Empty;

    /// <summary>Lines for which a secret vote was asked.</summary>
    public ImmutableSortedSet<RollLine> SecretAskedBy { get; init; } = [];

    public bool IsFrozen { get; init; }

    public bool IsOver { get; init; }

    /// <summary>Whether sections are counted apart as well.</summary>
    public bool BySections { get; init; }

    /// <summary>Whether every section asked, and every one these asked in turn, has returned its whole part.</summary>
    public bool HasAll => Asked.All(Has) && Parts.Values.All(p => p.Below.All(Has));

    /// <summary>Whether the line stands in a part that has come.</summary>
    public bool IsOnRoll(RollLine line) => PartsWith(line).Any();

    /// <summary>The parts that have come and in which the line stands; once the roll has frozen the one in which it votes.</summary>
    public IEnumerable<RollPart> PartsWith(RollLine line) =>
        !IsFrozen ? Parts.Values.Where(p => p.Lines.Contains(line))
        : Roll.TryGetValue(line, out var section) ? [Parts[section]]
        : [];

    public bool Has(SectionId section) => Parts.TryGetValue(section, out var part) && part.IsWhole;

    /// <summary>The number, from 1, of the one asked by way of whom a section belongs here; 0 for the convener's own members.</summary>
    public int NumberOf(SectionId section) =>
        Parts.TryGetValue(section, out var part) ? Asked.Items.IndexOf(part.By) + 1 : 0;

    /// <summary>
    /// Lines come in. Before the roll freezes they wait; after it whoever stands in no other part is added, because nobody
    /// loses a vote by a late letter.
    /// </summary>
    public Referendum With(ReferendumsEvent.RollReturned returned)
    {
        var part = Parts.TryGetValue(returned.Section, out var known)
            ? known
            : new RollPart(
                returned.Section,
                returned.By,
                returned.Name,
                returned.Entitled,
                returned.Below,
                0,
                0
            );
        var come = part with { Come = part.Come + returned.Lines.Count };
        if (!IsFrozen)
            return this with
            {
                Parts = Parts.SetItem(
                    part.Section,
                    come with
                    {
                        Lines = part.Lines.Union(returned.Lines),
                    }
                ),
            };
        var roll = Roll.ToBuilder();
        return this with
        {
            Parts = Parts.SetItem(
                part.Section,
                come with
                {
                    Voting = part.Voting + Add(roll, returned.Lines, part.Section),
                }
            ),
            Roll = roll.ToImmutable(),
        };
    }

    /// <summary>The desk of a section whose part has come.</summary>
    public Referendum With(ReferendumsEvent.DeskNamed named) =>
        this with
        {
            Parts = Parts.Changed(named.Section, p => p with { Desk = named.Desk }),
        };

    /// <summary>It is over: of the roll only its figures are kept.</summary>
    public Referendum Ended =>
        this with
        {
            IsOver = true,
            Roll = Roll.Clear(),
            SecretAskedBy = [],
            Parts = Parts.ToImmutableSortedDictionary(p => p.Key, p => p.Value with { Desk = [] }),
        };

    /// <summary>
    /// The roll freezes: a line that stands in two parts votes once, in the first of them by the order of those asked; the
    /// convener's own members come last, because whoever works above has a home section below.
    /// </summary>
    public Referendum Frozen(bool bySections)
    {
        var (roll, parts) = (Roll.ToBuilder(), Parts.ToBuilder());
        foreach (var part in InOrder)
            parts[part.Section] = part with
            {
                Voting = Add(roll, part.Lines, part.Section),
                Lines = [],
            };
        return this with
        {
            IsFrozen = true,
            BySections = bySections,
            Roll = roll.ToImmutable(),
            Parts = parts.ToImmutable(),
        };
    }

    private IEnumerable<RollPart> InOrder =>
        Parts
            .Values.OrderBy(p => NumberOf(p.Section) == 0)
            .ThenBy(p => NumberOf(p.Section))
            .ThenBy(p => p.Section);

    private static int Add(
        ImmutableDictionary<RollLine, SectionId>.Builder roll,
        IEnumerable<RollLine> lines,
        SectionId section
    )
    {
        var before = roll.Count;
        foreach (var line in lines)
            if (!roll.ContainsKey(line))
                roll.Add(line, section);
        return roll.Count - before;
    }
}

/// <summary>A question of a section above, as it was told here.</summary>
public sealed record Told(
    QuestionAbove Question,
    string Name,
    string Title,
    bool Secret,
    Instant Closes,
    int Entitled
)
{
    /// <summary>How it ended; open before that.</summary>
    public bool IsDecided { get; init; }
}
