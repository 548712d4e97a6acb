using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Ballots;
using Plenum.Domain.Bodies;
using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Letters;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Motions;
using Plenum.Domain.Programme;
using Plenum.Domain.Referendums;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain;

/// <summary>The whole state of one section: one record per word of the law, holding what a decision needs.</summary>
public sealed record Section
{
    public static readonly Section Unfounded = new();

    public StatutesRecord Statutes { get; init; } = StatutesRecord.Empty;
    public ProgrammeRecord Programme { get; init; } = ProgrammeRecord.Empty;
    public MembershipRecord Membership { get; init; } = MembershipRecord.Empty;
    public SectionsRecord Sections { get; init; } = SectionsRecord.Empty;
    public LettersRecord Letters { get; init; } = LettersRecord.Empty;
    public BodiesRecord Bodies { get; init; } = BodiesRecord.Empty;
    public BallotsRecord Ballots { get; init; } = BallotsRecord.Empty;
    public MattersRecord Matters { get; init; } = MattersRecord.Empty;
    public MotionsRecord Motions { get; init; } = MotionsRecord.Empty;
    public ElectionsRecord Elections { get; init; } = ElectionsRecord.Empty;
    public MandatesRecord Mandates { get; init; } = MandatesRecord.Empty;

    public CongressesRecord Congresses { get; init; } = CongressesRecord.Empty;
    public ReferendumsRecord Referendums { get; init; } = ReferendumsRecord.Empty;

    public MergersRecord Mergers { get; init; } = MergersRecord.Empty;

    public CompetencesRecord Competences { get; init; } = CompetencesRecord.Empty;

    public RightsRecord Rights { get; init; } = RightsRecord.Empty;

    /// <summary>Every deadline that will have to be acted on, earliest first.</summary>
    public ImmutableSortedSet<Due> Dues { get; init; } = [];

    public SectionId Id => Sections.Id;
    public Rules Rules => Statutes.Book.Rules;

    /// <summary>
    /// The rule of a body with the seats it has now: a delegation has those its congress allotted, a congress those it
    /// allotted to all.
    /// </summary>
    public BodyRule RuleOf(BodyId body) => WithSeats(Statutes.Book.Body(body));

    /// <summary>The rules of all bodies, with the seats they have now.</summary>
    public IEnumerable<BodyRule> BodyRules => Rules.Bodies.Items.Select(WithSeats);

    private BodyRule WithSeats(BodyRule body) =>
        body.Kind switch
        {
            BodyKind.Delegation => body with
            {
                Seats = Math.Min(body.Seats, Sections.Tree.Allotted.Seats),
            },
            BodyKind.Congress => body with { Seats = Congresses.SeatsOf(body.Id) },
            BodyKind.Assembly
            or BodyKind.Committee
            or BodyKind.Alternates
            or BodyKind.Office
            or BodyKind.Commission
            or BodyKind.Panel => body,
        };

    public static Section Evolve(Section section, Event happened) => happened.Evolve(section);

    private DateTimeZone Zone =>
        DateTimeZoneProviders.Tzdb.GetZoneOrNull(Sections.TimeZone) ?? DateTimeZone.Utc;

    /// <summary>The day of an instant by the clock of this section.</summary>
    public LocalDate DayOf(Instant at) => at.InZone(Zone).Date;

    /// <summary>
    /// The instant a period after another, by the calendar and the clock of this section. After what never was is never,
    /// which no clock can show.
    /// </summary>
    public Instant After(Instant from, Period period) =>
        from == Instant.MinValue
            ? from
            : (from.InZone(Zone).LocalDateTime + period).InZoneLeniently(Zone).ToInstant();

    /// <summary>The instant a period before another.</summary>
    public Instant Before(Instant until, Period period) =>
        (until.InZone(Zone).LocalDateTime - period).InZoneLeniently(Zone).ToInstant();

    /// <summary>Who may vote in a constituency: all members whose record date has passed, or who sits on the body.</summary>
    public ImmutableSortedSet<MemberNo> RollOf(BodyId electorate, Instant at, bool basicLaw)
    {
        if (electorate != BodyId.Members)
            return
            [
                .. Mandates.On(electorate, at).Where(m => !m.IsCaretaker).Select(m => m.Holder),
            ];
        var roll = ImmutableSortedSet.CreateBuilder<MemberNo>();
        foreach (var member in Membership.Members.Values)
            if (member.VotesAt(at, basicLaw))
                roll.Add(member.No);
        return roll.ToImmutable();
    }

    /// <summary>Whether a member belongs to a constituency, without writing out its whole roll.</summary>
    public bool IsElector(BodyId electorate, MemberNo member, Instant at) =>
        electorate == BodyId.Members || electorate == BodyId.Tree && !Statutes.Book.Has(electorate)
            ? Membership.Of(member).VotesAt(at, basicLaw: false)
            : Mandates.HeldBy(member, at).Any(m => m.Body == electorate && !m.IsCaretaker);

    /// <summary>How many may vote in a constituency.</summary>
    public int Electors(BodyId electorate, Instant at) =>
        electorate == BodyId.Members
            ? Membership.Members.Values.Count(m => m.VotesAt(at, basicLaw: false))
            : Mandates
                .On(electorate, at)
                .Where(m => !m.IsCaretaker)
                .Select(m => m.Holder)
                .Distinct()
                .Count();

    /// <summary>Who may vote in a box: a panel is drawn for one case and judges no other, and nobody votes on their own seat.</summary>
    public ImmutableSortedSet<MemberNo> RollFor(
        MatterNo matter,
        BodyId electorate,
        Instant at,
        bool basicLaw
    ) =>
        Matters.Find(matter)
            is {
                Question: Question.Protest
                    or Question.UpholdNotice
                    or Question.OnRights { Asked: RightsQuestion.Lift }
            }
            ? [.. Mandates.On(electorate, at).Where(m => m.By == matter).Select(m => m.Holder)]
        : Matters.Find(matter) is { Question: Question.Unseat asked }
            ? RollOf(electorate, at, basicLaw).Remove(Mandates.Of(asked.Seat).Holder)
        : RollOf(electorate, at, basicLaw);
}
