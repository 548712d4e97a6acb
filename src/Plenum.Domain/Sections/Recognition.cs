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
            TurnAway(unfolding, from, asked.Name, MatterNo.None, now);
        else if (tree.HasAffiliate(from) || IsConsidered(section, from))
            unfolding.Write(from, new Letter.AffiliationRefused(MatterNo.None, Refusal.Already));
        else if (tree.Expected.Contains(from))
        {
            TakeIn(
                unfolding,
                MatterNo.None,
                new Question.Recognise(from, asked.Name, asked.Members),
                now
            );
            Delegations.TellSeats(unfolding, from);
        }
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
            TurnAway(unfolding, question.Section, question.Name, by, now);
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

    /// <summary>Refused by those who decide, with the grounds that those gave who were against it.</summary>
    public static void Refuse(Unfolding unfolding, SectionId to, MatterNo by, Refusal why) =>
        unfolding
            .Write(to, new Letter.AffiliationRefused(by, why))
            .Write(
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

    // What those said who were outvoted is no ground of a refusal that nobody decided.
    private static void TurnAway(
        Unfolding unfolding,
        SectionId from,
        string name,
        MatterNo by,
        Instant now
    ) =>
        unfolding
            .Then(new RecognitionEvent.TurnedAway(from, name, by, now))
            .Write(from, new Letter.AffiliationRefused(by, Refusal.Circle));

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

    /// <summary>Who else asks for recognition in the same place and waits for the answer.</summary>
    public static IEnumerable<SectionId> AskingInTheSamePlace(
        Section federation,
        SectionId asking
    ) =>
        PlaceOf(federation, asking) is { Locality.Length: > 0 } place
            ? federation
                .Matters.OpenMatters.Select(m => m.Question)
                .OfType<Question.Recognise>()
                .Select(q => q.Section)
                .Where(id => id != asking && PlaceOf(federation, id) == place)
            : [];

    /// <summary>
    /// Of a section that belongs here as last reported, before the first report as told when it asked. Who has left and asks
    /// again may have moved: what it tells then counts, and no old report.
    /// </summary>
    public static Place PlaceOf(Section federation, SectionId id) =>
        federation.Sections.Tree.HasAffiliate(id)
        && federation.Sections.Scope.Reports.TryGetValue(id, out var report)
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
