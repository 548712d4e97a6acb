using NodaTime;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Competences;

/// <summary>How far a carried motion reaches: whom it binds follows from its subject and never from who voted (S14, F28).</summary>
public static class Reaching
{
    /// <summary>The outcome with the subject weighed in; whom it binds stands beside it on the record.</summary>
    public static Outcome Weigh(Unfolding unfolding, Matter matter, Outcome outcome, Instant now)
    {
        var section = unfolding.Section;
        if (
            outcome != Outcome.Adopted
            || matter.Question is not Question.Adopt
            || section.Competences.SubjectOf(matter.No) is not { Value.Length: > 0 } subject
        )
            return outcome;
        var reached = Of(section, matter, now);
        unfolding.Then(
            new CompetencesEvent.SubjectReached(matter.No, subject, reached.Binding, reached.Binds)
        );
        return OutcomeOf(reached);
    }

    /// <summary>The same, and nothing is written down.</summary>
    public static Outcome WouldBe(Section section, Matter matter, Outcome outcome, Instant now) =>
        outcome == Outcome.Adopted
        && matter.Question is Question.Adopt
        && section.Competences.SubjectOf(matter.No).Value.Length > 0
            ? OutcomeOf(Of(section, matter, now))
            : outcome;

    /// <summary>Whom a motion about its subject would bind, if it were carried now.</summary>
    public static Reached Of(Section section, Matter matter, Instant now)
    {
        var subject = section.Competences.SubjectOf(matter.No);
        if (section.Rules.Competences.IsShared(subject))
            return MostSectionsAreFor(section, matter)
                ? new(
                    subject,
                    Binding.AllSections,
                    section.Sections.Tree.Affiliates.Keys.ToEquatable()
                )
                : new(subject, Binding.Advice, []);
        var lenders = section
            .Competences.Borrowed.Where(c => c.Subject == subject && c.HoldsAt(now))
            .SelectMany(c => c.Consents)
            .Distinct()
            .Order()
            .ToEquatable();
        return new(subject, lenders.Count > 0 ? Binding.Lenders : Binding.Advice, lenders);
    }

    private static Outcome OutcomeOf(Reached reached) =>
        reached.Binding switch
        {
            Binding.Advice => Outcome.Advice,
            Binding.Lenders or Binding.AllSections => Outcome.Adopted,
        };

    private static bool MostSectionsAreFor(Section section, Matter matter) =>
        section.Congresses.Divided.TryGetValue(matter.No, out var division)
        && division.Weighed.SectionsFor * 2 > division.Weighed.SectionsCounting;
}
