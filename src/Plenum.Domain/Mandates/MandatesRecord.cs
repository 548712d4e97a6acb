using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Mandates;

/// <summary>
/// One person in one seat for one term, given by named constituents. Mandates given by the same box were filled
/// together and are one group for recall (R2) and count-back (R7).
/// </summary>
public sealed record Mandate(
    MandateNo No,
    BodyId Body,
    MemberNo Holder,
    BodyId Electors,
    Instant Since,
    Instant Until,
    Instant SuccessionAt,
    MatterNo By,
    BoxNo Box,
    int Term,
    bool IsCaretaker,
    MatterNo Successor
)
{
    /// <summary>Drawn by lot to act until the election: all the powers of the office, once and briefly (C13).</summary>
    public bool IsInterim { get; init; }

    /// <summary>Given in the organisation that was carried over, before there was a record here.</summary>
    public bool IsCarriedOver { get; init; }

    /// <summary>Keeps the seat from nobody who is elected to it.</summary>
    public bool MakesRoom => IsCaretaker || IsInterim;

    /// <summary>In force by the clock alone: an expired mandate has no power even before anybody notices.</summary>
    public bool InForceAt(Instant now) => Since <= now && now < Until;

    /// <summary>In force with all its powers; a caretaker keeps only what cannot wait (C1).</summary>
    public bool FullAt(Instant now) => InForceAt(now) && !IsCaretaker;
}

/// <summary>The last term somebody served on a body, for the limit on terms in a row.</summary>
public sealed record LastTerm(int Term, Instant Until);

/// <summary>Every mandate in force or about to begin.</summary>
public sealed partial record MandatesRecord
{
    /// <summary>Terms are in a row when less than this lies between them.</summary>
    public static readonly Duration InARow = Duration.FromDays(180);

    public static readonly MandatesRecord Empty = new();

    public ImmutableSortedDictionary<MandateNo, Mandate> Current { get; init; } =
        ImmutableSortedDictionary<MandateNo, Mandate>.Empty;
    public ImmutableDictionary<(BodyId, MemberNo), LastTerm> Served { get; init; } =
        ImmutableDictionary<(BodyId, MemberNo), LastTerm>.Empty;

    /// <summary>Mandates the founding names, until the section is constituted and they begin.</summary>
    public ImmutableSortedDictionary<MandateNo, MandatesEvent.CarriedOver> Carried { get; init; } =
        ImmutableSortedDictionary<MandateNo, MandatesEvent.CarriedOver>.Empty;
    public int LastNo { get; init; }
    public MandateNo NextNo => new(LastNo + 1);

    public static readonly Mandate NoMandate = new(
        MandateNo.None,
        new BodyId(""),
        MemberNo.None,
        new BodyId(""),
        Instant.MaxValue,
        Instant.MinValue,
        Instant.MinValue,
        MatterNo.None,
        BoxNo.None,
        0,
        false,
        MatterNo.None
    );

    public Mandate Of(MandateNo no) =>
        Current.TryGetValue(no, out var mandate) ? mandate : NoMandate;

    /// <summary>Who sits on a body now: a handful, or a congress of thousands.</summary>
    public IEnumerable<Mandate> On(BodyId body, Instant now) =>
        OfBody(body).Where(m => m.InForceAt(now));

    public IEnumerable<Mandate> HeldBy(MemberNo member, Instant now) =>
        OfHolder(member).Where(m => m.InForceAt(now));

    /// <summary>The number of the term somebody would serve next on this body, beginning then.</summary>
    public int NextTerm(BodyId body, MemberNo member, Instant since) =>
        Served.TryGetValue((body, member), out var last) && since - last.Until < InARow
            ? last.Term + 1
            : 1;

    /// <summary>First the election of the successor is called, then the term ends.</summary>
    public Instant NextAt(MandateNo no) =>
        Current.TryGetValue(no, out var m)
            ? m.Successor == MatterNo.None && m.SuccessionAt < m.Until && !m.IsCaretaker
                ? m.SuccessionAt
                : m.Until
            : Instant.MaxValue;

    public MandatesRecord Evolve(MandatesEvent happened, Section section) =>
        happened switch
        {
            MandatesEvent.Began e => this with
            {
                Vacancies = IsInterim(e.Mandate) ? Vacancies : Filled(e.Body),
                LastNo = Math.Max(LastNo, e.Mandate.Value),
                Carried = Carried.Remove(e.Mandate),
                ByBody = With(ByBody, e.Body, e.Mandate),
                ByHolder = With(ByHolder, e.Holder, e.Mandate),
                Current = Current.SetItem(
                    e.Mandate,
                    new Mandate(
                        e.Mandate,
                        e.Body,
                        e.Holder,
                        e.Electors,
                        e.Since,
                        e.Until,
                        e.SuccessionAt,
                        e.By,
                        e.Box,
                        e.Term,
                        false,
                        MatterNo.None
                    )
                    {
                        IsInterim = IsInterim(e.Mandate),
                        IsCarriedOver = Carried.ContainsKey(e.Mandate),
                    }
                ),
            },
            MandatesEvent.CarriedOver e => this with
            {
                LastNo = Math.Max(LastNo, e.Mandate.Value),
                Carried = Carried.SetItem(e.Mandate, e),
            },
            MandatesEvent.Ended e when Current.TryGetValue(e.Mandate, out var mandate) => this with
            {
                Current = Current.Remove(e.Mandate),
                ByBody = Without(ByBody, mandate.Body, e.Mandate),
                ByHolder = Without(ByHolder, mandate.Holder, e.Mandate),
                // Neither an annulled election nor the lot gave anybody a term: what was served before still counts.
                Served =
                    e.How == EndOfMandate.Annulled || mandate.IsInterim
                        ? Served
                        : Served.SetItem(
                            (mandate.Body, mandate.Holder),
                            new LastTerm(mandate.Term, Instant.Min(e.At, mandate.Until))
                        ),
            },
            MandatesEvent.Ended => this,
            MandatesEvent.Caretaker e => Change(
                e.Mandate,
                m => m with { Until = e.Until, IsCaretaker = true }
            ),
            MandatesEvent.SuccessionCalled e => Change(
                e.Mandate,
                m => m with { Successor = e.Election }
            ),
            MandatesEvent.Reported => this,
            MandatesEvent.Instructed e => With(e),
            MandatesEvent.Voted => this,
            MandatesEvent.OffersCalled e => this with
            {
                Vacancies = Vacancies.Add(e.Vacancy, Vacancy.Of(e)),
            },
            MandatesEvent.Offered e => Change(
                e.Vacancy,
                v => v with { Offers = v.Offers.Add(e.Member) }
            ),
            MandatesEvent.OfferTakenBack e => Change(
                e.Vacancy,
                v => v with { Offers = v.Offers.Remove(e.Member) }
            ),
            MandatesEvent.InterimDrawn e => Change(
                e.Vacancy,
                v => v with { IsDrawn = true, Interim = e.Mandate }
            ),
            MandatesEvent.NobodyDrawn e => Change(e.Vacancy, v => v with { IsDrawn = true }),
        };

    private MandatesRecord Change(MandateNo no, Func<Mandate, Mandate> change) =>
        this with
        {
            Current = Current.Changed(no, change),
        };
}
