using NodaTime;
using Plenum.Domain.Competences;
using Plenum.Domain.Congresses;
using Plenum.Domain.Letters;
using Plenum.Domain.Matters;

namespace Plenum.Domain.Sections;

/// <summary>How a federation answers a section that asks to belong to it (S19).</summary>
public static class Recognition
{
    /// <summary>What stands in the way by itself is answered at once; otherwise those decide who admit members.</summary>
    public static void Consider(
        Unfolding unfolding,
        SectionId from,
        Letter.AffiliationAsked asked,
        Instant now
    )
    {
        var section = unfolding.Section;
        var tree = section.Sections.Tree;
        if (from == section.Id || tree.Above.Contains(from))
            Refuse(unfolding, from, MatterNo.None, Refusal.Circle);
        else if (tree.HasAffiliate(from) || IsConsidered(section, from))
            Refuse(unfolding, from, MatterNo.None, Refusal.Already);
        else if (tree.Expected.Contains(from))
            TakeIn(
                unfolding,
                MatterNo.None,
                new Question.Recognise(from, asked.Name, asked.Members),
                now
            );
        else
        {
            var procedure = Procedures.OfRecognition(section, now);
            unfolding.ToDebate(
                MemberNo.None,
                nameof(Question.Recognise),
                new Question.Recognise(from, asked.Name, asked.Members),
                procedure,
                now
            );
        }
    }

    public static void TakeIn(
        Unfolding unfolding,
        MatterNo by,
        Question.Recognise question,
        Instant now
    )
    {
        // The line above may have grown while this was debated.
        if (unfolding.Section.Sections.Tree.Above.Contains(question.Section))
        {
            Refuse(unfolding, question.Section, by, Refusal.Circle);
            return;
        }
        unfolding.Then(
            new TreeEvent.TookIn(question.Section, question.Name, question.Members, by, now)
        );
        Reporting.Plan(unfolding, now);
        var section = unfolding.Section;
        unfolding.Write(
            question.Section,
            new Letter.AffiliationGranted(section.Sections.Name, by, section.Sections.Tree.Above)
        );
        Framing.Show(unfolding, question.Section);
    }

    public static void Refuse(Unfolding unfolding, SectionId to, MatterNo by, Refusal why) =>
        unfolding.Write(to, new Letter.AffiliationRefused(by, why));

    public static void LetGo(Unfolding unfolding, SectionId from, Occasion occasion)
    {
        if (unfolding.Section.Sections.Tree.HasAffiliate(from))
        {
            unfolding.Then(new TreeEvent.LetGo(from, occasion.Now));
            Lending.LetGo(unfolding, from, occasion.Now);
            Credentials.WithdrawAll(unfolding, from, occasion);
        }
    }

    private static bool IsConsidered(Section section, SectionId asking) =>
        section.Matters.OpenMatters.Any(m =>
            m.Question is Question.Recognise q && q.Section == asking
        );
}
