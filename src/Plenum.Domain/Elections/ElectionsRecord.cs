using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Elections;

/// <summary>Somebody standing; the number is the one on the paper.</summary>
public sealed record Candidate(int Number, MemberNo Member, Digest Platform, bool StoodDown);

/// <summary>An election: who stands, who was elected.</summary>
public sealed record Election(
    MatterNo No,
    EquatableArray<Candidate> Candidates,
    EquatableArray<MemberNo> Commission,
    BoxNo Box,
    EquatableArray<int> Elected,
    string Rule,
    Draw Seed
)
{
    public IEnumerable<Candidate> Standing => Candidates.Where(c => !c.StoodDown);

    public Candidate Candidate(int number) => Candidates.Items.First(c => c.Number == number);
}

/// <summary>A count-back waiting for consents.</summary>
public sealed record PendingCountBack(
    MandateNo Vacated,
    MatterNo Election,
    int Candidate,
    Instant ConsentBy,
    Instant Until,
    ImmutableSortedSet<int> Consenting
);

/// <summary>Every election, with what a count-back may need as long as its papers count.</summary>
public sealed record ElectionsRecord
{
    public static readonly ElectionsRecord Empty = new();

    public ImmutableSortedDictionary<MatterNo, Election> All { get; init; } =
        ImmutableSortedDictionary<MatterNo, Election>.Empty;
    public ImmutableSortedDictionary<MandateNo, PendingCountBack> CountBacks { get; init; } =
        ImmutableSortedDictionary<MandateNo, PendingCountBack>.Empty;

    public Election Of(MatterNo no) =>
        All.TryGetValue(no, out var election)
            ? election
            : new Election(no, [], [], BoxNo.None, [], "", Draw.Nothing);

    public Instant NextAt(MandateNo vacated) =>
        CountBacks.TryGetValue(vacated, out var pending) ? pending.ConsentBy : Instant.MaxValue;

    public ElectionsRecord Evolve(ElectionsEvent happened) =>
        happened switch
        {
            ElectionsEvent.Stood e => Change(
                e.Election,
                x =>
                    x with
                    {
                        Candidates = x.Candidates.Add(
                            new Candidate(
                                e.Candidate,
                                e.Member,
                                e.Platform.Digest,
                                StoodDown: false
                            )
                        ),
                    }
            ),
            ElectionsEvent.StoodDown e => Change(
                e.Election,
                x =>
                    x with
                    {
                        Candidates = x
                            .Candidates.Select(c =>
                                c.Number == e.Candidate ? c with { StoodDown = true } : c
                            )
                            .ToEquatable(),
                    }
            ),
            ElectionsEvent.CommissionDrawn e => Change(
                e.Election,
                x => x with { Commission = e.Members }
            ),
            ElectionsEvent.Counted e => Change(
                e.Election,
                x => x with { Box = e.Box, Elected = e.Elected, Rule = e.Rule, Seed = e.Seed }
            ),
            ElectionsEvent.CountBackCalled e => this with
            {
                CountBacks = CountBacks.SetItem(
                    e.Vacated,
                    new PendingCountBack(
                        e.Vacated,
                        e.Election,
                        e.Candidate,
                        e.ConsentBy,
                        e.Until,
                        []
                    )
                ),
            },
            ElectionsEvent.Consented e when CountBacks.TryGetValue(e.Vacated, out var pending) =>
                this with
                {
                    CountBacks = CountBacks.SetItem(
                        e.Vacated,
                        pending with
                        {
                            Consenting = pending.Consenting.Add(e.Candidate),
                        }
                    ),
                },
            ElectionsEvent.Consented => this,
            ElectionsEvent.CountedBack e => this with { CountBacks = CountBacks.Remove(e.Vacated) },
        };

    private ElectionsRecord Change(MatterNo no, Func<Election, Election> change) =>
        this with
        {
            All = All.SetItem(no, change(Of(no))),
        };
}
