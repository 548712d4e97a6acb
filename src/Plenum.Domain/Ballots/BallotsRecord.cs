using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Ballots;

/// <summary>Every box that is open; a closed one keeps only what a count-back or a protest may need.</summary>
public sealed record BallotsRecord
{
    public static readonly BallotsRecord Empty = new();

    public ImmutableSortedDictionary<BoxNo, Box> Boxes { get; init; } =
        ImmutableSortedDictionary<BoxNo, Box>.Empty;

    /// <summary>Which boxes a matter has had, so that nobody searches through all there ever were.</summary>
    public ImmutableSortedDictionary<MatterNo, EquatableArray<BoxNo>> ByMatter { get; init; } =
        ImmutableSortedDictionary<MatterNo, EquatableArray<BoxNo>>.Empty;
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

    /// <summary>The boxes of a matter, in the order in which they opened.</summary>
    public IEnumerable<Box> OfMatter(MatterNo matter) =>
        ByMatter.GetValueOrDefault(matter, []).Select(Of);

    public BallotsRecord Evolve(BallotsEvent happened, Section section) =>
        happened switch
        {
            BallotsEvent.Opened e => this with
            {
                ByMatter = ByMatter.SetItem(
                    e.Matter,
                    [.. ByMatter.GetValueOrDefault(e.Matter, []), e.Box]
                ),
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
            BallotsEvent.BegunAnew e => Change(e.Box, b => b.Anew(e.At, e.Closes)),
            BallotsEvent.Helped e => Change(e.Box, b => b.HelpedBy(e.Helper)),
            BallotsEvent.LineHelped e => Change(e.Box, b => b.HelpedBy(e.Helper)),
            BallotsEvent.Voted e => Change(
                e.Box,
                b =>
                    b with
                    {
                        Marks = b.Marks.SetItem(e.Member, Mark.ByName),
                        Votes = b.Votes.SetItem(e.Member, e.Choice),
                    }
            ),
            BallotsEvent.SeatTakenOut e => Change(
                e.Box,
                b => b with { Roll = b.Roll.Remove(e.Member), TakenOut = b.TakenOut.Add(e.Member) }
            ),
            BallotsEvent.Recomputed => this,
            BallotsEvent.PartReturned e => Change(
                e.Box,
                b =>
                    b with
                    {
                        Parts = b.Parts.SetItem(e.Section, new Part(e.Entitled, e.Elsewhere)),
                    }
            ),
            BallotsEvent.PartMissing e => Change(
                e.Box,
                b => b with { Missing = b.Missing.SetItem(e.Section, e.Members) }
            ),
            BallotsEvent.LineMarked e => Change(e.Box, b => b with { Lines = b.Lines.Add(e.Line) }),
            BallotsEvent.LineVoted e => Change(
                e.Box,
                b =>
                    b with
                    {
                        LineVotes = b.LineVotes.SetItem(
                            e.Person,
                            new LineVote(e.Section, e.Choice)
                        ),
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
                        // A division is worked out again when a seat turns out to have been taken back before its close.
                        Roll = b.Electorate == BodyId.Members ? [] : b.Roll,
                        Handed = b.PapersIssued,
                        Counted = e.Papers.Digest,
                        Earlier = [],
                        Marks = NoBox.Marks,
                        Lines = [],
                        LineVotes = NoBox.LineVotes,
                        // A panel's case is decided after its box has closed, and a body has few seats.
                        Votes = b.Electorate == BodyId.Members ? NoBox.Votes : b.Votes,
                        Entries = [],
                        // Who helped is told with the result where it has to be told at all.
                        Helpers = b.FlaggedHelpers.ToImmutableSortedDictionary(),
                        LineHelpers = b.FlaggedLineHelpers.ToImmutableSortedDictionary(),
                    }
            ),
        };

    private BallotsRecord Change(BoxNo no, Func<Box, Box> change) =>
        this with
        {
            Boxes = Boxes.Changed(no, change),
        };
}
