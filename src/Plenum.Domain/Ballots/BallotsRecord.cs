using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>How a roll line has been used.</summary>
public enum Mark
{
    Screen,
    Paper,
    ByName,
}

/// <summary>A box: who may put a paper in, who has, until when.</summary>
public sealed record Box(
    BoxNo No,
    MatterNo Matter,
    BodyId Electorate,
    BallotForm Form,
    int Options,
    bool Secret,
    Instant Closes,
    ImmutableSortedSet<MemberNo> Roll,
    ImmutableSortedDictionary<MemberNo, Mark> Marks,
    ImmutableSortedDictionary<MemberNo, Choice> Votes,
    EquatableArray<PaperEntry> Entries,
    bool PapersConfirmed,
    bool Closed
)
{
    /// <summary>After an influx, those on the roll who were there before; their papers say so (C19).</summary>
    public ImmutableSortedSet<MemberNo> Earlier { get; init; } = [];

    public bool IsParted { get; init; }

    public int PapersIssued => Marks.Count(m => m.Value == Mark.Paper);
}

/// <summary>One person's entry of the papers of a hat.</summary>
public sealed record PaperEntry(Digest Papers, int Number, MemberNo By);

/// <summary>Every box that is open; a closed one keeps only what a count-back or a protest may need.</summary>
public sealed record BallotsRecord
{
    public static readonly BallotsRecord Empty = new();

    public ImmutableSortedDictionary<BoxNo, Box> Boxes { get; init; } =
        ImmutableSortedDictionary<BoxNo, Box>.Empty;
    public BoxNo NextNo => new(Boxes.Count + 1);

    public static readonly Box NoBox = new(
        BoxNo.None,
        MatterNo.None,
        new BodyId(""),
        BallotForm.Question,
        0,
        true,
        Instant.MinValue,
        [],
        ImmutableSortedDictionary<MemberNo, Mark>.Empty,
        ImmutableSortedDictionary<MemberNo, Choice>.Empty,
        [],
        false,
        true
    );

    public Box Of(BoxNo no) => Boxes.TryGetValue(no, out var box) ? box : NoBox;

    public BallotsRecord Evolve(BallotsEvent happened, Section section) =>
        happened switch
        {
            BallotsEvent.Opened e => this with
            {
                Boxes = Boxes.SetItem(
                    e.Box,
                    NoBox with
                    {
                        No = e.Box,
                        Matter = e.Matter,
                        Electorate = e.Electorate,
                        Form = e.Form,
                        Options = e.Options,
                        Secret = e.Secret,
                        Closes = e.Closes,
                        Roll = section.RollFor(e.Matter, e.Electorate, e.RollAt, e.BasicLaw),
                        Closed = false,
                    }
                ),
            },
            BallotsEvent.Parted e => Change(
                e.Box,
                b =>
                    b with
                    {
                        IsParted = true,
                        Earlier =
                        [
                            .. b.Roll.Where(no =>
                                section.Membership.Of(no).Joined < e.JoinedBefore
                            ),
                        ],
                    }
            ),
            BallotsEvent.Marked e => Change(
                e.Box,
                b => b with { Marks = b.Marks.SetItem(e.Member, Mark.Screen) }
            ),
            BallotsEvent.PaperIssued e => Change(
                e.Box,
                b => b with { Marks = b.Marks.SetItem(e.Member, Mark.Paper) }
            ),
            BallotsEvent.Voted e => Change(
                e.Box,
                b =>
                    b with
                    {
                        Marks = b.Marks.SetItem(e.Member, Mark.ByName),
                        Votes = b.Votes.SetItem(e.Member, e.Choice),
                    }
            ),
            BallotsEvent.PapersEntered e => Change(
                e.Box,
                b => b with { Entries = b.Entries.Add(new PaperEntry(e.Papers, e.Number, e.By)) }
            ),
            BallotsEvent.PapersConfirmed e => Change(e.Box, b => b with { PapersConfirmed = true }),
            // A closed box is history: rolls and marks of a large section would otherwise stay in memory for ever.
            BallotsEvent.Closed e => Change(
                e.Box,
                b =>
                    b with
                    {
                        Closed = true,
                        Roll = [],
                        Earlier = [],
                        Marks = NoBox.Marks,
                        Votes = NoBox.Votes,
                        Entries = [],
                    }
            ),
        };

    private BallotsRecord Change(BoxNo no, Func<Box, Box> change) =>
        Boxes.TryGetValue(no, out var box)
            ? this with
            {
                Boxes = Boxes.SetItem(no, change(box)),
            }
            : this;
}
