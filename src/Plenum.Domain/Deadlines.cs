using Plenum.Domain.Bodies;
using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Elections;
using Plenum.Domain.Mandates;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Mergers;
using Plenum.Domain.Rights;
using Plenum.Domain.Sections;

namespace Plenum.Domain;

/// <summary>Which command the clock issues for a deadline.</summary>
public static class Deadlines
{
    /// <param name="section">The section whose deadline has come.</param>
    /// <param name="due">The deadline.</param>
    /// <param name="papers">Fetches the papers of a box whose secret vote ends, or is counted again.</param>
    public static Command CommandFor(
        Section section,
        Due due,
        Func<BoxNo, EquatableArray<string>> papers
    ) =>
        due.Kind switch
        {
            DueKind.Member => new LetDeadlineSpeak(new MemberNo(due.No), due.At),
            DueKind.Matter => new Advance(
                new MatterNo(due.No),
                due.At,
                PapersOf(section, new MatterNo(due.No), papers)
            ),
            DueKind.Mandate => new Expire(new MandateNo(due.No), due.At),
            DueKind.Sitting => new LetSittingPass(new SittingNo(due.No), due.At),
            DueKind.Congress => new AllotSeats(due.No, due.At),
            DueKind.Scope => new AssessScope(due.At),
            DueKind.Merger => new CompleteMerger(new MergerNo(due.No), due.At),
            DueKind.Cession => new LetPowerFallBack(new CessionNo(due.No), due.At),
            DueKind.Intervention => new EndIntervention(new InterventionNo(due.No), due.At),
            DueKind.RollCheck => new LetRollCheckPass(new MatterNo(due.No), due.At),
            DueKind.Vacancy => new DrawInterim(new VacancyNo(due.No), due.At),
            DueKind.CountBack => new CountBack(
                new MandateNo(due.No),
                due.At,
                PapersOfVacated(section, new MandateNo(due.No), papers)
            ),
        };

    private static EquatableArray<string> PapersOf(
        Section section,
        MatterNo no,
        Func<BoxNo, EquatableArray<string>> papers
    ) =>
        section.Matters.Find(no)?.Stage switch
        {
            Stage.Voting voting when section.Ballots.Of(voting.Box).Secret => papers(voting.Box),
            // What a panel ordered to be counted again.
            Stage.Protest protest when section.Elections.Of(no).Recounting != Recounting.None =>
                papers(protest.Box),
            _ => [],
        };

    private static EquatableArray<string> PapersOfVacated(
        Section section,
        MandateNo vacated,
        Func<BoxNo, EquatableArray<string>> papers
    ) =>
        section.Elections.CountBacks.TryGetValue(vacated, out var pending)
            ? papers(section.Elections.Of(pending.Election).Box)
            : [];
}
