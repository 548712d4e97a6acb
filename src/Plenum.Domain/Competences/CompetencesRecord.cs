using System.Collections.Immutable;
using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>What motions are about and how far they reach, and the powers that were lent upward.</summary>
public sealed record CompetencesRecord
{
    public static readonly CompetencesRecord Empty = new();

    public ImmutableSortedDictionary<MatterNo, SubjectId> Subjects { get; init; } =
        ImmutableSortedDictionary<MatterNo, SubjectId>.Empty;
    public ImmutableSortedDictionary<MatterNo, Reached> Reached { get; init; } =
        ImmutableSortedDictionary<MatterNo, Reached>.Empty;
    public ImmutableSortedDictionary<CessionNo, Cession> Cessions { get; init; } =
        ImmutableSortedDictionary<CessionNo, Cession>.Empty;

    /// <summary>The statutes that go down, and what sections vary of them.</summary>
    public FrameRecord Frame { get; init; } = FrameRecord.Empty;

    public CessionNo NextNo => new(Cessions.Count + 1);

    public SubjectId SubjectOf(MatterNo matter) =>
        Subjects.GetValueOrDefault(matter, SubjectId.None);

    /// <summary>What this section has lent its federation, and not got back.</summary>
    public IEnumerable<Cession> LentTo(SectionId federation) =>
        Cessions.Values.Where(c => c.WeLend && c.IsRunning && c.Federation == federation);

    /// <summary>What sections have lent this one, and not got back.</summary>
    public IEnumerable<Cession> Borrowed => Cessions.Values.Where(c => !c.WeLend && c.IsRunning);

    public Instant NextAt(CessionNo no) =>
        Cessions.TryGetValue(no, out var cession) ? cession.NextAt : Instant.MaxValue;

    public CompetencesRecord Evolve(CompetencesEvent happened) =>
        happened switch
        {
            CompetencesEvent.SubjectNamed e => this with
            {
                Subjects = Subjects.SetItem(e.Matter, e.Subject),
            },
            CompetencesEvent.SubjectReached e => this with
            {
                Reached = Reached.SetItem(e.Matter, new Reached(e.Subject, e.Binding, e.Binds)),
            },
            CompetencesEvent.Sought e => Put(
                new Cession(
                    e.Cession,
                    e.Subject,
                    e.What,
                    new SectionId(""),
                    e.Cession,
                    e.By,
                    e.At,
                    e.Review,
                    WeLend: false
                )
            ),
            CompetencesEvent.Lent e => Put(
                new Cession(
                    e.Cession,
                    e.Subject,
                    e.What,
                    e.Federation,
                    e.Theirs,
                    e.By,
                    e.At,
                    e.Review,
                    WeLend: true
                )
            ),
            CompetencesEvent.Answered e => Change(
                e.Cession,
                c =>
                    e.Consents
                        ? c with
                        {
                            Consents = c.Consents.Add(e.Section),
                            Declined = c.Declined.Remove(e.Section),
                        }
                        : c with
                        {
                            Declined = c.Declined.Add(e.Section),
                        }
            ),
            CompetencesEvent.ConsentEnded e => Change(
                e.Cession,
                c => c with { Consents = c.Consents.Remove(e.Section) }
            ),
            CompetencesEvent.FellBack e => Change(e.Cession, c => c with { FellBack = e.At }),
        };

    private CompetencesRecord Put(Cession cession) =>
        this with
        {
            Cessions = Cessions.SetItem(cession.No, cession),
        };

    private CompetencesRecord Change(CessionNo no, Func<Cession, Cession> change) =>
        this with
        {
            Cessions = Cessions.Changed(no, change),
        };
}
