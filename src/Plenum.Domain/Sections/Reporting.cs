using NodaTime;
using Plenum.Domain.Bodies;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Rights;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Sections;

/// <summary>Sections tell their federation how they are, and it works out what it may call itself (S12, F04).</summary>
public static class Reporting
{
    /// <summary>So long after the first section was taken in, so that others that founded it are there as well.</summary>
    public static readonly Period First = Period.FromDays(7);

    public static readonly Period Every = Period.FromMonths(3);

    public static readonly Period AnswerWithin = Period.FromDays(14);

    /// <summary>A label that no longer holds stays so long, because sections may be formed again.</summary>
    public static readonly Period Grace = Period.FromMonths(6);

    /// <summary>A report older than this says nothing any more.</summary>
    public static readonly Period OldestReport = Period.FromYears(1);

    /// <summary>A federation that has no round before it gets one.</summary>
    public static void Plan(Unfolding unfolding, Instant now)
    {
        if (unfolding.Section.Sections.Scope.NextAt == Instant.MaxValue)
            unfolding.Then(new ScopeEvent.Planned(unfolding.Section.After(now, First)));
    }

    public static void Ask(Unfolding unfolding, Instant now)
    {
        var section = unfolding.Section;
        var round = section.Sections.Scope.Round + 1;
        unfolding.Then(new ScopeEvent.Asked(round, now, section.After(now, AnswerWithin)));
        foreach (var affiliate in section.Sections.Tree.Affiliates.Keys)
            unfolding.Write(affiliate, new Letter.ReportAsked(round));
    }

    /// <summary>Answered by itself, from the record: nobody writes the figures of their own section.</summary>
    public static void Give(
        Unfolding unfolding,
        SectionId to,
        Letter.ReportAsked asked,
        Instant now
    )
    {
        Origins.Tell(unfolding, to, now);
        var section = unfolding.Section;
        // Before the report: with the last report everything has been told, and is weighed.
        unfolding.WriteOnRights(
            to,
            new RightsLetter.AdmissionsTold(asked.Round, AdmissionCounts.Of(section, now))
        );
        unfolding.Write(
            to,
            new Letter.ReportGiven(
                asked.Round,
                section.Rules.Organisation.Country,
                section.Rules.Organisation.Locality,
                section.Membership.InGoodStanding,
                section.Sections.ConstitutedAt,
                LastMet(section),
                Labels.Places(section, now)
            )
        );
    }

    /// <summary>When all have answered the label is worked out at once.</summary>
    public static void Take(
        Unfolding unfolding,
        SectionId from,
        Letter.ReportGiven given,
        Instant now
    )
    {
        if (!unfolding.Section.Sections.Tree.HasAffiliate(from))
            return;
        unfolding.Then(
            new ScopeEvent.Reported(
                given.Round,
                from,
                given.Country,
                given.Locality,
                given.Members,
                given.Since,
                given.LastMet,
                given.Below,
                now
            )
        );
        var (tree, scope) = (unfolding.Section.Sections.Tree, unfolding.Section.Sections.Scope);
        if (
            scope.IsAsking
            && scope.Answered.Count >= tree.Affiliates.Count
            && tree.Affiliates.Keys.All(scope.Answered.Contains)
        )
            Assess(unfolding, now);
    }

    /// <summary>A larger label is gained at once; a lost one stays for the grace and then goes by itself.</summary>
    public static void Assess(Unfolding unfolding, Instant now)
    {
        var section = unfolding.Section;
        var scope = section.Sections.Scope;
        var reach = Labels.Of(Labels.Places(section, now), section.Sections.Tree.Affiliates.Count);
        var holds = reach.Label >= scope.Held;
        var lapses =
            holds ? Instant.MaxValue
            : scope.IsLapsing ? scope.LapsesAt
            : section.After(now, Grace);
        var isLost = !holds && lapses <= now;
        unfolding.Then(
            new ScopeEvent.Assessed(
                holds || isLost ? reach.Label : scope.Held,
                reach,
                isLost ? Instant.MaxValue : lapses,
                section.Sections.Tree.Affiliates.IsEmpty && (holds || isLost)
                    ? Instant.MaxValue
                    : Instant.Min(section.After(now, Every), isLost ? Instant.MaxValue : lapses),
                now
            )
        );
        Findings.Assess(unfolding, now);
    }

    // A meeting of all, a congress, or a vote of all with its quorum.
    private static Instant LastMet(Section section) =>
        section
            .Bodies.Sittings.Values.Where(s =>
                s.Stage is SittingStage.Open or SittingStage.Closed
                && (
                    s.Body == BodyId.Members || section.Statutes.Book.Has(s.Body, BodyKind.Congress)
                )
            )
            .Select(s => s.At)
            .Concat(
                section
                    .Matters.All.Values.Where(m =>
                        m.Procedure.Electorate == BodyId.Members
                        && (
                            m.Is(Outcome.Adopted)
                            || m.Is(Outcome.Advice)
                            || m.Is(Outcome.Rejected)
                            || m.Is(Outcome.Elected)
                        )
                    )
                    .Select(m => m.SettledAt)
            )
            .Append(Instant.MinValue)
            .Max();
}
