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

    /// <summary>Refused, with the grounds that those gave who were against it.</summary>
    public static void Refuse(Unfolding unfolding, SectionId to, MatterNo by, Refusal why)
    {
        unfolding.Write(to, new Letter.AffiliationRefused(by, why));
        if (by != MatterNo.None)
            unfolding.Write(
                to,
                new Letter.OnRecognition(
                    new RecognitionLetter.Grounds([
                        .. unfolding
                            .Section.Sections.Recognition.On(by)
                            .Where(g => !g.ForTaking)
                            .TakeLast(MostGrounds)
                            .Select(g => g.Words),
                    ])
                )
            );
    }

    // A letter stays short, however many gave a ground.
    private const int MostGrounds = 50;

    public static void Open(Unfolding unfolding, SectionId from, RecognitionLetter letter)
    {
        switch (letter)
        {
            case RecognitionLetter.WorksIn place:
                unfolding.Then(new RecognitionEvent.WorksIn(from, place.Country, place.Locality));
                break;
            case RecognitionLetter.Grounds grounds:
                unfolding.Then(new RecognitionEvent.GroundsHeard(from, grounds.Words));
                break;
        }
    }

    /// <summary>
    /// Who of this federation works where a section works: two in one place can both ask, hold or be refused recognition,
    /// and whoever decides knows of the other (S19).
    /// </summary>
    public static IEnumerable<SectionId> InTheSamePlace(Section federation, SectionId asking) =>
        PlaceOf(federation, asking) is { Locality.Length: > 0 } place
            ? federation.Sections.Tree.Affiliates.Keys.Where(id =>
                id != asking && PlaceOf(federation, id) == place
            )
            : [];

    /// <summary>As last reported; before the first report as told when it asked.</summary>
    public static Place PlaceOf(Section federation, SectionId id) =>
        federation.Sections.Scope.Reports.TryGetValue(id, out var report)
            ? new Place(report.Country, report.Locality)
            : federation.Sections.Recognition.Places.GetValueOrDefault(id, Place.Nowhere);

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
