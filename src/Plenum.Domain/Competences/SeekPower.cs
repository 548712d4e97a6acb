using NodaTime;
using Plenum.Domain.Matters;
using Plenum.Domain.Membership;
using Plenum.Domain.Sections;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>Only what is reserved to the sections can be lent; the rest needs no lending or is nobody's to lend.</summary>
public sealed record NotReserved(SubjectId Subject)
    : Reason("competence.not-reserved", ReasonKind.NotThis);

/// <summary>Whoever elects decides who sits; that is lent to nobody (C13).</summary>
public sealed record NeverLent(SubjectId Subject)
    : Reason("competence.never-lent", ReasonKind.NotThis);

/// <summary>No power moves up without a date on which it falls back, one to three years ahead (T01).</summary>
public sealed record ReviewNeeded(Instant Earliest, Instant Latest)
    : Reason("competence.review-needed", ReasonKind.NotThis);

/// <summary>There are no sections that could lend anything.</summary>
public sealed record NoSectionsBelow() : Reason("competence.no-sections");

/// <summary>The same is before those who decide about it already.</summary>
public sealed record PowerSoughtAlready(SubjectId Subject) : Reason("competence.sought");

/// <summary>
/// The federation asks its sections for a power that is theirs, until a date: decided here, then by the members of every
/// section for themselves (S13).
/// </summary>
public sealed record SeekPower(SubjectId Subject, string Why, Instant Review) : Command
{
    public override Ruling Decide(Section section, Occasion occasion) =>
        section.AsVoter(
            occasion,
            member =>
                Texts.WhenSound(
                    nameof(Why),
                    Why,
                    Arriving.LongestWords,
                    () => Put(section, occasion, member)
                )
        );

    private Ruling Put(Section section, Occasion occasion, Member member)
    {
        var rule = section.Rules.Competences;
        var (earliest, latest) = (
            section.After(occasion.Now, Lending.ShortestLoan),
            section.After(occasion.Now, Lending.LongestLoan)
        );
        if (!section.SpeaksBefore(member, rule.DecidedBy, occasion.Now))
            return new NotAMember().By(rule.Article);
        if (section.Sections.Tree.Affiliates.IsEmpty)
            return new NoSectionsBelow().By(rule.Article);
        if (Subject == SubjectId.OwnOfficers)
            return new NeverLent(Subject).By(rule.Article).ByCharter("C13");
        if (!rule.IsReserved(Subject))
            return new NotReserved(Subject).By(rule.Article);
        if (Review < earliest || Review > latest)
            return new ReviewNeeded(earliest, latest).By(rule.Article).ByCharter("C21");
        if (
            section.Matters.OpenMatters.Any(m =>
                m.Question is Question.OnCompetence { Asked: CompetenceQuestion.SeekPower asked }
                && asked.Subject == Subject
            )
        )
            return new PowerSoughtAlready(Subject).By(rule.Article);
        return PutForward.ByMember(
            section,
            occasion,
            member.No,
            new Question.OnCompetence(new CompetenceQuestion.SeekPower(Subject, Why, Review)),
            Procedures.OfCession(section, occasion.Now)
        );
    }
}
