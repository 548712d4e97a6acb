using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Ballots;

namespace Plenum.Domain.Elections;

/// <summary>Every election, with what a count-back may need as long as its papers count.</summary>
public sealed record ElectionsRecord
{
    public static readonly ElectionsRecord Empty = new();

    public ImmutableSortedDictionary<MatterNo, Election> All { get; init; } =
        ImmutableSortedDictionary<MatterNo, Election>.Empty;
    public ImmutableSortedDictionary<MandateNo, PendingCountBack> CountBacks { get; init; } =
        ImmutableSortedDictionary<MandateNo, PendingCountBack>.Empty;

    /// <summary>What those on a panel said a protest calls for.</summary>
    public ImmutableSortedDictionary<
        MatterNo,
        ImmutableSortedDictionary<MemberNo, Remedy>
    > Judgements { get; init; } =
        ImmutableSortedDictionary<MatterNo, ImmutableSortedDictionary<MemberNo, Remedy>>.Empty;

    public ImmutableSortedDictionary<MemberNo, Remedy> JudgedIn(MatterNo protest) =>
        Judgements.TryGetValue(protest, out var said)
            ? said
            : ImmutableSortedDictionary<MemberNo, Remedy>.Empty;

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
                x => x.With(e.Candidate, c => c with { StoodDown = true })
            ),
            ElectionsEvent.HeldBack e => Change(
                e.Election,
                x => x.With(e.Candidate, c => c with { StoodDown = true, HeldBackFor = e.Section })
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
            ElectionsEvent.Judged e => this with
            {
                Judgements = Judgements.SetItem(
                    e.Protest,
                    JudgedIn(e.Protest).SetItem(e.Member, e.Remedy)
                ),
            },
            ElectionsEvent.RecountOrdered e => Change(
                e.Election,
                x =>
                    x with
                    {
                        Recounting = new Recounting(
                            e.Remedy,
                            e.Until,
                            e.OpenUntil,
                            [],
                            IsAgreed: false
                        ),
                    }
            ),
            ElectionsEvent.HatWritten e => Change(
                e.Election,
                x =>
                    x with
                    {
                        Recounting = x.Recounting with
                        {
                            Entries = x.Recounting.Entries.Add(
                                new PaperEntry(e.Papers.Digest, e.Papers.Content, e.Number, e.By)
                            ),
                        },
                    }
            ),
            ElectionsEvent.HatAgreed e => Change(
                e.Election,
                x =>
                    x with
                    {
                        Hat = e.Papers.Content,
                        IsCorrected = true,
                        Recounting = x.Recounting with { IsAgreed = true },
                    }
            ),
            ElectionsEvent.Recounted e => Change(
                e.Election,
                x =>
                    x with
                    {
                        Elected = e.Elected,
                        Recounting = Recounting.None,
                        RecountedAt = e.At,
                    }
            ),
            ElectionsEvent.RecountDropped e => Change(
                e.Election,
                x => x with { Recounting = Recounting.None }
            ),
            ElectionsEvent.CountedBack e => this with { CountBacks = CountBacks.Remove(e.Vacated) },
        };

    private ElectionsRecord Change(MatterNo no, Func<Election, Election> change) =>
        this with
        {
            All = All.SetItem(no, change(Of(no))),
        };
}
