using System.Collections.Immutable;
using NodaTime;

namespace Plenum.Domain.Rights;

/// <summary>
/// As a federation: what sections told, what was found in them, what was ordered. As a section: what it was told of
/// findings about it, and what the level above ordered here.
/// </summary>
public sealed record RightsRecord
{
    public static readonly RightsRecord Empty = new();

    public ImmutableSortedDictionary<SectionId, ToldCounts> Told { get; init; } =
        ImmutableSortedDictionary<SectionId, ToldCounts>.Empty;

    public ImmutableSortedDictionary<FindingNo, SectionFinding> Findings { get; init; } =
        ImmutableSortedDictionary<FindingNo, SectionFinding>.Empty;

    public ImmutableSortedDictionary<InterventionNo, InterventionOrder> Orders { get; init; } =
        ImmutableSortedDictionary<InterventionNo, InterventionOrder>.Empty;

    /// <summary>What the level above last said of each finding about this section.</summary>
    public EquatableArray<FindingNotice> Notices { get; init; } = [];

    public ImmutableSortedDictionary<InterventionNo, Intervention> Interventions { get; init; } =
        ImmutableSortedDictionary<InterventionNo, Intervention>.Empty;

    public FindingNo NextFinding => new(Findings.Count + 1);

    public InterventionNo NextOrder => new(Orders.Count + 1);

    public InterventionNo NextIntervention => new(Interventions.Count + 1);

    public IEnumerable<Intervention> Running => Interventions.Values.Where(i => i.IsRunning);

    /// <summary>Whether that federation says that a finding about this section stands.</summary>
    public bool IsFoundBy(SectionId federation) =>
        Notices.Any(n => n.Federation == federation && n.Stage == FindingStage.Upheld);

    public Instant NextAt(InterventionNo no) =>
        Interventions.TryGetValue(no, out var one) && one.IsRunning ? one.Until : Instant.MaxValue;

    public RightsRecord Evolve(FindingsEvent happened) =>
        happened switch
        {
            FindingsEvent.Told e => this with
            {
                Told = Told.SetItem(e.Section, new ToldCounts(e.Counts, e.At)),
            },
            FindingsEvent.Made e => this with
            {
                Findings = Findings.SetItem(
                    e.Finding,
                    new SectionFinding(
                        e.Finding,
                        e.Kind,
                        e.Sections,
                        e.Counts,
                        e.Others,
                        e.Place,
                        e.Matter,
                        FindingStage.Open,
                        Instant.MaxValue,
                        e.At
                    )
                ),
            },
            FindingsEvent.PutAgain e => Change(e.Finding, f => f with { Matter = e.Matter }),
            FindingsEvent.Answered e => Change(
                e.Finding,
                f => f with { Stage = e.Stage, RestsUntil = e.RestsUntil }
            ),
            FindingsEvent.Gone e => Change(e.Finding, f => f with { Stage = FindingStage.Gone }),
            FindingsEvent.Noticed e => this with
            {
                Notices = Notices
                    .Where(n => (n.Federation, n.Finding) != (e.Federation, e.Finding))
                    .Append(new FindingNotice(e.Federation, e.Finding, e.Kind, e.Stage, e.At))
                    .ToEquatable(),
            },
        };

    public RightsRecord Evolve(InterventionsEvent happened) =>
        happened switch
        {
            InterventionsEvent.Ordered e => this with
            {
                Orders = Orders.SetItem(
                    e.Intervention,
                    new InterventionOrder(
                        e.Intervention,
                        e.Section,
                        e.Measure,
                        e.Petition,
                        e.By,
                        e.At,
                        e.Until,
                        EndOfIntervention.NotYet,
                        IsDone: false
                    )
                ),
            },
            InterventionsEvent.Closed e => this with
            {
                Orders = Orders.Changed(
                    e.Intervention,
                    o => o with { End = e.How, IsDone = e.IsDone }
                ),
            },
            InterventionsEvent.Opened e => this with
            {
                Interventions = Interventions.SetItem(
                    e.Intervention,
                    new Intervention(
                        e.Intervention,
                        e.Federation,
                        e.Order,
                        e.Measure,
                        e.Petition,
                        e.At,
                        e.Until,
                        [],
                        SittingNo.None,
                        EndOfIntervention.NotYet,
                        Instant.MaxValue,
                        IsDone: false
                    )
                ),
            },
            InterventionsEvent.Acted e => Change(
                e.Intervention,
                i => i with { Matters = e.Matters, Sitting = e.Sitting }
            ),
            InterventionsEvent.Ended e => Change(
                e.Intervention,
                i => i with { End = e.How, EndedAt = e.At, IsDone = e.IsDone }
            ),
            InterventionsEvent.Declined => this,
        };

    private RightsRecord Change(FindingNo no, Func<SectionFinding, SectionFinding> change) =>
        this with
        {
            Findings = Findings.Changed(no, change),
        };

    private RightsRecord Change(InterventionNo no, Func<Intervention, Intervention> change) =>
        this with
        {
            Interventions = Interventions.Changed(no, change),
        };
}
