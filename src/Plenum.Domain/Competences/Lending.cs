using NodaTime;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;
using Plenum.Domain.Statutes;

namespace Plenum.Domain.Competences;

/// <summary>How a power moves up, section by section, and comes back (S13, T01).</summary>
public static class Lending
{
    public static readonly Period ShortestLoan = Period.FromYears(1);
    public static readonly Period LongestLoan = Period.FromYears(3);

    /// <summary>The federation wants the power: every section is asked by letter.</summary>
    public static void Seek(
        Unfolding unfolding,
        MatterNo by,
        CompetenceQuestion.SeekPower question,
        Instant now
    )
    {
        var section = unfolding.Section;
        var sought = new CompetencesEvent.Sought(
            section.Competences.NextNo,
            question.Subject,
            section.Rules.Competences.WhatIs(question.Subject),
            by,
            now,
            question.Review
        );
        unfolding.Then(sought);
        foreach (var below in section.Sections.Tree.Affiliates.Keys)
            unfolding.WriteOnCompetence(
                below,
                new CompetenceLetter.ConsentSought(
                    sought.Cession,
                    sought.Subject,
                    sought.What,
                    question.Why,
                    sought.Review
                )
            );
    }

    /// <summary>
    /// What a section decides itself is for all its members to give away, like basic law. It believes no date that lies
    /// further ahead than anybody may ask for.
    /// </summary>
    public static void Consider(
        Unfolding unfolding,
        SectionId from,
        CompetenceLetter.ConsentSought sought,
        Instant now
    )
    {
        var section = unfolding.Section;
        if (
            section.Sections.Tree.Federation.Federation != from
            || sought.Subject == SubjectId.OwnOfficers
            || sought.Review <= now
            || sought.Review > section.After(now, LongestLoan)
        )
        {
            Refuse(unfolding, from, sought.Cession, Refusal.NotDecided);
            return;
        }
        var procedure = Procedures.OfAmendment(
            section,
            ChangeDirection.Narrowing,
            programme: false,
            now
        );
        unfolding.ToDebate(
            MemberNo.None,
            nameof(CompetenceQuestion.LendPower),
            new Question.OnCompetence(
                new CompetenceQuestion.LendPower(
                    from,
                    sought.Cession,
                    sought.Subject,
                    sought.What,
                    sought.Why,
                    sought.Review
                )
            ),
            procedure,
            now
        );
    }

    public static void Lend(
        Unfolding unfolding,
        MatterNo by,
        CompetenceQuestion.LendPower question,
        Instant now
    ) =>
        unfolding
            .Then(
                new CompetencesEvent.Lent(
                    unfolding.Section.Competences.NextNo,
                    question.Federation,
                    question.Theirs,
                    question.Subject,
                    question.What,
                    by,
                    now,
                    question.Review
                )
            )
            .WriteOnCompetence(
                question.Federation,
                new CompetenceLetter.ConsentGiven(question.Theirs)
            );

    public static void Refuse(
        Unfolding unfolding,
        SectionId federation,
        CessionNo theirs,
        Refusal why
    ) => unfolding.WriteOnCompetence(federation, new CompetenceLetter.ConsentRefused(theirs, why));

    /// <summary>A section has answered; what has fallen back meanwhile stays where it is.</summary>
    public static void Take(
        Unfolding unfolding,
        SectionId from,
        CessionNo no,
        bool consents,
        Instant now
    )
    {
        var section = unfolding.Section;
        if (
            section.Sections.Tree.HasAffiliate(from)
            && section.Competences.Cessions.TryGetValue(no, out var cession)
            && !cession.WeLend
            && cession.HoldsAt(now)
        )
            unfolding.Then(new CompetencesEvent.Answered(no, from, consents, now));
    }

    /// <summary>A section that has left is bound by nothing of the federation.</summary>
    public static void LetGo(Unfolding unfolding, SectionId from, Instant now)
    {
        foreach (var cession in unfolding.Section.Competences.Borrowed.ToArray())
            if (cession.Consents.Contains(from))
                unfolding.Then(new CompetencesEvent.ConsentEnded(cession.No, from, now));
    }

    /// <summary>This section leaves: what it had lent is its own at once.</summary>
    public static void TakeBackAll(Unfolding unfolding, SectionId federation, Instant now)
    {
        foreach (var cession in unfolding.Section.Competences.LentTo(federation).ToArray())
            unfolding.Then(new CompetencesEvent.FellBack(cession.No, now));
    }
}
