using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Congresses;

/// <summary>The congresses this section has called, and who was sent to them.</summary>
public sealed partial record CongressesRecord
{
    public static readonly CongressesRecord Empty = new();

    public ImmutableSortedDictionary<int, Congress> All { get; init; } =
        ImmutableSortedDictionary<int, Congress>.Empty;

    /// <summary>The seat of everybody who was sent and still sits.</summary>
    public ImmutableSortedDictionary<Credential, MandateNo> Seats { get; init; } =
        ImmutableSortedDictionary<Credential, MandateNo>.Empty;

    /// <summary>The same seats by who sent them, so that nobody searches through those of thousands of sections.</summary>
    public SeatsBySection BySection { get; init; } = SeatsBySection.Empty;

    /// <summary>Who stands in for a delegate of this section, by the mandate of the delegate.</summary>
    public ImmutableSortedDictionary<MandateNo, MandateNo> GivenWay { get; init; } =
        ImmutableSortedDictionary<MandateNo, MandateNo>.Empty;

    /// <summary>Everybody who has stood in for a delegate of this section: what they said was said for that seat.</summary>
    public ImmutableSortedDictionary<
        MandateNo,
        ImmutableSortedSet<MandateNo>
    > StoodIn { get; init; } =
        ImmutableSortedDictionary<MandateNo, ImmutableSortedSet<MandateNo>>.Empty;

    /// <summary>Seats whose holders gave way: when the mandate is taken back later, what they said goes with it.</summary>
    public ImmutableSortedDictionary<Credential, Mandate> GaveWay { get; init; } =
        ImmutableSortedDictionary<Credential, Mandate>.Empty;

    /// <summary>Who is sent while they sit for another section still.</summary>
    public ImmutableSortedDictionary<Credential, Letter.CredentialIssued> Waiting { get; init; } =
        ImmutableSortedDictionary<Credential, Letter.CredentialIssued>.Empty;

    /// <summary>Whose seats were set aside: the same mandate takes none again.</summary>
    public ImmutableSortedSet<Credential> SetAside { get; init; } = [];

    /// <summary>The last return of every section, for when the next one is late.</summary>
    public ImmutableSortedDictionary<SectionId, Return> LastReturns { get; init; } =
        ImmutableSortedDictionary<SectionId, Return>.Empty;

    /// <summary>How sections voted, for as long as somebody may ask: a congress decides little and its delegates openly.</summary>
    public ImmutableSortedDictionary<MatterNo, Division> Divided { get; init; } =
        ImmutableSortedDictionary<MatterNo, Division>.Empty;

    /// <summary>Changes of weights that were put, each with its simulation.</summary>
    public ImmutableSortedDictionary<MatterNo, Reweighed> Reweighed { get; init; } =
        ImmutableSortedDictionary<MatterNo, Reweighed>.Empty;

    /// <summary>Which section somebody sits or sat for: what they said is told apart by it also when the seat is gone.</summary>
    public ImmutableSortedDictionary<MemberNo, SectionId> SentBy { get; init; } =
        ImmutableSortedDictionary<MemberNo, SectionId>.Empty;

    /// <summary>How sections bade their delegates vote, by the matter.</summary>
    public ImmutableSortedDictionary<
        MatterNo,
        ImmutableSortedDictionary<SectionId, Bidding>
    > Instructed { get; init; } =
        ImmutableSortedDictionary<MatterNo, ImmutableSortedDictionary<SectionId, Bidding>>.Empty;

    /// <summary>Which sections ask for a congress, and since when.</summary>
    public ImmutableSortedDictionary<SectionId, Instant> AskedFor { get; init; } =
        ImmutableSortedDictionary<SectionId, Instant>.Empty;

    /// <summary>Divisions that are provisional.</summary>
    public Unheard Unheard { get; init; } = Unheard.Nobody;

