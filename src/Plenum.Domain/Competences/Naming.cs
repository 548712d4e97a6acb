using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>The statutes share out no such subject between the federation and its sections.</summary>
public sealed record NoSuchSubject(SubjectId Subject)
    : Reason("competence.no-such-subject", ReasonKind.NotThis);

/// <summary>A shared matter is decided where the sections vote, because most of them have to be for it (F28).</summary>
public sealed record SharedWithSections(SubjectId Subject)
    : Reason("competence.needs-sections", ReasonKind.NotThis);

/// <summary>A motion says what it is about, so that everybody knows before the vote whom it can bind.</summary>
public static class Naming
{
    public static Ruling About(Section section, SubjectId subject, BodyId before, Func<Ruling> put)
    {
        var rule = section.Rules.Competences;
        if (string.IsNullOrEmpty(subject.Value))
            return put();
        if (!rule.Knows(subject))
            return new NoSuchSubject(subject).By(section.Rules.Motions.Article);
        if (rule.IsShared(subject) && !section.Statutes.Book.Has(before, BodyKind.Congress))
            return new SharedWithSections(subject).By(rule.Article).ByCharter("C6");
        return put() switch
        {
            Ruling.InOrder inOrder => inOrder with
            {
                Events = inOrder.Events.Add(
                    new CompetencesEvent.SubjectNamed(section.Matters.NextNo, subject)
                ),
            },
            Ruling.OutOfOrder no => no,
        };
    }
}
