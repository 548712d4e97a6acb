using NodaTime;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>What is asked before a power moves up: a closed list.</summary>
public abstract record CompetenceQuestion
{
    private CompetenceQuestion() { }

    /// <summary>In a federation: whether it asks its sections to lend it a power until a date.</summary>
    public sealed record SeekPower(SubjectId Subject, string Why, Instant Review)
        : CompetenceQuestion;

    /// <summary>In a section: whether it lends the power.</summary>
    public sealed record LendPower(
        SectionId Federation,
        CessionNo Theirs,
        SubjectId Subject,
        string What,
        string Why,
        Instant Review
    ) : CompetenceQuestion;
}