    public CongressesRecord Evolve(CongressesEvent happened, Section section) =>
        happened switch
        {
            CongressesEvent.Asked e => this with { AskedFor = AskedFor.SetItem(e.Section, e.At) },
            CongressesEvent.Called e => this with
            {
                AskedFor = AskedFor.Clear(),
                All = All.SetItem(
                    e.Congress,
                    new Congress(e.Congress, e.Body, e.RecordDate, e.ReturnsUntil, e.Until)
                ),
            },
            CongressesEvent.Returned e => Change(
                e.Congress,
                c => c with { Returns = c.Returns.SetItem(e.Section, e.Members) }
            ) with
            {
                LastReturns = LastReturns.SetItem(e.Section, new Return(e.Members, e.At)),
            },
            CongressesEvent.Allotted e => Change(
                e.Congress,
                c => c.With(e.Seats) with { IsAllotted = true }
            ),
            CongressesEvent.AllottedInPart e => Change(e.Congress, c => c.With(e.Seats)),
            CongressesEvent.CarriedOver e => this with
            {
                All = All.SetItem(
                    e.Congress,
                    All.GetValueOrDefault(e.Congress, Congress.CarriedOver(e))
                        .With([new Allotment(e.Section, e.Members, e.Seats)])
                ),
            },
            CongressesEvent.Seated e => this with
            {
                Seats = Seats.SetItem(new Credential(e.Section, e.Sent), e.Seat),
                BySection = BySection.With(e.Section, e.Seat),
                GaveWay = GaveWay.Remove(new Credential(e.Section, e.Sent)),
                Waiting = Waiting.Remove(new Credential(e.Section, e.Sent)),
                SentBy = SentBy.SetItem(section.Mandates.Of(e.Seat).Holder, e.Section),
            },
            CongressesEvent.GaveWay e => this with
            {
                GivenWay = GivenWay.SetItem(e.Mandate, e.Alternate),
                StoodIn = StoodIn.SetItem(
                    e.Mandate,
                    StoodIn.GetValueOrDefault(e.Mandate, []).Add(e.Alternate)
                ),
            },
            CongressesEvent.TookSeatBack e => this with { GivenWay = GivenWay.Remove(e.Mandate) },
            CongressesEvent.NotSeated e => this with
            {
                Waiting = Waiting.Remove(new Credential(e.Section, e.Sent)),
            },
            CongressesEvent.SeatWaits e => this with
            {
                Waiting = Waiting.SetItem(
                    new Credential(e.Section, e.Sent),
                    new Letter.CredentialIssued(e.Sent, e.Holder, e.Since, e.Until, e.Term)
                ),
            },
            CongressesEvent.ReweighingPut e => this with
            {
                Reweighed = Reweighed.SetItem(
                    e.Matter,
                    new Reweighed(e.Simulation, e.Why.Digest, e.Review)
                ),
            },
            CongressesEvent.Divided e => this with
            {
                Divided = Divided.SetItem(e.Matter, new Division(e.Sections, e.Weighed, e.Outcome)),
            },
            CongressesEvent.DelegatesInstructed e => this with
            {
                Instructed = Instructed.SetItem(
                    e.About,
                    BiddenOn(e.About).SetItem(e.Section, e.Bidding)
                ),
            },
            CongressesEvent.SeatSetAside e => this with
            {
                SetAside = SetAside.Add(new Credential(e.Section, e.Sent)),
            },
            CongressesEvent.DelegateSetAside => this,
            CongressesEvent.Withdrawn e => this with
            {
                GaveWay =
                    e.How == EndOfMandate.GaveWay
                    && Seats.TryGetValue(new Credential(e.Section, e.Sent), out var left)
                        ? GaveWay.SetItem(
                            new Credential(e.Section, e.Sent),
                            section.Mandates.Of(left)
                        )
                        : GaveWay.Remove(new Credential(e.Section, e.Sent)),
                Seats = Seats.Remove(new Credential(e.Section, e.Sent)),
                BySection = BySection.Without(
                    e.Section,
                    Seats.GetValueOrDefault(new Credential(e.Section, e.Sent))
                ),
                Waiting = Waiting.Remove(new Credential(e.Section, e.Sent)),
            },
        };

    private CongressesRecord Change(int no, Func<Congress, Congress> change) =>
        this with
        {
            All = All.Changed(no, change),
        };
}
