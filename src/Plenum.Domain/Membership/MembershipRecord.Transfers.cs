using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Membership;

public sealed partial record MembershipRecord
{
    /// <summary>Members who want to move away, until they have or stay.</summary>
    public ImmutableSortedDictionary<MemberNo, Departure> Departures { get; init; } =
        ImmutableSortedDictionary<MemberNo, Departure>.Empty;

    /// <summary>Members of other sections who want to move here, until they have or stay away.</summary>
    public ImmutableSortedDictionary<MemberNo, Arrival> Arrivals { get; init; } =
        ImmutableSortedDictionary<MemberNo, Arrival>.Empty;

    public int LastTransfer { get; init; }

    public Departure DepartureOf(MemberNo member) =>
        Departures.GetValueOrDefault(member, Departure.None);

    public Arrival ArrivalOf(MemberNo member) => Arrivals.GetValueOrDefault(member, Arrival.None);

    /// <summary>Whose transfer to another section has this number; nobody's once it is over.</summary>
    public MemberNo WhoDeparts(SectionId to, int no) =>
        Departures.FirstOrDefault(d => d.Value.To == to && d.Value.No == no).Key;

    /// <summary>Who comes from another section under this number of its own; nobody once it is over.</summary>
    public MemberNo WhoArrives(SectionId from, int no) =>
        Arrivals.FirstOrDefault(a => a.Value.From == from && a.Value.No == no).Key;

    /// <summary>A member has come from another section by a merger.</summary>
    public MembershipRecord CameFrom(MemberNo member, SectionId from) =>
        Change(member, m => m with { MovedFrom = from });

    public MembershipRecord Evolve(TransferEvent happened) =>
        happened switch
        {
            TransferEvent.Asked e => this with
            {
                LastTransfer = e.No,
                Departures = Departures.SetItem(
                    e.Member,
                    new Departure(e.No, e.To, e.At, TransferAnswer.Waiting)
                ),
            },
            TransferEvent.Answered e => this with
            {
                Departures = Departures.Changed(e.Member, d => d with { Answer = e.Answer }),
            },
            TransferEvent.TakenBack e => this with { Departures = Departures.Remove(e.Member) },
            TransferEvent.MovedOut e => Change(
                e.Member,
                m => m with { Standing = new Standing.Left() }
            ) with
            {
                Departures = Departures.Remove(e.Member),
            },
            TransferEvent.Came e => Enter(
                e.Member,
                e.Person,
                new Standing.Applicant(e.DecideBy, []),
                e.ProgrammeVersion
            ) with
            {
                Arrivals = Arrivals.SetItem(e.Member, new Arrival(e.No, e.From, IsAccepted: false)),
            },
            TransferEvent.Accepted e => Change(
                e.Member,
                m =>
                    m with
                    {
                        AdmittedBy = e.By,
                        Standing = new Standing.Awaited(ArrivalOf(e.Member).From),
                    }
            ) with
            {
                Arrivals = Arrivals.Changed(e.Member, a => a with { IsAccepted = true }),
            },
            TransferEvent.Dropped e => Change(e.Member, Gone) with
            {
                Arrivals = Arrivals.Remove(e.Member),
            },
            TransferEvent.MovedIn e => Change(e.Member, m => Moved(m, e)) with
            {
                Arrivals = Arrivals.Remove(e.Member),
            },
        };

    // Whoever belongs here in another way stays so; a refusal that was still open to appeal is over with what was refused.
    private static Member Gone(Member member) =>
        member.IsInGoodStanding || member.Standing is Standing.Delegate
            ? member
            : member with
            {
                Standing = new Standing.Left(),
            };

    private static Member Moved(Member member, TransferEvent.MovedIn moved) =>
        member with
        {
            Standing = new Standing.Good(),
            Since = moved.At,
            Joined = moved.At,
            VotesFrom = Instant.Max(moved.At, moved.VotesFrom),
            VotesOnBasicLawFrom = Instant.Max(moved.At, moved.VotesOnBasicLawFrom),
            MovedFrom = moved.From,
        };

    // Whoever asks anew in another way has given the transfer up, unless it only waits for home to close.
    private static ImmutableSortedDictionary<MemberNo, Arrival> WithoutUnanswered(
        ImmutableSortedDictionary<MemberNo, Arrival> arrivals,
        MemberNo member
    ) =>
        arrivals.TryGetValue(member, out var arrival) && !arrival.IsAccepted
            ? arrivals.Remove(member)
            : arrivals;
}
