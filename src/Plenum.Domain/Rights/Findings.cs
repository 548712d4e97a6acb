using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Rights;

/// <summary>
/// A federation finds out by itself where sections keep people out or apart, and has to answer: the item opens with the
/// finding, and again until somebody decides (S82).
/// </summary>
public static class Findings
{
    /// <summary>What the federation has explained is not found again before.</summary>
    public static readonly Period Rests = Period.FromYears(1);

    private sealed record Found(
        FindingKind Kind,
        EquatableArray<SectionId> Sections,
        AdmissionCounts Counts,
        AdmissionCounts Others,
        string Place
    );

    public static void Take(
        Unfolding unfolding,
        SectionId from,
        RightsLetter.AdmissionsTold told,
        Instant now
    )
    {
        if (unfolding.Section.Sections.Tree.HasAffiliate(from))
            unfolding.Then(new FindingsEvent.Told(from, told.Round, told.Counts, now));
    }

    /// <summary>With every assessment of the label: what is found anew, what is gone, what nobody answered.</summary>
    public static void Assess(Unfolding unfolding, Instant now)
    {
        var section = unfolding.Section;
        var comparisons = Disparity.In(section, now);
        var found = Disparities(comparisons).Concat(Parallels(section, now)).ToArray();
        foreach (var finding in section.Rights.Findings.Values)
            if (finding.Stage is not (FindingStage.Open or FindingStage.Upheld))
                continue;
            else if (found.Any(f => finding.Is(f.Kind, f.Sections)))
                PutAgain(unfolding, finding, now);
            else if (!IsUnheard(comparisons, finding))
                Close(unfolding, finding, now);
        foreach (var one in found)
            if (
                !section.Rights.Findings.Values.Any(f =>
                    f.Is(one.Kind, one.Sections) && f.HoldsAt(now)
                )
            )
                Make(unfolding, one, now);
    }

    /// <summary>The federation says that it stands; members of the section may then ask for a measure more easily.</summary>
    public static void Uphold(Unfolding unfolding, MatterNo by, FindingNo no) =>
        Answer(unfolding, by, no, FindingStage.Upheld, Instant.MaxValue);

    /// <summary>Voted down it rests; not decided it is put again with the next assessment.</summary>
    public static void NotUpheld(Unfolding unfolding, MatterNo by, FindingNo no, Instant now)
    {
        if (unfolding.Section.Matters.All[by].Is(Outcome.Rejected))
            Answer(unfolding, by, no, FindingStage.Rests, unfolding.Section.After(now, Rests));
    }

    /// <summary>A section is told; only its own federation finds anything in it.</summary>
    public static void Notice(
        Unfolding unfolding,
        SectionId from,
        RightsLetter.FindingTold told,
        Instant now
    )
    {
        if (unfolding.Section.Sections.Tree.Federation.Federation == from)
            unfolding.Then(
                new FindingsEvent.Noticed(from, told.Finding, told.About, told.Stage, now)
            );
    }

    private static IEnumerable<Found> Disparities(IEnumerable<Comparison> comparisons) =>
        comparisons.SelectMany(c =>
            new[] { (FindingKind.Refusals, c.Refusals), (FindingKind.Delays, c.Delays) }
                .Where(e => e.Item2 == Evidence.Found)
                .Select(e => new Found(e.Item1, [c.Section], c.Counts, c.Others, ""))
        );

    // What has sections of its own is no place. Whoever is too young or asleep keeps nobody apart.
    private static IEnumerable<Found> Parallels(Section section, Instant now) =>
        section
            .Sections.Scope.Reports.Where(r =>
                r.Value.Country.Length > 0
                && r.Value.Locality.Length > 0
                && r.Value.Below.Count == 0
                && Labels.IsActive(section, r.Key, now)
            )
            .GroupBy(r => (r.Value.Country, r.Value.Locality))
            .Where(g => g.Count() > 1)
            .Select(g => new Found(
                FindingKind.Parallel,
                g.Select(r => r.Key).Order().ToEquatable(),
                AdmissionCounts.TooFew,
                AdmissionCounts.TooFew,
                g.Key.Locality
            ));

    // Whoever stops telling is not cleared by it.
    private static bool IsUnheard(EquatableArray<Comparison> comparisons, SectionFinding finding) =>
        finding.Kind != FindingKind.Parallel
        && comparisons.Any(c =>
            finding.Sections.Contains(c.Section)
            && (finding.Kind == FindingKind.Refusals ? c.Refusals : c.Delays)
                == Evidence.NotEnoughData
        );

    private static void Make(Unfolding unfolding, Found found, Instant now)
    {
        var no = unfolding.Section.Rights.NextFinding;
        unfolding.Then(
            new FindingsEvent.Made(
                no,
                found.Kind,
                found.Sections,
                found.Counts,
                found.Others,
                found.Place,
                unfolding.Section.Matters.NextNo,
                now
            )
        );
        Put(unfolding, no, now);
        Tell(unfolding, no);
    }

    private static void PutAgain(Unfolding unfolding, SectionFinding finding, Instant now)
    {
        if (
            finding.Stage != FindingStage.Open
            || unfolding.Section.Matters.Find(finding.Matter) is { IsOpen: true }
        )
            return;
        unfolding.Then(new FindingsEvent.PutAgain(finding.No, unfolding.Section.Matters.NextNo));
        Put(unfolding, finding.No, now);
    }

    private static void Close(Unfolding unfolding, SectionFinding finding, Instant now)
    {
        unfolding.Then(new FindingsEvent.Gone(finding.No, now));
        Tell(unfolding, finding.No);
    }

    private static void Answer(
        Unfolding unfolding,
        MatterNo by,
        FindingNo no,
        FindingStage stage,
        Instant restsUntil
    )
    {
        if (
            unfolding.Section.Rights.Findings.TryGetValue(no, out var finding)
            && finding.Stage == FindingStage.Open
        )
        {
            unfolding.Then(new FindingsEvent.Answered(no, stage, by, restsUntil));
            Tell(unfolding, no);
        }
    }

    private static void Put(Unfolding unfolding, FindingNo no, Instant now)
    {
        var question = new Question.OnRights(new RightsQuestion.AnswerFinding(no));
        Ordering.Put(unfolding, question, now);
    }

    private static void Tell(Unfolding unfolding, FindingNo no)
    {
        var finding = unfolding.Section.Rights.Findings[no];
        foreach (var section in finding.Sections)
            if (unfolding.Section.Sections.Tree.HasAffiliate(section))
                unfolding.WriteOnRights(
                    section,
                    new RightsLetter.FindingTold(no, finding.Kind, finding.Stage)
                );
    }
}
