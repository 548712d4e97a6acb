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
    Instant Opened,
    Instant Closes,
    ImmutableSortedSet<MemberNo> Roll,
    ImmutableSortedDictionary<MemberNo, Mark> Marks,
    ImmutableSortedDictionary<MemberNo, Choice> Votes,
    EquatableArray<PaperEntry> Entries,
    bool PapersConfirmed,
    string Hat,
    ImmutableSortedDictionary<MemberNo, int> Helpers,
    bool Closed
)
{
    /// <summary>After an influx, those on the roll who were there before; their papers say so (C19).</summary>
    public ImmutableSortedSet<MemberNo> Earlier { get; init; } = [];

    public bool IsParted { get; init; }

    /// <summary>More acts than this for others in one vote are shown to everybody (C18).</summary>
    public const int ActsWithoutAFlag = 5;

    /// <summary>Those who entered more acts for others in this vote than go without saying.</summary>
    public IEnumerable<KeyValuePair<MemberNo, int>> FlaggedHelpers =>
        Helpers.Where(h => h.Value > ActsWithoutAFlag);

    public int PapersIssued => Marks.Count(m => m.Value == Mark.Paper);
}

/// <summary>One person's entry of the papers of a hat, a line each; early records kept no more of it than its digest.</summary>
public sealed record PaperEntry(Digest Papers, string Written, int Number, MemberNo By);

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
        Instant.MinValue,
        [],
        ImmutableSortedDictionary<MemberNo, Mark>.Empty,
        ImmutableSortedDictionary<MemberNo, Choice>.Empty,
        [],
        false,
        "",
        ImmutableSortedDictionary<MemberNo, int>.Empty,
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
                        Opened = e.RollAt,
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
            BallotsEvent.PaperPosted e => Change(
                e.Box,
                b => b with { Marks = b.Marks.SetItem(e.Member, Mark.Paper) }
            ),
            BallotsEvent.Lengthened e => Change(e.Box, b => b with { Closes = e.Closes }),
            BallotsEvent.Helped e => Change(
                e.Box,
                b =>
                    b with
                    {
                        Helpers = b.Helpers.SetItem(
                            e.Helper,
                            b.Helpers.GetValueOrDefault(e.Helper) + 1
                        ),
                    }
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
                b =>
                    b with
                    {
                        Entries = b.Entries.Add(new PaperEntry(e.Papers, "", e.Number, e.By)),
                    }
            ),
            BallotsEvent.PapersWritten e => Change(
                e.Box,
                b =>
                    b with
                    {
                        Entries = b.Entries.Add(
                            new PaperEntry(e.Papers.Digest, e.Papers.Content, e.Number, e.By)
                        ),
                    }
            ),
            BallotsEvent.PapersAgreed e => Change(
                e.Box,
                b => b with { PapersConfirmed = true, Hat = e.Papers.Content }
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
                        // Who helped is told with the result where it has to be told at all.
                        Helpers = b.FlaggedHelpers.ToImmutableSortedDictionary(),
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
